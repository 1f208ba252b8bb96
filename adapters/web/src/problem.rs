//! What went wrong, for people as a page and for programs as problem details (RFC 9457).
//!
//! A problem holds messages and not sentences: who reads it decides about the language.

use countersign_words::{Arg, Words};
use http::StatusCode;
use serde::Serialize;
use serde_json::{Map, Value};

/// What went wrong.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    /// The stable name.
    name: &'static str,
    /// The messages, and what stands in their placeholders.
    title: &'static str,
    detail: &'static str,
    args: Vec<(&'static str, Arg<'static>)>,
    /// What to do next: a path and the message that says so.
    action: Option<(String, &'static str)>,
    /// Further members for programs.
    pub(crate) members: Map<String, Value>,
}

/// A next step.
#[derive(Debug, Serialize)]
struct Action<'a> {
    href: &'a str,
    label: String,
}

/// The page of a problem.
#[derive(Debug, Serialize)]
pub(crate) struct ProblemPage<'a> {
    status: u16,
    title: String,
    detail: String,
    action: Option<Action<'a>>,
}

impl Problem {
    /// A problem of this `name`; `title` and `detail` are messages.
    pub(crate) fn new(
        status: StatusCode,
        name: &'static str,
        title: &'static str,
        detail: &'static str,
    ) -> Self {
        Self { status, name, title, detail, args: Vec::new(), action: None, members: Map::new() }
    }

    /// What stands in a field cannot be.
    pub(crate) fn malformed(field: &'static str) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "malformed",
            "problem-malformed",
            crate::sentence::about(field),
        )
        .member("field", field)
    }

    /// What stands in a placeholder of the messages.
    pub(crate) fn with(mut self, name: &'static str, arg: impl Into<Arg<'static>>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// A page that leads on; `label` is a message.
    pub(crate) fn action(mut self, href: impl Into<String>, label: &'static str) -> Self {
        self.action = Some((href.into(), label));
        self
    }

    pub(crate) fn member(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.members.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn page(&self, words: Words<'_>) -> ProblemPage<'_> {
        ProblemPage {
            status: self.status.as_u16(),
            title: words.text(self.title, &self.args),
            detail: words.text(self.detail, &self.args),
            action: self
                .action
                .as_ref()
                .map(|(href, label)| Action { href, label: words.text(label, &[]) }),
        }
    }

    pub(crate) fn json(mut self, words: Words<'_>) -> Value {
        let kind = format!("urn:countersign:problem:{}", self.name);
        let (title, detail) =
            (words.text(self.title, &self.args), words.text(self.detail, &self.args));
        self.members.insert("type".to_owned(), kind.into());
        self.members.insert("title".to_owned(), title.into());
        self.members.insert("status".to_owned(), self.status.as_u16().into());
        self.members.insert("detail".to_owned(), detail.into());
        self.members.insert("error".to_owned(), self.name.into());
        if let Some((href, _)) = self.action {
            self.members.entry("next").or_insert_with(|| href.into());
        }
        Value::Object(self.members)
    }
}
