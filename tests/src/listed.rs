//! Records of people who are in lists, for tests that know nothing else of what is in one.

use std::sync::Arc;

use countersign::record::Record;
use countersign::subject::Profile;
use countersign::terms::Terms;
use countersign::wire::UnreadableRecord;

use crate::numbered::numbered;

/// Which field of a record the terms are.
const TERMS: usize = 8;

/// The record of somebody with this profile, who has said "not now" so many times, and who can be
/// told apart by the epoch `number`. The times are in the row of the list, the number is not.
///
/// ```text
/// ...               the form, the array and fields 0 to 7 of numbered()
/// 84 (profile) ...  the terms, an array
/// ...               the fields after them
/// ```
///
/// # Errors
/// The written form is no longer that.
pub fn listed(profile: &Profile, skips: u8, number: u64) -> Result<Arc<Record>, UnreadableRecord> {
    let unlisted = numbered(number)?.to_bytes();
    let (before, after) = around_terms(&unlisted).ok_or(UnreadableRecord::UnknownForm)?;
    let nothing = None::<u8>;
    let mut bytes = before.to_vec();
    // An array of four, which is not what a tuple of four types is to the compiler. Writing to memory
    // cannot fail.
    bytes.push(0x84);
    drop(minicbor::encode(profile, &mut bytes));
    drop(minicbor::encode(nothing, &mut bytes));
    drop(minicbor::encode(nothing, &mut bytes));
    drop(minicbor::encode(skips, &mut bytes));
    bytes.extend(after);
    Record::from_bytes(&bytes).map(Arc::new)
}

/// What stands before the terms of a record, and what after them.
fn around_terms(record: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut decoder = minicbor::Decoder::new(record.get(1..)?);
    decoder.array().ok()?;
    for _ in 0..TERMS {
        decoder.skip().ok()?;
    }
    let begin = decoder.position();
    let terms: Terms = decoder.decode().ok()?;
    let end = decoder.position();
    let is_empty = terms == Terms::default();
    is_empty.then_some((record.get(..=begin)?, record.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_says_what_it_was_made_of() {
        let profile = Profile::new("Ada", Some("ada@acme.example"), &["board"]);
        let record = listed(&profile, 3, 77).unwrap();
        assert_eq!(record.epoch(), 77);
        assert_eq!(record.terms().profile(), Some(&profile));
        assert_eq!(record.terms().skips(), 3);
        assert_eq!(Record::from_bytes(&record.to_bytes()).unwrap().to_bytes(), record.to_bytes());
    }
}
