//! The first factor: who sent a request, and how they came to be known.

use countersign::subject::Principal;
use countersign_rocket::SignedIn;
use quickstart_shared::site::Site;
use quickstart_shared::{pages, visitor};
use rocket::form::FromForm;
use rocket::http::{CookieJar, Status};
use rocket::outcome::{IntoOutcome as _, try_outcome};
use rocket::request::{self, FromRequest};
use rocket::response::Redirect;
use rocket::{Request, State, get, post, uri};

use crate::account;
use crate::broken::Broken;
use crate::form::{OwnForm, Sent};
use crate::open;
use crate::page::{Answer, Shown};
use crate::sessions::Kept;

/// Who passed the first factor. Forwards if nobody did.
pub(crate) struct Visitor(pub(crate) Principal);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Visitor {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let site = try_outcome!(request.guard::<&State<Site>>().await);
        let sessions = try_outcome!(request.guard::<&State<Kept>>().await);
        let session = sessions.get(request.cookies());
        let account = session.and_then(|(id, account)| Some((site.accounts.by_id(account)?, id)));
        let signed_in = account.as_ref().map(|(account, id)| (&**account, id.clone()));
        let authorization = request.headers().get_one("authorization").map(str::as_bytes);
        visitor::visitor(authorization, signed_in).map(Self).or_forward(Status::Unauthorized)
    }
}

#[get("/sign-in")]
pub(crate) fn form() -> Shown {
    Shown(pages::sign_in())
}

#[derive(FromForm)]
pub(crate) struct Credentials {
    email: String,
    password: String,
}

/// Signs in with a password. Nothing here limits how many are tried: Countersign counts what is tried of
/// the second factor only. A real site limits tries of passwords, by account and by address.
#[post("/sign-in", data = "<form>")]
pub(crate) async fn sign_in(
    _own: OwnForm,
    site: &State<Site>,
    sessions: &State<Kept>,
    jar: &CookieJar<'_>,
    form: Sent<Credentials>,
) -> Result<Answer, Broken> {
    let Sent(Credentials { email, password }) = form;
    let Some(account) = site.accounts.by_password(&email, password).await? else {
        return Ok(pages::sign_in_refused(&email).into());
    };
    sessions.begin(jar, &account)?;
    Ok(Redirect::to(uri!(account::show)).into())
}

/// Signs out, and tells Countersign first: what the session has shown counts no longer, even if
/// somebody has a copy of its cookie. It works for those who have shown no second factor as well.
#[post("/sign-out")]
pub(crate) async fn sign_out(
    _own: OwnForm,
    site: &State<Site>,
    sessions: &State<Kept>,
    jar: &CookieJar<'_>,
    signed_in: Option<SignedIn>,
) -> Result<Redirect, Broken> {
    if let Some(signed_in) = signed_in {
        site.second_factor.signed_out(signed_in.principal()).await?;
    }
    sessions.end(jar);
    Ok(Redirect::to(uri!(open::home)))
}
