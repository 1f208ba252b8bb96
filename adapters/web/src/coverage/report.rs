//! What came of a walk, as a table.

use core::fmt;
use std::collections::BTreeMap;

use super::finding::{self, Exemption, Finding};
use super::outcome::Outcome;
use super::person::Person;
use super::route::{Route, Way};

/// What came of a walk. It prints as a table, with the findings below it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Report {
    rows: Vec<Row>,
    findings: Vec<Finding>,
}

/// One route, and what everybody was answered there.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) route: Route,
    answers: BTreeMap<Person, Vec<Outcome>>,
}

impl Row {
    pub(super) const fn new(route: Route) -> Self {
        Self { route, answers: BTreeMap::new() }
    }

    pub(super) fn answered(&mut self, person: Person, outcome: Outcome) {
        self.answers.entry(person).or_default().push(outcome);
    }

    /// What somebody was answered, each time they asked.
    pub(super) fn of(&self, person: Person) -> &[Outcome] {
        self.answers.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The same for a table: one word if it was the same each time.
    pub(super) fn cell(&self, person: Person) -> String {
        let mut words: Vec<String> = self.of(person).iter().map(Outcome::to_string).collect();
        words.dedup();
        if words.is_empty() { "-".to_owned() } else { words.join("/") }
    }

    fn remarks(&self, findings: &[Finding]) -> String {
        let open = (self.route.way == Way::Open).then_some("open");
        let own = findings.iter().filter(|finding| finding.is_about(&self.route));
        let remarks: Vec<&str> = open.into_iter().chain(own.map(Finding::remark)).collect();
        remarks.join(", ")
    }
}

impl Report {
    pub(super) fn of<'a>(rows: Vec<Row>, unknown_open: impl Iterator<Item = &'a str>) -> Self {
        let unknown = unknown_open.map(Finding::unknown);
        let exemption = Exemption::of(&rows);
        let judged = rows.iter().flat_map(|row| finding::judge(row, exemption));
        let findings = judged.chain(unknown).collect();
        Self { rows, findings }
    }

    /// What has to be mended; nothing if every route is as it is listed.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Demands that there is nothing to mend.
    ///
    /// # Panics
    /// There is something. The message is the whole report.
    #[track_caller]
    #[expect(clippy::panic, reason = "this is how a test fails")]
    pub fn assert(&self) {
        if !self.findings.is_empty() {
            panic!("not every route is as it is listed\n\n{self}");
        }
    }

    fn table(&self) -> Vec<Vec<String>> {
        let tried = |person: &Person| self.rows.iter().any(|row| !row.of(*person).is_empty());
        let people: Vec<Person> = Person::ALL.into_iter().filter(tried).collect();
        let names = people.iter().map(|person| person.name().to_owned());
        let head = ["", "route"].map(str::to_owned).into_iter().chain(names).collect();
        let rows = self.rows.iter().map(|row| {
            let route = [row.route.method.to_string(), row.route.route.clone()];
            let cells = people.iter().map(|person| row.cell(*person));
            let remarks = [row.remarks(&self.findings)];
            route.into_iter().chain(cells).chain(remarks).collect()
        });
        core::iter::once(head).chain(rows).collect()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = self.table();
        let columns = table.iter().map(Vec::len).max().unwrap_or_default();
        let cells = |column| table.iter().filter_map(move |row| row.get(column));
        let widths: Vec<usize> = (0..columns)
            .map(|column| cells(column).map(|cell| cell.chars().count()).max().unwrap_or_default())
            .collect();
        for row in &table {
            let padded = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            let line = padded.collect::<Vec<String>>().join("  ");
            writeln!(f, "{}", line.trim_end())?;
        }
        for finding in &self.findings {
            write!(f, "\n{finding}\n")?;
        }
        Ok(())
    }
}
