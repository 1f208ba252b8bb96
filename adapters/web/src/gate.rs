//! The answers that stop a request.

use bytes::Bytes;
use countersign::fault::Fault;
use countersign::flow::Passage;
use countersign::place::Place;
use countersign::subject::Principal;
use countersign::ticket::Purpose;
use countersign_words::Words;
use http::{HeaderValue, Method, Response, StatusCode, header};

use crate::client::Client;
use crate::pages::Site;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::view::View;
use crate::web::Web;

/// Why the body of a form was not read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a door tells which")]
pub enum Unread {
    /// It is longer than [`Web::LONGEST_BODY`].
    TooLarge,
    /// It broke off.
    Broken,
}

impl Web {
    /// The `Set-Cookie` that a passage wants appended, if it wants one.
    pub(crate) fn keep_device(&self, passage: &Passage) -> Option<HeaderValue> {
        passage.device.as_ref().and_then(|new| self.inner.cookies.keep(new))
    }

    /// Nobody is signed in where somebody must be.
    pub(crate) fn sign_in_first(&self, view: &View<'_>, client: Client) -> Response<Bytes> {
        match (client, &self.inner.sign_in) {
            (Client::Person, Some(path)) => {
                Reply::redirect(redirect_status(view), &format!("{}{path}", view.prefix))
                    .done(is_head(view))
            }
            (Client::Person | Client::Program, _) => self.problem(
                view,
                client,
                None,
                Problem::new(
                    StatusCode::UNAUTHORIZED,
                    "sign_in_required",
                    "problem-sign-in",
                    "problem-sign-in-detail",
                ),
            ),
        }
    }

    /// A broken machine: nothing is served, and the client hears no more than that.
    pub(crate) fn fault(&self, view: &View<'_>, fault: &Fault) -> Response<Bytes> {
        tracing::error!(target: "countersign", kind = fault.kind().name(), %fault, "fault");
        self.problem(
            view,
            Client::stopped(view),
            None,
            Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "problem-unavailable",
                "problem-unavailable-detail",
            ),
        )
    }

    /// A form that was not read.
    pub(crate) fn unread(&self, view: &View<'_>, why: Unread) -> Response<Bytes> {
        let problem = match why {
            Unread::Broken => Problem::new(
                StatusCode::BAD_REQUEST,
                "malformed",
                "problem-unreadable",
                "problem-unreadable-broken",
            ),
            Unread::TooLarge => Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too_large",
                "problem-too-large",
                "problem-too-large-detail",
            ),
        };
        self.problem(view, Client::visiting(view), None, problem)
    }

    /// Leads to a challenge.
    pub(crate) fn challenge(
        &self,
        view: &View<'_>,
        principal: &Principal,
        purpose: Purpose,
    ) -> Response<Bytes> {
        self.lead(view, principal, "challenge", purpose)
    }

    /// Leads to the activation.
    pub(crate) fn enroll(&self, view: &View<'_>, principal: &Principal) -> Response<Bytes> {
        self.lead(view, principal, "activate", Purpose::Form)
    }

    fn lead(
        &self,
        view: &View<'_>,
        principal: &Principal,
        page: &str,
        purpose: Purpose,
    ) -> Response<Bytes> {
        if !principal.sign_in().is_person() {
            let words = self.words(view, Some(principal));
            return insufficient(words, purpose, None).done(is_head(view));
        }
        // Only a page can be returned to; what was sent is not sent again.
        let place = view.is_read().then(|| Place::parse(&view.target())).flatten();
        let ticket = match self.second_factor().ticket(principal, purpose, place) {
            Ok(ticket) => ticket,
            Err(fault) => return self.fault(view, &fault),
        };
        let next = format!("{}{}/{page}?ticket={ticket}", view.prefix, self.mount());
        match Client::stopped(view) {
            Client::Person => Reply::redirect(redirect_status(view), &next).done(is_head(view)),
            Client::Program => {
                let words = self.words(view, Some(principal));
                insufficient(words, purpose, Some((page, &next))).done(is_head(view))
            }
        }
    }

    /// A problem, as a page or as JSON.
    pub(crate) fn problem(
        &self,
        view: &View<'_>,
        client: Client,
        principal: Option<&Principal>,
        problem: Problem,
    ) -> Response<Bytes> {
        let status = problem.status;
        let words = self.words(view, principal);
        let reply = match client {
            Client::Person => {
                let base = format!("{}{}", view.prefix, self.mount());
                let home = format!("{}{}", view.prefix, self.inner.home.as_str());
                let sign_out = self.sign_out_path(view);
                let site = self.site(words, &base, &home, sign_out.as_deref(), principal);
                match self.inner.pages.render("problem.html", &site, &problem.page(words)) {
                    Ok(html) => Reply::page(status, html, &self.inner.csp),
                    Err(error) => {
                        tracing::error!(target: "countersign", %error, "a template failed");
                        Reply::problem_json(status, &problem.json(words))
                    }
                }
            }
            Client::Program => Reply::problem_json(status, &problem.json(words)),
        }
        .in_language(words.tag());
        let reply = match status {
            StatusCode::SERVICE_UNAVAILABLE => reply.with(header::RETRY_AFTER, "5"),
            StatusCode::UNAUTHORIZED => reply.with(header::WWW_AUTHENTICATE, "Countersign"),
            _ => reply,
        };
        reply.done(is_head(view))
    }

    pub(crate) fn sign_out_path(&self, view: &View<'_>) -> Option<String> {
        self.inner.sign_out.as_ref().map(|path| format!("{}{path}", view.prefix))
    }

    pub(crate) fn site<'a>(
        &'a self,
        words: Words<'a>,
        base: &'a str,
        home: &'a str,
        sign_out: Option<&'a str>,
        principal: Option<&'a Principal>,
    ) -> Site<'a> {
        Site {
            lang: words.tag(),
            issuer: self.second_factor().issuer(),
            base,
            css: format!("{base}/assets/{}", self.inner.style_sheet.name),
            js: format!("{base}/assets/{}", self.inner.script.name),
            home,
            sign_out: sign_out.filter(|_| principal.is_some()),
            who: principal.map(Principal::label),
            actor: principal.and_then(Principal::actor).map(Principal::label),
        }
    }
}

/// RFC 9470 has the words; the scheme is our own, because this is no OAuth token. `step` is the page
/// that helps a person, and where it is; nothing helps a key.
pub(crate) fn insufficient(
    words: Words<'_>,
    purpose: Purpose,
    step: Option<(&str, &str)>,
) -> Reply {
    let detail = match step {
        Some(("activate", _)) => "problem-insufficient-activate",
        Some(_) => "problem-insufficient-challenge",
        None => "problem-insufficient-key",
    };
    let mut problem = Problem::new(
        StatusCode::UNAUTHORIZED,
        "insufficient_user_authentication",
        "problem-insufficient",
        detail,
    );
    if let Some((page, next)) = step {
        problem = problem.member("next", next).member("step", page);
    }
    let mut scheme = "Countersign error=\"insufficient_user_authentication\"".to_owned();
    if let Purpose::StepUp { max_age } = purpose {
        problem = problem.member("max_age", max_age);
        scheme.push_str(&format!(", max_age=\"{max_age}\""));
    }
    Reply::problem_json(StatusCode::UNAUTHORIZED, &problem.json(words))
        .in_language(words.tag())
        .with(header::WWW_AUTHENTICATE, &scheme)
}

pub(crate) fn redirect_status(view: &View<'_>) -> StatusCode {
    if view.is_read() { StatusCode::FOUND } else { StatusCode::SEE_OTHER }
}

pub(crate) fn is_head(view: &View<'_>) -> bool {
    *view.method == Method::HEAD
}
