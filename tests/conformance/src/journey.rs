//! A journey: what people and programs do at a site, step by step, and what must come back.

use core::time::Duration;

use serde::Deserialize;

use crate::settings::Settings;
use crate::step::Step;

/// A journey, as a file of journeys writes it down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Journey {
    /// The rule that it holds, as a sentence.
    pub name: String,
    /// The rows of the requirements that it covers.
    #[serde(default)]
    pub covers: Vec<String>,
    /// What it sets about the site.
    #[serde(default)]
    pub site: Settings,
    /// What happens.
    #[serde(rename = "step")]
    pub(crate) steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    journey: Vec<Journey>,
}

impl Journey {
    /// Reads a file of journeys.
    ///
    /// # Errors
    /// It is no TOML, says what no journey says, or has a step that does nothing or two things.
    pub fn parse(toml: &str) -> Result<Vec<Self>, String> {
        let file: File = toml::from_str(toml).map_err(|error| error.to_string())?;
        for journey in &file.journey {
            for (number, step) in journey.steps.iter().enumerate() {
                step.check().map_err(|why| {
                    format!("{}, step {}: {why}", journey.name, number.saturating_add(1))
                })?;
            }
        }
        Ok(file.journey)
    }

    /// For how long it waits, all in all.
    pub(crate) fn waits(&self) -> Duration {
        self.steps.iter().map(Step::waits).sum()
    }

    /// Whether somebody reads mail in it.
    pub(crate) fn reads_mail(&self) -> bool {
        self.steps.iter().any(Step::reads_mail)
    }

    /// Whether a site that nobody can break or set is good enough for it.
    pub(crate) fn needs_hands(&self) -> bool {
        self.steps.iter().any(Step::needs_hands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(step: &str) -> Result<Vec<Journey>, String> {
        Journey::parse(&format!("[[journey]]\nname = \"x\"\n[[journey.step]]\n{step}\n"))
    }

    #[test]
    fn a_step_does_one_thing_and_says_nothing_that_is_not_understood() {
        assert!(parse("get = \"/\"\nstatus = 200").is_ok());
        assert!(parse("status = 200").unwrap_err().contains("step 1"));
        assert!(parse("get = \"/\"\npost = \"/\"").is_err());
        assert!(parse("get = \"/\"\nstatsu = 200").is_err());
        assert!(parse("wait = \"30\"").is_err());
        assert!(parse("get = \"/\"").is_err(), "a request whose answer nobody looks at");
    }
}
