//! Chromium without a window, driven by chromedriver with real input: keys that are pressed and
//! buttons that are clicked. What a person would see is kept as pictures.

#![expect(clippy::expect_used, clippy::panic, reason = "a page that is not as it was has failed")]

use core::fmt;
use core::time::Duration;
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::chromedriver::{Driver, ToChromium, capabilities};
use crate::tool::{installed, target_dir};

/// How long a page may take. Nothing is made of how long it took.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(50);
const LOOKS: u128 = PATIENCE.as_millis() / GLANCE.as_millis();

/// Whether pages may run script.
#[expect(clippy::exhaustive_enums, reason = "they may or they may not")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Script {
    /// As most people have it.
    On,
    /// As careful people have it.
    Off,
}

/// A screen that pages are looked at on.
const SCREENS: [(&str, u32, u32, bool); 2] =
    [("phone", 390, 844, true), ("desktop", 1_280, 900, false)];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// A browser with a profile of its own.
pub struct Browser {
    client: Client,
    script: Script,
    // Ends Chromium as well; declared last, so that it is dropped after the client.
    driver: Driver,
}

/// The pictures of one page.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pictures(pub Vec<PathBuf>);

impl Browser {
    /// Opens a browser that has never been anywhere.
    pub async fn open(script: Script) -> Self {
        Self::open_in(script, "en").await
    }

    /// Opens the browser of somebody who reads pages in a language, such as `de`.
    pub async fn open_in(script: Script, language: &str) -> Self {
        let driver = Driver::start();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(script, language, driver.profile()));
        let connected = builder.connect(&driver.url()).await;
        let client = connected.unwrap_or_else(|error| panic!("chromedriver: {error}"));
        let browser = Self { client, script, driver };
        browser.look_at((1_280, 900, false), "light").await;
        if script == Script::On {
            browser.brings_axe().await;
        }
        browser
    }

    /// Goes to an address, which is a whole one.
    pub async fn goto(&self, url: &str) {
        // The client's own way asks first where the browser is, for addresses that are not.
        let command = ToChromium { path: "url", body: json!({ "url": url }) };
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Opens the page again.
    pub async fn refresh(&self) {
        self.client.refresh().await.expect("the page is there");
    }

    /// Presses the back button, and waits for the page before this one.
    pub async fn back(&self) {
        let before = self.find("html").await;
        self.client.back().await.expect("a page before this one");
        self.leave(&before, "back").await;
    }

    /// The path of the page, without the query.
    pub async fn path(&self) -> String {
        self.client.current_url().await.expect("a page").path().to_owned()
    }

    /// The title of the page.
    pub async fn title(&self) -> String {
        self.client.title().await.expect("a page")
    }

    /// The page as the browser has it now.
    pub async fn source(&self) -> String {
        self.client.source().await.expect("a page")
    }

    /// What a person can read in an element.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.expect("text")
    }

    /// What a person can read in each element of a kind.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(css)).await.expect("a page") {
            texts.push(element.text().await.expect("text"));
        }
        texts
    }

    /// An attribute of an element.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.find(css).await.attr(name).await.expect("an element")
    }

    /// Whether a person sees such an element.
    pub async fn shows(&self, css: &str) -> bool {
        match self.client.find_all(Locator::Css(css)).await.expect("a page").as_slice() {
            [] => false,
            [element, ..] => element.is_displayed().await.expect("an element"),
        }
    }

    /// Types into a field, over what stands there.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.expect("a field");
        field.send_keys(text).await.expect("a field");
    }

    /// Clicks on something that stays on the page.
    pub async fn click(&self, css: &str) {
        self.find(css).await.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Clicks on something that leads to another page, and waits for it.
    pub async fn press(&self, css: &str) {
        let before = self.find("html").await;
        self.click(css).await;
        self.leave(&before, css).await;
    }

    /// Does what [`Browser::press`] does, by script: the page is told of the click, and no mouse is moved.
    pub async fn follow(&self, css: &str) {
        let script = "const element = document.querySelector(arguments[0]);
                      if (!element) return false;
                      globalThis.isLeft = true;
                      element.click();
                      return true;";
        assert_eq!(self.run(script, vec![css.into()]).await, json!(true), "{css}");
        for _ in 0..LOOKS * 5 {
            // While a page goes, script may find none to run in.
            let gone = self.client.execute("return globalThis.isLeft !== true", vec![]).await;
            if gone.is_ok_and(|gone| gone == json!(true)) {
                return;
            }
            sleep(GLANCE / 5).await;
        }
        panic!("{css} at {} leads nowhere", self.path().await)
    }

    /// Gets a cookie of a site that is not asked for it.
    pub async fn gets_cookie(&self, origin: &str, name: &str, value: &str) {
        let cookie = json!({ "name": name, "value": value, "url": origin, "path": "/" });
        let got = self.cdp("Network.setCookie", cookie).await;
        assert_eq!(got.get("success"), Some(&json!(true)), "{name}={value}");
    }

    /// Presses keys, wherever the focus is.
    pub async fn keys(&self, keys: impl IntoIterator<Item = char>) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await.expect("a keyboard");
    }

    /// Presses the enter key, which leads to another page, and waits for it.
    pub async fn enter(&self) {
        let before = self.find("html").await;
        self.keys([Key::Enter.into()]).await;
        self.leave(&before, "enter").await;
    }

    /// Waits until an element has the focus, named by its id: where it is to be at first is seen to when
    /// the page is drawn, which may be after it is there.
    pub async fn has_focus(&self, id: &str) {
        for _ in 0..LOOKS {
            if self.focus().await == id {
                return;
            }
            sleep(GLANCE).await;
        }
        panic!("{:?} has the focus at {}, and not {id}", self.focus().await, self.path().await)
    }

    async fn focus(&self) -> String {
        let element = self.client.active_element().await.expect("a page");
        element.attr("id").await.expect("an element").unwrap_or_default()
    }

    /// What has the focus, by what a person reads in it.
    pub async fn focused_text(&self) -> String {
        let element = self.client.active_element().await.expect("a page");
        element.text().await.expect("an element")
    }

    /// Runs script from outside the page, whatever its content security policy.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Keeps the page as a person sees it on each screen, in light and dark, in
    /// `target/test-artefacts/screenshots`. On none of them may it be wider than the screen, and none
    /// of the rules of axe-core may be broken.
    pub async fn keep(&self, name: &str) -> Pictures {
        let folder = target_dir().join("test-artefacts").join("screenshots");
        fs::create_dir_all(&folder).expect("room for pictures");
        let mut pictures = Vec::new();
        for (screen, width, height, touch) in SCREENS {
            for scheme in SCHEMES {
                self.look_at((width, height, touch), scheme).await;
                let wide = self.size().await.0;
                assert!(wide <= f64::from(width), "{name} is {wide} wide on a {screen}");
                let path = folder.join(format!("{name}-{screen}-{scheme}.png"));
                self.photograph(&path).await;
                pictures.push(path);
                self.inspect(&format!("{name} on a {screen}, {scheme}")).await;
            }
        }
        self.look_at((1_280, 900, false), "light").await;
        Pictures(pictures)
    }

    /// Makes the screen that of a phone, in light.
    pub async fn becomes_a_phone(&self) {
        self.look_at((390, 844, true), "light").await;
    }

    /// Keeps one picture of the page as it is on the screen now.
    pub async fn photograph(&self, path: &Path) {
        let (width, height) = self.size().await;
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        let all = json!({ "format": "png", "captureBeyondViewport": true,
            "optimizeForSpeed": true, "clip": clip });
        let shot = self.cdp("Page.captureScreenshot", all).await;
        let data = shot.get("data").and_then(Value::as_str).expect("a picture");
        let png = BASE64.decode(data.as_bytes()).expect("a picture");
        fs::write(path, png).expect("room for a picture");
    }

    /// What is on the screen now, as a picture that is gone with the browser.
    pub async fn glance(&self) -> Pictures {
        let path = self.driver.profile().join("glance.png");
        self.photograph(&path).await;
        Pictures(vec![path])
    }

    /// Whatever the browser wrote to its console about content security policies.
    pub async fn policy_violations(&self) -> Vec<String> {
        let command = ToChromium { path: "se/log", body: json!({ "type": "browser" }) };
        let log = self.client.issue_cmd(command).await.expect("a log");
        let entries = log.as_array().expect("a list").iter();
        let messages = entries.filter_map(|entry| entry.get("message").and_then(Value::as_str));
        let about = |message: &&str| message.contains("Content Security Policy");
        messages.filter(about).map(str::to_owned).collect()
    }

    /// Closes the browser.
    pub async fn close(self) {
        self.client.close().await.expect("an open browser");
        drop(self.driver);
    }

    async fn find(&self, css: &str) -> Element {
        match self.client.find(Locator::Css(css)).await {
            Ok(element) => element,
            Err(error) => {
                let source = self.client.source().await.unwrap_or_default();
                panic!("{css} at {}: {error}\n{source}", self.path().await)
            }
        }
    }

    async fn leave(&self, before: &Element, by: &str) {
        for _ in 0..LOOKS {
            // An element of a page that is gone is stale.
            if before.tag_name().await.is_err() {
                return;
            }
            sleep(GLANCE).await;
        }
        panic!("{by} at {} leads nowhere", self.path().await)
    }

    async fn size(&self) -> (f64, f64) {
        let size = self.cdp("Page.getLayoutMetrics", json!({})).await;
        let of = |side: &str| {
            size.pointer(&format!("/cssContentSize/{side}"))
                .and_then(Value::as_f64)
                .expect("a size")
        };
        (of("width"), of("height"))
    }

    async fn look_at(&self, (width, height, touch): (u32, u32, bool), scheme: &str) {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
        self.cdp("Emulation.setDeviceMetricsOverride", screen).await;
        // A picture of a button that is still changing its color shows what nobody looks at.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    async fn cdp(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let command = ToChromium { path: "goog/cdp/execute", body };
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{error}"))
    }

    async fn inspect(&self, what: &str) {
        if self.script == Script::On {
            let found = self.stumbling_blocks(&[]).await;
            assert_eq!(found, Vec::<String>::new(), "{what}");
        }
    }

    /// Puts axe-core behind a name in every page to come, where it costs nothing until it is called. To
    /// hand it over anew for each look takes longer than the look.
    async fn brings_axe(&self) {
        let axe = fs::read_to_string(installed("node_modules/axe-core/axe.min.js"));
        let axe = axe.expect("axe-core");
        let source = format!(
            "Object.defineProperty(globalThis, 'bringAxe', {{ value: () => {{ {axe}\n }} }});"
        );
        let source = json!({ "source": source });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source).await;
    }

    /// What people with disabilities would stumble over, by some rules of axe-core; where none is named,
    /// by those of WCAG 2.2 AA that it knows, and what it calls best practice. One of them is off unless
    /// it is asked for.
    pub async fn stumbling_blocks(&self, only: &[&str]) -> Vec<String> {
        let found = self
            .client
            .execute_async(
                "const [only, done] = arguments;
                 if (!globalThis.axe) bringAxe();
                 const which = only.length ? { runOnly: { type: 'rule', values: only } }
                                           : { rules: { 'target-size': { enabled: true } } };
                 axe.run(document, { resultTypes: ['violations'], ...which }).then(
                   r => done(r.violations.map(v => v.id + ': ' + v.help + ' ' +
                        v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))),
                   e => done([String(e)]));",
                vec![json!(only)],
            )
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        serde_json::from_value(found).expect("a list")
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Browser").field("driver", &self.driver).finish_non_exhaustive()
    }
}
