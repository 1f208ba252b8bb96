//! Letters to people: in English unless the application or the browser says otherwise, to wherever
//! `COUNTERSIGN_MAIL` says.

use countersign_web::Origin;
use countersign_words::{Languages, Letters, Mail};

use crate::settings::Settings;
use crate::site::BoxError;

/// Where Countersign's pages are.
const PAGES: &str = "/2fa";

/// Writes letters whose links lead to the site at `origin`, and never to what a request calls it.
pub(crate) fn mail(settings: &Settings, origin: &Origin) -> Result<Mail, BoxError> {
    let letters = Letters::new(Languages::new()?, &format!("{origin}{PAGES}"))?;
    Ok(Mail::new(letters, settings.mail.clone()))
}
