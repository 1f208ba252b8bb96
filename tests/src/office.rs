//! A site with administrators, a log, and a letter box.

#![expect(clippy::expect_used, reason = "an office that cannot open has failed")]

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use countersign::SecondFactor;
use countersign::authenticator::{Code, Method};
use countersign::event::Entry;
use countersign::flow::{Administrator, Builder};
use countersign::port::{
    AdministrationStore, Content, Courier, CourierError, KeepSession, LogQuery, Message, NoticeKind,
};
use countersign::record::Record;
use countersign::subject::{Permissions, Principal, SubjectId};

use crate::shared_store::SharedStore;
use crate::site::{Person, Site};
use crate::totp;

/// A site, its store as the outside sees it, and the administrator that it begins with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Office {
    /// The site.
    pub site: Site,
    /// The store that the site has. It may be one that breaks or counts.
    pub store: SharedStore,
    /// An administrator who may do everything, in a session that has just shown a factor.
    pub root: Principal,
    /// What was put into the post.
    pub post: Post,
}

/// Keeps every message.
#[derive(Clone, Debug, Default)]
pub struct Post(Arc<Mutex<Vec<Message>>>);

#[async_trait]
impl Courier for Post {
    async fn deliver(&self, message: &Message) -> Result<(), CourierError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(message.clone());
        Ok(())
    }
}

impl Post {
    /// Who was told so.
    #[must_use]
    pub fn told(&self, kind: NoticeKind) -> Vec<String> {
        let messages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let such = messages.iter().filter(|message| message.content == Content::Notice(kind));
        such.map(|message| message.to.to_string()).collect()
    }
}

impl Office {
    /// Opens one over a store; `settle` adds what else the site has, such as a policy.
    pub async fn over(
        store: impl AdministrationStore + Clone,
        settle: impl FnOnce(Builder) -> Builder,
    ) -> Self {
        let post = Post::default();
        // Whoever has one has it from before there were rules.
        let earlier = Site::over(store.clone());
        let root = earlier.enroll("root").await.in_session("enrollment").may(Permissions::ALL);
        let site = earlier.another(store.clone(), |builder| {
            settle(builder.administration(store.clone())).courier(Arc::new(post.clone()))
        });
        Self { site, store: SharedStore(Arc::new(store)), root, post }
    }

    /// The library.
    #[must_use]
    pub const fn factor(&self) -> &SecondFactor {
        &self.site.second_factor
    }

    /// An administrator who is about to change something.
    pub async fn desk<'a>(&self, who: &'a Principal) -> Administrator<'a> {
        let form = self.site.form(who).await;
        let who = self.factor().administrator(who, Some(&form)).await;
        who.expect("no fault").expect("an administrator")
    }

    /// Activates an app for somebody who is of a tenant, in that session.
    pub async fn enroll(&self, principal: &Principal) -> Person {
        let form = self.site.form(principal).await;
        let begun = self.factor().begin(principal, &form, Method::Totp).await;
        let begun = begun.expect("no fault").expect("allowed");
        let set_up_key = begun.set_up.expect("an app").seed.to_base32().to_string();
        let ticket = self.factor().open_ticket(principal, &begun.ticket).expect("ours");
        let code = totp::code(&set_up_key, self.factor().now().as_unix()).expect("a set-up key");
        let code = Code::parse(&code).expect("six digits");
        let done = self.factor().confirm(principal, &ticket, &code, None, KeepSession).await;
        let countersign::flow::Confirmation::Done(done) = done.expect("no fault") else {
            unreachable!("the code is right")
        };
        self.site.next_step();
        let recovery_codes = done.recovery_codes.iter().map(|code| code.grouped()).collect();
        Person { key: principal.subject().key().to_owned(), set_up_key, recovery_codes }
    }

    /// The record of somebody.
    pub async fn record(&self, subject: &SubjectId) -> Option<Arc<Record>> {
        use countersign::port::Store as _;
        self.store.load(subject).await.expect("the store reads").map(|stored| stored.record)
    }

    /// The log of the only tenant, the oldest first.
    pub async fn log(&self) -> Vec<Entry> {
        let query = LogQuery { most: 1_000, ..LogQuery::default() };
        let mut entries = self.store.entries(&query).await.expect("the log reads");
        entries.reverse();
        entries
    }

    /// What happened to somebody, by its names, the oldest first.
    pub async fn happened(&self, key: &str) -> Vec<String> {
        let entries = self.log().await.into_iter();
        let own = entries.filter(|entry| entry.subject.key() == key);
        own.map(|entry| entry.event.into()).collect()
    }
}
