//! What the handlers work with.

use countersign::SecondFactor;
use countersign_web::Origin;

use crate::accounts::Accounts;
use crate::limits::LAST_LETTERS;
use crate::second_factor::second_factor;
use crate::settings::Settings;

/// Whatever went wrong.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The protected files.
pub const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/files");

/// The accounts and their second factors. Clones are one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Site {
    /// The people of this site.
    pub accounts: Accounts,
    /// What Countersign knows of them.
    pub second_factor: SecondFactor,
}

impl Site {
    /// Opens what the settings name, for a site that browsers reach at `origin`.
    ///
    /// # Errors
    /// The keys or the records cannot be opened; the text names the setting.
    pub async fn open(settings: &Settings, origin: &Origin) -> Result<Self, BoxError> {
        let accounts = Accounts::example().await?;
        let second_factor = second_factor(settings, origin, &accounts).await?;
        Ok(Self { accounts, second_factor })
    }

    /// Begins with what goes on behind the scenes: confirmations that were left half-way, and telling
    /// people what is to come.
    pub fn begin_errands(&self) {
        drop(tokio::spawn(self.second_factor.clone().errands()));
    }

    /// Sends the letters that are still on their way, but not for long. A mail server that is down is
    /// not waited for; what it missed is in the log.
    pub async fn last_letters(&self) {
        if !self.second_factor.shut_down(LAST_LETTERS).await {
            tracing::warn!("some letters have not gone out");
        }
    }
}
