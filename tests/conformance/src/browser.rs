//! Somebody at a site: a person's browser or a program, with cookies, and with what was seen so far.

use std::collections::BTreeMap;

use crate::stage::Stage;
use crate::totp;
use crate::wire::{Answer, Sent};

/// What a browser accepts when it navigates.
const NAVIGATION: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// Somebody at a site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Browser {
    pub(crate) cookies: BTreeMap<String, String>,
    /// What holes in texts stand for.
    pub(crate) known: BTreeMap<String, String>,
    /// Every recovery code of the last set that was shown.
    pub(crate) recovery_codes: Vec<String>,
}

impl Browser {
    /// What a hole stands for.
    pub(crate) fn know(&self, stage: &Stage, name: &str) -> Option<String> {
        if let Some(value) = self.known.get(name) {
            return Some(value.clone());
        }
        let code = |steps: i64| {
            let at = stage.time.now().checked_add_signed(steps.checked_mul(30)?)?;
            totp::code(self.known.get("set_up_key")?, at)
        };
        match name {
            "origin" => Some(stage.origin.clone()),
            "host" => Some(stage.host().to_owned()),
            "device_cookie" => Some(if stage.is_encrypted() {
                "__Host-countersign-device".to_owned()
            } else {
                "countersign-device".to_owned()
            }),
            "secure" => Some(if stage.is_encrypted() { "; Secure" } else { "" }.to_owned()),
            "code" => code(0),
            "wrong" => {
                let wrong = totp::wrong_codes(self.known.get("set_up_key")?, stage.time.now(), 1);
                wrong?.pop()
            }
            _ => {
                if let Some(steps) = name.strip_prefix("code") {
                    return code(steps.parse().ok()?);
                }
                if let Some(number) = name.strip_prefix("recovery.") {
                    return self.recovery_codes.get(number.parse::<usize>().ok()?).cloned();
                }
                self.cookies.get(name.strip_prefix("cookie.")?).cloned()
            }
        }
    }

    /// The value of the header `Cookie`.
    pub(crate) fn cookie(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// The head of a request, with what every browser sends.
    pub(crate) fn ask(&self, stage: &Stage, method: &str, target: &str) -> Sent {
        let mut headers = vec![("Host".to_owned(), stage.host().to_owned())];
        if !self.cookies.is_empty() {
            headers.push(("Cookie".to_owned(), self.cookie()));
        }
        Sent { method: method.to_owned(), target: target.to_owned(), headers, body: Vec::new() }
    }

    /// Remembers what an answer says: its cookies, and what a person would read or copy from it.
    pub(crate) fn take(&mut self, answer: &Answer) {
        for cookie in answer.all("set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let text = answer.text();
        let mut keep = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                self.known.insert(name.to_owned(), value);
            }
        };
        keep("csrf", between(&text, "name=\"csrf\" value=\"", "\"").map(str::to_owned));
        let uri = between(&text, "otpauth://", "\"").or_else(|| between(&text, "otpauth://", "<"));
        let key = uri.and_then(|uri| uri.split("secret=").nth(1));
        let letters = |key: &str| key.chars().take_while(char::is_ascii_alphanumeric).collect();
        keep("set_up_key", key.map(letters));
        let json = answer.json();
        for name in ["csrf", "next", "location"] {
            let member = json.as_ref().and_then(|json| json.get(name)).and_then(|v| v.as_str());
            keep(name, member.map(str::to_owned));
        }
        keep("location", answer.header("location").map(str::to_owned));
        let codes = recovery_codes(&text);
        if !codes.is_empty() {
            self.recovery_codes = codes;
        }
    }
}

/// What an accept header says for `html`, `json`, or as it is written.
pub(crate) fn accept(name: &str) -> Option<&str> {
    match name {
        "html" => Some(NAVIGATION),
        "json" => Some("application/json"),
        "nothing" => None,
        other => Some(other),
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(inside, _)| inside)
}

/// Five groups of five, as they are shown.
fn recovery_codes(text: &str) -> Vec<String> {
    let is_code = |word: &&str| {
        word.len() == 29 && word.split('-').count() == 5 && word.split('-').all(|g| g.len() == 5)
    };
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let mut codes = Vec::new();
    for code in words.filter(is_code) {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}
