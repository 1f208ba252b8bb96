//! How many people each domain or role has, in one pass over what is counted: a tenant may have
//! thousands of domains.

use std::collections::HashMap;

use countersign::port::{Count, Counted};

/// What is grouped by.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum By {
    Domain,
    Role,
}

impl By {
    /// The name in an address.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::Role => "role",
        }
    }

    /// The name of the domain or the role that is counted.
    fn counted(self, count: &Count) -> Option<&str> {
        match (self, &count.of) {
            (Self::Domain, Counted::Domain(name)) | (Self::Role, Counted::Role(name)) => Some(name),
            (Self::Domain | Self::Role, _) => None,
        }
    }
}

/// How many people one of them has.
#[derive(Debug, Default)]
pub(super) struct Totals {
    pub(super) people: u64,
    by_status: Vec<(&'static str, u64)>,
}

impl Totals {
    /// How many of them have this status.
    pub(super) fn of(&self, status: &str) -> u64 {
        let such = self.by_status.iter().filter(|(name, _)| *name == status);
        such.map(|(_, people)| people).sum()
    }

    fn add(&mut self, count: &Count) {
        self.people = self.people.saturating_add(count.people);
        self.by_status.push((count.status, count.people));
    }
}

/// The `most` largest, the largest first and of equals by name, and how many more there are.
pub(super) fn largest(by: By, counts: &[Count], most: usize) -> (Vec<(&str, Totals)>, usize) {
    let mut known: HashMap<&str, Totals> = HashMap::new();
    for count in counts {
        if let Some(name) = by.counted(count) {
            known.entry(name).or_default().add(count);
        }
    }
    let mut totals: Vec<(&str, Totals)> = known.into_iter().collect();
    totals.sort_unstable_by(|(name, one), (other, two)| {
        two.people.cmp(&one.people).then_with(|| name.cmp(other))
    });
    let more = totals.len().saturating_sub(most);
    totals.truncate(most);
    (totals, more)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(of: Counted, status: &'static str, people: u64) -> Count {
        Count { of, status, people }
    }

    #[test]
    fn of_twenty_thousand_domains_the_largest_are_found() {
        let mut counts = vec![count(Counted::Everyone, "active", 1_000_000)];
        for number in 0..20_000_u64 {
            let domain = || Counted::Domain(format!("{number:05}.example").into());
            counts.push(count(domain(), "active", number % 7));
            counts.push(count(domain(), "grace", number / 1_000));
            counts.push(count(Counted::Role(format!("{number}").into()), "grace", 1));
        }
        let (found, more) = largest(By::Domain, &counts, 3);
        let found: Vec<_> = found
            .iter()
            .map(|(name, totals)| (*name, totals.people, totals.of("active"), totals.of("off")))
            .collect();
        let expected = ["19004.example", "19011.example", "19018.example"];
        assert_eq!(found, expected.map(|name| (name, 25, 6, 0)));
        assert_eq!(more, 19_997);
        let (found, more) = largest(By::Role, &counts, 50);
        let names: Vec<_> = found.iter().map(|(name, _)| *name).collect();
        assert!(names.is_sorted() && (names.len(), more) == (50, 19_950), "{names:?}");
    }
}
