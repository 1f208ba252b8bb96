//! What is sent, and prints nothing of it.

use core::fmt;

/// A letter in the language of whoever gets it.
///
/// It prints its id alone: what it says may be a code.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Letter {
    /// Which message it is: 32 hexadecimal digits, the same at every try to deliver it.
    pub id: String,
    /// The e-mail address.
    pub to: String,
    /// The site, by the name that people know.
    pub site: String,
    /// The language that it is written in, as a tag of BCP 47.
    pub language: String,
    /// What it is about. It holds no code and no link.
    pub subject: String,
    /// All of it as plain text.
    pub text: String,
    /// All of it as HTML, with nothing that is loaded from elsewhere.
    pub html: String,
    /// Whether somebody waits for it: it is a code. Others let it go first.
    pub is_awaited: bool,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter").field("id", &self.id).finish_non_exhaustive()
    }
}
