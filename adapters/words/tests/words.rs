//! What the words of a language promise.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use core::time::Duration;
use std::collections::BTreeSet;

use countersign::time::Timestamp;
use countersign_words::{Arg, Languages, MessageError};

const NOON: Timestamp = Timestamp::from_unix(1_795_262_400);

fn languages() -> Languages {
    Languages::new().unwrap()
}

#[test]
fn moments_read_well() {
    let languages = languages();
    let words = languages.words("en");
    assert_eq!(words.moment(NOON), "21 November 2026, 12:00 UTC");
    assert_eq!(words.day(NOON), "21 November 2026");
    assert_eq!(words.clock(Timestamp::from_unix(1_795_262_401)), "12:00:01 UTC");
    assert_eq!(words.moment(Timestamp::from_unix(1_801_440_127)), "1 February 2027, 00:02 UTC");
    assert_eq!(words.moment(Timestamp::from_unix(u64::MAX)), "");
}

#[test]
fn every_language_tells_twelve_months_apart_and_says_the_day_the_year_and_the_time() {
    const NINE: u64 = 1_768_467_900;
    let languages = languages();
    for tag in languages.tags() {
        let words = languages.words(tag);
        // The fifteenth of each month of 2026.
        let since_new_year = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        let days = since_new_year.map(|days| words.day(Timestamp::from_unix(NINE + days * 86_400)));
        for day in &days {
            assert!(day.contains("2026") && day.contains("15"), "{tag}: {day}");
        }
        assert_eq!(BTreeSet::from(days.clone()).len(), 12, "{tag}: {days:?}");
        let moment = words.moment(Timestamp::from_unix(NINE));
        assert!(moment.contains("09:05") && moment.contains("UTC"), "{tag}: {moment}");
    }
}

#[test]
fn every_language_says_a_duration_with_its_number_and_its_unit() {
    let languages = languages();
    for tag in languages.tags() {
        let words = languages.words(tag);
        let units: BTreeSet<String> = [86_400, 3_600, 60, 1]
            .into_iter()
            .map(|unit| {
                let many = words.period(Duration::from_secs(7 * unit));
                assert!(many.contains('7'), "{tag}: {many}");
                many
            })
            .collect();
        assert_eq!(units.len(), 4, "{tag}: {units:?}");
    }
}

#[test]
fn durations_read_well() {
    let languages = languages();
    let words = languages.words("en");
    for (seconds, text) in [
        (23 * 3_600, "23 hours"),
        (86_400, "1 day"),
        (30 * 86_400, "30 days"),
        (90, "90 seconds"),
        (300, "5 minutes"),
        (3_601, "3601 seconds"),
        (0, "0 seconds"),
    ] {
        assert_eq!(words.period(Duration::from_secs(seconds)), text);
    }
}

#[test]
fn what_somebody_wrote_is_escaped_on_a_page_and_stays_as_it_is_in_a_mail() {
    let mut languages = languages();
    languages.put("en", "x-hello = <strong>Hello</strong>, { $who }").unwrap();
    let words = languages.words("en");
    let who = [("who", Arg::from("<script>\"&'"))];
    assert_eq!(
        words.html("x-hello", &who),
        "<strong>Hello</strong>, &lt;script&gt;&quot;&amp;&#39;"
    );
    assert_eq!(words.text("x-hello", &who), "<strong>Hello</strong>, <script>\"&'");
    let safe = [("who", Arg::Safe("<time>noon</time>".into()))];
    assert_eq!(words.html("x-hello", &safe), "<strong>Hello</strong>, <time>noon</time>");
}

#[test]
fn an_application_replaces_a_message_and_leaves_the_others() {
    let mut languages = languages();
    languages.put("en", "common-sign-out = Leave").unwrap();
    assert_eq!(languages.words("en").text("common-sign-out", &[]), "Leave");
    assert_eq!(languages.words("en").period(Duration::from_secs(60)), "1 minute");
}

#[test]
fn what_is_replaced_in_a_copy_is_not_replaced_in_the_original() {
    let mut languages = languages();
    languages.put("en", "x-one = one\nx-two = two").unwrap();
    let mut copy = languages.clone();
    copy.put("en", "x-two = II").unwrap();
    let both =
        |languages: &Languages| ["x-one", "x-two"].map(|id| languages.words("en").text(id, &[]));
    assert_eq!(both(&languages), ["one", "two"]);
    assert_eq!(both(&copy), ["one", "II"]);
    assert_eq!(copy.words("en").text("common-sign-out", &[]), "Sign out");
}

#[test]
fn a_language_of_the_application_s_own_falls_back_to_the_wider_one_and_then_to_english() {
    let mut languages = languages();
    languages.put("eo", "common-sign-out = Elsaluti\nx-eo = jes").unwrap();
    languages.put("eo-XX", "x-xx = nur tie").unwrap();
    let words = languages.choose(Some("eo-xx"), None);
    assert_eq!(words.tag(), "eo-XX");
    assert_eq!(words.text("x-xx", &[]), "nur tie");
    assert_eq!(words.text("common-sign-out", &[]), "Elsaluti");
    assert_eq!(words.period(Duration::from_secs(60)), "1 minute");
}

#[test]
fn a_message_that_nobody_has_is_its_id_and_one_without_its_value_is_the_english_one() {
    let mut languages = languages();
    languages.put("en", "x-who = Hello, friend").unwrap();
    languages.put("eo", "x-who = Saluton, { $who }").unwrap();
    let words = languages.words("eo");
    assert_eq!(words.text("x-nowhere", &[]), "x-nowhere");
    assert_eq!(words.text("x-who", &[]), "Hello, friend");
    assert_eq!(words.text("x-who", &[("who", Arg::from("Ada"))]), "Saluton, Ada");
}

#[test]
fn a_number_chooses_the_form_by_the_rules_of_the_language() {
    let forms = "x-try = { $count ->\n    [one] one\n    [few] few\n   *[many] many\n }";
    let mut languages = languages();
    languages.put("pl", forms).unwrap();
    languages.put("ja", forms.replace("*[many]", "*[other]").as_str()).unwrap();
    let said = |tag, count: u32| languages.words(tag).text("x-try", &[("count", Arg::from(count))]);
    assert_eq!([1, 3, 5].map(|count| said("pl", count)), ["one", "few", "many"]);
    assert_eq!([1, 3, 5].map(|count| said("ja", count)), ["many", "many", "many"]);
}

#[test]
fn messages_that_cannot_be_read_are_named_and_change_nothing() {
    let mut languages = languages();
    let error = languages.put("en", "common-sign-out = Leave\n\nx-broken = { $\n").unwrap_err();
    assert!(matches!(&error, MessageError::Source { tag, line: 3, .. } if tag == "en"), "{error}");
    assert_eq!(languages.words("en").text("common-sign-out", &[]), "Sign out");
    let error = languages.put("not a tag", "").unwrap_err();
    assert!(matches!(&error, MessageError::Tag(tag) if tag == "not a tag"), "{error}");
    assert_eq!(
        languages.tags().collect::<Vec<_>>(),
        Languages::new().unwrap().tags().collect::<Vec<_>>()
    );
}
