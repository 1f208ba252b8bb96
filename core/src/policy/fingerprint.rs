//! A number that is another one when rules in code say something else, so that what was worked out
//! under them is worked out anew after a deployment.

use sha2::{Digest as _, Sha256};

use super::rule::Rule;
use super::rules::Rules;
use super::whom::Whom;

impl Rules {
    /// The number. The order of rules counts, that of the addresses of a list does not.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut all = Sha256::new();
        for rule in self.iter() {
            all.update(said(rule).as_bytes());
            if let Whom::Listed(list) = rule.whom() {
                let sum = list
                    .iter()
                    .map(|address| first(&Sha256::digest(address)))
                    .fold(0, u64::wrapping_add);
                all.update(sum.to_be_bytes());
            }
        }
        first(&all.finalize())
    }
}

fn said(rule: &Rule) -> String {
    let (whom, terms) = (rule.whom(), (rule.grace_given(), rule.reaches()));
    format!(
        "{}\0{}\0{}\0{:?}\0{:?}\0{terms:?}\n",
        rule.id(),
        whom.kind(),
        whom.value(),
        rule.effect(),
        rule.starts()
    )
}

fn first(digest: &[u8]) -> u64 {
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;

    #[test]
    fn rules_that_say_something_else_have_another_number() {
        let of = |rules: &[Rule]| Rules::new(rules.iter().cloned()).fingerprint();
        let rule = Rule::require(Whom::role("admin"));
        let listed = |addresses: &[&str]| Rule::require(Whom::listed("board", addresses));
        let numbers = [
            of(&[]),
            of(core::slice::from_ref(&rule)),
            of(&[rule.from(Timestamp::from_unix(1))]),
            of(&[listed(&["a@b.example"])]),
            of(&[listed(&["a@b.example", "c@d.example"])]),
        ];
        for (at, number) in numbers.iter().enumerate() {
            assert!(!numbers[at + 1..].contains(number), "{at}");
        }
        let turned = of(&[listed(&["c@d.example", "a@b.example"])]);
        assert_eq!(numbers[4], turned);
    }
}
