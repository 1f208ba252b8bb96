//! The statements that walk a list.
//!
//! | walk | along | in the order of |
//! |---|---|---|
//! | label | a list, or its people of one status | label, key |
//! | address, key | an index of all people's addresses or keys | address or key, key |
//! | the same, of a list with few people | that list, whose finds are sorted | the same |
//!
//! A search makes the three walks one after the other, and each passes over whom those before it have
//! found. So a page costs as much as what lies before it, and not as much as all that is found. How a
//! text begins is a range of an index: `%` and `_` mean themselves, and no letter is folded by SQLite.

use sqlx::{QueryBuilder, Sqlite};

use super::written::count;

/// Up to so many people are rather sorted than looked for.
const FEW: i64 = 1_000;

/// What a text that begins so lies between.
#[derive(Clone, Debug)]
pub(super) struct Range {
    from: String,
    /// The first text after all of those; `None` if there is none.
    to: Option<String>,
}

impl Range {
    pub(super) fn of(begins: String) -> Self {
        let mut to = begins.clone();
        while let Some(last) = to.pop() {
            // What SQLite compares, byte by byte, is in the order of the characters.
            if let Some(next) = (last..=char::MAX).nth(1) {
                to.push(next);
                return Self { from: begins, to: Some(to) };
            }
        }
        Self { from: begins, to: None }
    }
}

/// What people are found by.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Walk {
    Label,
    Address,
    Key,
}

impl Walk {
    const ALL: [Self; 3] = [Self::Label, Self::Address, Self::Key];

    const fn column(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Address => "address",
            Self::Key => "key",
        }
    }

    fn before(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().take_while(move |walk| *walk != self)
    }
}

/// Whom a walk is to find.
#[derive(Clone, Debug)]
pub(super) struct Wanted<'a> {
    pub(super) tenant: &'a str,
    pub(super) status: Option<&'static str>,
    /// The list to walk along, and how many people it has.
    pub(super) along: (i64, i64),
    /// Other lists that they have to be in.
    pub(super) also: &'a [i64],
    pub(super) search: Option<Range>,
}

type Statement = QueryBuilder<Sqlite>;

impl Wanted<'_> {
    /// The walks that find everybody wanted, once each.
    pub(super) const fn walks(&self) -> &'static [Walk] {
        match self.search {
            Some(_) => &Walk::ALL,
            None => &[Walk::Label],
        }
    }

    /// A page of a walk, with what the list shows.
    pub(super) fn page(&self, walk: Walk, skip: usize, most: usize) -> Statement {
        let mut statement = QueryBuilder::new(
            "SELECT p.subject, p.terms, p.status, p.status_at, p.status_left FROM (",
        );
        let by = self.finds(&mut statement, walk);
        statement.push(format_args!(" ORDER BY found, {by}.subject LIMIT "));
        statement.push_bind(count(most)).push(" OFFSET ").push_bind(count(skip));
        // Who is passed over is not looked up.
        statement.push(
            ") AS f CROSS JOIN countersign_people AS p ON p.person = f.person
             ORDER BY f.found, p.subject",
        );
        statement
    }

    /// How many a walk finds, counting no further than `most`.
    pub(super) fn count(&self, walk: Walk, most: usize) -> Statement {
        let mut statement = QueryBuilder::new("SELECT count(*) FROM (");
        self.finds(&mut statement, walk);
        statement.push(" LIMIT ").push_bind(count(most)).push(")");
        statement
    }

    /// Whom a walk finds; says which table has their keys.
    fn finds(&self, statement: &mut Statement, walk: Walk) -> &'static str {
        let (list, people) = self.along;
        let (by, column) = match walk {
            Walk::Label => {
                let index = match self.status {
                    Some(_) => "countersign_listed_by_status",
                    None => "countersign_listed_in_order",
                };
                statement.push(format_args!(
                    "SELECT l.person, l.label AS found
                     FROM countersign_listed AS l INDEXED BY {index} WHERE l.list = "
                ));
                statement.push_bind(list);
                ("l", "label")
            }
            Walk::Address | Walk::Key if people <= FEW => {
                let column = walk.column();
                statement.push(format_args!(
                    "SELECT p.person, p.{column} AS found FROM countersign_listed AS l
                     CROSS JOIN countersign_people AS p ON p.person = l.person WHERE l.list = "
                ));
                statement.push_bind(list);
                ("p", column)
            }
            Walk::Address | Walk::Key => {
                let column = walk.column();
                statement.push(format_args!(
                    "SELECT p.person, p.{column} AS found FROM countersign_people AS p
                     INDEXED BY countersign_people_by_{column} WHERE p.tenant = "
                ));
                statement.push_bind(self.tenant.to_owned());
                self.is_in(statement, "p", list);
                ("p", column)
            }
        };
        if let Some(status) = self.status {
            let of = if walk == Walk::Label || people <= FEW { "l" } else { "p" };
            statement.push(format_args!(" AND {of}.status = ")).push_bind(status);
        }
        for list in self.also {
            self.is_in(statement, by, *list);
        }
        if let Some(range) = &self.search {
            between(statement, (by, column), range);
            for earlier in walk.before() {
                // Without an address nothing can be said of where it lies.
                statement.push(" AND NOT coalesce(TRUE");
                between(statement, (by, earlier.column()), range);
                statement.push(", FALSE)");
            }
        }
        by
    }

    fn is_in(&self, statement: &mut Statement, of: &str, list: i64) {
        statement.push(format_args!(
            " AND EXISTS (SELECT 1 FROM countersign_listed AS o
              WHERE o.person = {of}.person AND o.list = "
        ));
        statement.push_bind(list).push(")");
    }
}

fn between(statement: &mut Statement, (of, column): (&str, &str), range: &Range) {
    statement.push(format_args!(" AND {of}.{column} >= ")).push_bind(range.from.clone());
    if let Some(to) = &range.to {
        statement.push(format_args!(" AND {of}.{column} < ")).push_bind(to.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_all_that_begin_so_and_nothing_else() {
        for begins in ["a", "az", "%", "a_", "\u{d7ff}", "z\u{10ffff}", "\0", "\u{10ffff}"] {
            let Range { from, to } = Range::of(begins.to_owned());
            for text in ["", "a", "az", "az\u{10ffff}", "b", "%", "%%", "a_b", "a`", "\u{d7ff}x"]
                .into_iter()
                .chain(["\u{e000}", "z\u{10ffff}", "z\u{10ffff}y", "{", "\0", "\0a", "\u{1}"])
                .chain(["\u{10ffff}", "\u{10ffff}\u{10ffff}"])
            {
                let is_in = *text >= *from && to.as_deref().is_none_or(|to| text < to);
                assert_eq!(is_in, text.starts_with(begins), "{text:?} {begins:?}");
            }
        }
    }
}
