//! The challenge: its page, and the answer to it.

use countersign::authenticator::{Answer, Method};
use countersign::decide::Decision;
use countersign::flow::{
    Asked, Attempt, ChallengeView, Denied, NoMail, Remember, RememberDevice, Showing, Verified,
};
use countersign::place::Place;
use countersign::port::Rotation;
use countersign::refusal::Refusal;
use countersign::throttle::Gate;
use countersign::ticket::{Purpose, Ticket};
use countersign::time::Timestamp;
use http::{StatusCode, header};
use serde::Serialize;
use serde_json::Value;

use crate::browser::describe;
use crate::call::{Answered, Call, Stop};
use crate::client::Client;
use crate::countdown::{Countdown, retry_after};
use crate::mail_item::MailItem;
use crate::moment::Moment;
use crate::problem::Problem;
use crate::reply::Reply;

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct ChallengePage {
    /// Whether one of the methods is to be chosen first.
    select: bool,
    /// None if there is nothing that could be asked for, or one is to be chosen first.
    method: Option<&'static str>,
    methods: Vec<&'static str>,
    csrf: String,
    remember: Option<RememberBox>,
    tries_left: Option<u32>,
    wait: Option<Countdown>,
    mail: Option<MailItem>,
    no_mail: Option<&'static str>,
    error: Option<&'static str>,
    step_up: bool,
    on_trial: Option<Moment>,
    name: Option<String>,
    digits: u8,
}

#[derive(Debug, Serialize)]
struct RememberBox {
    ticked: bool,
    period: String,
}

/// Why the page is shown again.
#[derive(Clone, Copy)]
pub(crate) enum Again {
    Malformed,
    Unavailable,
    /// No other code is sent yet.
    TooSoon {
        until: Timestamp,
    },
    Refused(Refusal),
}

impl Again {
    const fn error(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unavailable | Self::Refused(Refusal::Unavailable) => "unavailable",
            Self::TooSoon { .. } => "too_soon",
            Self::Refused(Refusal::Wrong { .. }) => "wrong",
            Self::Refused(Refusal::Spent { .. }) => "spent",
            Self::Refused(Refusal::Wait { .. }) => "wait",
            Self::Refused(Refusal::Expired) => "expired",
        }
    }

    /// The message that says in short what became of it.
    const fn title(self) -> &'static str {
        match self {
            // Nothing was typed in.
            Self::TooSoon { .. } => "code-problem-not-yet",
            Self::Malformed | Self::Unavailable | Self::Refused(_) => "challenge-problem",
        }
    }

    /// The message that says so to a program.
    const fn sentence(self) -> &'static str {
        match self {
            Self::Malformed => "challenge-problem-malformed",
            Self::Unavailable | Self::Refused(Refusal::Unavailable) => {
                "challenge-problem-unavailable"
            }
            Self::TooSoon { .. } => "code-problem-too-soon",
            Self::Refused(Refusal::Wrong { .. }) => "challenge-problem-wrong",
            Self::Refused(Refusal::Spent { .. }) => "challenge-problem-spent",
            Self::Refused(Refusal::Wait { .. }) => "challenge-problem-wait",
            Self::Refused(Refusal::Expired) => "code-problem-expired",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::TooSoon { .. } | Self::Refused(Refusal::Wait { .. }) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::Malformed | Self::Unavailable | Self::Refused(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
        }
    }
}

impl Call<'_> {
    pub(crate) async fn challenge_page(&self) -> Answered {
        let method = self.query.one("method").and_then(Method::named);
        let from = self.led_by();
        match self.ask(from.as_ref(), method, Showing::First).await? {
            Asked::Show(view) => {
                let page = self.challenge_model(*view, None);
                self.show(StatusCode::OK, page.template(), &page)
            }
            Asked::Satisfied(place) => Ok(self.go(place.as_str())),
            Asked::Enroll(place) => {
                let purpose = from.as_ref().map_or(Purpose::SignIn, Ticket::purpose);
                let purpose = if purpose.is_challenge() { purpose } else { Purpose::SignIn };
                self.nothing_to_ask(purpose, place).await
            }
        }
    }

    pub(crate) async fn answer_challenge(&self, rotation: impl Rotation) -> Answered {
        let ticket = self.ticket()?;
        let Some(method) = self.method(&ticket) else {
            return self.challenge_again(&ticket, None, Again::Unavailable).await;
        };
        let code = self.form.one("code").unwrap_or_default();
        let Ok(answer) = Answer::parse(method, code) else {
            return self.challenge_again(&ticket, Some(method), Again::Malformed).await;
        };
        let remember = match self.form.one("remember") {
            Some("on") => RememberDevice::Yes,
            Some(_) | None => RememberDevice::No,
        };
        let browser = describe(self.view.header(header::USER_AGENT));
        let attempt = Attempt {
            ticket: &ticket,
            answer: &answer,
            remember,
            device: self.device(),
            browser: &browser,
        };
        match self.web.second_factor().verify(self.principal, &attempt, rotation).await? {
            Verified::Passed { device, .. } => {
                let cookie = device.as_ref().and_then(|new| self.web.inner.cookies.keep(new));
                Ok(self.go(&self.destination(ticket.place())).cookie(cookie))
            }
            Verified::Refused(refusal) => {
                self.challenge_again(&ticket, Some(method), Again::Refused(refusal)).await
            }
            Verified::Denied(Denied::Over) => self.fresh_challenge(&ticket),
            Verified::Denied(Denied::Enroll) => {
                self.nothing_to_ask(ticket.purpose(), ticket.place().cloned()).await
            }
            Verified::Denied(denied) => Err(Stop::Denied(denied)),
        }
    }

    /// By which method the form answers: what it says, or what the page showed.
    fn method(&self, ticket: &Ticket) -> Option<Method> {
        match self.form.has("method") {
            true => Method::named(self.form.one("method")?),
            false => Some(ticket.method().unwrap_or(Method::Totp)),
        }
    }

    pub(crate) async fn ask(
        &self,
        from: Option<&Ticket>,
        method: Option<Method>,
        showing: Showing,
    ) -> Result<Asked, Stop> {
        let second_factor = self.web.second_factor();
        Ok(second_factor.challenge(self.principal, from, method, self.device(), showing).await?)
    }

    /// Shows the page again, with what was wrong.
    pub(crate) async fn challenge_again(
        &self,
        ticket: &Ticket,
        method: Option<Method>,
        again: Again,
    ) -> Answered {
        if !ticket.purpose().is_challenge() {
            return Err(Stop::Denied(Denied::Foreign));
        }
        let view = match self.ask(Some(ticket), method, Showing::Again).await? {
            Asked::Show(view) => *view,
            Asked::Satisfied(_) | Asked::Enroll(_) => return self.fresh_challenge(ticket),
        };
        let wait = waiting(view.gate);
        let page = self.challenge_model(view, Some(again));
        let reply = match self.client {
            Client::Person => self.show(again.status(), page.template(), &page)?,
            Client::Program => {
                let mut problem =
                    Problem::new(again.status(), again.error(), again.title(), again.sentence());
                if let Ok(Value::Object(members)) = serde_json::to_value(&page) {
                    problem.members = members;
                }
                self.problem_json(problem)
            }
        };
        let until = match again {
            Again::TooSoon { until } | Again::Refused(Refusal::Wait { until }) => Some(until),
            Again::Refused(_) => wait,
            Again::Malformed | Again::Unavailable => None,
        };
        Ok(match until {
            Some(until) => reply.with(header::RETRY_AFTER, &retry_after(until, self.now())),
            None => reply,
        })
    }

    /// The challenge is over: on to a fresh one, which knows whether there is still anything to ask.
    pub(crate) fn fresh_challenge(&self, ticket: &Ticket) -> Answered {
        let text = self.web.second_factor().ticket(
            self.principal,
            ticket.purpose(),
            ticket.place().cloned(),
        )?;
        let next = format!("{}/challenge?ticket={text}", self.base);
        Ok(Reply::redirect(StatusCode::SEE_OTHER, &next))
    }

    /// There is no authenticator: on to the activation if one is needed, else to where the person was
    /// going.
    pub(crate) async fn nothing_to_ask(&self, purpose: Purpose, place: Option<Place>) -> Answered {
        let second_factor = self.web.second_factor();
        let is_stopped = purpose != Purpose::SignIn
            || second_factor.guard(self.principal, || None).await?.decision == Decision::Enroll;
        Ok(if is_stopped {
            let ticket = second_factor.ticket(self.principal, Purpose::Form, place)?;
            self.go(&format!("{}/activate?ticket={ticket}", self.base))
        } else {
            match place {
                Some(place) => self.go(place.as_str()),
                None => self.go(&self.base),
            }
        })
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.web.second_factor().now()
    }

    fn challenge_model(&self, view: ChallengeView, again: Option<Again>) -> ChallengePage {
        let until = match (again, view.gate) {
            (Some(Again::Refused(Refusal::Wait { until })), _) => Some(until),
            (_, gate) => waiting(gate),
        };
        let remember = match view.remember {
            Remember::Offered { lasts, ticked } => Some(RememberBox {
                // What was chosen before an error is still chosen after it.
                ticked: match again {
                    Some(_) => self.form.one("remember") == Some("on"),
                    None => ticked,
                },
                period: self.words.period(lasts),
            }),
            Remember::Never => None,
        };
        let now = self.now();
        let is_asked = !view.selects && !view.methods.is_empty();
        ChallengePage {
            select: view.selects,
            method: is_asked.then(|| view.method.name()),
            methods: view.methods.iter().map(|method| method.name()).collect(),
            csrf: view.ticket,
            remember,
            tries_left: match view.gate {
                Gate::Open { tries_left } => Some(tries_left),
                Gate::Waiting { .. } => Some(0),
            },
            wait: until.map(|until| Countdown::to(until, now, self.words)),
            mail: view.mail.map(|mail| MailItem::of(&mail, now, self.words)),
            no_mail: view.no_mail.map(NoMail::name),
            error: again.map(Again::error),
            step_up: view.purpose != Purpose::SignIn,
            on_trial: view.on_trial_until.map(|until| Moment::of(until, self.words)),
            name: view.name,
            digits: view.digits,
        }
    }
}

impl ChallengePage {
    /// Which page it is.
    fn template(&self) -> &'static str {
        match self.method {
            None => "select.html",
            Some("email") => "mail_code.html",
            Some(_) => "challenge.html",
        }
    }
}

const fn waiting(gate: Gate) -> Option<Timestamp> {
    match gate {
        Gate::Waiting { until } => Some(until),
        Gate::Open { .. } => None,
    }
}
