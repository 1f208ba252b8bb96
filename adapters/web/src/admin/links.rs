//! Addresses of the administration's pages. They keep the tenant that is looked at.

use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::call::Call;

/// What a segment of a path need not escape (RFC 3986, 3.3). A dot stays as it is, because a browser
/// takes `%2E` for one anyway.
const SEGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~').remove(b'.').remove(b'@').remove(b':');

/// Where to go from every page.
#[derive(Debug, Serialize)]
pub(crate) struct Links {
    people: String,
    rules: String,
    log: String,
    export: String,
}

impl Call<'_> {
    /// The tenant that is asked for; their own without it.
    pub(crate) fn tenant(&self) -> Option<&str> {
        self.query.one("tenant").filter(|tenant| !tenant.is_empty())
    }

    /// An address below `admin`. Fields without a value are left out.
    pub(crate) fn admin(&self, rest: &str, fields: &[(&str, &str)]) -> String {
        let mut query = Serializer::new(String::new());
        let tenant = self.tenant().map(|tenant| ("tenant", tenant));
        for (name, value) in fields.iter().copied().chain(tenant) {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}/admin{rest}{mark}{query}", self.base)
    }

    /// The page of a person.
    pub(crate) fn person_href(&self, key: &str, fields: &[(&str, &str)]) -> String {
        self.admin(&format!("/users/{}", segment(key)), fields)
    }

    pub(crate) fn links(&self) -> Links {
        Links {
            people: self.admin("", &[]),
            rules: self.admin("/rules", &[]),
            log: self.admin("/audit", &[]),
            export: self.admin("/export.csv", &[]),
        }
    }
}

pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}
