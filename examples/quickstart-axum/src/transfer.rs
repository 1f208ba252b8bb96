//! What needs a second factor shown in the last five minutes.

use axum::extract::State;
use axum::response::Response;
use countersign_tower::Recent;
use quickstart_shared::accounts::Account;
use quickstart_shared::pages;
use quickstart_shared::site::Site;

use crate::page::shown;

pub(crate) async fn show(recent: Recent<300>, State(site): State<Site>) -> Response {
    answer(&recent, &site, |_| ())
}

pub(crate) async fn make(recent: Recent<300>, State(site): State<Site>) -> Response {
    answer(&recent, &site, Account::transfer)
}

fn answer(recent: &Recent<300>, site: &Site, act: impl FnOnce(&Account)) -> Response {
    let principal = recent.principal();
    let Some(account) = site.accounts.by_id(principal.subject().key()) else {
        return shown(pages::no_money());
    };
    act(&account);
    shown(pages::transfer(principal.label(), account.transfers()))
}
