//! A page as plain data. Whatever is not written here is escaped.

use core::fmt::{self, Display, Write as _};

/// The site's own style sheet.
pub const STYLE_SHEET: &str = include_str!("site.css");
/// Its media type.
pub const CSS: &str = "text/css; charset=utf-8";

/// What every page of the site is sent with.
pub const HEADERS: [(&str, &str); 5] = [
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
];

/// A page, to be sent with [`HEADERS`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub html: String,
}

/// Text, which is not HTML and becomes it when it is displayed.
pub(crate) struct Text<'a>(pub(crate) &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            _ => f.write_char(letter),
        })
    }
}

impl Page {
    /// A page with a heading of who is signed in, and `body` in a card.
    pub(crate) fn new(status: u16, title: &str, who: Option<&str>, body: &str) -> Self {
        let account = who.map_or_else(String::new, |who| {
            format!(
                r#"<p class="who">{}</p>
<form method="post" action="/sign-out"><button class="quiet">Sign out</button></form>"#,
                Text(who)
            )
        });
        let html = format!(
            r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{} – Quickstart</title>
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a class="brand" href="/">Quickstart</a>{account}</header>
<main><section class="card">{body}</section></main>
</body>
</html>
"#,
            Text(title)
        );
        Self { status, html }
    }

    /// A page with nothing but a sentence.
    pub(crate) fn plain(status: u16, title: &str, text: &str) -> Self {
        let body = format!("<h1>{}</h1><p>{}</p>", Text(title), Text(text));
        Self::new(status, title, None, &body)
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn text_is_no_html() {
        let said = Text(r#"<a href="x">'&'</a>"#).to_string();
        assert_eq!(said, "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    }
}
