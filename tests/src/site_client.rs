//! A client of a running site, over the wire: a person's browser without a screen, or a program that
//! speaks JSON. It follows no redirect by itself, so that every answer can be looked at.

#![expect(clippy::expect_used, clippy::panic, reason = "a journey that cannot go on has failed")]

use core::fmt;
use core::time::Duration;
use std::collections::BTreeMap;

use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use http::{HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Map, Value};

use crate::process::{PASSWORD, SiteProcess};
use crate::totp_program::TotpProgram;

/// What a browser accepts when it navigates.
const NAVIGATION: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const PATIENCE: Duration = Duration::from_secs(120);

/// Who asks.
#[expect(clippy::exhaustive_enums, reason = "there is nobody else")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Speaks {
    /// A person's browser.
    Html,
    /// A program.
    Json,
}

/// A client with its own cookies.
#[derive(Clone)]
#[non_exhaustive]
pub struct SiteClient {
    http: Client,
    origin: String,
    speaks: Speaks,
    /// The cookies that it would send now.
    pub cookies: BTreeMap<String, String>,
    /// Every answer that it got, in order.
    pub answers: Vec<Answer>,
    /// Every value that a cookie ever had.
    pub cookies_seen: Vec<String>,
}

/// An answer, read to its end.
#[derive(Clone)]
#[non_exhaustive]
pub struct Answer {
    /// What was asked for.
    pub to: String,
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
}

/// What a person holds after activation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Activated {
    /// The app.
    pub app: TotpProgram,
    /// The key URI that it scanned.
    pub key_uri: String,
    /// The recovery codes.
    pub recovery_codes: Vec<String>,
    /// Where the last page led on to.
    pub next: String,
}

impl SiteClient {
    /// A client that has not been here before.
    #[must_use]
    pub fn of(site: &SiteProcess, speaks: Speaks) -> Self {
        let http = Client::builder().redirect(Policy::none()).timeout(PATIENCE).no_proxy();
        // A site may close a connection that nobody used for a while just when it is used again.
        let http = http.pool_max_idle_per_host(0).build();
        Self {
            http: http.expect("a client"),
            origin: site.origin().to_owned(),
            speaks,
            cookies: BTreeMap::new(),
            answers: Vec::new(),
            cookies_seen: Vec::new(),
        }
    }

    /// The same client in a second tab: what it has now, but from here on for itself.
    #[must_use]
    pub fn another_tab(&self) -> Self {
        self.clone()
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path);
        self.send(path, request).await
    }

    /// Asks with any method, header and body.
    pub async fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let method = method.parse().expect("a method");
        let mut request = self.request(method, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(path, request.body(body.to_owned())).await
    }

    /// Sends a form, as HTML does it or as a program does it.
    pub async fn post(&mut self, path: &str, csrf: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.request(Method::POST, path);
        let request = match self.speaks {
            Speaks::Html => {
                let fields = fields.iter().copied().chain([("csrf", csrf)]);
                request.form(&fields.collect::<Vec<_>>())
            }
            Speaks::Json => {
                let object =
                    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).into()));
                let object = Value::Object(object.collect::<Map<_, _>>());
                request.header("X-Countersign-Csrf", csrf).json(&object)
            }
        };
        self.send(path, request).await
    }

    /// Follows redirects to their end, with a bound.
    pub async fn follow(&mut self, answer: Answer) -> Answer {
        let mut answer = answer;
        for _ in 0..10 {
            if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
                return answer;
            }
            answer = self.get(&answer.location()).await;
        }
        panic!("a redirect that does not end: {answer:?}")
    }

    /// Passes the first factor. The page of the site is for people, so this is a form in any case.
    pub async fn sign_in(&mut self, email: &str) -> Answer {
        let path = "/sign-in";
        let request = self.http.post(format!("{}{path}", self.origin));
        let request = request
            .header(ACCEPT, NAVIGATION)
            .header(ORIGIN, &self.origin)
            .header("Sec-Fetch-Site", "same-origin")
            .header(COOKIE, self.cookie_header())
            .form(&[("email", email), ("password", PASSWORD)]);
        let answer = self.send(path, request).await;
        assert!(answer.status < 400, "{email} signs in: {answer:?}");
        answer
    }

    /// Leaves. Like the sign-in, this is a form of the site.
    pub async fn sign_out(&mut self) -> Answer {
        let path = "/sign-out";
        let request = self.http.post(format!("{}{path}", self.origin));
        let request = request
            .header(ACCEPT, NAVIGATION)
            .header(ORIGIN, &self.origin)
            .header("Sec-Fetch-Site", "same-origin")
            .header(COOKIE, self.cookie_header())
            .form(&[("", ""); 0]);
        let answer = self.send(path, request).await;
        assert!(answer.status < 400, "signing out stays possible: {answer:?}");
        answer
    }

    /// Signs in, asks for `place`, and activates an app on the way there.
    pub async fn sign_in_and_activate(&mut self, email: &str, place: &str) -> Activated {
        self.sign_in(email).await;
        let asked = self.get(place).await;
        let page = match self.speaks {
            Speaks::Html => self.follow(asked).await,
            Speaks::Json if asked.status == 401 => self.get(&asked.member("next")).await,
            Speaks::Json => asked,
        };
        let page = match page.csrf().is_empty() || !page.to.contains("/activate") {
            true => self.get("/2fa/activate").await,
            false => page,
        };
        self.activate(&page.csrf()).await
    }

    /// Activates an app, from the ticket of the activation page.
    pub async fn activate(&mut self, csrf: &str) -> Activated {
        let begun = self.post("/2fa/activate", csrf, &[("method", "totp")]).await;
        assert_eq!(begun.status, 200, "{begun:?}");
        let key_uri = begun.key_uri();
        let mut app = TotpProgram::scan(&key_uri);
        let fields = [("code", app.code().await), ("name", "My phone".to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = self.post("/2fa/activate/confirm", &begun.csrf(), &fields).await;
        assert_eq!(done.status, 200, "{done:?}");
        let (recovery_codes, next) = (done.recovery_codes(), done.next());
        Activated { app, key_uri, recovery_codes, next }
    }

    /// Looks at the challenge in front of `place`.
    pub async fn challenged(&mut self, place: &str) -> Answer {
        let stopped = self.get(place).await;
        let next = match self.speaks {
            Speaks::Html => stopped.location(),
            Speaks::Json => stopped.member("next"),
        };
        assert!(next.starts_with("/2fa/challenge?"), "{place} is challenged: {stopped:?}");
        let page = self.get(&next).await;
        assert_eq!(page.status, 200, "{page:?}");
        page
    }

    /// Answers the challenge that `page` shows.
    pub async fn answer(&mut self, page: &Answer, fields: &[(&str, &str)]) -> Answer {
        self.post("/2fa/challenge", &page.csrf(), fields).await
    }

    /// As what goes into a `Cookie` header.
    #[must_use]
    pub fn cookie_header(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let writes = method != Method::GET && method != Method::HEAD;
        let mut request = self.http.request(method, format!("{}{path}", self.origin));
        if !self.cookies.is_empty() {
            request = request.header(COOKIE, self.cookie_header());
        }
        request = match self.speaks {
            Speaks::Html => request
                .header(ACCEPT, NAVIGATION)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Sec-Fetch-Site", "same-origin"),
            Speaks::Json => request.header(ACCEPT, "application/json"),
        };
        if writes { request.header(ORIGIN, &self.origin) } else { request }
    }

    async fn send(&mut self, path: &str, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap_or_else(|error| panic!("{path}: {error:?}"));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.text().await.unwrap_or_else(|error| panic!("{path}: {error:?}"));
        for cookie in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            self.keep(cookie);
        }
        let answer = Answer { to: path.to_owned(), status, headers, body };
        self.answers.push(answer.clone());
        answer
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').expect("a cookie has a name");
        let ended = attributes.split(';').any(|attribute| attribute.trim() == "Max-Age=0");
        if ended || value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
            self.cookies_seen.push(value.to_owned());
        }
    }
}

impl fmt::Debug for SiteClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SiteClient").field("speaks", &self.speaks).finish_non_exhaustive()
    }
}

impl Answer {
    /// The value of a header; empty if it is not there or there twice.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        match (values.next().map(HeaderValue::to_str), values.next()) {
            (Some(Ok(value)), None) => value,
            (None | Some(_), _) => "",
        }
    }

    /// Where it leads: always a path of the same site.
    #[must_use]
    pub fn location(&self) -> String {
        let location = self.header(LOCATION.as_str());
        let is_path = location.starts_with('/') && !location.starts_with("//");
        assert!(is_path, "a redirect within the site: {self:?}");
        location.to_owned()
    }

    /// The media type, without parameters.
    #[must_use]
    pub fn media_type(&self) -> &str {
        self.header(CONTENT_TYPE.as_str()).split(';').next().unwrap_or_default()
    }

    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// A member of the JSON body that is text; empty if it is none.
    #[must_use]
    pub fn member(&self, name: &str) -> String {
        let json = self.json();
        json.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// The ticket that the form carries.
    #[must_use]
    pub fn csrf(&self) -> String {
        match self.is_json() {
            true => self.member("csrf"),
            false => self.between("name=\"csrf\" value=\"", "\"").unwrap_or_default(),
        }
    }

    /// What the QR code says.
    #[must_use]
    pub fn key_uri(&self) -> String {
        match self.is_json() {
            true => self.member("uri"),
            false => self
                .between("href=\"otpauth:", "\"")
                .map(|rest| format!("otpauth:{rest}"))
                .unwrap_or_default(),
        }
    }

    /// The recovery codes on the page that shows them.
    #[must_use]
    pub fn recovery_codes(&self) -> Vec<String> {
        match self.is_json() {
            true => {
                let json = self.json();
                let codes = json.get("recovery_codes").and_then(Value::as_array);
                let codes = codes.into_iter().flatten().filter_map(Value::as_str);
                codes.map(str::to_owned).collect()
            }
            false => {
                let list = self.between("id=\"codes\"", "</ol>").unwrap_or_default();
                let items = list.split("<code>").skip(1);
                items.filter_map(|item| item.split("</code>").next()).map(str::to_owned).collect()
            }
        }
    }

    /// Where the page with the recovery codes leads on to.
    #[must_use]
    pub fn next(&self) -> String {
        match self.is_json() {
            true => self.member("next"),
            false => {
                let link = self.between("class=\"cs-next\"", "</p>").unwrap_or_default();
                let href = link.split("href=\"").nth(1).unwrap_or_default();
                unescaped(href.split('"').next().unwrap_or_default())
            }
        }
    }

    /// What stands between two marks in the body, the first time; unescaped.
    #[must_use]
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(before)?;
        let (found, _) = rest.split_once(after)?;
        Some(unescaped(found))
    }

    fn is_json(&self) -> bool {
        self.media_type().ends_with("json")
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} -> {}\n{:#?}\n{}", self.to, self.status, self.headers, self.body)
    }
}

fn unescaped(html: &str) -> String {
    let quotes = html.replace("&quot;", "\"").replace("&#39;", "'");
    quotes.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
