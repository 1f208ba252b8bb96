//! A walk through every page in every state, in one language, on a phone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use countersign_tests::browser::{Browser, Script};
use countersign_tests::tool::target_dir;
use serde::Deserialize;

use crate::village::Village;

/// Finds what is cut, and reads what there is to read.
const LAYOUT: &str = include_str!("layout.js");

/// The rules of axe-core that depend on words, or on how long they are.
const OF_WORDS: &[&str] = &[
    "area-alt",
    "aria-command-name",
    "aria-dialog-name",
    "aria-input-field-name",
    "aria-meter-name",
    "aria-progressbar-name",
    "aria-tab-name",
    "aria-toggle-field-name",
    "aria-tooltip-name",
    "aria-treeitem-name",
    "button-name",
    "document-title",
    "empty-heading",
    "empty-table-header",
    "frame-title",
    "frame-title-unique",
    "html-has-lang",
    "html-lang-valid",
    "html-xml-lang-mismatch",
    "image-alt",
    "image-redundant-alt",
    "input-button-name",
    "input-image-alt",
    "label",
    "label-title-only",
    "landmark-unique",
    "link-name",
    "object-alt",
    "page-has-heading-one",
    "role-img-alt",
    "scrollable-region-focusable",
    "select-name",
    "summary-name",
    "svg-img-alt",
    "table-duplicate-name",
    "target-size",
    "valid-lang",
];

/// What was seen on the way.
#[derive(Default)]
pub(crate) struct Seen {
    /// The sentences of each page.
    pub(crate) sentences: BTreeMap<String, BTreeSet<String>>,
    /// The names of the parts of each page, which are the same in every language.
    pub(crate) marks: BTreeMap<String, Vec<String>>,
    /// What is wrong with which page.
    pub(crate) faults: Vec<String>,
}

/// What the script finds on a page.
#[derive(Deserialize)]
pub(crate) struct Found {
    lang: String,
    pub(crate) faults: Vec<String>,
    sentences: BTreeSet<String>,
    marks: Vec<String>,
}

/// Somebody on the way through the pages.
pub(crate) struct Walk {
    pub(crate) browser: Browser,
    pub(crate) village: Village,
    language: &'static str,
    pictures: PathBuf,
    seen: Seen,
}

/// Walks through all of them.
pub(crate) async fn walk(language: &'static str) -> Seen {
    let folder = ["test-artefacts", "screenshots", "languages", language];
    let pictures = target_dir().join(folder.iter().collect::<PathBuf>());
    fs::create_dir_all(&pictures).unwrap();
    let (browser, village) = tokio::join!(Browser::open_in(Script::On, language), Village::start());
    browser.becomes_a_phone().await;
    let mut walk = Walk { browser, village, language, pictures, seen: Seen::default() };
    let app = walk.bob_activates().await;
    walk.bob_is_asked(&app).await;
    walk.bob_looks_after_it(&app).await;
    walk.carol_confirms_her_address().await;
    walk.others_see_where_they_are().await;
    walk.something_is_not_as_it_should_be().await;
    walk.root_looks_after_people().await;
    walk.root_makes_rules().await;
    walk.root_acts_as_bob().await;
    let violations = walk.browser.policy_violations().await;
    walk.seen.faults.extend(violations.iter().map(|what| format!("{language}: {what}")));
    walk.browser.close().await;
    walk.seen
}

impl Walk {
    pub(crate) async fn enters(&self, who: &str) {
        self.browser.gets_cookie(&self.village.origin, "who", who).await;
    }

    pub(crate) async fn goes(&self, path: &str) {
        self.browser.goto(&format!("{}{path}", self.village.origin)).await;
    }

    pub(crate) async fn is_at(&self, path: &str) {
        let at = self.browser.path().await;
        assert_eq!(at, path, "{}: {}", self.language, self.browser.text("body").await);
    }

    pub(crate) async fn confirms(&self, code: &str) {
        self.writes("#code", code).await;
        self.browser.follow("form[action$='/activate/confirm'] .cs-button-main").await;
    }

    pub(crate) async fn answers(&self, code: &str) {
        self.writes("#code", code).await;
        self.browser.follow("form[action$='/challenge'] button").await;
    }

    pub(crate) async fn sends(&self) {
        self.browser.follow("form[action$='/challenge/send'] button").await;
    }

    pub(crate) async fn unfolds(&self) {
        let script = "for (const part of document.querySelectorAll('details')) part.open = true;";
        self.browser.run(script, vec![]).await;
    }

    /// Sends forms as a browser would that checks nothing itself.
    pub(crate) async fn does_not_check(&self) {
        let script = "for (const form of document.forms) form.noValidate = true;";
        self.browser.run(script, vec![]).await;
    }

    /// Sets a field without typing: so much is written on the way, and the keys are pressed elsewhere.
    pub(crate) async fn writes(&self, css: &str, value: &str) {
        let script = "document.querySelector(arguments[0]).value = arguments[1]";
        self.browser.run(script, vec![css.into(), value.into()]).await;
    }

    /// What is the same in every language, such as colors, is looked at in one: it takes most of the time.
    fn rules(&self) -> &[&str] {
        if self.language == "en" { &[] } else { OF_WORDS }
    }

    /// Looks at the page.
    pub(crate) async fn keeps(&mut self, name: &str) {
        let found = found(&self.browser).await;
        let mut faults = found.faults;
        if found.lang != self.language {
            faults.push(format!("the page is in {:?}", found.lang));
        }
        faults.extend(self.browser.stumbling_blocks(self.rules()).await);
        let all = faults.into_iter().map(|fault| format!("{} {name}: {fault}", self.language));
        self.seen.faults.extend(all);
        self.browser.photograph(&self.pictures.join(format!("{name}.png"))).await;
        self.seen.marks.insert(name.to_owned(), found.marks);
        let twice = self.seen.sentences.insert(name.to_owned(), found.sentences);
        assert!(twice.is_none(), "{name} is seen twice");
    }
}

/// What the script finds on the page that is open.
pub(crate) async fn found(browser: &Browser) -> Found {
    serde_json::from_value(browser.run(LAYOUT, vec![]).await).unwrap()
}

/// Another code than this one.
pub(crate) fn other_than(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}
