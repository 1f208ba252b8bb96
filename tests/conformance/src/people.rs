//! Who asks where a table is tried: somebody who must activate, somebody who is half signed in, and
//! somebody of whom nothing more is asked.

use crate::browser::Browser;
use crate::journey::Journey;
use crate::run::Play;
use crate::stage::Stage;

const MOUNT: &str = "/2fa";
/// Who signs in, activates, and is then half signed in elsewhere.
const PREPARED: &str = r#"
[[journey]]
name = "somebody who is half signed in"
[[journey.step]]
browser = "must activate"
sign_in = "root@acme.example"
[[journey.step]]
browser = "verified"
sign_in = "ada@acme.example"
[[journey.step]]
browser = "verified"
activate = true
[[journey.step]]
browser = "half"
sign_in = "ada@acme.example"
"#;

/// Their browsers.
pub(crate) struct Browsers {
    pub(crate) must_activate: Browser,
    pub(crate) half: Browser,
    pub(crate) verified: Browser,
}

/// Lets them come as far as that, on the pages of the site.
pub(crate) async fn prepared(stage: &Stage) -> Result<Browsers, String> {
    let journeys = Journey::parse(PREPARED)?;
    let journey = journeys.first().ok_or("no journey")?;
    let mut play = Play::at(stage, MOUNT);
    for step in &journey.steps {
        play.step(step).await?;
    }
    let mut browser = |name| play.browsers.remove(name).ok_or("nobody");
    Ok(Browsers {
        must_activate: browser("must activate")?,
        half: browser("half")?,
        verified: browser("verified")?,
    })
}

/// Who asks, each by the value of their header `Cookie`: for a test of an adapter's own that puts the
/// same sessions and pages behind another application.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct People {
    /// Somebody who has no second factor and must have one.
    pub must_activate: String,
    /// Somebody who has one and has not shown it in this session.
    pub half_signed_in: String,
    /// The same person, who has shown it in another session.
    pub verified: String,
}

impl Stage {
    /// Lets people sign in, activate, and sign in once more, on the pages at `/2fa`.
    ///
    /// # Errors
    /// One of them does not come as far as that.
    pub async fn people(&self) -> Result<People, String> {
        let browsers = prepared(self).await?;
        Ok(People {
            must_activate: browsers.must_activate.cookie(),
            half_signed_in: browsers.half.cookie(),
            verified: browsers.verified.cookie(),
        })
    }
}
