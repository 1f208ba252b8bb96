//! What came of it: a table, journey by adapter.

use core::fmt;

/// What a journey came to at an adapter.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "there is nothing else")]
pub enum Outcome {
    /// All was as it must be.
    Passed,
    /// Something was not.
    Failed(String),
    /// It could not be played there, and why.
    Skipped(String),
}

/// One line: a journey and what it came to at each adapter.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) covers: Vec<String>,
    pub(crate) outcomes: Vec<Outcome>,
}

/// A table, journey by adapter.
#[derive(Clone, Debug)]
#[must_use = "a report that nobody looks at finds nothing"]
pub struct Report {
    pub(crate) adapters: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

impl Report {
    /// How many journeys there are.
    #[must_use]
    pub fn journeys(&self) -> usize {
        self.rows.len()
    }

    /// How often something failed: journey and adapter, and what it was.
    pub fn failures(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.rows.iter().flat_map(|row| {
            row.outcomes.iter().zip(&self.adapters).filter_map(|(outcome, adapter)| match outcome {
                Outcome::Failed(why) => Some((row.name.as_str(), adapter.as_str(), why.as_str())),
                Outcome::Passed | Outcome::Skipped(_) => None,
            })
        })
    }

    /// How many journeys passed at the adapter of this name.
    #[must_use]
    pub fn passed_at(&self, adapter: &str) -> usize {
        let Some(column) = self.adapters.iter().position(|name| name == adapter) else { return 0 };
        let passed = |row: &&Row| row.outcomes.get(column) == Some(&Outcome::Passed);
        self.rows.iter().filter(passed).count()
    }

    /// The rows of the requirements that passing journeys cover at every adapter.
    #[must_use]
    pub fn covered(&self) -> Vec<&str> {
        let holds = |row: &&Row| {
            let failed = row.outcomes.iter().any(|outcome| matches!(outcome, Outcome::Failed(_)));
            !failed && row.outcomes.contains(&Outcome::Passed)
        };
        let mut covered: Vec<&str> = self
            .rows
            .iter()
            .filter(holds)
            .flat_map(|row| &row.covers)
            .map(String::as_str)
            .collect();
        covered.sort_unstable();
        covered.dedup();
        covered
    }

    /// Fails a test if anything failed, and says what.
    ///
    /// # Panics
    /// Something failed, or nothing was played at all.
    #[expect(clippy::panic, reason = "that is what it is for")]
    pub fn assert(&self) {
        let failures: Vec<_> = self.failures().collect();
        assert!(self.journeys() > 0, "no journey was played");
        if !failures.is_empty() {
            let list = failures
                .iter()
                .map(|(journey, adapter, why)| format!("\n--- {journey}, at {adapter}\n{why}\n"));
            panic!("{} of the journeys failed:{}", failures.len(), list.collect::<String>());
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
        write!(f, "{:width$}", "journey")?;
        for adapter in &self.adapters {
            write!(f, "  {adapter}")?;
        }
        writeln!(f, "  covers")?;
        for row in &self.rows {
            write!(f, "{:width$}", row.name)?;
            for (outcome, adapter) in row.outcomes.iter().zip(&self.adapters) {
                let said = match outcome {
                    Outcome::Passed => "ok",
                    Outcome::Failed(_) => "FAILED",
                    Outcome::Skipped(_) => "-",
                };
                write!(f, "  {said:0$}", adapter.chars().count())?;
            }
            writeln!(f, "  {}", row.covers.join(" "))?;
        }
        let failed = self.failures().count();
        let adapters = self.adapters.len();
        write!(f, "{} journeys at {adapters} adapters, {failed} failures", self.journeys())
    }
}
