//! What needs a second factor shown in the last five minutes.

use actix_web::HttpResponse;
use actix_web::web::Data;
use countersign_actix::Recent;
use quickstart_shared::accounts::Account;
use quickstart_shared::pages;
use quickstart_shared::site::Site;

use crate::page::shown;

pub(crate) async fn show(recent: Recent<300>, site: Data<Site>) -> HttpResponse {
    answer(&recent, &site, |_| ())
}

pub(crate) async fn make(recent: Recent<300>, site: Data<Site>) -> HttpResponse {
    answer(&recent, &site, Account::transfer)
}

fn answer(recent: &Recent<300>, site: &Site, act: impl FnOnce(&Account)) -> HttpResponse {
    let principal = recent.principal();
    let Some(account) = site.accounts.by_id(principal.subject().key()) else {
        return shown(pages::no_money());
    };
    act(&account);
    shown(pages::transfer(principal.label(), account.transfers()))
}
