//! How the walk comes by the people that it goes as: through our own pages, as a program would.

use bytes::Bytes;
use data_encoding::BASE32_NOPAD;
use http::{Method, Request, Response, StatusCode, header};
use serde_json::{Value, json};

use super::app;
use super::error::{BoxError, CoverageError};
use super::outcome::member;
use super::plan::{Coverage, SignIn};
use super::route::Route;
use super::visitor::{Accept, Visitor};

/// Where somebody stands, as our own pages say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stands {
    Nobody,
    /// A key: no page of ours is for it.
    NoPerson,
    /// Without a second factor, and none is required.
    Free,
    MustActivate,
    Half,
    Verified,
}

impl Stands {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::NoPerson => "a key or service",
            Self::Free => "somebody of whom no second factor is required",
            Self::MustActivate => "somebody who must activate",
            Self::Half => "half signed in",
            Self::Verified => "verified",
        }
    }
}

/// The application, and how to ask it.
pub(super) struct Site<'a, 'b, S> {
    pub(super) plan: &'a Coverage<'b>,
    pub(super) send: S,
}

impl<S> Site<'_, '_, S>
where
    S: AsyncFn(Request<Bytes>) -> Result<Response<Bytes>, BoxError>,
{
    /// Asks for a route.
    pub(super) async fn ask(
        &self,
        visitor: &mut Visitor,
        route: &Route,
        accept: Accept,
    ) -> Result<Response<Bytes>, CoverageError> {
        let Route { method, address, body, .. } = route;
        let request = visitor.request(&self.plan.web.inner.origin, method, address, accept);
        let request = match body {
            Some(sent) => {
                request.header(header::CONTENT_TYPE, sent.kind.clone()).body(sent.body.clone())
            }
            None => request.body(Bytes::new()),
        };
        self.sent(visitor, address, request).await
    }

    /// Asks for one of our own pages.
    async fn look(
        &self,
        visitor: &mut Visitor,
        address: &str,
    ) -> Result<Response<Bytes>, CoverageError> {
        let origin = &self.plan.web.inner.origin;
        let request = visitor.request(origin, &Method::GET, address, Accept::Json);
        self.sent(visitor, address, request.body(Bytes::new())).await
    }

    async fn sent(
        &self,
        visitor: &mut Visitor,
        address: &str,
        request: Result<Request<Bytes>, http::Error>,
    ) -> Result<Response<Bytes>, CoverageError> {
        let silent = |source| CoverageError::Silent { address: address.to_owned(), source };
        let request = request.map_err(|error| silent(error.into()))?;
        let response = (self.send)(request).await.map_err(silent)?;
        visitor.keep(response.headers());
        Ok(response)
    }

    /// A fresh session of the person who signs in.
    pub(super) async fn signed_in(&self) -> Result<Visitor, CoverageError> {
        let (address, form) = match self.plan.sign_in.as_ref().ok_or(CoverageError::NoSignIn)? {
            SignIn::Own(sign_in) => return Ok(Visitor::with(sign_in().await)),
            SignIn::Form(address, form) => (address, form),
        };
        let mut visitor = Visitor::default();
        let origin = &self.plan.web.inner.origin;
        let request = visitor
            .request(origin, &Method::POST, address, Accept::Page)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(form.clone()));
        let status = self.sent(&mut visitor, address, request).await?.status();
        match status.is_success() || status.is_redirection() {
            true => Ok(visitor),
            false => Err(CoverageError::SignIn { address: address.clone(), status }),
        }
    }

    /// Where somebody stands: the activation page tells them all apart.
    pub(super) async fn stands(&self, visitor: &mut Visitor) -> Result<Stands, CoverageError> {
        let address = self.page("activate");
        let response = self.look(visitor, &address).await?;
        let (status, body) = (response.status(), response.body());
        let found = match (status, member(body, "error").as_deref()) {
            (StatusCode::OK, _) => {
                let says = |name| is_true(body, name);
                match (says("first"), says("required")) {
                    (Some(false), Some(_)) => Some(Stands::Verified),
                    (Some(true), Some(true)) => Some(Stands::MustActivate),
                    (Some(true), Some(false)) => Some(Stands::Free),
                    _ => None,
                }
            }
            (StatusCode::UNAUTHORIZED, Some("sign_in_required")) => Some(Stands::Nobody),
            // A challenge of ours here, and not one that stops a request for no page of ours.
            (StatusCode::UNAUTHORIZED, Some("insufficient_user_authentication")) => {
                let leads = member(body, "next")
                    .is_some_and(|next| next.starts_with(&format!("{}?", self.page("challenge"))));
                leads.then_some(Stands::Half)
            }
            (StatusCode::FORBIDDEN, Some("no_person")) => Some(Stands::NoPerson),
            _ => None,
        };
        found.ok_or(CoverageError::Pages { address, status })
    }

    /// Activates an app, and takes the recovery codes.
    pub(super) async fn activate(
        &self,
        visitor: &mut Visitor,
    ) -> Result<Vec<String>, CoverageError> {
        let ticket = self.ticket(visitor, "activate").await?;
        let begun = self.form(visitor, "activate", &ticket, &json!({})).await?;
        let told = |name| member(&begun, name).ok_or_else(|| self.mute("activate"));
        let code = self.code(&told("secret")?).ok_or_else(|| self.mute("activate"))?;
        let confirm = json!({ "code": code });
        let done = self.form(visitor, "activate/confirm", &told("csrf")?, &confirm).await?;
        let done: Value =
            serde_json::from_slice(&done).map_err(|_| self.mute("activate/confirm"))?;
        let codes = done.get("recovery_codes").and_then(Value::as_array).into_iter().flatten();
        Ok(codes.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Answers the challenge with a recovery code: however often a clock stands still, there is a
    /// fresh one.
    pub(super) async fn recover(
        &self,
        visitor: &mut Visitor,
        code: &str,
    ) -> Result<(), CoverageError> {
        let ticket = self.ticket(visitor, "challenge").await?;
        let answer = json!({ "code": code, "method": "recovery" });
        self.form(visitor, "challenge", &ticket, &answer).await.map(drop)
    }

    /// What the form of a page has to carry.
    async fn ticket(&self, visitor: &mut Visitor, page: &str) -> Result<String, CoverageError> {
        let address = self.page(page);
        let response = self.look(visitor, &address).await?;
        let status = response.status();
        member(response.body(), "csrf").ok_or(CoverageError::Form { address, status })
    }

    async fn form(
        &self,
        visitor: &mut Visitor,
        page: &str,
        ticket: &str,
        form: &Value,
    ) -> Result<Bytes, CoverageError> {
        let address = self.page(page);
        let request = visitor
            .request(&self.plan.web.inner.origin, &Method::POST, &address, Accept::Json)
            .header(header::CONTENT_TYPE, "application/json")
            .header("x-countersign-csrf", ticket)
            .body(Bytes::from(form.to_string()));
        let response = self.sent(visitor, &address, request).await?;
        match response.status() {
            StatusCode::OK => Ok(response.into_body()),
            status => Err(CoverageError::Form { address, status }),
        }
    }

    /// What an app with this set-up key shows now.
    fn code(&self, key: &str) -> Option<String> {
        let second_factor = &self.plan.web.inner.second_factor;
        let secret = BASE32_NOPAD.decode(key.as_bytes()).ok()?;
        Some(app::code(second_factor.settings().totp, secret, second_factor.now().as_unix()))
    }

    fn page(&self, page: &str) -> String {
        format!("{}{}/{page}", self.plan.below, self.plan.web.inner.mount)
    }

    /// A page of ours that says too little.
    fn mute(&self, page: &str) -> CoverageError {
        CoverageError::Form { address: self.page(page), status: StatusCode::OK }
    }
}

/// A member of a JSON object that is true or false.
fn is_true(body: &[u8], name: &str) -> Option<bool> {
    let value: Value = serde_json::from_slice(body).ok()?;
    value.get(name).and_then(Value::as_bool)
}
