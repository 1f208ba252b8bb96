//! The templates, each of which an application may replace, and what all of them are given.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, Value, escape_formatter};
use serde::Serialize;

const TEMPLATES: [(&str, &str); 15] = [
    ("base.html", include_str!("pages/base.html")),
    ("challenge.html", include_str!("pages/challenge.html")),
    ("activate.html", include_str!("pages/activate.html")),
    ("confirm.html", include_str!("pages/confirm.html")),
    ("codes.html", include_str!("pages/codes.html")),
    ("settings.html", include_str!("pages/settings.html")),
    ("problem.html", include_str!("pages/problem.html")),
    ("on_behalf.html", include_str!("pages/on_behalf.html")),
    ("admin_base.html", include_str!("pages/admin_base.html")),
    ("admin_parts.html", include_str!("pages/admin_parts.html")),
    ("admin_people.html", include_str!("pages/admin_people.html")),
    ("admin_person.html", include_str!("pages/admin_person.html")),
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

/// The templates, parsed.
#[derive(Debug)]
pub(crate) struct Pages(Environment<'static>);

impl Pages {
    pub(crate) fn new() -> Result<Self, TemplateError> {
        let mut pages = Self(Environment::new());
        pages.0.set_formatter(write_escaped);
        for (name, source) in TEMPLATES {
            pages.put(name, source.to_owned())?;
        }
        Ok(pages)
    }

    /// Replaces a template, or adds one for others to extend.
    pub(crate) fn put(&mut self, name: &str, source: String) -> Result<(), TemplateError> {
        self.0
            .add_template_owned(name.to_owned(), source)
            .map_err(|error| TemplateError { name: name.to_owned(), reason: error.to_string() })
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
        self.0.get_template(name)?.render(context)
    }
}

/// Escapes for HTML what must be, and leaves slashes as they are: paths stay readable.
fn write_escaped(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
) -> Result<(), minijinja::Error> {
    match (state.auto_escape(), value.as_str()) {
        (AutoEscape::Html, Some(text)) if !value.is_safe() => {
            let mut rest = text;
            while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
                let (before, from) = rest.split_at(at);
                out.write_str(before)?;
                let (sign, after) = from.split_at(1);
                out.write_str(match sign {
                    "&" => "&amp;",
                    "<" => "&lt;",
                    ">" => "&gt;",
                    "\"" => "&quot;",
                    _ => "&#39;",
                })?;
                rest = after;
            }
            Ok(out.write_str(rest)?)
        }
        _ => escape_formatter(out, state, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site<'static> {
        Site {
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

    #[test]
    fn what_people_wrote_is_escaped() {
        let page = minijinja::context! { status => 404, title => "<b>'", detail => "a/b" };
        let html = Pages::new().unwrap().render("problem.html", &site(), &page).unwrap();
        assert!(html.contains("&lt;Example&gt; &amp; &quot;Sons&quot;"), "{html}");
        assert!(html.contains("&lt;b&gt;&#39;") && html.contains("a/b"), "{html}");
    }

    #[test]
    fn a_template_can_be_replaced_and_a_broken_one_is_named() {
        let mut pages = Pages::new().unwrap();
        pages.put("problem.html", "{{ page.status }}!".to_owned()).unwrap();
        let page = minijinja::context! { status => 404 };
        assert_eq!(pages.render("problem.html", &site(), &page).unwrap(), "404!");
        let error = pages.put("problem.html", "{% if %}".to_owned()).unwrap_err();
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
