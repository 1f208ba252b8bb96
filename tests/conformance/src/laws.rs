//! What holds for every answer of every journey, whatever its steps say.

use crate::wire::{Answer, Sent};

/// The headers of every answer that comes from Countersign, whichever it is.
const HEADERS: [(&str, &str); 6] = [
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
];

/// Looks at an answer; `mount` is where our pages are.
pub(crate) fn hold(sent: &Sent, answer: &Answer, mount: &str) -> Result<(), String> {
    if answer.status == 0 {
        return Err("the connection was closed without an answer".to_owned());
    }
    if sent.method == "HEAD" && !answer.body.is_empty() {
        return Err("a HEAD has a body".to_owned());
    }
    if let Some(cookie) = answer.all("set-cookie").find(|cookie| is_bad_cookie(cookie)) {
        return Err(format!("a cookie without its attributes: {cookie}"));
    }
    for name in ["content-type", "location", "cache-control", "content-security-policy", "vary"] {
        if answer.all(name).count() > 1 {
            return Err(format!("{name} stands there twice"));
        }
    }
    let path = sent.target.split('?').next().unwrap_or_default();
    let rest = path.strip_prefix(mount);
    let page = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if page || is_stop(answer, mount) { ours(sent, answer) } else { Ok(()) }
}

/// Whether an answer stops a request that was not for one of our pages.
pub(crate) fn is_stop(answer: &Answer, mount: &str) -> bool {
    let location = answer.header("location").unwrap_or_default();
    let leads = ["challenge", "activate"]
        .iter()
        .any(|page| location.starts_with(&format!("{mount}/{page}?ticket=")));
    let scheme = answer.header("www-authenticate").unwrap_or_default();
    (matches!(answer.status, 302 | 303) && leads)
        || (answer.status == 401
            && scheme.starts_with("Countersign error=\"insufficient_user_authentication\""))
}

fn ours(sent: &Sent, answer: &Answer) -> Result<(), String> {
    let is_asset = sent.target.contains("/assets/") && answer.status == 200;
    for (name, value) in HEADERS {
        let value = if is_asset && name == "cache-control" {
            "public, max-age=31536000, immutable"
        } else {
            value
        };
        if answer.header(name) != Some(value) {
            return Err(format!("{name} is {:?} instead of {value:?}", answer.header(name)));
        }
    }
    let csp = answer.header("content-security-policy").unwrap_or_default();
    for needed in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action"]
    {
        if !csp.contains(needed) {
            return Err(format!("the content security policy lacks {needed}"));
        }
    }
    if csp.contains("unsafe") {
        return Err("the content security policy allows what is unsafe".to_owned());
    }
    let needed = match answer.status {
        401 => Some("www-authenticate"),
        405 => Some("allow"),
        429 | 503 => Some("retry-after"),
        302 | 303 => Some("location"),
        _ => None,
    };
    if let Some(name) = needed.filter(|name| answer.header(name).is_none()) {
        return Err(format!("a {} without {name}", answer.status));
    }
    if let Some(location) = answer.header("location")
        && (!location.starts_with('/') || location.starts_with("//") || location.contains('\\'))
    {
        return Err(format!("a redirect that may leave the site: {location}"));
    }
    language(answer)?;
    problem(answer)
}

/// Whatever is in words says in which language, and that there are others. No placeholder is left open.
fn language(answer: &Answer) -> Result<(), String> {
    let media_type = answer.header("content-type").unwrap_or_default();
    let is_page = media_type.starts_with("text/html");
    if !is_page && media_type != "application/problem+json" {
        return Ok(());
    }
    let tag = answer.header("content-language").ok_or("words in no language")?;
    if !answer.header("vary").unwrap_or_default().contains("Accept-Language") {
        return Err("words that do not vary with the language".to_owned());
    }
    if is_page && answer.status != 204 && !answer.body.is_empty() {
        let text = answer.text();
        if !text.contains(&format!("<html lang=\"{tag}\">")) {
            return Err(format!("a page that is not in {tag}"));
        }
        if text.contains("{$") {
            return Err("a page with an open placeholder".to_owned());
        }
    }
    Ok(())
}

/// RFC 9457: whoever is told of a problem in JSON is told in the words of the standard.
fn problem(answer: &Answer) -> Result<(), String> {
    let media_type = answer.header("content-type").unwrap_or_default();
    if answer.status < 400 || answer.body.is_empty() || media_type.starts_with("text/html") {
        return Ok(());
    }
    if media_type != "application/problem+json" {
        return Err(format!("a {} in {media_type}", answer.status));
    }
    let json = answer.json().ok_or("a problem that is no JSON")?;
    let status = json.get("status").and_then(serde_json::Value::as_u64);
    if status != Some(u64::from(answer.status)) {
        return Err(format!("a {} that says {status:?}", answer.status));
    }
    for member in ["type", "title", "detail"] {
        if !json.get(member).is_some_and(serde_json::Value::is_string) {
            return Err(format!("a problem without {member}"));
        }
    }
    Ok(())
}

fn is_bad_cookie(cookie: &str) -> bool {
    let ours = cookie.starts_with("__Host-countersign-") || cookie.starts_with("countersign-");
    let needed = ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="];
    let has = |what: &str| cookie.split("; ").any(|part| part.starts_with(what));
    let is_host = cookie.starts_with("__Host-");
    ours && !(needed.iter().all(|part| has(part)) && (!is_host || has("Secure")))
}
