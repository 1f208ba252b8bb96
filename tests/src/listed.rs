//! Records of people who are in lists, for tests that know nothing else of what is in one.

use std::sync::Arc;

use countersign::record::Record;
use countersign::subject::Profile;
use countersign::terms::Terms;
use countersign::wire::UnreadableRecord;

use crate::numbered::numbered;

/// The record of somebody with this profile, who has said "not now" so many times, and who can be
/// told apart by the epoch `number`. The times are in the row of the list, the number is not.
///
/// ```text
/// ...               numbered()
/// 84 (profile) ...  the terms, an array at the end
/// ```
///
/// # Errors
/// The written form is no longer that.
pub fn listed(profile: &Profile, skips: u8, number: u64) -> Result<Arc<Record>, UnreadableRecord> {
    let unlisted = numbered(number)?.to_bytes();
    let written = |terms: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = Vec::new();
        terms(&mut bytes);
        bytes
    };
    let default = written(&|bytes| drop(minicbor::encode(Terms::default(), bytes)));
    let Some(before) = unlisted.strip_suffix(&*default) else {
        return Err(UnreadableRecord::UnknownForm);
    };
    let nothing = None::<u8>;
    let terms = written(&|bytes| {
        // An array of four, which is not what a tuple of four types is to the compiler.
        bytes.push(0x84);
        drop(minicbor::encode(profile, &mut *bytes));
        drop(minicbor::encode(nothing, &mut *bytes));
        drop(minicbor::encode(nothing, &mut *bytes));
        drop(minicbor::encode(skips, bytes));
    });
    let bytes: Vec<u8> = before.iter().copied().chain(terms).collect();
    Record::from_bytes(&bytes).map(Arc::new)
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
