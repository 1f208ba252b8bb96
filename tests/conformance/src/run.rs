//! Plays a journey at a stage.

use core::time::Duration;
use std::collections::BTreeMap;

use tokio::time::{Instant, sleep};

use crate::browser::{Browser, accept};
use crate::expect;
use crate::journey::Journey;
use crate::laws;
use crate::mailbox::Mailbox;
use crate::pattern;
use crate::report::Outcome;
use crate::stage::Stage;
use crate::step::{Action, From, NEXT_CODE, Step};
use crate::wire::{Answer, Sent, exchange};

/// How long mail may take. No journey is about that; this ends what hangs.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(10);
/// How many redirects a person follows.
const REDIRECTS: usize = 10;

/// What a journey came to, and every answer on its way.
#[derive(Debug)]
pub(crate) struct Played {
    pub(crate) outcome: Outcome,
    pub(crate) answers: Vec<(String, Answer)>,
}

/// Plays a journey.
pub(crate) async fn play(journey: &Journey, stage: &Stage) -> Played {
    let mount = journey.site.mount.as_deref().unwrap_or("/2fa");
    let mut play = Play::at(stage, mount);
    for (number, step) in journey.steps.iter().enumerate() {
        match play.step(step).await {
            Ok(Stepped::Done) => {}
            Ok(Stepped::Cannot(why)) => {
                return Played { outcome: Outcome::Skipped(why), answers: Vec::new() };
            }
            Err(why) => {
                let why = format!("step {}: {why}", number.saturating_add(1));
                return Played { outcome: Outcome::Failed(why), answers: play.answers };
            }
        }
    }
    Played { outcome: Outcome::Passed, answers: play.answers }
}

pub(crate) enum Stepped {
    Done,
    Cannot(String),
}

pub(crate) struct Play<'a> {
    stage: &'a Stage,
    mount: &'a str,
    pub(crate) browsers: BTreeMap<String, Browser>,
    answers: Vec<(String, Answer)>,
    /// How many codes, and links, of those that were sent to an address have been read.
    read: BTreeMap<String, usize>,
}

impl<'a> Play<'a> {
    pub(crate) fn at(stage: &'a Stage, mount: &'a str) -> Self {
        let (browsers, read) = (BTreeMap::new(), BTreeMap::new());
        Self { stage, mount, browsers, answers: Vec::new(), read }
    }

    pub(crate) async fn step(&mut self, step: &Step) -> Result<Stepped, String> {
        let name = step.browser.clone().unwrap_or_default();
        let mut browser = self.browsers.remove(&name).unwrap_or_default();
        let before = self.stage.calls();
        let done = self.act(step, &mut browser).await;
        self.browsers.insert(name, browser);
        if let (Some(before), Some(after), Ok(Stepped::Done)) = (before, self.stage.calls(), &done)
            && after != before.saturating_add(step.calls)
        {
            let calls = after.saturating_sub(before);
            return Err(format!("{calls} handlers ran instead of {}", step.calls));
        }
        done
    }

    async fn act(&mut self, step: &Step, browser: &mut Browser) -> Result<Stepped, String> {
        match step.action()? {
            Action::Request { method, target } => {
                let target = pattern::fill(target, |name| browser.know(self.stage, name))?;
                let sent = self.request(step, browser, method, &target)?;
                match step.times {
                    Some(times) => self.burst(step, &sent, times).await?,
                    None => self.one(step, browser, sent).await?,
                }
            }
            Action::SignIn(who) => self.sign_in(browser, who).await?,
            Action::Activate => {
                self.activate(browser).await?;
                return self.wait(NEXT_CODE).await;
            }
            Action::Pass(place) => {
                self.pass(browser, place).await?;
                return self.wait(NEXT_CODE).await;
            }
            Action::Wait(wait) => return self.wait(wait).await,
            Action::Trouble(trouble) => match &self.stage.hands {
                Some(hands) => hands.suffer(trouble),
                None => return Ok(Stepped::Cannot("nobody can break it".to_owned())),
            },
            Action::Copy(other) => {
                let other = self.browsers.get(other).ok_or("there is no such browser")?;
                *browser = other.clone();
            }
            Action::Forget(cookie) => {
                let cookie = pattern::fill(cookie, |name| browser.know(self.stage, name))?;
                browser.cookies.remove(&cookie).ok_or("there is no such cookie")?;
            }
            Action::Mail(wanted) => self.mail(wanted).await?,
            Action::MailedCode(address) => self.mailed_code(browser, address).await?,
            Action::MailedLink(address) => self.mailed_link(browser, address).await?,
        }
        Ok(Stepped::Done)
    }

    /// Puts a request together as its step says.
    fn request(
        &self,
        step: &Step,
        browser: &Browser,
        method: &str,
        target: &str,
    ) -> Result<Sent, String> {
        let fill = |text: &str| pattern::fill(text, |name| browser.know(self.stage, name));
        let mut sent = browser.ask(self.stage, method, target);
        let mut add = |name: &str, value: &str| {
            sent.headers.push((name.to_owned(), value.to_owned()));
        };
        let default = if step.json.is_some() { "json" } else { "html" };
        if let Some(value) = accept(step.accept.as_deref().unwrap_or(default)) {
            add("Accept", value);
        }
        let changes = !matches!(method, "GET" | "HEAD" | "OPTIONS");
        let (site, origin) = match step.from {
            From::Site => ("same-origin", self.stage.origin.clone()),
            From::Elsewhere => ("cross-site", "https://elsewhere.example".to_owned()),
            From::Program => ("", String::new()),
        };
        if changes && !site.is_empty() {
            add("Sec-Fetch-Site", site);
            add("Origin", &origin);
        }
        if let Some(fields) = &step.form {
            add("Content-Type", "application/x-www-form-urlencoded");
            let mut form = form_urlencoded::Serializer::new(String::new());
            for (name, value) in fields {
                form.append_pair(name, &fill(value)?);
            }
            sent.body = form.finish().into_bytes();
        } else if let Some(members) = &step.json {
            add("Content-Type", "application/json");
            let mut object = serde_json::Map::new();
            for (name, value) in members {
                let value = match value.as_str() {
                    Some(text) => fill(text)?.into(),
                    None => value.clone(),
                };
                object.insert(name.clone(), value);
            }
            sent.body = serde_json::Value::Object(object).to_string().into_bytes();
        } else if let Some(body) = &step.body {
            sent.body = fill(body)?.into_bytes();
        } else if let Some(length) = step.body_length {
            sent.body = vec![b'x'; length];
        }
        for (name, value) in &step.headers {
            let value = fill(value)?;
            sent.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            sent.headers.push((name.clone(), value));
        }
        Ok(sent)
    }

    async fn one(&mut self, step: &Step, browser: &mut Browser, sent: Sent) -> Result<(), String> {
        let mut answer = self.send(browser, &sent).await?;
        for _ in 0..REDIRECTS {
            let Some(place) = answer.header("location").filter(|_| step.follow) else { break };
            let place = place.to_owned();
            answer = self.send(browser, &self.navigate(browser, &place)).await?;
        }
        expect::look(step, &answer, browser, self.stage)
    }

    /// The same request many times at once.
    async fn burst(&mut self, step: &Step, sent: &Sent, times: usize) -> Result<(), String> {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..times {
            let (address, sent) = (self.stage.address, sent.clone());
            tasks.spawn(async move { exchange(address, &sent).await });
        }
        let mut statuses = BTreeMap::<String, usize>::new();
        while let Some(answer) = tasks.join_next().await {
            let answer = answer.map_err(|error| error.to_string())?;
            let answer = answer.map_err(|error| error.to_string())?;
            laws::hold(sent, &answer, self.mount)?;
            *statuses.entry(outcome(&answer)).or_default() += 1;
        }
        let counted = |wanted: &str| -> usize {
            let is_meant =
                |found: &&String| found.split(' ').next() == Some(wanted) || *found == wanted;
            statuses.iter().filter(|(found, _)| is_meant(found)).map(|(_, count)| count).sum()
        };
        let wrong = step.statuses.iter().any(|(wanted, count)| counted(wanted) != *count);
        match wrong {
            true => Err(format!("{statuses:?} instead of {:?}", step.statuses)),
            false => Ok(()),
        }
    }

    async fn send(&mut self, browser: &mut Browser, sent: &Sent) -> Result<Answer, String> {
        let label = format!("{} {}", sent.method, sent.target);
        let answer = exchange(self.stage.address, sent).await;
        let answer = answer.map_err(|error| format!("{label}: {error}"))?;
        laws::hold(sent, &answer, self.mount)
            .map_err(|why| format!("{label}: {why}\n{}", expect::shown(&answer)))?;
        browser.take(&answer);
        self.answers.push((label, answer.clone()));
        Ok(answer)
    }

    fn navigate(&self, browser: &Browser, place: &str) -> Sent {
        let mut sent = browser.ask(self.stage, "GET", place);
        sent.headers.extend(accept("html").map(|html| ("Accept".to_owned(), html.to_owned())));
        sent
    }

    fn form(&self, browser: &Browser, place: &str, fields: &[(&str, &str)]) -> Sent {
        let mut sent = self.navigate(browser, place);
        "POST".clone_into(&mut sent.method);
        let form = "application/x-www-form-urlencoded".to_owned();
        sent.headers.push(("Content-Type".to_owned(), form));
        sent.headers.push(("Sec-Fetch-Site".to_owned(), "same-origin".to_owned()));
        sent.headers.push(("Origin".to_owned(), self.stage.origin.clone()));
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        sent.body = body.into_bytes();
        sent
    }

    async fn sign_in(&mut self, browser: &mut Browser, who: &str) -> Result<(), String> {
        let password = browser.known.get("password").cloned();
        let password = password.unwrap_or_else(|| crate::site::PASSWORD.to_owned());
        let fields = [("email", who), ("password", password.as_str())];
        let answer = self.send(browser, &self.form(browser, "/sign-in", &fields)).await?;
        match answer.status {
            302 | 303 => Ok(()),
            _ => Err(format!("{who} cannot sign in\n{}", expect::shown(&answer))),
        }
    }

    async fn activate(&mut self, browser: &mut Browser) -> Result<(), String> {
        let mount = self.mount;
        let page = self.navigate(browser, &format!("{mount}/activate"));
        self.expect(browser, &page, 200).await?;
        let csrf = browser.know(self.stage, "csrf").ok_or("the page has no token")?;
        let begin = self.form(browser, &format!("{mount}/activate"), &[("csrf", &csrf)]);
        self.expect(browser, &begin, 200).await?;
        let csrf = browser.know(self.stage, "csrf").ok_or("the page has no token")?;
        let code = browser.know(self.stage, "code").ok_or("the page has no set-up key")?;
        let fields = [("csrf", csrf.as_str()), ("code", &code), ("name", "Phone")];
        let confirm = self.form(browser, &format!("{mount}/activate/confirm"), &fields);
        self.expect(browser, &confirm, 200).await
    }

    async fn pass(&mut self, browser: &mut Browser, place: &str) -> Result<(), String> {
        let stopped = self.navigate(browser, place);
        self.expect(browser, &stopped, 302).await?;
        let page = browser.know(self.stage, "location").ok_or("it leads nowhere")?;
        self.expect(browser, &self.navigate(browser, &page), 200).await?;
        let csrf = browser.know(self.stage, "csrf").ok_or("the page has no token")?;
        let code = browser.know(self.stage, "code").ok_or("there is no set-up key")?;
        let fields = [("csrf", csrf.as_str()), ("code", code.as_str())];
        let answer = self.form(browser, &format!("{}/challenge", self.mount), &fields);
        self.expect(browser, &answer, 303).await
    }

    async fn expect(
        &mut self,
        browser: &mut Browser,
        sent: &Sent,
        status: u16,
    ) -> Result<(), String> {
        let answer = self.send(browser, sent).await?;
        if answer.status == status {
            return Ok(());
        }
        let label = format!("{} {}", sent.method, sent.target);
        Err(format!("{label}: not {status}\n{}", expect::shown(&answer)))
    }

    async fn wait(&self, wait: Duration) -> Result<Stepped, String> {
        if !self.stage.time.can_wait(wait) {
            return Ok(Stepped::Cannot("it waits for longer than a person would".to_owned()));
        }
        self.stage.time.wait(wait).await;
        Ok(Stepped::Done)
    }

    /// The browser knows the next code that comes to an address, and another one that is wrong.
    async fn mailed_code(&mut self, browser: &mut Browser, address: &str) -> Result<(), String> {
        let read = |mailbox: &Mailbox| mailbox.codes_for(address);
        let code = self.next_of(&format!("code {address}"), read).await?;
        let wrong = code.parse::<u32>().map_err(|error| error.to_string())?;
        let wrong = format!("{:06}", wrong.wrapping_add(1) % 1_000_000);
        browser.known.insert("mailed".to_owned(), code);
        browser.known.insert("mailed_wrong".to_owned(), wrong);
        Ok(())
    }

    /// The browser knows the next link that comes to an address.
    async fn mailed_link(&mut self, browser: &mut Browser, address: &str) -> Result<(), String> {
        let read = |mailbox: &Mailbox| mailbox.links_for(address);
        let link = self.next_of(&format!("link {address}"), read).await?;
        let token = link.split_once("token=").map(|(_, token)| token.to_owned());
        browser.known.insert("token".to_owned(), token.ok_or("a link without a token")?);
        browser.known.insert("link".to_owned(), format!("{}/{link}", self.mount));
        Ok(())
    }

    /// The next of what was sent: it is sent after the answer, so it is waited for, but not for ever.
    async fn next_of(
        &mut self,
        what: &str,
        read: impl Fn(&Mailbox) -> Vec<String>,
    ) -> Result<String, String> {
        let hands = self.stage.hands.as_ref().ok_or("nobody can read the mail")?;
        let known = self.read.entry(what.to_owned()).or_default();
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(next) = read(&hands.mailbox).into_iter().nth(*known) {
                *known = known.saturating_add(1);
                return Ok(next);
            }
            sleep(GLANCE).await;
        }
        Err(format!("no {what} has come"))
    }

    /// Messages are sent after the answer, so they are waited for, but not for ever. Whatever an answer
    /// has begun to send is over before it is said that nothing else has come; links to many people are
    /// sent one by one behind that, and only waited for.
    async fn mail(&self, wanted: &[String]) -> Result<(), String> {
        let Some(hands) = &self.stage.hands else { return Ok(()) };
        let mut come = Vec::new();
        let end = Instant::now() + PATIENCE;
        loop {
            if !hands.site.delivered(PATIENCE).await {
                return Err("there are still messages on their way".to_owned());
            }
            come.extend(hands.mailbox.take());
            if come.len() >= wanted.len() || Instant::now() >= end {
                break;
            }
            sleep(GLANCE).await;
        }
        let mut left = come.clone();
        for pattern in wanted {
            let at = left.iter().position(|line| pattern::read(pattern, line, |_| None).is_some());
            let at = at.ok_or_else(|| format!("no message {pattern:?} among {come:?}"))?;
            left.remove(at);
        }
        match left.is_empty() {
            true => Ok(()),
            false => Err(format!("messages that nobody expects: {left:?}")),
        }
    }
}

/// `422`, or `303 /account`: what one of many answers came to.
fn outcome(answer: &Answer) -> String {
    let place = answer.header("location").and_then(|place| place.split('?').next());
    place.map_or_else(|| answer.status.to_string(), |place| format!("{} {place}", answer.status))
}
