//! What went wrong, for people as a page and for programs as problem details (RFC 9457).

use std::borrow::Cow;

use http::StatusCode;
use serde::Serialize;
use serde_json::{Map, Value};

/// What went wrong.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    /// The stable name.
    pub(crate) name: &'static str,
    pub(crate) title: Cow<'static, str>,
    pub(crate) detail: String,
    /// What to do next: a path and what to call it.
    pub(crate) action: Option<Action>,
    /// Further members for programs.
    pub(crate) members: Map<String, Value>,
}

/// A next step.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Action {
    pub(crate) href: String,
    pub(crate) label: &'static str,
}

/// The page of a problem.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemPage<'a> {
    status: u16,
    title: &'a str,
    detail: &'a str,
    action: Option<&'a Action>,
}

impl Problem {
    pub(crate) fn new(
        status: StatusCode,
        name: &'static str,
        title: impl Into<Cow<'static, str>>,
        detail: impl Into<String>,
    ) -> Self {
        let title = title.into();
        Self { status, name, title, detail: detail.into(), action: None, members: Map::new() }
    }

    /// What stands in a field cannot be.
    pub(crate) fn malformed(field: &'static str) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "malformed",
            "That cannot be",
            crate::sentence::about(field),
        )
        .member("field", field)
    }

    pub(crate) fn action(mut self, href: impl Into<String>, label: &'static str) -> Self {
        self.action = Some(Action { href: href.into(), label });
        self
    }

    pub(crate) fn member(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.members.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn page(&self) -> ProblemPage<'_> {
        ProblemPage {
            status: self.status.as_u16(),
            title: &self.title,
            detail: &self.detail,
            action: self.action.as_ref(),
        }
    }

    pub(crate) fn json(mut self) -> Value {
        let kind = format!("urn:countersign:problem:{}", self.name);
        self.members.insert("type".to_owned(), kind.into());
        self.members.insert("title".to_owned(), self.title.as_ref().into());
        self.members.insert("status".to_owned(), self.status.as_u16().into());
        self.members.insert("detail".to_owned(), self.detail.into());
        self.members.insert("error".to_owned(), self.name.into());
        if let Some(action) = self.action {
            self.members.entry("next").or_insert_with(|| action.href.into());
        }
        Value::Object(self.members)
    }
}
