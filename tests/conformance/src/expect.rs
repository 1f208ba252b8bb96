//! Whether an answer is what a step says.

use crate::browser::Browser;
use crate::pattern;
use crate::stage::Stage;
use crate::step::Step;
use crate::wire::Answer;

/// Looks at an answer; what the step's patterns caught is known to the browser afterwards.
pub(crate) fn look(
    step: &Step,
    answer: &Answer,
    browser: &mut Browser,
    stage: &Stage,
) -> Result<(), String> {
    let text = answer.text();
    let fail = |what: String| Err(format!("{what}\n{}", shown(answer)));
    if step.status.is_some_and(|status| status != answer.status) {
        return fail(format!("status {} instead of {:?}", answer.status, step.status));
    }
    if let Some(pattern) = &step.location {
        caught(pattern, answer.header("location").unwrap_or_default(), "location", browser, stage)
            .or_else(fail)?;
    }
    for (name, pattern) in &step.with {
        let value = answer.all(name).collect::<Vec<_>>().join(", ");
        caught(pattern, &value, name, browser, stage).or_else(fail)?;
    }
    if let Some(name) = step.without.iter().find(|name| answer.header(name).is_some()) {
        return fail(format!("there is a header {name}"));
    }
    if let Some(patterns) = &step.cookies {
        cookies(patterns, answer, browser, stage).or_else(fail)?;
    }
    if let Some(pattern) = &step.title {
        let title = text.split("<h1").nth(1).and_then(|rest| rest.split_once('>'));
        let title = title.and_then(|(_, rest)| rest.split_once("</h1>")).map(|(title, _)| title);
        caught(pattern, title.unwrap_or_default().trim(), "heading", browser, stage)
            .or_else(fail)?;
    }
    for wanted in &step.text {
        let wanted = pattern::fill(wanted, |name| browser.know(stage, name))?;
        if !text.contains(&wanted) {
            return fail(format!("the text lacks {wanted:?}"));
        }
    }
    for unwanted in &step.lacks {
        let unwanted = pattern::fill(unwanted, |name| browser.know(stage, name))?;
        if text.contains(&unwanted) {
            return fail(format!("the text has {unwanted:?}"));
        }
    }
    if step.length.is_some_and(|length| length != answer.body.len()) {
        return fail(format!("{} bytes instead of {:?}", answer.body.len(), step.length));
    }
    json(step, answer, browser, stage).or_else(fail)
}

fn json(step: &Step, answer: &Answer, browser: &mut Browser, stage: &Stage) -> Result<(), String> {
    if step.members.is_empty() && step.absent.is_empty() && step.problem.is_none() {
        return Ok(());
    }
    let json = answer.json().ok_or("the body is no JSON")?;
    for (name, wanted) in &step.members {
        let found = json.pointer(&pointer(name));
        let found = found.ok_or_else(|| format!("there is no member {name}"))?;
        match (wanted, found) {
            (serde_json::Value::String(pattern), serde_json::Value::String(value)) => {
                caught(pattern, value, name, browser, stage)?;
            }
            (wanted, found) if wanted == found => {}
            (wanted, found) => return Err(format!("{name} is {found} instead of {wanted}")),
        }
    }
    let present = |name: &&String| json.pointer(&pointer(name)).is_some_and(|v| !v.is_null());
    if let Some(name) = step.absent.iter().find(present) {
        return Err(format!("there is a member {name}"));
    }
    let Some(problem) = &step.problem else { return Ok(()) };
    let media_type = answer.header("content-type");
    if media_type != Some("application/problem+json") {
        return Err(format!("a problem in {media_type:?}"));
    }
    if json.get("error").and_then(|error| error.as_str()) != Some(problem) {
        return Err(format!("the problem is not {problem:?}"));
    }
    Ok(())
}

/// `authenticators.0.name` is RFC 6901's `/authenticators/0/name`.
fn pointer(name: &str) -> String {
    format!("/{}", name.replace('.', "/"))
}

fn caught(
    pattern: &str,
    value: &str,
    what: &str,
    browser: &mut Browser,
    stage: &Stage,
) -> Result<(), String> {
    let found = pattern::read(pattern, value, |name| browser.know(stage, name));
    let found = found.ok_or_else(|| format!("{what} is {value:?} instead of {pattern:?}"))?;
    browser.known.extend(found);
    Ok(())
}

/// Every `Set-Cookie`, with all that stands in it, in any order, and no other one.
fn cookies(
    patterns: &[String],
    answer: &Answer,
    browser: &mut Browser,
    stage: &Stage,
) -> Result<(), String> {
    let mut left: Vec<&str> = answer.all("set-cookie").collect();
    for wanted in patterns {
        let found = left.iter().position(|cookie| {
            pattern::read(wanted, cookie, |name| browser.know(stage, name)).is_some()
        });
        let found = found.ok_or_else(|| format!("no cookie {wanted:?} among {left:?}"))?;
        let cookie = left.remove(found);
        caught(wanted, cookie, "cookie", browser, stage)?;
    }
    match left.is_empty() {
        true => Ok(()),
        false => Err(format!("cookies that nobody expects: {left:?}")),
    }
}

/// An answer, short enough to be read in a report.
pub(crate) fn shown(answer: &Answer) -> String {
    let mut shown = format!("{}\n", answer.status);
    for (name, value) in &answer.headers {
        shown.push_str(&format!("{name}: {value}\n"));
    }
    shown.push('\n');
    shown.extend(answer.text().chars().take(1_500));
    shown
}
