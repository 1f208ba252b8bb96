//! The form of a new rule.
//!
//! | field | may be |
//! |---|---|
//! | `whom`, `value` | `everyone`; `role`, `domain`, `domain_and_below`, `address`, `user` and its value; `list`, its name and `addresses` |
//! | `effect` | `require`, `offer`, `off` |
//! | `from` | a date, or nothing: at once |
//! | `grace` | `none`; `until` and a date; `days` and their number; `skips` and their number |
//! | `reach` | `request`, `sign_in` |
//! | `remember` | nothing: as elsewhere; `never`; `hours` and their number |
//! | `max_age` | minutes, or nothing |
//! | `recovery`, `totp`, `email` | `no`: recovery codes, apps, codes by e-mail are not accepted |
//! | `reason` | must be there: people read it |

use core::time::Duration;

use countersign::authenticator::{Method, Methods};
use countersign::policy::{Effect, Grace, Reach, Remember, Rule, Whom};
use countersign::subject::SubjectId;
use serde::Serialize;

use super::dates::{Edge, moment};
use crate::call::Call;
use crate::form::Form;

const LONGEST_VALUE: usize = 254;
const LONGEST_REASON: usize = 500;

/// What stood in the form, to be shown again.
#[derive(Debug, Serialize)]
pub(crate) struct RuleFields {
    whom: String,
    value: String,
    addresses: String,
    effect: String,
    from: String,
    grace: String,
    until: String,
    days: String,
    skips: String,
    reach: String,
    remember: String,
    hours: String,
    max_age: String,
    recovery: String,
    totp: String,
    email: String,
    reason: String,
}

impl RuleFields {
    pub(crate) fn of(form: &Form) -> Self {
        let text = |name| form.one_or_number(name).unwrap_or_default().into_owned();
        Self {
            whom: text("whom"),
            value: text("value"),
            addresses: text("addresses"),
            effect: text("effect"),
            from: text("from"),
            grace: text("grace"),
            until: text("until"),
            days: text("days"),
            skips: text("skips"),
            reach: text("reach"),
            remember: text("remember"),
            hours: text("hours"),
            max_age: text("max_age"),
            recovery: text("recovery"),
            totp: text("totp"),
            email: text("email"),
            reason: text("reason"),
        }
    }
}

impl Call<'_> {
    /// The rule that the form asks for, or the field that cannot be.
    pub(crate) fn rule_given(&self, tenant: &str) -> Result<Rule, &'static str> {
        let effect = Effect::named(self.form.one("effect").unwrap_or_default()).ok_or("effect")?;
        let mut rule = Rule::new(effect, whom(&self.form, tenant)?);
        if let Some(given) = given(&self.form, "from") {
            rule = rule.from(moment(&given, Edge::First).ok_or("from")?);
        }
        rule = rule.grace(match self.form.one("grace").unwrap_or_default() {
            "none" | "" => Grace::None,
            "until" => self.grace_until()?,
            "days" => Grace::For(Duration::from_secs(86_400 * number(&self.form, "days", 366)?)),
            "skips" => self.grace_skips()?,
            _ => return Err("grace"),
        });
        rule = rule.reach(match self.form.one("reach").unwrap_or_default() {
            "request" | "" => Reach::NextRequest,
            "sign_in" => Reach::NextSignIn,
            _ => return Err("reach"),
        });
        match self.form.one("remember").unwrap_or_default() {
            "" => {}
            "never" => rule = rule.remember(Remember::Never),
            "hours" => {
                let lasts = Duration::from_secs(3_600 * number(&self.form, "hours", 8_760)?);
                rule = rule.remember(Remember::Offered { lasts, ticked: false });
            }
            _ => return Err("remember"),
        }
        if given(&self.form, "max_age").is_some() {
            let minutes = number(&self.form, "max_age", 525_600)?;
            rule = rule.max_age(Duration::from_secs(60 * minutes));
        }
        rule = rule.methods(methods(&self.form)?);
        Ok(rule.because(plain(&self.form, "reason", LONGEST_REASON)?))
    }
}

/// The methods that the form leaves. One at least must be left with which somebody can begin.
fn methods(form: &Form) -> Result<Methods, &'static str> {
    let mut methods = Methods::ALL;
    for (field, method) in
        [("recovery", Method::Recovery), ("totp", Method::Totp), ("email", Method::Email)]
    {
        methods = match form.one(field) {
            Some("no") => methods.without(method),
            Some("yes" | "") => methods,
            None if !form.has(field) => methods,
            Some(_) | None => return Err(field),
        };
    }
    let is_off = |field| form.one(field) == Some("no");
    if is_off("totp") && is_off("email") { Err("email") } else { Ok(methods) }
}

fn whom(form: &Form, tenant: &str) -> Result<Whom, &'static str> {
    let kind = form.one("whom").unwrap_or_default();
    if kind == "everyone" {
        return Ok(Whom::Everyone);
    }
    let value = || plain(form, "value", LONGEST_VALUE);
    let name = || {
        let name = value()?.trim_start_matches('@');
        let is_one = !name.is_empty() && !name.contains(['@', ' ', ',']);
        if is_one { Ok(name) } else { Err("value") }
    };
    match kind {
        "role" => Ok(Whom::role(value()?)),
        "domain" => Ok(Whom::domain(name()?)),
        "domain_and_below" => Ok(Whom::domain_and_below(name()?)),
        "address" => {
            let address = value()?;
            if is_address(address) { Ok(Whom::address(address)) } else { Err("value") }
        }
        "user" => Ok(Whom::Subject(SubjectId::of_tenant(tenant, value()?))),
        "list" => {
            let pasted = form.one("addresses").unwrap_or_default();
            let split = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';');
            let addresses: Vec<&str> =
                pasted.split(split).filter(|entry| !entry.is_empty()).collect();
            if addresses.is_empty() || !addresses.iter().copied().all(is_address) {
                return Err("addresses");
            }
            Ok(Whom::listed(value()?, addresses))
        }
        _ => Err("whom"),
    }
}

fn is_address(text: &str) -> bool {
    text.len() <= LONGEST_VALUE
        && !text.contains([' ', ',', '<', '>'])
        && text.rsplit_once('@').is_some_and(|(local, name)| !local.is_empty() && !name.is_empty())
}

/// What stands in a field, if anything does.
fn given(form: &Form, name: &str) -> Option<String> {
    let given = form.one_or_number(name)?.trim().to_owned();
    (!given.is_empty()).then_some(given)
}

/// A text on one line that is neither empty nor too long.
fn plain<'a>(form: &'a Form, name: &'static str, longest: usize) -> Result<&'a str, &'static str> {
    let text = form.one(name).unwrap_or_default().trim();
    let fits =
        !text.is_empty() && text.chars().count() <= longest && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(name) }
}

/// A whole number from 1 on.
fn number(form: &Form, name: &'static str, most: u64) -> Result<u64, &'static str> {
    let number = given(form, name).and_then(|text| text.parse().ok());
    number.filter(|number| (1..=most).contains(number)).ok_or(name)
}
