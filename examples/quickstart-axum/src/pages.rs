//! The pages of the site, without Countersign's own. Whatever is not written here is escaped.

use core::fmt::{self, Display, Write as _};

use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use countersign::subject::Principal;

/// Text, which is not HTML and becomes it when it is displayed.
struct Text<'a>(&'a str);

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

/// Whom the home page greets.
pub(crate) struct Greeting<'a> {
    pub(crate) who: &'a str,
    pub(crate) standing: String,
    pub(crate) reminder: Option<&'static str>,
}

pub(crate) fn home(greeting: Option<Greeting<'_>>) -> Response {
    let (who, hello) = match greeting {
        Some(Greeting { who, standing, reminder }) => {
            let reminder = reminder.map_or_else(String::new, |why| {
                format!(
                    r#"<p class="warn" role="status"><strong>{}</strong>
<a href="/2fa">Set up two-factor sign-in</a></p>"#,
                    Text(why)
                )
            });
            let hello = format!(
                r"{reminder}<dl><div><dt>Signed in as</dt><dd>{}</dd></div>
<div><dt>Second factor</dt><dd>{}</dd></div></dl>",
                Text(who),
                Text(&standing)
            );
            (Some(who), hello)
        }
        None => (
            None,
            r#"<p>Nobody is signed in.</p><p><a class="button main" href="/sign-in">Sign in</a></p>"#
                .to_owned(),
        ),
    };
    let body = format!("<h1>Welcome</h1>{hello}</section>{LINKS}");
    page(StatusCode::OK, "Welcome", who, &body)
}

const LINKS: &str = r#"<section class="card"><h2>Where to go</h2><ul class="links">
<li><a href="/account">Your account</a> <span>protected</span></li>
<li><a href="/transfer">Transfer money</a> <span>needs a second factor from the last 5 minutes</span></li>
<li><a href="/2fa">Two-factor sign-in</a> <span>settings, kept by Countersign</span></li>
<li><a href="/api/ping">/api/ping</a> <span>JSON, also with an API key</span></li>
<li><a href="/events">/events</a> <span>server-sent events; a WebSocket is at /ws</span></li>
<li><a href="/files/hello.txt">/files/hello.txt</a> <span>a protected file</span></li>
<li><a href="/public">Public page</a> <span>open to everybody</span></li>
</ul>"#;

pub(crate) fn sign_in(status: StatusCode, email: &str) -> Response {
    let wrong = match status {
        StatusCode::OK => "",
        _ => {
            r#"<p class="error" role="alert" id="wrong">The address or the password is wrong.</p>"#
        }
    };
    let body = format!(
        r#"<h1>Sign in</h1>{wrong}
<form method="post" action="/sign-in">
<label>E-mail address
<input name="email" type="email" autocomplete="username" required value="{}"></label>
<label>Password
<input name="password" type="password" autocomplete="current-password" required></label>
<button class="main">Sign in</button>
</form>"#,
        Text(email)
    );
    page(status, "Sign in", None, &body)
}

pub(crate) fn account(status: StatusCode, who: &Principal, wrong: Option<&str>) -> Response {
    let wrong = wrong.map_or_else(String::new, |why| {
        format!(r#"<p class="error" role="alert">{}</p>"#, Text(why))
    });
    let body = format!(
        r#"<h1>Your account</h1>
<p>This is the account of {}.</p>
<p><a href="/2fa">Two-factor sign-in</a> · <a href="/transfer">Transfer money</a></p></section>
<section class="card"><h2>Change your password</h2>{wrong}
<form method="post" action="/password">
<label>Old password
<input name="password" type="password" autocomplete="current-password" required></label>
<label>New password
<input name="new_password" type="password" autocomplete="new-password" minlength="8" required></label>
<button>Change password</button>
</form>
<p class="hint">Afterwards your second factor is asked for once more, everywhere.</p>"#,
        Text(who.label())
    );
    page(status, "Your account", Some(who.label()), &body)
}

pub(crate) fn transfer(who: &Principal, transfers: u64) -> Response {
    let body = format!(
        r#"<h1>Transfer money</h1>
<p>You have shown a second factor within the last five minutes.</p>
<p>So far you have made transfers: {transfers}</p>
<form method="post" action="/transfer"><button class="main">Transfer €10</button></form>"#
    );
    page(StatusCode::OK, "Transfer money", Some(who.label()), &body)
}

/// A page with nothing but a sentence.
pub(crate) fn plain(status: StatusCode, title: &str, text: &str) -> Response {
    let body = format!("<h1>{}</h1><p>{}</p>", Text(title), Text(text));
    page(status, title, None, &body)
}

fn page(status: StatusCode, title: &str, who: Option<&str>, body: &str) -> Response {
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
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
             frame-ancestors 'none'",
        ),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, Html(html)).into_response()
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
