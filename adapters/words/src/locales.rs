//! Which message files there are: the same names in every language. A new language is a folder and a
//! line in `LOCALES`; a new area is a file in every folder and a line in the macro.

macro_rules! locale {
    ($tag:literal) => {
        locale!(
            $tag, "common", "time", "problem", "field", "status", "challenge", "code", "activate", "address",
            "settings", "admin", "rule", "event", "mail",
        )
    };
    ($tag:literal, $($area:literal),+ $(,)?) => {
        ($tag, &[$(include_str!(concat!("../locales/", $tag, "/", $area, ".ftl"))),+])
    };
}

/// Every language that we have, by its tag. The first one stands in for what others lack.
pub(crate) const LOCALES: &[(&str, &[&str])] = &[
    locale!("en"),
    locale!("de"),
    locale!("es"),
    locale!("fr"),
    locale!("ja"),
    locale!("nl"),
    locale!("pt"),
];
