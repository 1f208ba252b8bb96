//! The templates, each of which an application may replace, and what all of them are given.

use std::sync::Arc;

use countersign_words::{Languages, escape};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, Value, escape_formatter};
use serde::Serialize;

use crate::spoken::speak;

const TEMPLATES: [(&str, &str); 23] = [
    ("base.html", include_str!("pages/base.html")),
    ("challenge.html", include_str!("pages/challenge.html")),
    ("challenge_parts.html", include_str!("pages/challenge_parts.html")),
    ("select.html", include_str!("pages/select.html")),
    ("mail_parts.html", include_str!("pages/mail_parts.html")),
    ("mail_code.html", include_str!("pages/mail_code.html")),
    ("activate.html", include_str!("pages/activate.html")),
    ("confirm.html", include_str!("pages/confirm.html")),
    ("confirm_mail.html", include_str!("pages/confirm_mail.html")),
    ("address_parts.html", include_str!("pages/address_parts.html")),
    ("confirm_address.html", include_str!("pages/confirm_address.html")),
    ("codes.html", include_str!("pages/codes.html")),
    ("settings.html", include_str!("pages/settings.html")),
    ("problem.html", include_str!("pages/problem.html")),
    ("on_behalf.html", include_str!("pages/on_behalf.html")),
    ("admin_base.html", include_str!("pages/admin_base.html")),
    ("admin_parts.html", include_str!("pages/admin_parts.html")),
    ("admin_people.html", include_str!("pages/admin_people.html")),
    ("admin_person.html", include_str!("pages/admin_person.html")),
    ("admin_confirmations.html", include_str!("pages/admin_confirmations.html")),
    ("admin_explain.html", include_str!("pages/admin_explain.html")),
    ("admin_rules.html", include_str!("pages/admin_rules.html")),
    ("admin_log.html", include_str!("pages/admin_log.html")),
];

pub(crate) const STYLE_SHEET: &str = include_str!("pages/countersign.css");
pub(crate) const SCRIPT: &str = include_str!("pages/countersign.js");

/// A template that an application gave cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the template {name}: {reason}")]
#[non_exhaustive]
pub struct TemplateError {
    /// Which template.
    pub name: String,
    /// What is wrong with it.
    pub reason: String,
}

/// What every page is given besides its own.
#[derive(Debug, Serialize)]
pub(crate) struct Site<'a> {
    /// The tag of the language.
    pub(crate) lang: &'a str,
    pub(crate) issuer: &'a str,
    pub(crate) base: &'a str,
    pub(crate) css: String,
    pub(crate) js: String,
    pub(crate) home: &'a str,
    pub(crate) sign_out: Option<&'a str>,
    pub(crate) who: Option<&'a str>,
    /// Who acts as them.
    pub(crate) actor: Option<&'a str>,
}

/// The templates, parsed: once for each language, in which alone the functions differ.
#[derive(Debug)]
pub(crate) struct Pages(Vec<(String, Environment<'static>)>);

impl Pages {
    /// Our templates, those of `own` in place of ours or beside them, and the words that they say.
    pub(crate) fn new(
        own: Vec<(String, String)>,
        languages: &Arc<Languages>,
    ) -> Result<Self, TemplateError> {
        let mut pages = Environment::new();
        pages.set_formatter(write_escaped);
        let ours =
            TEMPLATES.iter().map(|(name, source)| ((*name).to_owned(), (*source).to_owned()));
        for (name, source) in ours.chain(own) {
            pages
                .add_template_owned(name.clone(), source)
                .map_err(|error| TemplateError { name, reason: error.to_string() })?;
        }
        let in_language = |tag: &str| {
            let mut pages = pages.clone();
            speak(&mut pages, languages, tag);
            (tag.to_owned(), pages)
        };
        Ok(Self(languages.tags().map(in_language).collect()))
    }

    pub(crate) fn render(
        &self,
        name: &str,
        site: &Site<'_>,
        page: &impl Serialize,
    ) -> Result<String, minijinja::Error> {
        let context = minijinja::context! {
            site => Value::from(Serde(site)),
            page => Value::from(Serde(page)),
        };
        let in_language = self.0.iter().find(|(tag, _)| tag == site.lang);
        let (_, pages) = in_language.ok_or_else(|| {
            minijinja::Error::new(minijinja::ErrorKind::InvalidOperation, "no such language")
        })?;
        pages.get_template(name)?.render(context)
    }
}

/// Escapes for HTML what must be, and leaves slashes as they are: paths stay readable.
fn write_escaped(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if !value.is_safe() => Ok(out.write_str(&escape(text))?),
        _ => escape_formatter(out, state, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site<'static> {
        Site {
            lang: "en",
            issuer: "<Example> & \"Sons\"",
            base: "/2fa",
            css: "/2fa/assets/c.css".to_owned(),
            js: "/2fa/assets/c.js".to_owned(),
            home: "/",
            sign_out: None,
            who: Some("ada@acme.example"),
            actor: None,
        }
    }

    fn pages(own: &[(&str, &str)]) -> Result<Pages, TemplateError> {
        let own = own.iter().map(|(name, source)| ((*name).to_owned(), (*source).to_owned()));
        Pages::new(own.collect(), &Arc::new(Languages::new().unwrap()))
    }

    #[test]
    fn what_people_wrote_is_escaped() {
        let page = minijinja::context! { status => 404, title => "<b>'", detail => "a/b" };
        let html = pages(&[]).unwrap().render("problem.html", &site(), &page).unwrap();
        assert!(html.contains("&lt;Example&gt; &amp; &quot;Sons&quot;"), "{html}");
        assert!(html.contains("&lt;b&gt;&#39;") && html.contains("a/b"), "{html}");
    }

    #[test]
    fn a_template_can_be_replaced_and_a_broken_one_is_named() {
        let own = pages(&[("problem.html", "{{ page.status }}!")]).unwrap();
        let page = minijinja::context! { status => 404 };
        assert_eq!(own.render("problem.html", &site(), &page).unwrap(), "404!");
        let error = pages(&[("problem.html", "{% if %}")]).unwrap_err();
        assert_eq!(error.name, "problem.html");
    }

    #[test]
    fn no_page_holds_what_the_content_security_policy_forbids() {
        for (name, source) in TEMPLATES {
            for forbidden in [" style=", "<style", "onclick", "javascript:", "http://", "https://"]
            {
                assert!(!source.contains(forbidden), "{name} holds {forbidden}");
            }
        }
    }
}
