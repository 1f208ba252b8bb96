//! What needs a second factor shown in the last five minutes.

use countersign_rocket::Recent;
use quickstart_shared::accounts::Account;
use quickstart_shared::pages;
use quickstart_shared::site::Site;
use rocket::{State, get, post};

use crate::form::OwnForm;
use crate::page::Shown;

#[get("/transfer")]
pub(crate) fn show(recent: Recent<300>, site: &State<Site>) -> Shown {
    answer(&recent, site, |_| ())
}

#[post("/transfer")]
pub(crate) fn make(_own: OwnForm, recent: Recent<300>, site: &State<Site>) -> Shown {
    answer(&recent, site, Account::transfer)
}

fn answer(recent: &Recent<300>, site: &Site, act: impl FnOnce(&Account)) -> Shown {
    let principal = recent.principal();
    let Some(account) = site.accounts.by_id(principal.subject().key()) else {
        return Shown(pages::no_money());
    };
    act(&account);
    Shown(pages::transfer(principal.label(), account.transfers()))
}
