//! The pages of the site, without its home page and without Countersign's own.

use crate::page::{Page, Text};

/// The sign-in page.
#[must_use]
pub fn sign_in() -> Page {
    sign_in_page(200, "", "")
}

/// The sign-in page again, with the address that was given.
#[must_use]
pub fn sign_in_refused(email: &str) -> Page {
    let wrong =
        r#"<p class="error" role="alert" id="wrong">The address or the password is wrong.</p>"#;
    sign_in_page(422, wrong, email)
}

fn sign_in_page(status: u16, wrong: &str, email: &str) -> Page {
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
    Page::new(status, "Sign in", None, &body)
}

/// The account of `who`.
#[must_use]
pub fn account(who: &str) -> Page {
    account_page(200, who, "")
}

/// The account of `who` again, and why the password was not changed.
#[must_use]
pub fn password_refused(who: &str, why: &str) -> Page {
    account_page(422, who, &format!(r#"<p class="error" role="alert">{}</p>"#, Text(why)))
}

fn account_page(status: u16, who: &str, wrong: &str) -> Page {
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
        Text(who)
    );
    Page::new(status, "Your account", Some(who), &body)
}

/// Where money is transferred.
#[must_use]
pub fn transfer(who: &str, transfers: u64) -> Page {
    let body = format!(
        r#"<h1>Transfer money</h1>
<p>You have shown a second factor within the last five minutes.</p>
<p>So far you have made transfers: {transfers}</p>
<form method="post" action="/transfer"><button class="main">Transfer €10</button></form>"#
    );
    Page::new(200, "Transfer money", Some(who), &body)
}

/// For a program, which has no account to transfer from.
#[must_use]
pub fn no_money() -> Page {
    Page::plain(403, "No transfers", "This account has no money.")
}

/// The page that is open to everybody.
#[must_use]
pub fn public() -> Page {
    let text = "This page is for everybody: its route is in the list of open ones.";
    Page::plain(200, "Public page", text)
}

/// Why somebody gets nothing else, by the status.
#[must_use]
pub fn problem(status: u16) -> Page {
    let (title, text) = match status {
        403 => ("From elsewhere", "This was sent by another site, so nothing was done."),
        404 => ("Not found", "There is nothing at this address."),
        413 => ("Too large", "This form is larger than any that this site has."),
        415 => ("Not a form", "Only a form can be sent to this address."),
        422 => ("Incomplete", "Something in this form is missing, so nothing was done."),
        400..=499 => ("Not understood", "This address cannot make anything of this request."),
        _ => {
            let sorry = "Something is not working on our side. Please try again in a moment.";
            return Page::plain(503, "Not available right now", sorry);
        }
    };
    Page::plain(status, title, text)
}
