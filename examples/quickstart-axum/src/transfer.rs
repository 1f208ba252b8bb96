//! What needs a second factor shown in the last five minutes.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use countersign_tower::Recent;

use crate::accounts::Account;
use crate::pages;
use crate::site::Site;

pub(crate) async fn show(recent: Recent<300>, State(site): State<Site>) -> Response {
    answer(&recent, &site, |_| ())
}

pub(crate) async fn make(recent: Recent<300>, State(site): State<Site>) -> Response {
    answer(&recent, &site, Account::transfer)
}

fn answer(recent: &Recent<300>, site: &Site, act: impl FnOnce(&Account)) -> Response {
    let principal = recent.principal();
    let Some(account) = site.accounts.by_id(principal.subject().key()) else {
        return pages::plain(StatusCode::FORBIDDEN, "No transfers", "This account has no money.");
    };
    act(&account);
    pages::transfer(principal, account.transfers())
}
