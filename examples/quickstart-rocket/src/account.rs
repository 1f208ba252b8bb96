//! The account of whoever asks, and the change of its password.

use countersign_rocket::Verified;
use quickstart_shared::pages;
use quickstart_shared::site::Site;
use rocket::form::FromForm;
use rocket::response::Redirect;
use rocket::{State, get, post, uri};

use crate::broken::Broken;
use crate::form::{OwnForm, Sent};
use crate::page::{Answer, Shown};

#[get("/account")]
pub(crate) fn show(verified: Verified) -> Shown {
    Shown(pages::account(verified.principal().label()))
}

#[derive(FromForm)]
pub(crate) struct Change {
    password: String,
    new_password: String,
}

/// Changes the password, and tells Countersign: what any session has shown before counts no longer.
/// Sessions elsewhere stay signed in, and are asked for the second factor of who has one. A real site ends
/// them as well.
#[post("/password", data = "<form>")]
pub(crate) async fn change_password(
    _own: OwnForm,
    verified: Verified,
    site: &State<Site>,
    form: Sent<Change>,
) -> Result<Answer, Broken> {
    let Sent(Change { password, new_password }) = form;
    let principal = verified.principal();
    let subject = principal.subject();
    let allowed = site.accounts.may_change_password(subject.key(), password, &new_password);
    let account = match allowed.await? {
        Ok(account) => account,
        Err(why) => return Ok(pages::password_refused(principal.label(), why).into()),
    };
    // Before the change: if it cannot be told, nothing has changed.
    site.second_factor.credentials_changed(subject).await?;
    account.change_password(new_password).await?;
    Ok(Redirect::to(uri!(show)).into())
}
