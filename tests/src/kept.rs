//! Letters as somebody else's mail program reads them: Python's own parsers.

#![expect(clippy::expect_used, reason = "a letter that cannot be read has failed")]

use core::fmt;
use std::path::Path;

use serde::Deserialize;

use crate::smtp_server::PYTHON;
use crate::tool::ask;

/// A letter that was kept, as it was read.
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct Kept {
    /// What the server was told; nothing for a letter in a folder.
    pub envelope: Option<Envelope>,
    /// Every header, decoded, in their order.
    pub headers: Vec<(String, String)>,
    /// The addresses that it says it is for.
    pub to: Vec<String>,
    /// The names and addresses that it says it is from.
    pub from: Vec<(String, String)>,
    /// When it says it was written.
    pub date: f64,
    /// The types of it and of all that is in it.
    pub types: Vec<String>,
    /// The plain text.
    pub text: String,
    /// The page.
    pub html: String,
    /// What a person reads of the page.
    pub page: String,
    /// Where the page leads.
    pub links: Vec<String>,
    /// What the page would load, and tags that do not fit.
    pub loads: Vec<String>,
    /// What the parser disliked.
    pub defects: Vec<String>,
    /// The longest line that went over the wire.
    pub longest_line: usize,
    /// All of it.
    pub size: usize,
    /// Whether any server can pass it on.
    pub seven_bits: bool,
    /// Whether a line ends otherwise than lines of letters do.
    pub bare_line_breaks: bool,
}

/// What the server was told before the letter.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Envelope {
    /// Who it is from.
    pub from: String,
    /// Who it is for.
    pub to: Vec<String>,
    /// What was said of how it is written.
    pub options: Vec<String>,
    /// Whether nobody could read along.
    pub encrypted: bool,
    /// Whom the server took us for.
    pub hello: String,
}

impl Kept {
    /// The only header of that name.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let (_, value) = found.next().expect("such a header");
        assert!(found.next().is_none(), "{name} is there twice");
        value
    }

    /// The names of the headers, in their order.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.headers.iter().map(|(name, _)| name.as_str()).collect()
    }
}

/// So much of it as tells one letter from another: a test that fails prints many.
impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let header = |wanted: &str| {
            let is_it = |(name, _): &&(String, String)| name.eq_ignore_ascii_case(wanted);
            self.headers.iter().find(is_it).map(|(_, value)| value)
        };
        f.debug_struct("Kept")
            .field("to", &self.to)
            .field("subject", &header("Subject"))
            .field("date", &header("Date"))
            .field("id", &header("Message-ID"))
            .finish_non_exhaustive()
    }
}

/// Every letter (`.eml`) in a folder.
#[must_use]
pub fn read(folder: &Path) -> Vec<Kept> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("mail/read.py");
    let (script, folder) = (script.to_str().expect("a path"), folder.to_str().expect("a path"));
    let said = ask(PYTHON, &[script, folder], "");
    said.lines().map(|line| serde_json::from_str(line).expect("a letter")).collect()
}
