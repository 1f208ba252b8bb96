//! Letters to people: what a message says, in their language, as text and as HTML.
//!
//! | file | rule |
//! |---|---|
//! | `letter` | what is sent, and prints nothing of it |
//! | `letters` | a message becomes a letter, unless the application wants none of its kind |
//! | `sentences` | which sentences a letter is made of |
//! | `frame` | the templates around them; an application may bring its own |
//! | `address` | the one address that letters may lead to |
//! | `clean` | names that others chose stay in their place |
//! | `post`, `mail` | who carries letters, and the core's courier that hands them over |

mod address;
mod clean;
mod frame;
mod letter;
#[expect(clippy::module_inception, reason = "the type has the name of the room")]
mod letters;
mod mail;
mod post;
mod sentences;

pub use letter::Letter;
pub use letters::{Letters, LettersError};
pub use mail::Mail;
pub use post::Post;
