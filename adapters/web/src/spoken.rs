//! The language of an answer, and how a template says something in it.
//!
//! `t("id", name=value)` is the message with its placeholders filled in. A value is escaped unless it is
//! marked as safe; a number chooses the form. `moment|time` is a moment as a `<time>`. Only answers of
//! ours look for a language; a request that passes a door has none.

use std::sync::Arc;

use countersign::subject::Principal;
use countersign_words::{Arg, Languages, Words, escape};
use http::{HeaderValue, header};
use minijinja::value::Kwargs;
use minijinja::{Environment, Error, Value};

use crate::view::View;
use crate::web::Web;

impl Web {
    /// The words of whoever reads the answer: of the actor, if somebody acts as another.
    pub(crate) fn words(&self, view: &View<'_>, principal: Option<&Principal>) -> Words<'_> {
        let chosen = principal.and_then(|principal| principal.answerable().language());
        let said = view.headers.get_all(header::ACCEPT_LANGUAGE).iter();
        let said: Vec<&str> = said.map(HeaderValue::to_str).filter_map(Result::ok).collect();
        self.inner.languages.choose(chosen, Some(&said.join(",")))
    }

    /// The principal with the language of the answer, if the application said none, so that a mail that
    /// a page causes is in the language of the page.
    pub(crate) fn addressed(&self, view: &View<'_>, principal: Principal) -> Principal {
        let tag = self.words(view, Some(&principal)).tag();
        addressed(principal, tag)
    }
}

/// Who acts as a person has a browser of their own, which says nothing about the person.
fn addressed(principal: Principal, tag: &str) -> Principal {
    match (principal.language(), principal.actor()) {
        (None, None) => principal.browser_speaks(tag),
        (Some(_), _) | (_, Some(_)) => principal,
    }
}

/// Gives the templates their words.
pub(crate) fn speak(pages: &mut Environment<'static>, languages: &Arc<Languages>, tag: &str) {
    let (languages, tag) = (Arc::clone(languages), tag.to_owned());
    pages.add_function("t", move |id: &str, kwargs: Kwargs| -> Result<Value, Error> {
        let mut args = Vec::new();
        for name in kwargs.args() {
            let value: Value = kwargs.get(name)?;
            args.extend(arg(&value).map(|arg| (name, arg)));
        }
        Ok(Value::from_safe_string(languages.words(&tag).html(id, &args)))
    });
    pages.add_filter("time", |moment: &Value| -> Result<Value, Error> {
        let (iso, text) = (moment.get_attr("iso")?, moment.get_attr("text")?);
        let said = |part: &Value| escape(part.as_str().unwrap_or_default()).into_owned();
        Ok(Value::from_safe_string(format!(
            "<time datetime=\"{}\">{}</time>",
            said(&iso),
            said(&text)
        )))
    });
}

/// What a template puts into a placeholder; what is not there fills none.
fn arg(value: &Value) -> Option<Arg<'static>> {
    if value.is_undefined() || value.is_none() {
        None
    } else if value.is_number() {
        f64::try_from(value.clone()).ok().map(Arg::Number)
    } else if value.is_safe() {
        Some(Arg::Safe(value.to_string().into()))
    } else {
        Some(Arg::from(value.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use countersign::subject::SessionId;

    use super::*;

    #[test]
    fn somebody_whose_language_nobody_knows_has_that_of_their_browser() {
        let ada = || Principal::new("ada", SessionId::new("1"));
        assert_eq!(addressed(ada(), "fr").language(), Some("fr"));
        assert_eq!(addressed(ada().speaks("de"), "fr").language(), Some("de"));
        let acted =
            addressed(ada().impersonated_by(Principal::new("root", SessionId::new("1"))), "fr");
        assert_eq!((acted.language(), acted.actor().unwrap().language()), (None, None));
    }

    fn said(source: &str) -> String {
        let mut languages = Languages::new().unwrap();
        languages
            .put("en", "x-hello = <strong>{ $who }</strong>\nx-tries = { $left ->\n [one] one try\n *[other] { $left } tries\n }")
            .unwrap();
        languages.put("eo", "x-hello = Saluton, { $who }").unwrap();
        let mut pages = Environment::new();
        speak(&mut pages, &Arc::new(languages), "en");
        pages.render_named_str("x.html", source, minijinja::context! { who => "<b>\"" }).unwrap()
    }

    #[test]
    fn a_value_in_a_message_is_escaped_unless_it_is_safe() {
        assert_eq!(said(r#"{{ t("x-hello", who=who) }}"#), "<strong>&lt;b&gt;&quot;</strong>");
        assert_eq!(said(r#"{{ t("x-hello", who="<i>a</i>"|safe) }}"#), "<strong><i>a</i></strong>");
        let nested = r#"{{ t("x-hello", who=t("x-hello", who=who)) }}"#;
        assert_eq!(said(nested), "<strong><strong>&lt;b&gt;&quot;</strong></strong>");
    }

    #[test]
    fn a_number_in_a_message_chooses_its_form() {
        assert_eq!(
            said(r#"{{ t("x-tries", left=1) }}, {{ t("x-tries", left=3) }}"#),
            "one try, 3 tries"
        );
    }

    #[test]
    fn a_macro_speaks_too() {
        let source =
            r#"{% macro hello(who) %}{{ t("x-hello", who=who) }}{% endmacro %}{{ hello(who) }}"#;
        assert_eq!(said(source), "<strong>&lt;b&gt;&quot;</strong>");
    }
}
