//! One step of a journey: somebody does something, and what comes back is looked at.

use core::time::Duration;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::settings::Trouble;

/// As long as a code lasts: the next one is another.
pub(crate) const NEXT_CODE: Duration = Duration::from_secs(30);

/// One step, as it is written down. The README has a table of its fields.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Step {
    pub(crate) browser: Option<String>,

    // What is done: one of these.
    pub(crate) get: Option<String>,
    pub(crate) head: Option<String>,
    pub(crate) post: Option<String>,
    pub(crate) request: Option<String>,
    pub(crate) sign_in: Option<String>,
    pub(crate) activate: bool,
    pub(crate) pass: Option<String>,
    pub(crate) wait: Option<String>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) copy: Option<String>,
    pub(crate) forget: Option<String>,
    pub(crate) mail: Option<Vec<String>>,
    pub(crate) mailed_code: Option<String>,
    pub(crate) mailed_link: Option<String>,

    // What is sent along.
    pub(crate) accept: Option<String>,
    pub(crate) form: Option<BTreeMap<String, String>>,
    pub(crate) json: Option<BTreeMap<String, serde_json::Value>>,
    pub(crate) body: Option<String>,
    pub(crate) body_length: Option<usize>,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) from: From,
    pub(crate) times: Option<usize>,
    pub(crate) follow: bool,

    // What must come back.
    pub(crate) status: Option<u16>,
    pub(crate) statuses: BTreeMap<String, usize>,
    pub(crate) location: Option<String>,
    pub(crate) with: BTreeMap<String, String>,
    pub(crate) without: Vec<String>,
    pub(crate) cookies: Option<Vec<String>>,
    pub(crate) title: Option<String>,
    pub(crate) text: Vec<String>,
    pub(crate) lacks: Vec<String>,
    pub(crate) members: BTreeMap<String, serde_json::Value>,
    pub(crate) absent: Vec<String>,
    pub(crate) problem: Option<String>,
    pub(crate) length: Option<usize>,
    pub(crate) calls: usize,
}

/// Where a request that changes something says that it comes from.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum From {
    /// A page of the site.
    #[default]
    Site,
    /// A program, which says nothing.
    Program,
    /// A page of another site.
    Elsewhere,
}

/// What a step does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Action<'a> {
    Request { method: &'a str, target: &'a str },
    SignIn(&'a str),
    Activate,
    Pass(&'a str),
    Wait(Duration),
    Trouble(Trouble),
    Copy(&'a str),
    Forget(&'a str),
    Mail(&'a [String]),
    MailedCode(&'a str),
    MailedLink(&'a str),
}

impl Step {
    /// What it does, if that is one thing.
    pub(crate) fn action(&self) -> Result<Action<'_>, String> {
        let to = |method, target: &'_ Option<String>| target.is_some().then_some(method);
        let plain = [to("GET", &self.get), to("HEAD", &self.head), to("POST", &self.post)];
        let target = [&self.get, &self.head, &self.post].into_iter().flatten().next();
        let method = plain.into_iter().flatten().next();
        let mut actions = Vec::new();
        if let (Some(method), Some(target)) = (method, target) {
            actions.push(Action::Request { method, target });
        }
        if let Some(request) = &self.request {
            let (method, target) = request.split_once(' ').ok_or("a request has no target")?;
            actions.push(Action::Request { method, target });
        }
        actions.extend(self.sign_in.as_deref().map(Action::SignIn));
        actions.extend(self.activate.then_some(Action::Activate));
        actions.extend(self.pass.as_deref().map(Action::Pass));
        if let Some(wait) = &self.wait {
            actions.push(Action::Wait(duration(wait)?));
        }
        actions.extend(self.trouble.map(Action::Trouble));
        actions.extend(self.copy.as_deref().map(Action::Copy));
        actions.extend(self.forget.as_deref().map(Action::Forget));
        actions.extend(self.mail.as_deref().map(Action::Mail));
        actions.extend(self.mailed_code.as_deref().map(Action::MailedCode));
        actions.extend(self.mailed_link.as_deref().map(Action::MailedLink));
        let several = plain.into_iter().flatten().count() > 1 || actions.len() > 1;
        match actions.pop() {
            Some(action) if !several => Ok(action),
            Some(_) => Err("it does two things".to_owned()),
            None => Err("it does nothing".to_owned()),
        }
    }

    /// Whether it makes sense.
    pub(crate) fn check(&self) -> Result<(), String> {
        let action = self.action()?;
        let looks = self.status.is_some() || !self.statuses.is_empty();
        if matches!(action, Action::Request { .. }) && !looks {
            return Err("nobody looks at the status of its answer".to_owned());
        }
        if self.times.is_some() && self.statuses.is_empty() {
            return Err("several answers want `statuses`".to_owned());
        }
        Ok(())
    }

    /// For how long it waits.
    pub(crate) fn waits(&self) -> Duration {
        match self.action() {
            Ok(Action::Wait(wait)) => wait,
            Ok(Action::Activate | Action::Pass(_)) => NEXT_CODE,
            Ok(
                Action::Request { .. }
                | Action::SignIn(_)
                | Action::Trouble(_)
                | Action::Copy(_)
                | Action::Forget(_)
                | Action::Mail(_)
                | Action::MailedCode(_)
                | Action::MailedLink(_),
            )
            | Err(_) => Duration::ZERO,
        }
    }

    pub(crate) fn needs_hands(&self) -> bool {
        self.trouble.is_some() || self.reads_mail()
    }

    pub(crate) fn reads_mail(&self) -> bool {
        self.mail.is_some() || self.mailed_code.is_some() || self.mailed_link.is_some()
    }
}

/// `90s`, `10m`, `23h`, `31d`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("{text:?} is no duration: 90s, 10m, 23h, 31d");
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let number: u64 = text.trim_end_matches(unit).parse().map_err(|_| wrong())?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return Err(wrong()),
    };
    Ok(Duration::from_secs(number.saturating_mul(seconds)))
}
