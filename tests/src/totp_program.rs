//! An authenticator app in a person's hand. Its codes come from `oathtool`, which shares nothing with
//! us, and like a person it gives no code twice.

#![expect(clippy::expect_used, clippy::panic, reason = "an app that shows no code has failed")]

use core::fmt;
use core::time::Duration;

use countersign::port::{Clock as _, SystemClock};
use tokio::time::sleep;
use url::Url;

use crate::tool::ask;

const STEP: u64 = 30;

/// An authenticator app with one entry.
#[derive(Clone)]
pub struct TotpProgram {
    /// The set-up key, in base32.
    pub set_up_key: String,
    last_step: u64,
}

impl fmt::Debug for TotpProgram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpProgram(..)")
    }
}

impl TotpProgram {
    /// Sets the app up with what a QR code says.
    #[must_use]
    pub fn scan(key_uri: &str) -> Self {
        let uri = Url::parse(key_uri).expect("a QR code holds a URI");
        assert_eq!((uri.scheme(), uri.host_str()), ("otpauth", Some("totp")), "{uri}");
        let only = |name: &str| {
            let mut values = uri.query_pairs().filter(|(key, _)| key == name);
            match (values.next(), values.next()) {
                (Some((_, value)), None) => value.into_owned(),
                (None, _) | (Some(_), Some(_)) => panic!("one {name}, once"),
            }
        };
        let parameters = (only("algorithm"), only("digits"), only("period"));
        assert_eq!(parameters, ("SHA1".into(), "6".into(), "30".into()));
        Self::type_in(&only("secret"))
    }

    /// Sets the app up with a set-up key that is typed in.
    #[must_use]
    pub fn type_in(set_up_key: &str) -> Self {
        let set_up_key = set_up_key.split_whitespace().collect();
        Self { set_up_key, last_step: 0 }
    }

    /// A code that was not given before. The site takes the code of the next step as well, so this
    /// waits for at most one step.
    pub async fn code(&mut self) -> String {
        let wanted = (self.last_step + 1).max(now() / STEP);
        for _ in 0..STEP * 20 {
            if wanted <= now() / STEP + 1 {
                self.last_step = wanted;
                return self.code_at(wanted * STEP);
            }
            sleep(Duration::from_millis(100)).await;
        }
        panic!("the clock stands still")
    }

    /// The code that was given last.
    #[must_use]
    pub fn last_code(&self) -> String {
        self.code_at(self.last_step * STEP)
    }

    /// Whether a site would still take the code that was given last, had it not been used.
    #[must_use]
    pub fn last_counts(&self) -> bool {
        now() / STEP <= self.last_step + 1
    }

    /// The code at a moment.
    #[must_use]
    pub fn code_at(&self, unix: u64) -> String {
        let moment = format!("@{unix}");
        let shape = ["--totp=sha1", "--base32", "--digits=6", "--time-step-size=30s"];
        let arguments = [&shape[..], &["--now", &moment, "-"]].concat();
        ask("oathtool", &arguments, &self.set_up_key).trim_end().to_owned()
    }

    /// So many codes that this app shows neither now nor soon.
    #[must_use]
    pub fn wrong_codes(&self, wanted: usize) -> Vec<String> {
        let soon = now() / STEP;
        let near: Vec<_> = (soon - 2..soon + 8).map(|step| self.code_at(step * STEP)).collect();
        let all = (0..1_000_000).map(|n| format!("{n:06}"));
        all.filter(|code| !near.contains(code)).take(wanted).collect()
    }
}

fn now() -> u64 {
    SystemClock::default().now().as_unix()
}
