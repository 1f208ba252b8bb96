//! Which route leads where.
//!
//! ```text
//! Countersign > catchers | routes: forms come from this site > handlers
//! ```

use countersign_rocket::{Origin, WebError};
use quickstart_shared::page::STYLE_SHEET;
use quickstart_shared::site::Site;
use rocket::http::ContentType;
use rocket::shield::Shield;
use rocket::{Build, Config, Rocket, catchers, get, routes};

use crate::countersign::protect;
use crate::sessions::Kept;
use crate::{account, api, broken, files, live, open, sign_in, transfer};

/// The whole site, to be reached at `origin`.
///
/// # Errors
/// Countersign does not start with these settings.
pub fn rocket(site: Site, origin: Origin, config: Config) -> Result<Rocket<Build>, WebError> {
    let sessions = Kept::at(origin.clone());
    let countersign = protect(&site, &sessions, origin.clone())?;
    Ok(rocket::custom(config)
        .manage(site)
        .manage(sessions)
        .manage(origin)
        .mount("/", routes![open::home, open::public, open::healthz, style_sheet])
        .mount("/", routes![sign_in::form, sign_in::sign_in, sign_in::sign_out])
        .mount("/", routes![account::show, account::change_password])
        .mount("/", routes![transfer::show, transfer::make])
        .mount("/", routes![api::ping, live::events, live::socket])
        .mount("/files", files::protected())
        .register("/", catchers![broken::not_found, broken::caught])
        // Every page brings its own headers, which say the same and more.
        .attach(Shield::new())
        .attach(countersign))
}

#[get("/site.css")]
fn style_sheet() -> (ContentType, &'static str) {
    (ContentType::CSS, STYLE_SHEET)
}
