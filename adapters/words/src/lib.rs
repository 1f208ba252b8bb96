//! Countersign's sentences, in the language of whoever reads them.
//!
//! Pages, problems and mails hold ids; the sentences stand in message files ([Project
//! Fluent](https://projectfluent.org)), a folder a language, below `locales`. There is no web in here.
//!
//! | file | rule |
//! |---|---|
//! | `locales` | which message files there are |
//! | `languages` | every language is read once, when the application starts; broken files stop it |
//! | `choice` | the application's choice, else `Accept-Language`, else English |
//! | `words` | a message that is missing is the English one, and never a panic |
//! | `arg` | what stands in a placeholder is escaped on a page |
//! | `moment` | dates and durations are messages, too |
//! | `letters` | what people are sent, and who carries it |
//!
//! ```
//! use countersign_words::Languages;
//!
//! let mut languages = Languages::new()?;
//! // An application replaces a message, or brings a language of its own.
//! languages.put("en", "common-sign-out = Leave")?;
//! languages.put("eo", "common-sign-out = Elsaluti")?;
//!
//! let words = languages.choose(None, Some("eo, en;q=0.5"));
//! assert_eq!((words.tag(), words.text("common-sign-out", &[])), ("eo", "Elsaluti".to_owned()));
//! # Ok::<(), countersign_words::MessageError>(())
//! ```

mod arg;
mod choice;
mod error;
mod languages;
mod letters;
mod locales;
mod moment;
mod words;

pub use arg::{Arg, Args, escape};
pub use error::MessageError;
pub use languages::Languages;
pub use letters::{Letter, Letters, LettersError, Mail, Post};
pub use words::Words;
