//! The web side of a second factor, put together.

use core::fmt;
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::place::Place;
use countersign_words::{Languages, MessageError};

use crate::assets::Asset;
use crate::device_cookie::DeviceCookies;
use crate::origin::Origin;
use crate::pages::{Pages, SCRIPT, STYLE_SHEET, TemplateError};
use crate::reply::content_security_policy;

/// Why an application cannot start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WebError {
    /// The key of the documentation, at an origin that others can reach.
    #[error(
        "the example key is known to everybody: give a key of your own, or use a loopback origin"
    )]
    ExampleKey,
    /// A path that is none.
    #[error(
        "{0:?} is no path: it begins with a slash, does not end with one, and needs no escaping"
    )]
    Path(String),
    /// A template that cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// Messages that cannot be used.
    #[error(transparent)]
    Messages(#[from] MessageError),
}

/// The pages of a second factor, at an origin and a mount point. Cheap to clone.
#[derive(Clone)]
pub struct Web {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) second_factor: SecondFactor,
    pub(crate) origin: Origin,
    pub(crate) mount: String,
    pub(crate) home: Place,
    pub(crate) sign_in: Option<String>,
    pub(crate) sign_out: Option<String>,
    pub(crate) languages: Arc<Languages>,
    pub(crate) pages: Pages,
    pub(crate) style_sheet: Asset,
    pub(crate) script: Asset,
    pub(crate) cookies: DeviceCookies,
    pub(crate) csp: String,
}

impl Web {
    /// The longest body that our pages take, in bytes. A door answers 413 for more.
    pub const LONGEST_BODY: usize = 16 * 1024;

    /// Begins to put the pages together. `origin` is where browsers reach the application.
    pub fn builder(second_factor: SecondFactor, origin: Origin) -> WebBuilder {
        WebBuilder {
            second_factor,
            origin,
            mount: "/2fa".to_owned(),
            home: "/".to_owned(),
            sign_in: None,
            sign_out: None,
            templates: Vec::new(),
            languages: None,
            messages: Vec::new(),
            style_sheet: None,
            leads_to: Vec::new(),
        }
    }

    /// The pages with every default.
    ///
    /// # Errors
    /// As [`WebBuilder::build`].
    pub fn new(second_factor: SecondFactor, origin: Origin) -> Result<Self, WebError> {
        Self::builder(second_factor, origin).build()
    }

    /// Whether both are clones of one.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    /// The second factor behind the pages.
    #[must_use]
    pub fn second_factor(&self) -> &SecondFactor {
        &self.inner.second_factor
    }

    /// Where the pages are mounted; also the path of a person's settings.
    #[must_use]
    pub fn mount(&self) -> &str {
        &self.inner.mount
    }

    /// The name of the device cookie at this origin.
    #[must_use]
    pub fn cookie_name(&self) -> &'static str {
        self.inner.cookies.name()
    }

    /// Whether a route is the application's sign-in or sign-out, which everybody must reach.
    #[must_use]
    pub fn is_way_in_or_out(&self, route: &str) -> bool {
        [&self.inner.sign_in, &self.inner.sign_out].into_iter().flatten().any(|own| own == route)
    }

    /// Whether a path is one of ours, so that the door has to hand over the body as well.
    #[must_use]
    pub fn owns(&self, path: &str) -> bool {
        path.strip_prefix(self.inner.mount.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Web")
            .field("second_factor", &self.inner.second_factor)
            .field("origin", &self.inner.origin)
            .field("mount", &self.inner.mount)
            .finish_non_exhaustive()
    }
}

/// Puts the pages of a second factor together.
#[derive(Debug)]
#[must_use]
pub struct WebBuilder {
    second_factor: SecondFactor,
    origin: Origin,
    mount: String,
    home: String,
    sign_in: Option<String>,
    sign_out: Option<String>,
    templates: Vec<(String, String)>,
    languages: Option<Arc<Languages>>,
    messages: Vec<(String, String)>,
    style_sheet: Option<String>,
    leads_to: Vec<Origin>,
}

impl WebBuilder {
    /// Where the pages are. Default: `/2fa`.
    pub fn mount(mut self, path: impl Into<String>) -> Self {
        self.mount = path.into();
        self
    }

    /// Where people go who were going nowhere in particular. Default: `/`.
    pub fn home(mut self, path: impl Into<String>) -> Self {
        self.home = path.into();
        self
    }

    /// The application's sign-in page: where to send who comes to our pages without being signed in.
    pub fn sign_in(mut self, path: impl Into<String>) -> Self {
        self.sign_in = Some(path.into());
        self
    }

    /// The path to which the application's sign-out form posts: with it, every page has the button.
    /// A sign-out that wants a token of the application's own does not work from here.
    pub fn sign_out(mut self, path: impl Into<String>) -> Self {
        self.sign_out = Some(path.into());
        self
    }

    /// Replaces one template by the application's own; see the files in `src/pages` for their names
    /// and for what they are given. In a template, `t("id", name=value)` is a message in the language of
    /// the page.
    pub fn template(mut self, name: impl Into<String>, source: impl Into<String>) -> Self {
        self.templates.push((name.into(), source.into()));
        self
    }

    /// Replaces messages of a language, or adds them, in the form of [Project
    /// Fluent](https://projectfluent.org); a language that we lack is added with its first messages. What
    /// such a language lacks is English.
    ///
    /// ```
    /// # use countersign_web::WebBuilder;
    /// # fn with_words(web: WebBuilder) -> WebBuilder {
    /// web.language("en", "common-sign-out = Leave").language("eo", "common-sign-out = Elsaluti")
    /// # }
    /// ```
    pub fn language(mut self, tag: impl Into<String>, messages: impl Into<String>) -> Self {
        self.messages.push((tag.into(), messages.into()));
        self
    }

    /// The languages themselves, where the application's mails use the same ones.
    pub fn languages(mut self, languages: impl Into<Arc<Languages>>) -> Self {
        self.languages = Some(languages.into());
        self
    }

    /// Another origin to which the application itself leads on from the page that somebody was going
    /// to, or from its sign-out: an identity provider, a place to pay. Browsers follow a form to no
    /// other origin than these, however many redirects lie between.
    pub fn may_lead_to(mut self, origin: Origin) -> Self {
        self.leads_to.push(origin);
        self
    }

    /// Replaces the style sheet.
    pub fn style_sheet(mut self, source: impl Into<String>) -> Self {
        self.style_sheet = Some(source.into());
        self
    }

    /// Done.
    ///
    /// # Errors
    /// The example key at an origin that others can reach, a path that is none, or a template or
    /// messages that cannot be used.
    pub fn build(self) -> Result<Web, WebError> {
        if self.second_factor.has_example_key() && !self.origin.is_loopback() {
            return Err(WebError::ExampleKey);
        }
        for path in core::iter::once(&self.mount).chain(&self.sign_in).chain(&self.sign_out) {
            if !is_plain_path(path) {
                return Err(WebError::Path(path.clone()));
            }
        }
        let home = Place::parse(&self.home).ok_or(WebError::Path(self.home))?;
        let mut languages = match self.languages {
            Some(languages) => languages,
            None => Arc::new(Languages::new()?),
        };
        for (tag, messages) in &self.messages {
            Arc::make_mut(&mut languages).put(tag, messages)?;
        }
        let pages = Pages::new(self.templates, &languages)?;
        Ok(Web {
            inner: Arc::new(Inner {
                cookies: DeviceCookies::at(&self.origin),
                csp: content_security_policy(&self.leads_to),
                second_factor: self.second_factor,
                origin: self.origin,
                mount: self.mount,
                home,
                sign_in: self.sign_in,
                sign_out: self.sign_out,
                languages,
                pages,
                style_sheet: Asset::style_sheet(self.style_sheet.as_deref().unwrap_or(STYLE_SHEET)),
                script: Asset::script(SCRIPT),
            }),
        })
    }
}

/// Segments of letters, digits and the marks that need no escaping.
fn is_plain_path(path: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    path.strip_prefix('/').is_some_and(|rest| {
        rest.split('/').all(|segment| {
            !segment.is_empty() && !matches!(segment, "." | "..") && segment.bytes().all(plain)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_point_is_a_plain_path() {
        for good in ["/2fa", "/account/second-factor", "/a.b_c~d"] {
            assert!(is_plain_path(good), "{good}");
        }
        for bad in ["", "/", "2fa", "/2fa/", "//2fa", "/a/../b", "/a b", "/é", "/a%20", "/a\"b"] {
            assert!(!is_plain_path(bad), "{bad}");
        }
    }
}
