//! A request for one of our own pages: who asks, whether the form came from us, and which page it is.

use bytes::Bytes;
use countersign::fault::Fault;
use countersign::flow::Denied;
use countersign::place::Place;
use countersign::port::Rotation;
use countersign::subject::Principal;
use countersign::ticket::{Purpose, Ticket};
use countersign_words::Words;
use http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use serde::Serialize;

use crate::client::Client;
use crate::device_cookie::cookie_value;
use crate::form::Form;
use crate::gate::{Unread, is_head, redirect_status};
use crate::grounds::Identified;
use crate::problem::Problem;
use crate::provenance::{forged, read_form};
use crate::reply::Reply;
use crate::route::{NoRoute, Route};
use crate::stopped::Stopped;
use crate::view::View;
use crate::web::Web;

/// A request for one of our own pages.
pub(crate) struct Call<'a> {
    pub(crate) web: &'a Web,
    pub(crate) view: View<'a>,
    pub(crate) client: Client,
    pub(crate) principal: &'a Principal,
    /// The words of the language of whoever asks.
    pub(crate) words: Words<'a>,
    pub(crate) base: String,
    /// The page that the form came from: where people are led back to.
    pub(crate) back: String,
    pub(crate) query: Form,
    pub(crate) form: Form,
}

/// Why a handler has no answer of its own.
pub(crate) enum Stop {
    Fault(Fault),
    Denied(Denied),
    Problem(Box<Problem>),
    Answer(Box<Response<Bytes>>),
    NoRoute(NoRoute),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Denied> for Stop {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<Box<Problem>> for Stop {
    fn from(problem: Box<Problem>) -> Self {
        Self::Problem(problem)
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

pub(crate) type Answered = Result<Reply, Stop>;

impl Web {
    /// Answers a request for one of our own pages, that is, one whose path [`owns`](Web::owns) says
    /// is ours. `path` is that path: without the prefix that the application is nested below.
    ///
    /// A door that can be dropped half-way runs this, and what finds out `who` comes, in a task of its
    /// own: a guess is counted whether or not its sender waits for the answer.
    pub async fn handle(
        &self,
        view: View<'_>,
        path: &str,
        body: Result<Bytes, Unread>,
        who: Identified,
        rotation: impl Rotation,
    ) -> Response<Bytes> {
        let body = match body {
            Ok(body) => body,
            Err(why) => return self.unread(&view, why),
        };
        let principal = match who {
            Ok(principal) => principal.map(|principal| self.addressed(&view, principal)),
            Err(error) => return Stopped::without_first_factor(self, &error).answer(&view),
        };
        let principal = principal.as_ref();
        let client = Client::visiting(&view);
        let rest = path.strip_prefix(self.mount()).unwrap_or_default();
        let route = match Route::read(view.method, rest) {
            Ok(Route::Asset(name)) => return self.asset(&view, client, &name),
            Ok(Route::Administration(_)) if !self.second_factor().has_administration() => {
                return self.no_route(&view, client, principal, NoRoute::Unknown);
            }
            Ok(route) => route,
            Err(none) => return self.no_route(&view, client, principal, none),
        };
        // Whoever has the link reads the mailbox; who else they are does not matter.
        if let Route::AddressLink | Route::ConfirmAddress = route {
            return self.address_page(&view, client, principal, &body).await;
        }
        let Some(principal) = principal else { return self.sign_in_first(&view, client) };
        let base = format!("{}{}", view.prefix, self.mount());
        let mut call = Call {
            web: self,
            view,
            client,
            principal,
            words: self.words(&view, Some(principal)),
            back: base.clone(),
            base,
            query: Form::from_query(view.query),
            form: Form::default(),
        };
        let answered = match call.answer(route, &body, rotation).await {
            Err(Stop::Denied(Denied::Impersonated)) => call.on_behalf_page(None).await,
            answered => answered,
        };
        match answered {
            Ok(reply) => reply.done(is_head(&view)),
            Err(Stop::Fault(fault)) => self.fault(&view, &fault),
            Err(Stop::Denied(denied)) => call.denied(denied),
            Err(Stop::Answer(response)) => *response,
            Err(Stop::NoRoute(none)) => call.no_such_page(none),
            Err(Stop::Problem(problem)) => self.problem(&view, client, Some(principal), *problem),
        }
    }

    /// The task in which [`handle`](Self::handle) ran has ended without an answer.
    #[must_use]
    pub fn lost(&self, view: &View<'_>) -> Response<Bytes> {
        Stopped::misconfigured(self, "the task that answered has ended").answer(view)
    }

    /// A page, or the same as JSON, to whoever may be signed in.
    pub(crate) fn show(
        &self,
        view: &View<'_>,
        client: Client,
        (words, who): (Words<'_>, Option<&Principal>),
        (status, template): (StatusCode, &str),
        page: &(impl Serialize + Sync),
    ) -> Result<Reply, Box<Problem>> {
        let reply = match client {
            Client::Program => Reply::json(status, page),
            Client::Person => {
                let base = format!("{}{}", view.prefix, self.mount());
                let home = format!("{}{}", view.prefix, self.inner.home.as_str());
                let sign_out = self.sign_out_path(view);
                let site = self.site(words, &base, &home, sign_out.as_deref(), who);
                match self.inner.pages.render(template, &site, page) {
                    Ok(html) => Reply::page(status, html, &self.inner.csp),
                    Err(error) => {
                        tracing::error!(target: "countersign", %error, template, "a template failed");
                        return Err(Box::new(Problem::new(
                            StatusCode::SERVICE_UNAVAILABLE,
                            "unavailable",
                            "problem-unavailable",
                            "problem-unavailable-page",
                        )));
                    }
                }
            }
        };
        Ok(reply.in_language(words.tag()))
    }

    fn asset(&self, view: &View<'_>, client: Client, name: &str) -> Response<Bytes> {
        let known = [&self.inner.style_sheet, &self.inner.script];
        match known.into_iter().find(|asset| asset.name == name) {
            Some(asset) => Reply::asset(asset).done(is_head(view)),
            None => self.no_route(view, client, None, NoRoute::Unknown),
        }
    }

    fn no_route(
        &self,
        view: &View<'_>,
        client: Client,
        principal: Option<&Principal>,
        none: NoRoute,
    ) -> Response<Bytes> {
        let home = format!("{}{}", view.prefix, self.inner.home.as_str());
        match none {
            NoRoute::Unknown => self.problem(
                view,
                client,
                principal,
                Problem::new(
                    StatusCode::NOT_FOUND,
                    "not_found",
                    "problem-not-found",
                    "problem-not-found-detail",
                )
                .action(home, "problem-action-home"),
            ),
            NoRoute::OtherMethod(allowed) => {
                let problem = Problem::new(
                    StatusCode::METHOD_NOT_ALLOWED,
                    "method_not_allowed",
                    "problem-method",
                    "problem-method-detail",
                )
                .action(home, "problem-action-home");
                let mut response = self.problem(view, client, principal, problem);
                response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
                response
            }
        }
    }
}

impl Call<'_> {
    async fn answer(&mut self, route: Route, body: &[u8], rotation: impl Rotation) -> Answered {
        // Whoever may not administer gets the same answer as from a page that is not there.
        if let Route::Administration(route) = route {
            return self.administer(route, body).await;
        }
        if !self.principal.sign_in().is_person() {
            return Err(Stop::from(Problem::new(
                StatusCode::FORBIDDEN,
                "no_person",
                "problem-no-person",
                "problem-no-person-detail",
            )));
        }
        self.read_form(body)?;
        let is_acted = self.principal.actor().is_some();
        match route {
            Route::Challenge => self.challenge_page().await,
            Route::Answer => self.answer_challenge(rotation).await,
            Route::SendCode => self.send_code().await,
            Route::Settings => self.settings_page().await,
            Route::DisableOnBehalf => self.disable_on_behalf().await,
            _ if is_acted => Err(Stop::Denied(Denied::Impersonated)),
            Route::Activation => self.activation_page().await,
            Route::Begin => self.begin().await,
            Route::Confirm => self.confirm(rotation).await,
            Route::Rename(id) => self.rename(id).await,
            Route::Remove(id) => self.remove(id).await,
            Route::RenewRecoveryCodes => self.renew_recovery_codes().await,
            Route::ForgetDevice(id) => self.forget_device(id).await,
            Route::ForgetDevices => self.forget_devices().await,
            Route::NotNow => self.not_now().await,
            Route::SendFirstCode => self.send_first_code().await,
            Route::AskConfirmation => self.ask_confirmation().await,
            // These are answered before anybody has to be signed in, or by others.
            Route::AddressLink
            | Route::ConfirmAddress
            | Route::Administration(_)
            | Route::Asset(_) => Err(Stop::NoRoute(NoRoute::Unknown)),
        }
    }

    /// Takes in what was sent, if it was sent by a form of ours.
    pub(crate) fn read_form(&mut self, body: &[u8]) -> Result<(), Stop> {
        if !self.view.is_read() {
            self.form = read_form(self.web, &self.view, body)?;
        }
        Ok(())
    }

    pub(crate) fn no_such_page(&self, none: NoRoute) -> Response<Bytes> {
        self.web.no_route(&self.view, self.client, Some(self.principal), none)
    }

    /// The ticket of the form.
    pub(crate) fn ticket(&self) -> Result<Ticket, Stop> {
        self.ticket_text()
            .and_then(|text| self.web.second_factor().open_ticket(self.principal, text))
            .ok_or_else(|| Stop::from(forged()))
    }

    pub(crate) fn ticket_text(&self) -> Option<&str> {
        match self.form.has("csrf") {
            true => self.form.one("csrf"),
            false => self.view.header("x-countersign-csrf"),
        }
    }

    /// The ticket that led here, if there is one. Whoever made one up is led nowhere.
    pub(crate) fn led_by(&self) -> Option<Ticket> {
        let text = self.query.one("ticket")?;
        self.web.second_factor().open_ticket(self.principal, text)
    }

    pub(crate) fn device(&self) -> Option<&str> {
        device_in(self.view.headers, self.web)
    }

    /// A page, or the same as JSON.
    pub(crate) fn show(
        &self,
        status: StatusCode,
        template: &str,
        page: &(impl Serialize + Sync),
    ) -> Answered {
        let who = Some(self.principal);
        Ok(self.web.show(&self.view, self.client, (self.words, who), (status, template), page)?)
    }

    /// A problem, for a program.
    pub(crate) fn problem_json(&self, problem: Problem) -> Reply {
        let status = problem.status;
        Reply::problem_json(status, &problem.json(self.words)).in_language(self.words.tag())
    }

    /// Sends a person on, or tells a program where to go.
    pub(crate) fn go(&self, location: &str) -> Reply {
        match self.client {
            Client::Person => Reply::redirect(redirect_status(&self.view), location),
            Client::Program => {
                Reply::json(StatusCode::OK, &serde_json::json!({ "next": location }))
            }
        }
    }

    /// The place that a ticket names, or the start page.
    pub(crate) fn destination(&self, place: Option<&Place>) -> String {
        match place {
            Some(place) => place.as_str().to_owned(),
            None => format!("{}{}", self.view.prefix, self.web.inner.home.as_str()),
        }
    }

    /// What a program is told that a challenge is for: before an authenticator is added, any factor will do
    /// that was shown not too long ago.
    fn in_words_of_rfc_9470(&self, purpose: Purpose) -> Purpose {
        match purpose {
            Purpose::Add => {
                let max_age = self.web.second_factor().settings().manage_max_age.as_secs();
                Purpose::StepUp { max_age }
            }
            Purpose::SignIn
            | Purpose::StepUp { .. }
            | Purpose::Manage
            | Purpose::Form
            | Purpose::Confirm { .. } => purpose,
        }
    }

    /// Leads to another of our pages, with a ticket for it.
    pub(crate) fn lead(
        &self,
        page: &str,
        purpose: Purpose,
        place: Option<Place>,
    ) -> Response<Bytes> {
        match self.web.second_factor().ticket(self.principal, purpose, place) {
            Err(fault) => self.web.fault(&self.view, &fault),
            Ok(ticket) => {
                let next = format!("{}/{page}?ticket={ticket}", self.base);
                match self.client {
                    Client::Person => Reply::redirect(redirect_status(&self.view), &next),
                    Client::Program => {
                        let purpose = self.in_words_of_rfc_9470(purpose);
                        crate::gate::insufficient(self.words, purpose, Some((page, &next)))
                    }
                }
                .done(is_head(&self.view))
            }
        }
    }
}

/// The value of the device cookie.
fn device_in<'a>(headers: &'a HeaderMap, web: &Web) -> Option<&'a str> {
    cookie_value(headers.get_all(header::COOKIE).iter(), web.cookie_name())
}
