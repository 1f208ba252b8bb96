//! Each check finds the mistake that was planted for it, and nothing where there is none.

use crate::checks;
use crate::files::{Catalog, Source};
use crate::uses::{self, Place, Use};

fn catalogs(english: &str, other: &str) -> Vec<Catalog> {
    [("en", english), ("xx", other)]
        .map(|(tag, text)| Catalog::of(tag, [("a.ftl".to_owned(), text.to_owned())].into_iter()))
        .to_vec()
}

fn file(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

fn said(path: &str, text: &str) -> Vec<Use> {
    uses::all(&[file(path, text)])
}

#[test]
fn a_message_that_a_language_lacks_or_has_alone_is_found() {
    let found = checks::missing(&catalogs("a = A\nb = B", "a = A\nc = C"));
    assert_eq!(found, ["xx lacks b", "xx alone has c"]);
    assert!(checks::missing(&catalogs("a = A", "a = X\n-own-term = Y")).is_empty());
}

#[test]
fn a_message_that_needs_another_one_or_has_attributes_is_found() {
    let found = checks::missing(&catalogs("a = { b }\nb = B", "a = { c }\nb = B\n .title = T"));
    assert_eq!(found, ["xx: a needs c", "xx: b is no plain message"]);
}

#[test]
fn a_placeholder_that_differs_is_found_in_a_choice_as_well() {
    let english = "a = { $count ->\n [one] one\n *[other] { $count } of { $all }\n }";
    assert!(checks::variables(&catalogs(english, "a = { $all } { $count }")).is_empty());
    let found = checks::variables(&catalogs(english, "a = { $all }"));
    assert_eq!(found, [r#"xx: a has {"all"} instead of {"all", "count"}"#]);
    let other = "a = { $cuont ->\n [one] { $count }\n *[other] { $all }\n }";
    assert_eq!(checks::variables(&catalogs(english, other)).len(), 1);
}

#[test]
fn a_choice_that_is_misspelled_is_found_and_plurals_are_each_language_s_own() {
    let english = "a = { $kind ->\n [role] R\n [one] 1\n [7] 7\n *[everyone] E\n }";
    let right = "a = { $kind ->\n [role] R\n [few] 1\n *[everyone] E\n }";
    assert!(checks::choices(&catalogs(english, right)).is_empty());
    let wrong = "a = { $kind ->\n [rolle] R\n [one] 1\n *[everyone] E\n }";
    let found = checks::choices(&catalogs(english, wrong));
    assert_eq!(found, [r#"xx: a has {"everyone", "rolle"} instead of {"everyone", "role"}"#]);
}

#[test]
fn a_placeholder_of_an_inner_message_counts() {
    let inner = "a = { $x } { b }\nb = { $y }";
    assert!(checks::variables(&catalogs(inner, "a = { $y } { $x }\nb = { $y }")).is_empty());
    assert_eq!(checks::variables(&catalogs(inner, "a = { $x }\nb = { $y }")).len(), 1);
}

#[test]
fn tags_that_differ_are_found_in_every_form() {
    let english = "a = <strong>A</strong>";
    assert!(checks::tags(&catalogs(english, "a = X <strong>Y</strong>")).is_empty());
    assert_eq!(checks::tags(&catalogs(english, "a = X")).len(), 1);
    let one_form = "a = { $n ->\n [one] <strong>X</strong>\n *[other] X\n }";
    assert_eq!(checks::tags(&catalogs(english, one_form)).len(), 1);
}

#[test]
fn markup_that_is_not_allowed_or_does_not_fit_together_is_found() {
    for (text, wrong) in [
        ("a = <script>x</script>", "<script>"),
        ("a = <strong onclick=\"x\">A</strong>", "<strong onclick=\"x\">"),
        ("a = <a href=\"https://example.com\">A</a>", "<a href=\"https://example.com\">"),
        ("a = <strong>A", "<strong> without an end"),
        ("a = A</strong>", "</strong> without a beginning"),
        ("a = <strong><em>A</strong></em>", "</strong> without a beginning"),
        ("a = A & B", "an ampersand"),
        ("a = A > B", "a lonely sign"),
    ] {
        assert_eq!(checks::markup(&catalogs(text, "")), [format!("en: a has {wrong}")], "{text}");
    }
    let right = "a = <strong>A</strong> <a href=\"{ $href }\">B <code>c</code></a>";
    assert!(checks::markup(&catalogs(right, "")).is_empty());
}

#[test]
fn what_is_said_and_is_no_message_is_found() {
    let english = &catalogs("common-a = A", "")[0];
    for (path, text) in [
        ("a.html", r#"<p>{{ t("common-b") }}</p>"#),
        ("a.html", r#"<p>{{ t("common-a") if x else t("common-b") }}</p>"#),
        ("a.rs", r#"words.text("common-b", &[])"#),
        ("a.rs", r#"let id = "common-b";"#),
    ] {
        let found = checks::undefined(english, &said(path, text));
        assert_eq!(found, [format!("{path} says common-b, which is no message")], "{text}");
    }
    for (path, text) in [
        ("a.html", r#"{# t("common-b") #}{{ t("common-a") }}{{ set("common-b") }}"#),
        ("a.rs", "// \"common-b\"\n\"common-a\"; \"common\"; \"common-b.txt\"; \"recovery-codes\""),
    ] {
        assert!(checks::undefined(english, &said(path, text)).is_empty(), "{text}");
    }
}

#[test]
fn a_message_that_nobody_says_is_found() {
    let english = &catalogs("common-a = A\ncommon-b = { common-c }\ncommon-c = C", "")[0];
    let uses = said("a.html", r#"{{ t("common-b") }}"#);
    assert_eq!(checks::unused(english, &uses), ["nobody says common-a"]);
}

#[test]
fn a_value_that_is_not_given_or_given_for_nothing_is_found() {
    let english = &catalogs("common-a = { $x } { $y }", "")[0];
    for (path, text) in [
        ("a.html", r#"{{ t("common-a", x=1) }}"#),
        ("a.html", r#"{{ t("common-a", x=f(y=2)) }}"#),
        ("a.html", r#"{{ t("common-a", x=1, y=2, z=3) }}"#),
        ("a.rs", r#"words.text("common-a", &[("x", 1.into())])"#),
        ("a.rs", r#"words.text("common-a", &[])"#),
    ] {
        assert_eq!(checks::values(english, &said(path, text)).len(), 1, "{text}");
    }
    for (path, text) in [
        ("a.html", r#"{{ t("common-a", x=")", y=f(z=2)|g) }}"#),
        ("a.rs", "words.text(\n \"common-a\",\n &[(\"x\", f(&[(\"z\", 1)])), (\"y\", 2)],\n)"),
        ("a.rs", r#"words.text("common-a", &args)"#),
        ("a.rs", r#"words.text("common-a", &[x, ("y", 2)])"#),
    ] {
        assert!(checks::values(english, &said(path, text)).is_empty(), "{text}");
    }
}

#[test]
fn markup_in_an_attribute_a_title_or_rust_is_found_in_every_language() {
    let marked = catalogs("common-a = A", "common-a = <em>A</em>");
    let quoted = catalogs("common-a = A", "common-a = \"A\"");
    for (path, text) in [
        ("a.html", r#"<p title="{{ t("common-a") }}">"#),
        ("a.html", r#"<p{% if a > b %} class="x"{% endif %} title="{{ t("common-a") }}">"#),
        ("a.html", r#"{% block title %}{{ t("common-a") }}{% endblock %}"#),
        ("a.html", r#"{% set a = t("common-a") %}"#),
        ("a.rs", r#"words.text("common-a", &[])"#),
    ] {
        let uses = said(path, text);
        let found = checks::plain(&marked, &uses);
        assert_eq!(found, [format!("xx: common-a is plain in {path}")], "{text}");
        // JSON and what is escaped afterwards may have quotation marks.
        assert_eq!(checks::plain(&quoted, &uses).len(), usize::from(path == "a.html"), "{text}");
    }
    let text =
        r#"<p title="x">{{ t("common-a") }}</p>{% block title %}{% endblock %}{{ t("common-a") }}"#;
    assert!(checks::plain(&marked, &said("a.html", text)).is_empty());
    assert_eq!(said("a.html", text)[0].place, Place::Markup);
}

#[test]
fn a_template_or_script_that_speaks_by_itself_is_found() {
    for (name, text) in [
        ("a.html", "<p>Hello</p>"),
        ("a.html", "<p>{{ t(\"a\") }} and</p>"),
        ("a.html", "<p aria-label=\"Hello\"></p>"),
        ("a.js", "say(\"Copied.\");"),
        ("a.js", "say(\"It is over\");"),
    ] {
        let found = checks::silent(&[file(&format!("adapters/web/src/{name}"), text)]);
        assert_eq!(found.len(), 1, "{text}");
    }
    for (name, text) in [
        (
            "a.html",
            "{% block page_class %}cs-page-a{% endblock %}\n<p class=\"x\" title=\"{{ a }}\">· {{ t(\"a\") }} – {# Not said #}</p>",
        ),
        ("a.js", "// Some words. \"Said\"\nf(\"use strict\", \"OL\", \"en-GB\");"),
    ] {
        let found = checks::silent(&[file(&format!("adapters/web/src/{name}"), text)]);
        assert!(found.is_empty(), "{found:?}");
    }
}
