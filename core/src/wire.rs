//! The written form of a record.
//!
//! ```text
//! byte   0       1..
//!        0x01    CBOR (RFC 8949), fields 0 to 7
//!        0x02    CBOR, fields 0 to 8
//!        0x03    CBOR, fields 0 to 10; an authenticator may have no seed
//! ```
//!
//! Whoever adds a field raises the first byte, and keeps reading the forms before it. A reader that
//! does not know the first byte refuses the record: it would lose what it does not understand at its
//! next swap. So while old and new processes run side by side, the old ones answer 503 for the
//! subjects that a new one has written, and nothing is lost.

use crate::record::Record;

/// The form that this version writes.
const FORM: u8 = 3;
/// The forms before it, which it reads as well.
const EARLIER: [u8; 2] = [1, 2];

/// Stored bytes are no record of a form that we know.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnreadableRecord {
    /// Nothing is there, or it was written by a newer version.
    #[error("the record has a form that this version does not know")]
    UnknownForm,
    /// It is damaged.
    #[error("the record is damaged: {0}")]
    Damaged(minicbor::decode::Error),
}

impl Record {
    /// Writes the record down. Seeds stay sealed; every other secret is a digest.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![FORM];
        // Writing to memory cannot fail.
        let written = minicbor::encode(self, &mut bytes);
        debug_assert!(written.is_ok());
        bytes
    }

    /// Reads a record.
    ///
    /// # Errors
    /// The bytes are no record of a form that we know.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnreadableRecord> {
        let (form, cbor) = bytes.split_first().ok_or(UnreadableRecord::UnknownForm)?;
        if *form != FORM && !EARLIER.contains(form) {
            return Err(UnreadableRecord::UnknownForm);
        }
        let mut decoder = minicbor::Decoder::new(cbor);
        let record = decoder.decode().map_err(UnreadableRecord::Damaged)?;
        if decoder.position() != cbor.len() {
            return Err(UnreadableRecord::Damaged(minicbor::decode::Error::message("trailing")));
        }
        Ok(record)
    }
}

#[cfg(test)]
mod tests;
