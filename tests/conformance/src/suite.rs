//! The journeys, and how they are played.

use core::time::Duration;
use std::panic::resume_unwind;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::adapter::Adapter;
use crate::agreement;
use crate::journey::Journey;
use crate::report::{Outcome, Report, Row};
use crate::run::{Played, play};
use crate::wire::Answer;

/// How many journeys are played at once.
const AT_ONCE: usize = 8;

/// The journeys of this crate, as files. A file is a subject.
const FILES: &[&str] = &[
    include_str!("../journeys/activation.toml"),
    include_str!("../journeys/challenge.toml"),
    include_str!("../journeys/recovery.toml"),
    include_str!("../journeys/lockout.toml"),
    include_str!("../journeys/devices.toml"),
    include_str!("../journeys/settings.toml"),
    include_str!("../journeys/step_up.toml"),
    include_str!("../journeys/site.toml"),
    include_str!("../journeys/negotiation.toml"),
    include_str!("../journeys/languages.toml"),
    include_str!("../journeys/bad_input.toml"),
    include_str!("../journeys/trouble.toml"),
    include_str!("../journeys/mount.toml"),
    include_str!("../journeys/policy.toml"),
    include_str!("../journeys/rollout.toml"),
    include_str!("../journeys/administration.toml"),
    include_str!("../journeys/impersonation.toml"),
    include_str!("../journeys/mail.toml"),
    include_str!("../journeys/mail_refusals.toml"),
    include_str!("../journeys/addresses.toml"),
    include_str!("../journeys/mail_administration.toml"),
];

/// Journeys that are to be played.
#[derive(Clone, Debug)]
pub struct Suite {
    journeys: Vec<Journey>,
}

impl Suite {
    /// Every journey of this crate.
    ///
    /// # Errors
    /// A file of journeys cannot be read, which is a fault of this crate.
    pub fn new() -> Result<Self, String> {
        let mut journeys = Vec::new();
        for file in FILES {
            journeys.extend(Journey::parse(file)?);
        }
        Ok(Self { journeys })
    }

    /// Journeys of one's own.
    #[must_use]
    pub const fn of(journeys: Vec<Journey>) -> Self {
        Self { journeys }
    }

    /// The journeys.
    #[must_use]
    pub fn journeys(&self) -> &[Journey] {
        &self.journeys
    }

    /// Only the journeys whose name has this in it.
    #[must_use]
    pub fn only(mut self, part: &str) -> Self {
        self.journeys.retain(|journey| journey.name.contains(part));
        self
    }

    /// Only the journeys in which somebody reads mail.
    #[must_use]
    pub fn with_mail(mut self) -> Self {
        self.journeys.retain(Journey::reads_mail);
        self
    }

    /// Only the journeys that wait for no longer than this, all waits together. At a site with
    /// everybody's clock a wait takes its time.
    #[must_use]
    pub fn within(mut self, longest: Duration) -> Self {
        self.journeys.retain(|journey| journey.waits() <= longest);
        self
    }

    /// The first journey found that fails at an adapter, if one does.
    pub async fn first_failure(&self, adapter: Arc<dyn Adapter>) -> Option<String> {
        let adapters = [adapter];
        for some in self.journeys.chunks(AT_ONCE) {
            let report = Self::of(some.to_vec()).play(&adapters).await;
            if let Some((name, ..)) = report.failures().next() {
                return Some(name.to_owned());
            }
        }
        None
    }

    /// Plays every journey at every adapter. Where one adapter after the first answers otherwise than
    /// the first did, the journey fails there.
    pub async fn play(&self, adapters: &[Arc<dyn Adapter>]) -> Report {
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut tasks = JoinSet::new();
        for (number, journey) in self.journeys.iter().enumerate() {
            let (adapters, journey) = (adapters.to_vec(), journey.clone());
            let room = Arc::clone(&room);
            tasks.spawn(async move {
                let _place = room.acquire().await;
                (number, at_every(&journey, &adapters).await)
            });
        }
        let mut rows = Vec::new();
        while let Some(row) = tasks.join_next().await {
            match row {
                Ok(row) => rows.push(row),
                // What fell over has not passed.
                Err(fell) => resume_unwind(fell.into_panic()),
            }
        }
        rows.sort_by_key(|(number, _)| *number);
        Report {
            adapters: adapters.iter().map(|adapter| adapter.name().to_owned()).collect(),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        }
    }
}

async fn at_every(journey: &Journey, adapters: &[Arc<dyn Adapter>]) -> Row {
    let mut outcomes = Vec::new();
    let mut first: Option<Vec<(String, Answer)>> = None;
    for adapter in adapters {
        let (mut played, is_here) = at(journey, adapter.as_ref()).await;
        // Elsewhere chance is chance, and nothing is the same twice.
        if is_here && played.outcome == Outcome::Passed {
            match &first {
                Some(first) => played.agrees_with(first, adapter.as_ref()),
                None => first = Some(core::mem::take(&mut played.answers)),
            }
        }
        outcomes.push(played.outcome);
    }
    Row { name: journey.name.clone(), covers: journey.covers.clone(), outcomes }
}

async fn at(journey: &Journey, adapter: &dyn Adapter) -> (Played, bool) {
    let none = |outcome| Played { outcome, answers: Vec::new() };
    match adapter.stage(&journey.site).await {
        Err(error) => (none(Outcome::Failed(format!("it does not start: {error}"))), false),
        Ok(None) => (none(Outcome::Skipped("it needs settings of its own".to_owned())), false),
        Ok(Some(stage)) if stage.hands.is_none() && journey.needs_hands() => {
            (none(Outcome::Skipped("nobody can break it".to_owned())), false)
        }
        Ok(Some(stage)) => (play(journey, &stage).await, stage.hands.is_some()),
    }
}

impl Played {
    fn agrees_with(&mut self, first: &[(String, Answer)], adapter: &dyn Adapter) {
        let differ = agreement::differ(first, &self.answers, adapter.own_headers());
        if let Some(how) = differ {
            self.outcome = Outcome::Failed(format!("it differs from the first adapter: {how}"));
        }
    }
}
