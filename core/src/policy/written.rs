//! How decisions, holds and the rules of administrators are written down (RFC 8949, numbered fields).
//!
//! ```text
//! rules:   byte 0   1..
//!          0x01     CBOR: an array of rules
//! ```

use core::time::Duration;
use std::sync::Arc;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use super::remember::Remember;
use super::rule::{Author, Effect, Grace, Reach, Rule, RuleId};
use super::rules::{Rules, UnreadableRules};
use super::whom::{AddressList, Whom};
use crate::authenticator::{Method, Methods};
use crate::subject::SubjectId;
use crate::time::Timestamp;

const FORM: u8 = 1;

impl<C> Encode<C> for RuleId {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.str(self.as_str())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for RuleId {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        decoder.str().map(Self::new)
    }
}

/// A rule of an administrator. A rule in code is never written.
#[derive(Decode, Encode)]
struct Written {
    #[n(0)]
    id: RuleId,
    #[n(1)]
    kind: Box<str>,
    #[n(2)]
    value: Box<str>,
    #[n(3)]
    tenant: Option<Box<str>>,
    #[n(4)]
    list: Option<Vec<Box<str>>>,
    #[n(5)]
    effect: Box<str>,
    #[n(6)]
    from: Option<Timestamp>,
    #[n(7)]
    grace: Grace,
    #[n(8)]
    next_sign_in: bool,
    #[n(9)]
    remember: Option<Remembers>,
    #[n(10)]
    max_age: Option<u64>,
    #[n(11)]
    reason: Box<str>,
    #[n(12)]
    by: Box<str>,
    #[n(13)]
    at: Timestamp,
    #[n(14)]
    #[cbor(default)]
    no_recovery_codes: bool,
    #[n(15)]
    #[cbor(default)]
    no_apps: bool,
    #[n(16)]
    #[cbor(default)]
    no_mail: bool,
    #[n(17)]
    by_tenant: Option<Box<str>>,
}

#[derive(Decode, Encode)]
enum Remembers {
    #[n(0)]
    Never,
    #[n(1)]
    For {
        #[n(0)]
        seconds: u64,
        #[n(1)]
        ticked: bool,
    },
}

impl Rules {
    /// Writes the rules of administrators down.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let written: Vec<Written> = self.iter().filter_map(Written::of).collect();
        let mut bytes = vec![FORM];
        // Writing to memory cannot fail.
        let done = minicbor::encode(written, &mut bytes);
        debug_assert!(done.is_ok());
        bytes
    }

    /// Reads them.
    ///
    /// # Errors
    /// They are damaged, or of a newer version. Nobody may be decided about without them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnreadableRules> {
        let cbor = bytes.strip_prefix(&[FORM]);
        let cbor = cbor.ok_or_else(|| UnreadableRules("a form that is not known".to_owned()))?;
        let written: Vec<Written> =
            minicbor::decode(cbor).map_err(|error| UnreadableRules(error.to_string()))?;
        let rules: Option<Vec<Rule>> = written.into_iter().map(Written::rule).collect();
        rules.map(Self::new).ok_or_else(|| UnreadableRules("a rule that is not known".to_owned()))
    }
}

impl Written {
    fn of(rule: &Rule) -> Option<Self> {
        let Author::Administrator { who, tenant: by_tenant, at } = rule.author() else {
            return None;
        };
        let (tenant, list) = match rule.whom() {
            Whom::Subject(subject) => (Some(subject.tenant().into()), None),
            Whom::Listed(list) => (None, Some(sorted(list))),
            Whom::Everyone
            | Whom::Role(_)
            | Whom::Domain(_)
            | Whom::DomainAndBelow(_)
            | Whom::Address(_) => (None, None),
        };
        Some(Self {
            id: rule.id().clone(),
            kind: rule.whom().kind().into(),
            value: rule.whom().value().into(),
            tenant,
            list,
            effect: rule.effect().name().into(),
            from: rule.starts(),
            grace: rule.grace_given(),
            next_sign_in: rule.reaches() == Reach::NextSignIn,
            remember: rule.remembers().map(|remember| match remember {
                Remember::Never => Remembers::Never,
                Remember::Offered { lasts, ticked } => {
                    Remembers::For { seconds: lasts.as_secs(), ticked }
                }
            }),
            max_age: rule.longest_ago().map(|age| age.as_secs()),
            reason: rule.reason().into(),
            by: who.as_ref().into(),
            at: *at,
            no_recovery_codes: !rule.accepts().has(Method::Recovery),
            no_apps: !rule.accepts().has(Method::Totp),
            no_mail: !rule.accepts().has(Method::Email),
            by_tenant: by_tenant.as_deref().map(Into::into),
        })
    }

    fn rule(self) -> Option<Rule> {
        let value = Arc::<str>::from(self.value);
        let whom = match &*self.kind {
            "everyone" => Whom::Everyone,
            "role" => Whom::Role(value),
            "domain" => Whom::Domain(value),
            "domain_and_below" => Whom::DomainAndBelow(value),
            "address" => Whom::Address(value),
            "list" => Whom::Listed(Arc::new(AddressList::new(&value, self.list?))),
            "user" => Whom::Subject(SubjectId::of_tenant(&*self.tenant?, value)),
            _ => return None,
        };
        let mut rule = Rule::new(Effect::named(&self.effect)?, whom)
            .named(self.id.as_str())
            .grace(self.grace)
            .because(&*self.reason)
            .of_author(&self.by, self.by_tenant.map(Arc::from), self.at);
        rule.from = self.from;
        rule.max_age = self.max_age.map(Duration::from_secs);
        let refused = [
            (self.no_recovery_codes, Method::Recovery),
            (self.no_apps, Method::Totp),
            (self.no_mail, Method::Email),
        ];
        rule.methods = refused
            .into_iter()
            .filter(|(is_refused, _)| *is_refused)
            .fold(Methods::ALL, |methods, (_, method)| methods.without(method));
        if self.next_sign_in {
            rule.reach = Reach::NextSignIn;
        }
        rule.remember = self.remember.map(|remember| match remember {
            Remembers::Never => Remember::Never,
            Remembers::For { seconds, ticked } => {
                Remember::Offered { lasts: Duration::from_secs(seconds), ticked }
            }
        });
        Some(rule)
    }
}

fn sorted(list: &AddressList) -> Vec<Box<str>> {
    let mut addresses: Vec<Box<str>> = list.iter().map(Into::into).collect();
    addresses.sort_unstable();
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_administrators_are_read_as_they_were_written() {
        let at = Timestamp::from_unix(1_000);
        let rules = Rules::new([
            Rule::require(Whom::Everyone).named("1").by("root", at).from(at).because("law"),
            Rule::offer(Whom::role("guest")).named("2").by("root", at).reach(Reach::NextSignIn),
            Rule::off(Whom::domain("Acme.example")).named("3").by("root", at),
            Rule::require(Whom::domain_and_below("b.example"))
                .named("4")
                .by("root", at)
                .grace(Grace::Skips(3))
                .remember(Remember::Never)
                .max_age(Duration::from_secs(60))
                .methods(Methods::ALL.without(Method::Recovery).without(Method::Email)),
            Rule::require(Whom::listed("board", ["B@x.example", "a@x.example"]))
                .named("5")
                .by("root", at)
                .grace(Grace::For(Duration::from_secs(9))),
            Rule::require(Whom::Subject(SubjectId::of_tenant("t", "7"))).named("6").by("root", at),
            Rule::offer(Whom::Everyone).named("7").made_by(
                &SubjectId::of_tenant("far", "root"),
                "t",
                at,
            ),
        ]);
        let read = Rules::from_bytes(&rules.to_bytes()).unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), rules.iter().collect::<Vec<_>>());
        for bad in [&b""[..], b"\x02\x80", b"\x01\x81\x00", b"\x01"] {
            assert!(Rules::from_bytes(bad).is_err());
        }
    }
}
