//! Records that can be told apart, for tests that know nothing of what is in one.

use std::sync::Arc;

use countersign::record::Record;
use countersign::wire::UnreadableRecord;

/// An empty record with the epoch `number`.
///
/// ```text
/// 03            the form
/// 8a 00 ...     an array, whose first field is the epoch
/// ```
///
/// # Errors
/// The written form is no longer that.
pub fn numbered(number: u64) -> Result<Arc<Record>, UnreadableRecord> {
    let empty = Record::default().to_bytes();
    let [form, array, 0, rest @ ..] = &*empty else {
        return Err(UnreadableRecord::UnknownForm);
    };
    let mut bytes = vec![*form, *array];
    // RFC 8949, 3.1: an unsigned integer of eight bytes.
    bytes.push(0x1b);
    bytes.extend(number.to_be_bytes());
    bytes.extend(rest);
    Record::from_bytes(&bytes).map(Arc::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_record_is_its_epoch() {
        for number in [0, 1, 23, 24, 65_536, u64::MAX] {
            assert_eq!(numbered(number).unwrap().epoch(), number);
        }
        assert_eq!(numbered(0).unwrap().to_bytes(), Record::default().to_bytes());
    }
}
