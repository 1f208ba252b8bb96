//! Why messages cannot be used.

/// Why messages cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MessageError {
    /// A tag that is none (BCP 47).
    #[error("{0:?} is no tag of a language, such as fr or pt-BR")]
    Tag(String),
    /// A message file that cannot be read.
    #[error("messages in {tag}, line {line}: {reason}")]
    Source {
        /// The language.
        tag: String,
        /// The first line that cannot be read, from 1 on.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// Two of our own files have a message of the same id.
    #[error("messages in {tag}: {id} is there twice")]
    Twice {
        /// The language.
        tag: String,
        /// The message.
        id: String,
    },
}
