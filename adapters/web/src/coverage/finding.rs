//! What has to be mended, and how.
//!
//! | a route | and | it is |
//! |---|---|---|
//! | was answered with 404 or 405 to who was let through | | not reached |
//! | is not listed as open | somebody of whom more is asked was not stopped | not protected |
//! | is not listed as open | the same, but by a 503 | broken |
//! | is listed as open | somebody of whom more is asked was stopped | not open |
//! | | somebody of whom nothing more is asked was stopped | shut |
//!
//! An exempt sign-in may be stopped by a handler that asks for a recent factor: for that there is no
//! exemption. What is stopped wherever it goes is not exempt.

use core::fmt;

use http::{Method, StatusCode};

use super::outcome::Outcome;
use super::person::Person;
use super::report::Row;
use super::route::{Route, Way};

/// What has to be mended, and how: prints as a sentence or two.
#[derive(Clone, Debug)]
pub struct Finding {
    method: Option<Method>,
    route: String,
    wrong: Wrong,
}

#[derive(Clone, Debug)]
enum Wrong {
    NotReached { address: String, person: Person, answer: String },
    NotProtected { answers: String, as_nobody: AsNobody },
    Broken { answers: String },
    NotOpen { answers: String },
    Shut { answers: String },
    Unknown,
}

/// Whether everybody was answered as nobody was.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum AsNobody {
    Yes,
    No,
}

impl Finding {
    /// What is listed as open, and is no route.
    pub(super) fn unknown(route: &str) -> Self {
        Self { method: None, route: route.to_owned(), wrong: Wrong::Unknown }
    }

    /// The path of the route that it is about, as it was handed over.
    #[must_use]
    pub fn route(&self) -> &str {
        &self.route
    }

    pub(super) fn is_about(&self, route: &Route) -> bool {
        self.method.as_ref() == Some(&route.method) && self.route == route.route
    }

    /// In a table.
    pub(super) const fn remark(&self) -> &'static str {
        match self.wrong {
            Wrong::NotReached { .. } => "NOT REACHED",
            Wrong::NotProtected { .. } => "NOT PROTECTED",
            Wrong::Broken { .. } => "BROKEN",
            Wrong::NotOpen { .. } => "NOT OPEN",
            Wrong::Shut { .. } => "SHUT",
            Wrong::Unknown => "UNKNOWN",
        }
    }
}

/// Whether what is said to be exempt is let through anywhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Exemption {
    Holds,
    Fails,
}

impl Exemption {
    pub(super) fn of(rows: &[Row]) -> Self {
        let protected = rows.iter().filter(|row| row.route.way == Way::Protected);
        let answers = protected.flat_map(|row| row.of(Person::Exempt));
        match answers.clone().count() > 0 && answers.clone().all(Outcome::is_stopped) {
            true => Self::Fails,
            false => Self::Holds,
        }
    }
}

/// Everything that is wrong with a route.
pub(super) fn judge(row: &Row, exemption: Exemption) -> Vec<Finding> {
    let gated = [Person::MustActivate, Person::Half];
    let not_reached = not_reached(row);
    let at_gate = match row.route.way {
        Way::Protected => not_protected(row, |outcome| {
            // What nobody reaches, nobody is kept from.
            let is_nothing = not_reached.is_some() && is_missing(outcome);
            !outcome.is_stopped() && !is_nothing
        }),
        Way::Open => {
            among(row, gated, Outcome::is_stopped).map(|answers| Wrong::NotOpen { answers })
        }
    };
    let past_gate =
        among(row, [Person::Verified], Outcome::is_stopped).or_else(|| match exemption {
            Exemption::Holds => None,
            Exemption::Fails => among(row, [Person::Exempt], Outcome::is_stopped),
        });
    let past_gate = past_gate.map(|answers| Wrong::Shut { answers });
    [not_reached, at_gate, past_gate]
        .into_iter()
        .flatten()
        .map(|wrong| Finding {
            method: Some(row.route.method.clone()),
            route: row.route.route.clone(),
            wrong,
        })
        .collect()
}

/// Who was let through knows whether there is a route: who is verified, and for methods that they do
/// not send, nobody.
fn not_reached(row: &Row) -> Option<Wrong> {
    let asked = |person: &Person| !row.of(*person).is_empty();
    let person = [Person::Verified, Person::Nobody].into_iter().find(asked)?;
    any(row, [person], is_missing).then(|| Wrong::NotReached {
        address: row.route.address.clone(),
        person,
        answer: row.cell(person),
    })
}

fn not_protected(row: &Row, was_let_by: impl Fn(&Outcome) -> bool) -> Option<Wrong> {
    let gated = [Person::MustActivate, Person::Half];
    let answers = among(row, gated, &was_let_by)?;
    let let_by = gated.into_iter().flat_map(|person| row.of(person)).filter(|o| was_let_by(o));
    let broken = Some(StatusCode::SERVICE_UNAVAILABLE);
    if let_by.clone().all(|outcome| outcome.answered() == broken) {
        return Some(Wrong::Broken { answers });
    }
    let nobody = row.of(Person::Nobody).first();
    let as_nobody = match let_by.clone().all(|outcome| Some(outcome) == nobody) {
        true => AsNobody::Yes,
        false => AsNobody::No,
    };
    Some(Wrong::NotProtected { answers, as_nobody })
}

fn is_missing(outcome: &Outcome) -> bool {
    matches!(outcome.answered(), Some(StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED))
}

fn any<const N: usize>(row: &Row, people: [Person; N], is: impl Fn(&Outcome) -> bool) -> bool {
    people.into_iter().flat_map(|person| row.of(person)).any(is)
}

/// What those were answered of whose answers one is so.
fn among<const N: usize>(
    row: &Row,
    people: [Person; N],
    is: impl Fn(&Outcome) -> bool,
) -> Option<String> {
    let found = people.into_iter().filter(|person| any(row, [*person], &is));
    let said: Vec<String> =
        found.map(|person| format!("{} got {}", person.name(), row.cell(person))).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = &self.route;
        if let Some(method) = &self.method {
            write!(f, "{method} ")?;
        }
        write!(f, "{route} ")?;
        match &self.wrong {
            Wrong::NotReached { address, person, answer } => {
                write!(
                    f,
                    "was not reached: {} got {answer} at {address}. Give an address that is there \
                     with `.at({route:?}, …)`, or take the route off the list",
                    person.name()
                )?;
                if *person == Person::Nobody {
                    f.write_str("; if it is there, but not for nobody, add `.run_handlers()`")?;
                }
            }
            Wrong::NotProtected { answers, as_nobody } => {
                write!(
                    f,
                    "is not protected: {answers}. Is it outside of Countersign (in axum, added after \
                     the layer), or opened there? If everybody may go there, list it with \
                     `.open([{route:?}])`"
                )?;
                if *as_nobody == AsNobody::Yes {
                    f.write_str(
                        ". Nobody got the same: it may be behind Countersign, with the sessions inside, \
                         so that the first factor sees nobody there",
                    )?;
                }
            }
            Wrong::Broken { answers } => write!(
                f,
                "is broken: {answers}. Nothing was served, but nothing was decided either, and the log \
                 knows why: a handler takes `Verified` on a route that is not behind Countersign, or \
                 what the first factor reads, such as the sessions, is inside of it"
            )?,
            Wrong::NotOpen { answers } => write!(
                f,
                "is not open: {answers}. Open it where Countersign is set up too, take `Verified` out \
                 of its handler, or take it off the list of `.open(…)`"
            )?,
            Wrong::Shut { answers } => write!(
                f,
                "stops people of whom nothing more is asked: {answers}. Is another second factor \
                 around it, with records of its own, or does it ask for a session that is not the \
                 one that was verified? What is exempt is said by the policy"
            )?,
            Wrong::Unknown => f.write_str(
                "is listed as open, but is the path of no route: hand the route over, or take the \
                 path off the list of `.open(…)`",
            )?,
        }
        f.write_str(".")
    }
}
