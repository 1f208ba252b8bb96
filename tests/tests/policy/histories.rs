//! Long histories of people who change themselves, through the flows and a store: whatever they
//! become, they are never protected less, as long as no administrator does anything.

use core::time::Duration;

use countersign::authenticator::{Code, Method};
use countersign::flow::{Confirmation, Passage};
use countersign::policy::{Effect, OwnEffect, Requirement, Rollout};
use countersign::port::{AdministrationStore as _, KeepSession, Swapped, Version};
use countersign::subject::{Email, Permissions, Principal, SessionId, SubjectId};
use countersign_memory::MemoryStore;
use countersign_tests::site::Site;
use countersign_tests::totp;

use crate::chance::Chance;
use crate::model::{PlainRule, Time, at, told};
use crate::random::{ADDRESSES, DAY, ROLES, rules as some_rules, time};

/// So many histories, of so many steps each.
const HISTORIES: usize = 600;
const STEPS: usize = 14;
/// When a history begins, for a [`Site`]. For its rules it is their 20th day: some have begun by then,
/// and some have not.
const BEGIN: u64 = 1_800_000_000;
const TENANTS: [&str; 2] = ["t", "other"];

/// How much is asked of somebody. More is more.
#[derive(Clone, Copy, Debug)]
struct Protection {
    /// 0: nothing, 1: a factor of who has one, 2: a factor.
    asks: u8,
    enrolled: bool,
    /// Until when it may be put off; nothing, if it may not any more.
    ends: u64,
    skips: u8,
}

impl Protection {
    fn of(passage: &Passage, now: u64) -> Self {
        let enrolled = passage.standing.is_some_and(|standing| standing.is_enrolled())
            || passage.rollout == Rollout::Active;
        let (asks, ends) = match passage.requirement {
            Requirement::Nothing => (0, 0),
            Requirement::IfEnrolled => (1, 0),
            Requirement::Always { grace_ends } => (2, grace_ends.as_unix()),
            Requirement::Recent { .. } => panic!("no rule asks for that"),
        };
        let skips = match passage.rollout {
            Rollout::Skips { left } => left,
            Rollout::NotRequired
            | Rollout::Announced { .. }
            | Rollout::Grace { .. }
            | Rollout::MustActivate { .. }
            | Rollout::Overdue { .. }
            | Rollout::Active
            | Rollout::Exempt { .. }
            | Rollout::Off => 0,
        };
        Self { asks, enrolled, ends: if ends <= now { 0 } else { ends }, skips }
    }

    /// Whether this is less than it was before.
    fn falls(&self, before: &Self) -> bool {
        // Without a factor it is all the same whether there is none or one is offered.
        let asks = |one: &Self| if one.enrolled || one.asks == 2 { one.asks } else { 0 };
        let is_put_off = before.asks == 2
            && !self.enrolled
            && (self.ends > before.ends || self.skips > before.skips);
        asks(self) < asks(before) || is_put_off
    }
}

/// Somebody in the middle of a history.
#[derive(Clone, Debug)]
struct Somebody {
    subject: SubjectId,
    address: Option<&'static str>,
    roles: Vec<&'static str>,
    session: usize,
    signed_in: Option<u64>,
}

impl Somebody {
    fn anew(chance: &mut Chance) -> Self {
        Self {
            subject: SubjectId::of_tenant(*chance.of(&TENANTS), "ada"),
            address: chance.maybe(2, |chance| *chance.of(&ADDRESSES)),
            roles: ROLES.into_iter().filter(|_| chance.one_in(3)).collect(),
            session: 0,
            signed_in: chance.maybe(2, |_| BEGIN - DAY),
        }
    }

    fn principal(&self) -> Principal {
        let session = SessionId::new(self.session.to_string());
        let mut principal = Principal::of(self.subject.clone(), session);
        if let Some(address) = self.address {
            principal = principal.email(Email::new(address));
        }
        if let Some(signed_in) = self.signed_in {
            principal = principal.signed_in_at(at(signed_in));
        }
        self.roles.iter().fold(principal, |principal, role| principal.role(*role))
    }
}

/// Rules of before the history, at its time. No administrator does anything in it: what one will have
/// made is made before, and nothing is switched off later.
fn before(rules: Vec<PlainRule>, site: &str) -> Vec<PlainRule> {
    let earlier = |mut rule: PlainRule| {
        rule.id = format!("{site}-{}", rule.id);
        let shift = |moment: u64| moment + BEGIN - 20 * DAY;
        rule.made = rule.made.map(|made| shift(made.min(20 * DAY)));
        rule.from = rule.from.map(|from| match rule.effect {
            Effect::Off => shift(from.min(20 * DAY)),
            Effect::Offer | Effect::Require => shift(from),
        });
        if let Time::Until(until) = rule.time {
            rule.time = Time::Until(shift(until));
        }
        rule
    };
    rules.into_iter().map(earlier).collect()
}

/// A history.
struct History {
    site: Site,
    ada: Somebody,
    chance: Chance,
    steps: Vec<String>,
}

impl History {
    async fn begin(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let code = before(some_rules(&mut chance), "one");
        let others = before(some_rules(&mut chance), "other");
        let ada = Somebody::anew(&mut chance);
        let steps = vec![format!("{code:#?} {others:#?} {ada:?}")];
        let (policy, tenant) = told(&code);
        let (_, other) = told(&others);
        let store = MemoryStore::default();
        for (name, rules) in TENANTS.iter().zip([tenant, other]) {
            let swapped = store.swap_rules(name, Version::NONE, &rules.to_bytes()).await.unwrap();
            assert_eq!(swapped, Swapped::Done);
        }
        // Who has one has it from before there were rules.
        let earlier = Site::over(store.clone());
        let mut this = Self { site: earlier, ada, chance, steps };
        if this.chance.one_in(2) {
            this.activate().await;
        }
        let decided = this.chance.one_in(3);
        let root = if decided { Some(this.site.enroll("root").await) } else { None };
        this.site = this
            .site
            .another(store.clone(), |builder| builder.policy(policy).administration(store.clone()));
        if let Some(root) = root {
            let root = root.in_session("enrollment").may(Permissions::ALL.every_tenant());
            this.decide(&root).await;
        }
        if this.chance.one_in(2) {
            this.rule(&store, &[code, others]).await;
        }
        this
    }

    /// Administrators have made more rules, after some requirements have begun to hold.
    async fn rule(&mut self, store: &MemoryStore, rules: &[Vec<PlainRule>]) {
        let factor = self.site.second_factor.clone();
        let _ = factor.guard(&self.ada.principal(), || None).await.unwrap();
        self.site.clock.advance(Duration::from_secs(1));
        for (tenant, known) in TENANTS.iter().zip(rules) {
            let mut new = before(some_rules(&mut self.chance), "new");
            for rule in &mut new {
                rule.made = Some(factor.now().as_unix());
            }
            self.steps.push(format!("{tenant}: {new:#?}"));
            let (_, rules) = told(&[&known[..], &new].concat());
            let version = Version::NONE.next();
            let swapped = store.swap_rules(tenant, version, &rules.to_bytes()).await.unwrap();
            assert_eq!(swapped, Swapped::Done);
        }
    }

    /// An administrator has decided, before the history begins.
    async fn decide(&mut self, root: &Principal) {
        let factor = &self.site.second_factor;
        let _ = factor.guard(&self.ada.principal(), || None).await.unwrap();
        let form = self.site.form(root).await;
        let root = factor.administrator(root, Some(&form)).await.unwrap().unwrap();
        let effect = match self.chance.below(3) {
            0 => OwnEffect::Release,
            1 => OwnEffect::Require(time(&mut self.chance).told()),
            _ => OwnEffect::Exempt {
                until: factor.now().plus(Duration::from_secs(DAY * (1 + self.chance.below(20)))),
            },
        };
        self.steps.push(format!("{effect:?}"));
        let (tenant, key) = (self.ada.subject.tenant(), self.ada.subject.key());
        let decided = factor.decide_about(&root, Some(tenant), key, Some(effect), "because");
        decided.await.unwrap().unwrap();
    }

    async fn activate(&mut self) {
        let (factor, principal) = (&self.site.second_factor, self.ada.principal());
        let form = self.site.form(&principal).await;
        let Ok(begun) = factor.begin(&principal, &form, Method::Totp).await.unwrap() else {
            return;
        };
        let confirm = factor.open_ticket(&principal, &begun.ticket).unwrap();
        let key = begun.set_up.unwrap().seed.to_base32();
        let code = totp::code(&key, factor.now().as_unix()).unwrap();
        let code = Code::parse(&code).unwrap();
        let done = factor.confirm(&principal, &confirm, &code, None, KeepSession).await.unwrap();
        assert!(matches!(done, Confirmation::Done(_)), "{done:?}");
    }

    /// Something happens that is no administrator's doing.
    async fn step(&mut self) {
        let factor = self.site.second_factor.clone();
        let step = match self.chance.below(9) {
            0 | 1 => {
                self.ada.address = self.chance.maybe(2, |chance| *chance.of(&ADDRESSES));
                "another address"
            }
            2 | 3 => {
                self.ada.roles = ROLES.into_iter().filter(|_| self.chance.one_in(3)).collect();
                "other roles"
            }
            4 => {
                let tenant = *self.chance.of(&TENANTS);
                let key = format!("ada{}", self.chance.below(3));
                let new = SubjectId::of_tenant(tenant, key);
                factor.subject_renamed(&self.ada.subject, &new).await.unwrap();
                self.ada.subject = new;
                "another key"
            }
            5 => {
                let time = 1 + self.chance.below(9 * DAY);
                self.site.clock.advance(Duration::from_secs(time));
                "time passes"
            }
            6 => {
                self.ada.session += 1;
                self.ada.signed_in = self.ada.signed_in.map(|_| factor.now().as_unix());
                "another sign-in"
            }
            7 => {
                let form = self.site.form(&self.ada.principal()).await;
                let _ = factor.put_off(&self.ada.principal(), &form).await.unwrap();
                "not now"
            }
            _ => {
                self.activate().await;
                "activation"
            }
        };
        self.steps.push(format!("{step}: {:?} at {:?}", self.ada, factor.now()));
    }

    async fn protection(&self) -> Protection {
        let factor = &self.site.second_factor;
        let passage = factor.guard(&self.ada.principal(), || None).await.unwrap();
        Protection::of(&passage, factor.now().as_unix())
    }
}

#[tokio::test]
async fn whatever_people_become_they_are_never_protected_less() {
    let (mut rose, mut asked) = (0_usize, 0_usize);
    for seed in 0..HISTORIES {
        let mut history = History::begin(seed as u64).await;
        let mut before = history.protection().await;
        for _ in 0..STEPS {
            history.step().await;
            let now = history.protection().await;
            history.steps.push(format!("{now:?}"));
            assert!(!now.falls(&before), "history {seed}: {}", history.steps.join("\n"));
            rose += usize::from(before.falls(&now));
            asked += usize::from(now.asks == 2);
            before = now;
        }
    }
    // Histories in which nothing happens would prove nothing.
    assert!(rose > HISTORIES / 3 && asked > HISTORIES, "{rose} rose, {asked} asked");
}
