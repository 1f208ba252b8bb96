//! The routes of actix's applications.

use actix_web::guard::{Get, Header};
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};

use super::actix_parts::{
    counted, counting, echo, enter, events, files, gate, open, own_sessions, second, socket,
};
use super::kit::Kit;

pub(super) const fn none(_: &mut ServiceConfig) {}

pub(super) fn page(config: &mut ServiceConfig) {
    config.route("/page", web::to(counted));
}

fn second_page(config: &mut ServiceConfig) {
    config.route("/page", web::to(second));
}

pub(super) fn puts(config: &mut ServiceConfig) {
    config.route("/page", web::put().to(counted));
}

pub(super) fn page_and_open(config: &mut ServiceConfig) {
    config.configure(page).route("/open", web::to(open));
}

pub(super) fn second_and_open(config: &mut ServiceConfig) {
    config.configure(second_page).route("/open", web::to(open));
}

pub(super) fn nested(config: &mut ServiceConfig) {
    let deeper = web::scope("/deeper").configure(page);
    config.service(web::scope("/nested").configure(page).service(deeper));
}

/// A scope with data and a default service of its own is as much of an application as there is.
pub(super) fn sub_application(config: &mut ServiceConfig) {
    let sub = web::scope("/sub").app_data(7_u8).configure(page).default_service(web::to(open));
    config.service(sub);
}

pub(super) fn merged(config: &mut ServiceConfig) {
    config.configure(|one| {
        one.route("/one", web::to(counted));
    });
    config.configure(|two| {
        two.route("/two", web::to(counted));
    });
}

pub(super) fn fallback(config: &mut ServiceConfig) {
    config.default_service(web::to(counted));
}

pub(super) fn nested_fallback(config: &mut ServiceConfig) {
    config.service(web::scope("/nested").default_service(web::to(counted)));
}

pub(super) fn method_fallback(config: &mut ServiceConfig) {
    let page = web::resource("/page").route(web::get().to(counted));
    config.service(page.default_service(web::to(counted)));
}

pub(super) fn method_fallback_of_open(config: &mut ServiceConfig) {
    let here = web::resource("/open").route(web::get().to(open));
    config.service(here.default_service(web::to(second)));
}

pub(super) fn guarded(config: &mut ServiceConfig) {
    let number = web::resource("/ranked/{number}").guard(Header("x-number", "yes"));
    config
        .service(number.to(open))
        .route("/ranked/{name}", web::to(counted))
        .service(web::resource("/early").guard(Get()).to(counted))
        .route("/{rest:.*}", web::to(counted));
}

pub(super) fn open_forwards(config: &mut ServiceConfig) {
    let number = web::resource("/open/{number}").guard(Header("x-number", "yes"));
    config.service(number.to(open)).route("/open/{name}", web::to(second));
}

pub(super) fn files_below(config: &mut ServiceConfig) {
    config.service(web::scope("/files").wrap(from_fn(counting)).service(files()));
}

pub(super) fn files_at_root(config: &mut ServiceConfig) {
    config.service(web::scope("").wrap(from_fn(counting)).service(files()));
}

pub(super) fn echoes(config: &mut ServiceConfig) {
    config.route("/echo", web::to(echo));
}

pub(super) fn streams(config: &mut ServiceConfig) {
    config.route("/events", web::to(events));
}

pub(super) fn sockets(config: &mut ServiceConfig) {
    config.route("/socket", web::to(socket));
}

pub(super) fn late(config: &mut ServiceConfig) {
    config.route("/late", web::to(second));
}

pub(super) fn merged_late(config: &mut ServiceConfig) {
    let nested = web::scope("/nested").configure(second_page);
    config.route("/merged", web::to(second)).service(nested);
}

/// A scope with the sessions that the gate around it would need.
pub(super) fn own_scope(config: &mut ServiceConfig) {
    let scope = web::scope("/scope")
        .wrap(own_sessions())
        .route("/enter", web::to(enter))
        .route("/page", web::to(second))
        .route("/bare", web::to(counted));
    config.service(scope);
}

/// Routes of which some have a gate of their own.
pub(super) fn with_gates(kit: &Kit) -> impl Fn(&mut ServiceConfig) + Clone + use<> {
    let kit = kit.clone();
    move |config: &mut ServiceConfig| {
        let nested = web::scope("/nested").wrap(gate(&kit)).configure(second_page);
        let resource = web::resource("/page").wrap(gate(&kit)).route(web::to(second));
        config
            .service(nested)
            .service(resource)
            .route("/beside", web::to(second))
            .default_service(web::to(second));
    }
}
