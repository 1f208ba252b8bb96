//! What the lists of a store have of a record, and how it is searched, in one spelling for all stores.
//!
//! | part | is | found by |
//! |---|---|---|
//! | label, address, key | [`folded`] | how it begins |
//! | domain | [`domain`](crate::policy::domain) of the address | itself |
//! | role | as the application has it | itself |

use super::{Counted, ListQuery, Listed};
use crate::policy::{Rollout, domain, domain_of};
use crate::record::Record;
use crate::subject::{Profile, SubjectId};
use crate::terms::Terms;
use crate::time::Timestamp;

/// The form of [`Row::written`].
const FORM: u8 = 1;

/// What the lists have of a record. Records whose rows are equal are settled alike.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Row<'a> {
    profile: &'a Profile,
    terms: &'a Terms,
    enrolled: bool,
}

impl<'a> Row<'a> {
    /// The row of a record; without a profile there is none.
    #[must_use]
    pub fn of(record: &'a Record) -> Option<Self> {
        let terms = record.terms();
        Some(Self { profile: terms.profile()?, terms, enrolled: record.is_enrolled() })
    }

    /// Who the person was when they were seen last.
    #[must_use]
    pub const fn profile(&self) -> &'a Profile {
        self.profile
    }

    /// The same, as lists show them: the address is confirmed if it is to the application or to us.
    #[must_use]
    pub fn person(&self) -> Profile {
        self.terms.person().unwrap_or_else(|| self.profile.clone())
    }

    /// The label, [`folded`]: lists are ordered by it.
    #[must_use]
    pub fn label(&self) -> String {
        folded(self.profile.label())
    }

    /// The address, [`folded`].
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.profile.address().map(folded)
    }

    /// Whom the person is counted among, each once.
    #[must_use]
    pub fn counted(&self) -> Vec<Counted> {
        let address = self.profile.address();
        let domain = address.map(domain_of).filter(|domain| !domain.is_empty());
        let mut counted = vec![Counted::Everyone];
        counted.extend(domain.map(|domain| Counted::Domain(domain.into())));
        counted.extend(self.profile.roles().iter().cloned().map(Counted::Role));
        counted.sort_unstable();
        counted.dedup();
        counted
    }

    /// All that is in the row and all that its settling depends on. Equal rows are written alike.
    ///
    /// ```text
    /// byte   0       1..
    ///        0x01    CBOR: the terms, whether there is an authenticator
    /// ```
    #[must_use]
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = vec![FORM];
        // Writing to memory cannot fail.
        let written = minicbor::encode((self.terms, self.enrolled), &mut bytes);
        debug_assert!(written.is_ok());
        bytes
    }
}

/// Stored bytes are no row.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnreadableRow {
    /// It was written by a newer version.
    #[error("the row has a form that this version does not know")]
    UnknownForm,
    /// It is damaged.
    #[error("the row is damaged: {0}")]
    Damaged(minicbor::decode::Error),
}

impl Listed {
    /// Reads what [`Row::written`] wrote, and the parts of a [`Rollout`] if the row was ever settled.
    ///
    /// # Errors
    /// They are no row, or not the parts of a rollout.
    pub fn read(
        subject: SubjectId,
        row: &[u8],
        rollout: Option<(&str, Option<Timestamp>, Option<u8>)>,
    ) -> Result<Self, UnreadableRow> {
        let damaged = |what| UnreadableRow::Damaged(minicbor::decode::Error::message(what));
        let (form, cbor) = row.split_first().ok_or(UnreadableRow::UnknownForm)?;
        if *form != FORM {
            return Err(UnreadableRow::UnknownForm);
        }
        let (terms, _): (Terms, bool) = minicbor::decode(cbor).map_err(UnreadableRow::Damaged)?;
        let profile = terms.person().ok_or_else(|| damaged("nobody"))?;
        let rollout = match rollout {
            None => None,
            Some((name, moment, left)) => {
                let rollout = Rollout::from_parts(name, moment, left);
                Some(rollout.ok_or_else(|| damaged("no rollout"))?)
            }
        };
        Ok(Self { subject, profile, rollout })
    }
}

impl ListQuery {
    /// How the label, the address or the key begins, [`folded`]; `None` if nothing is searched.
    #[must_use]
    pub fn begins(&self) -> Option<String> {
        self.search.as_deref().filter(|search| !search.is_empty()).map(folded)
    }

    /// Among whom somebody has to be counted to be found: everybody, unless it is said otherwise.
    #[must_use]
    pub fn among(&self) -> Vec<Counted> {
        let at = self.domain.as_deref().map(|name| Counted::Domain(domain(name).into()));
        let with = self.role.as_deref().map(|role| Counted::Role(role.into()));
        let mut among: Vec<Counted> = at.into_iter().chain(with).collect();
        if among.is_empty() {
            among.push(Counted::Everyone);
        }
        among
    }
}

/// A text as it is ordered and searched: in lower case, with `ß` like `ss` and `ς` like `σ`.
///
/// It goes letter by letter, so what a text begins with is what its folded form begins with. (Two
/// ways of writing one letter, `ä` and `a` with two dots after it, stay two.)
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = text.chars().flat_map(char::to_lowercase);
    lower.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upper_and_lower_case_are_folded_into_one() {
        for (given, other) in [
            ("Ada", "aDA"),
            ("MÜLLER", "müller"),
            ("Straße", "STRASSE"),
            ("STRAẞE", "strasse"),
            ("ΟΔΟΣ", "οδος"),
            ("a\0B%_", "A\0b%_"),
        ] {
            assert_eq!(folded(given), folded(other), "{given}");
        }
        assert_ne!(folded("Müller"), folded("Muller"));
    }

    #[test]
    fn what_a_text_begins_with_is_what_its_folded_form_begins_with() {
        for text in ["ΟΔΟΣΑ", "İstanbul", "Straße", "ǅungla", "ŉ", "Ada"] {
            for (end, _) in text.char_indices() {
                assert!(folded(text).starts_with(&folded(&text[..end])), "{text} {end}");
            }
        }
    }

    #[test]
    fn somebody_is_counted_once_among_each() {
        let mut record = Record::default();
        assert_eq!(Row::of(&record), None);
        let profile = Profile::new("Ada", Some("Ada@MÜLLER.example"), &["b", "a", "b"]);
        record.terms_mut().seen(profile.clone(), Timestamp::EPOCH);
        let row = Row::of(&record).unwrap();
        assert_eq!(
            row.counted(),
            [
                Counted::Everyone,
                Counted::Domain("xn--mller-kva.example".into()),
                Counted::Role("a".into()),
                Counted::Role("b".into())
            ]
        );
        assert_eq!(row.address().as_deref(), Some("ada@müller.example"));
        let subject = SubjectId::new("1");
        let listed = Listed::read(subject.clone(), &row.written(), None).unwrap();
        assert_eq!(listed, Listed { subject: subject.clone(), profile, rollout: None });
        for bad in [&b""[..], b"\x02", b"\x01", b"\x01\x82\x80\xf5"] {
            assert!(Listed::read(subject.clone(), bad, None).is_err());
        }
        let parts = Some(("grace", None, None));
        assert!(Listed::read(subject, &row.written(), parts).is_err());
    }

    #[test]
    fn whatever_a_rollout_depends_on_changes_the_row() {
        let mut record = Record::default();
        record.terms_mut().seen(Profile::new("Ada", None, &[]), Timestamp::EPOCH);
        let before = record.clone();
        record.raise_epoch();
        assert_eq!(Row::of(&before), Row::of(&record));
        record.terms_mut().put_off();
        assert_ne!(Row::of(&before), Row::of(&record));
        assert_ne!(Row::of(&before).unwrap().written(), Row::of(&record).unwrap().written());
    }
}
