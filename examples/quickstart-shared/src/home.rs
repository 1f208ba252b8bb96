//! The home page: who is signed in, where they stand, and a reminder for who has no second factor.

use countersign::policy::Rollout;
use countersign::standing::Standing;
use countersign::subject::Principal;

use crate::page::{Page, Text};
use crate::site::Site;

const NOBODY: &str =
    r#"<p>Nobody is signed in.</p><p><a class="button main" href="/sign-in">Sign in</a></p>"#;

const LINKS: &str = r#"<section class="card"><h2>Where to go</h2><ul class="links">
<li><a href="/account">Your account</a> <span>protected</span></li>
<li><a href="/transfer">Transfer money</a> <span>needs a second factor from the last 5 minutes</span></li>
<li><a href="/2fa">Two-factor sign-in</a> <span>settings, kept by Countersign</span></li>
<li><a href="/api/ping">/api/ping</a> <span>JSON, also with an API key</span></li>
<li><a href="/events">/events</a> <span>server-sent events; a WebSocket is at /ws</span></li>
<li><a href="/files/hello.txt">/files/hello.txt</a> <span>a protected file</span></li>
<li><a href="/public">Public page</a> <span>open to everybody</span></li>
</ul>"#;

impl Site {
    /// The home page as it is for somebody, or for nobody.
    #[must_use]
    pub fn home(&self, signed_in: Option<(&Principal, Option<Standing>, Option<Rollout>)>) -> Page {
        let hello = signed_in.map_or_else(
            || NOBODY.to_owned(),
            |(principal, standing, rollout)| self.greeting(principal, standing, rollout),
        );
        let body = format!("<h1>Welcome</h1>{hello}</section>{LINKS}");
        Page::new(200, "Welcome", signed_in.map(|(principal, ..)| principal.label()), &body)
    }

    fn greeting(
        &self,
        principal: &Principal,
        standing: Option<Standing>,
        rollout: Option<Rollout>,
    ) -> String {
        // Nobody is reminded of whom nothing is asked.
        let asked = standing.and(rollout);
        let reminder = asked.and_then(reminder).map_or_else(String::new, |why| {
            format!(
                r#"<p class="warn" role="status"><strong>{}</strong>
<a href="/2fa">Set up two-factor sign-in</a></p>"#,
                Text(why)
            )
        });
        format!(
            r"{reminder}<dl><div><dt>Signed in as</dt><dd>{}</dd></div>
<div><dt>Second factor</dt><dd>{}</dd></div></dl>",
            Text(principal.label()),
            Text(&self.say(standing, rollout))
        )
    }

    fn say(&self, standing: Option<Standing>, rollout: Option<Rollout>) -> String {
        match (standing, rollout) {
            (Some(Standing::Unenrolled), _) => "not set up".to_owned(),
            (Some(Standing::Enrolled { shown: Some(shown), .. }), _) => {
                let minutes = shown.at.until(self.second_factor.now()).as_secs() / 60;
                format!("shown in this session, {minutes} minutes ago")
            }
            (Some(Standing::Enrolled { device_remembered: true, .. }), _) => {
                "a remembered device stands in for it".to_owned()
            }
            (Some(Standing::Enrolled { .. }), _) => "set up, and not shown yet".to_owned(),
            (None, Some(_)) => "this sign-in is exempt".to_owned(),
            (None, None) => "cannot be told right now".to_owned(),
        }
    }
}

/// What a person without a second factor is told, with a link to their settings.
const fn reminder(rollout: Rollout) -> Option<&'static str> {
    match rollout {
        Rollout::NotRequired => Some("Your password is all that protects your account."),
        Rollout::Announced { .. } => Some("Your account will soon need a second factor."),
        Rollout::Grace { .. } | Rollout::Skips { .. } => {
            Some("Your account needs a second factor. You can put it off for a while.")
        }
        Rollout::MustActivate { .. } | Rollout::Overdue { .. } => {
            Some("Your account needs a second factor before you can go on.")
        }
        Rollout::Active | Rollout::Exempt { .. } | Rollout::Off => None,
    }
}
