//! What a browser calls itself, in words for the list of remembered devices.

use countersign_words::Words;

// The order matters: most browsers also carry the names of those that came before them.
const BROWSERS: [(&str, &str); 10] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("HeadlessChrome/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];
const UNKNOWN: &str = "A browser";

/// "Firefox on Linux", "Safari on iPhone"; "A browser" where nothing is recognized. Only for people
/// to read: nothing is decided by it. A record keeps it like this, whatever its owner reads.
pub(crate) fn describe(user_agent: Option<&str>) -> String {
    let agent = user_agent.unwrap_or_default();
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    let (browser, system) = (find(&BROWSERS), find(&SYSTEMS));
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser.to_owned(),
        (None, Some(system)) => format!("{UNKNOWN} on {system}"),
        (None, None) => UNKNOWN.to_owned(),
    }
}

/// What [`describe`] once said, in words of today. What it did not say stays as it is.
pub(crate) fn translated(label: &str, words: Words<'_>) -> String {
    let is_system = |name: &str| SYSTEMS.iter().any(|(_, known)| *known == name);
    let is_browser = |name: &str| BROWSERS.iter().any(|(_, known)| *known == name);
    match label.split_once(" on ") {
        None if label == UNKNOWN => words.text("settings-browser-unknown", &[]),
        Some((UNKNOWN, system)) if is_system(system) => {
            words.text("settings-browser-unknown-on-system", &[("system", system.into())])
        }
        Some((browser, system)) if is_browser(browser) && is_system(system) => words.text(
            "settings-browser-on-system",
            &[("browser", browser.into()), ("system", system.into())],
        ),
        Some(_) | None => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use countersign_words::Languages;

    use super::{describe, translated};

    #[test]
    fn a_label_that_was_kept_is_read_in_the_language_of_today() {
        let mut languages = Languages::new().unwrap();
        languages.put("eo", "settings-browser-on-system = { $browser } en { $system }\nsettings-browser-unknown = Iu krozilo\nsettings-browser-unknown-on-system = Iu krozilo en { $system }").unwrap();
        for (label, said) in [
            ("Firefox on Linux", "Firefox en Linux"),
            ("Safari on iPhone", "Safari en iPhone"),
            ("A browser", "Iu krozilo"),
            ("A browser on Linux", "Iu krozilo en Linux"),
            ("Edge", "Edge"),
            ("Mosaic on Linux", "Mosaic on Linux"),
            ("Firefox on a toaster", "Firefox on a toaster"),
        ] {
            assert_eq!(translated(label, languages.words("eo")), said);
            assert_eq!(translated(label, languages.words("en")), label);
        }
    }

    #[test]
    fn the_usual_browsers_are_recognized() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like \
                    Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
        assert_eq!(describe(Some(firefox)), "Firefox on Linux");
        assert_eq!(describe(Some(edge)), "Edge on Windows");
        assert_eq!(describe(Some(iphone)), "Safari on iPhone");
        assert_eq!(describe(Some("curl/8")), "A browser");
        assert_eq!(describe(None), "A browser");
    }
}
