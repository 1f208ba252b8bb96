//! A crowd of people with addresses, and links that are sent to it.

use core::fmt;
use core::pin::Pin;
use core::time::Duration;
use std::collections::BTreeMap;
use std::error::Error;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use countersign::flow::{Builder, Confirmations, Denied, PeopleQuery};
use countersign::port::{Brink, Content, Courier, CourierError, Directory, Message};
use countersign::subject::{Permissions, Principal, Profile, SessionId};
use countersign_tests::letter_box::LetterBox;
use countersign_tests::office::Office;
use countersign_tests::shared_store::SharedStore;
use tokio::time::Instant;

use crate::town::PATIENCE;

/// Everybody whom the application knows: most of them with an address that nobody has confirmed.
#[derive(Clone, Debug)]
pub(crate) struct Crowd {
    size: usize,
    moved: Arc<Mutex<BTreeMap<usize, String>>>,
}

impl Crowd {
    pub(crate) fn of(size: usize) -> Self {
        Self { size, moved: Arc::default() }
    }

    /// From now on this is somebody's address.
    pub(crate) fn moves(&self, number: usize, address: &str) {
        self.moved.lock().unwrap().insert(number, address.to_owned());
    }

    fn profile(&self, number: usize) -> Profile {
        let name = format!("person {number:03}");
        let moved = self.moved.lock().unwrap().get(&number).cloned();
        let address = moved.unwrap_or_else(|| format!("p{number:03}@mail.example"));
        match number % 50 {
            0 => Profile::new(&name, Some(&address), &[]),
            1 => Profile::new(&name, None, &[]),
            2 => Profile::new(&name, Some(&address), &[]).unconfirmed().shared(),
            _ => Profile::new(&name, Some(&address), &[]).unconfirmed().speaks("fr"),
        }
    }

    /// Who is to be sent something.
    pub(crate) fn wanted(number: usize) -> bool {
        number % 50 > 2
    }
}

#[async_trait]
impl Directory for Crowd {
    async fn people(
        &self,
        _: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>> {
        let keys = (0..self.size).map(|number| (format!("k{number:03}"), number));
        let rest = keys.filter(|(key, _)| after.is_none_or(|after| key.as_str() > after));
        Ok(rest.take(most).map(|(key, number)| (key.into(), self.profile(number))).collect())
    }
}

/// An office in which everything is known, and its letter box.
pub(crate) async fn office(
    store: SharedStore,
    people: usize,
    settle: impl FnOnce(Builder) -> Builder,
) -> (Office, LetterBox) {
    let letters = LetterBox::default();
    (office_with(store, Crowd::of(people), Arc::new(letters.clone()), settle).await, letters)
}

/// The same with these people and this courier.
pub(crate) async fn office_with(
    store: SharedStore,
    crowd: Crowd,
    courier: Arc<dyn Courier>,
    settle: impl FnOnce(Builder) -> Builder,
) -> Office {
    let people = crowd.size;
    let mut office = Office::over(store, |builder| {
        settle(builder.directory(Arc::new(crowd.clone()))).mail_pace(Duration::ZERO)
    })
    .await;
    let site = office.site.another(office.store.clone(), |builder| {
        builder
            .administration(office.store.clone())
            .directory(Arc::new(crowd.clone()))
            .mail_pace(Duration::ZERO)
            .policy(office.site.second_factor.policy().clone())
            .courier(courier)
    });
    let factor = &office.site.second_factor;
    assert_eq!(factor.take_over_directory("").await.unwrap(), people);
    office.site = site;
    office
}

/// How many messages went to each address.
pub(crate) fn sent(letters: &LetterBox) -> BTreeMap<String, usize> {
    let mut sent = BTreeMap::new();
    for message in letters.out() {
        if matches!(message.content, Content::Confirmation { .. }) {
            *sent.entry(message.to.to_string()).or_insert(0) += 1;
        }
    }
    sent
}

pub(crate) async fn progress(office: &Office) -> Confirmations {
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    office.factor().confirmations(&desk, None).await.unwrap().unwrap().unwrap()
}

pub(crate) async fn begin(office: &Office, query: &PeopleQuery) -> Result<(), Denied> {
    let who = office.root.clone();
    let desk = office.desk(&who).await;
    office.factor().begin_confirmations(&desk, query).await.unwrap()
}

pub(crate) async fn ended(office: &Office) -> Confirmations {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let progress = progress(office).await;
        if progress.ended.is_some() {
            return progress;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it does not end: {:?}", progress(office).await);
}

/// So much later another administrator is there, who has just shown a factor.
pub(crate) async fn later(office: &mut Office, wait: Duration) {
    office.site.clock.advance(wait);
    let key = format!("root-{}", office.factor().now().as_unix());
    let who = Principal::new(key, SessionId::new("later")).may(Permissions::ALL);
    office.enroll(&who).await;
    office.root = who;
}

type Act = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A letter box; something happens once when a message is handed over to it.
#[derive(Default)]
pub(crate) struct Interrupted {
    letters: LetterBox,
    /// Right before the moment at which the message can still be held back.
    before: Mutex<Option<Act>>,
    /// Right after it, and then the message does not go out.
    after: Mutex<Option<Act>>,
}

impl Interrupted {
    pub(crate) fn over(letters: &LetterBox) -> Arc<Self> {
        Arc::new(Self { letters: letters.clone(), ..Self::default() })
    }

    pub(crate) fn before(&self, act: impl Future<Output = ()> + Send + 'static) {
        *self.before.lock().unwrap() = Some(Box::pin(act));
    }

    pub(crate) fn after(&self, act: impl Future<Output = ()> + Send + 'static) {
        *self.after.lock().unwrap() = Some(Box::pin(act));
    }
}

impl fmt::Debug for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Interrupted(..)")
    }
}

#[async_trait]
impl Courier for Interrupted {
    async fn deliver(&self, message: &Message) -> Result<(), CourierError> {
        self.letters.deliver(message).await
    }

    async fn deliver_after(&self, message: &Message, brink: Brink<'_>) -> Result<(), CourierError> {
        let before = self.before.lock().unwrap().take();
        if let Some(act) = before {
            act.await;
        }
        let after = self.after.lock().unwrap().take();
        if let Some(act) = after {
            brink.await?;
            act.await;
            return Err(CourierError::not_sent("the connection broke"));
        }
        self.letters.deliver_after(message, brink).await
    }
}
