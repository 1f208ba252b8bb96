//! The architecture, as a test: which room may look into which, what `lib.rs` and `mod.rs` may hold,
//! and how long a file may be.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// More than this is two concepts.
const WALL: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every source file of ours, by its path from the root.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["core", "adapters", "examples", "tests"] {
        walk(&root().join(folder), &mut found);
    }
    assert!(found.len() > 80, "the walk has lost its way: {} files", found.len());
    found
}

fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != "target" && !name.starts_with('.') {
                walk(&path, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let short = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            found.push((short, text));
        }
    }
}

/// The lines of code, without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

/// What stands before the unit tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn no_file_is_longer_than_the_wall() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= WALL, "{path} has {lines} lines");
    }
}

#[test]
fn lib_and_mod_files_document_and_re_export_and_define_nothing() {
    for (path, text) in sources() {
        if !path.ends_with("/lib.rs") && !path.ends_with("/mod.rs") {
            continue;
        }
        for line in code(&text) {
            let first = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            let defines = [
                "fn ",
                "async fn ",
                "const ",
                "static ",
                "struct ",
                "enum ",
                "trait ",
                "impl",
                "type ",
                "macro_rules!",
                "union ",
            ]
            .iter()
            .any(|word| first.starts_with(word));
            let inline = first.starts_with("mod ") && !first.ends_with(';');
            assert!(!defines && !inline, "{path} defines: {line}");
        }
    }
}

/// Whom a room may not name. The rooms further down are stricter.
const FORBIDDEN: &[(&str, &[&str], &str)] = &[
    (
        "core/src/",
        &[
            "axum",
            "actix",
            "rocket",
            "tower",
            "sqlx",
            "http::",
            "minijinja",
            "countersign_words",
            "countersign_web",
            "countersign_tower",
            "countersign_actix",
            "countersign_rocket",
            "countersign_memory",
            "countersign_sql",
        ],
        "the core knows no framework, no driver and no HTML",
    ),
    ("core/src/port/", &["crate::flow"], "a port is below the flows"),
    (
        "adapters/words/src/",
        &[
            "axum",
            "actix",
            "rocket",
            "tower",
            "sqlx",
            "tokio",
            "http::",
            "countersign_web",
            "countersign_memory",
            "countersign_sql",
            "countersign::flow",
        ],
        "words and letters know no page, no driver and no flow",
    ),
    (
        "adapters/web/src/",
        &["axum", "actix", "rocket", "tower::", "sqlx", "tokio"],
        "the web side knows no framework, no driver and no runtime",
    ),
    (
        "adapters/memory/src/",
        &[
            "countersign_words",
            "countersign_web",
            "countersign_tower",
            "countersign_actix",
            "countersign_rocket",
            "countersign::flow",
            "countersign::policy",
            "countersign::decide",
        ],
        "a store looks into the ports, the record and the subject",
    ),
    (
        "adapters/sql/src/",
        &[
            "countersign_words",
            "countersign_web",
            "countersign_tower",
            "countersign_actix",
            "countersign_rocket",
            "countersign::flow",
            "countersign::policy",
            "countersign::decide",
        ],
        "a store looks into the ports, the record and the subject",
    ),
    (
        "adapters/smtp/src/",
        &[
            "axum",
            "actix",
            "rocket",
            "tower",
            "sqlx",
            "minijinja",
            "countersign_web",
            "countersign_memory",
            "countersign_sql",
            "countersign::flow",
        ],
        "the post carries letters, whatever they say",
    ),
    (
        "adapters/tower/src/",
        &["sqlx", "minijinja", "actix_web", "countersign_memory", "countersign_sql"],
        "a door knows no store and no page",
    ),
    (
        "adapters/actix/src/",
        &["sqlx", "minijinja", "axum", "tower", "countersign_memory", "countersign_sql"],
        "a door knows no store and no page",
    ),
    (
        "adapters/rocket/src/",
        &["sqlx", "minijinja", "countersign_tower", "countersign_memory", "countersign_sql"],
        "a door knows no store, no page and no other door",
    ),
    (
        "examples/quickstart-shared/src/",
        &[
            "axum",
            "actix",
            "actix_web",
            "rocket",
            "tower",
            "countersign_tower",
            "countersign_actix",
            "countersign_rocket",
        ],
        "what the examples share knows no framework",
    ),
];

#[test]
fn imports_run_one_way() {
    for (path, text) in sources() {
        for (room, names, reason) in FORBIDDEN {
            if !path.starts_with(room) {
                continue;
            }
            for line in code(without_tests(&text)) {
                for name in *names {
                    let named = names_crate(line, name);
                    assert!(!named, "{path} names {name}, but {reason}: {line}");
                }
            }
        }
    }
}

/// Whether a line uses a path that begins with `name`, and not only a longer word that holds it.
fn names_crate(line: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + name.len()..];
        let ends = name.ends_with(['_', ':']) || after.starts_with("::") || after.starts_with(';');
        ends && !before.is_some_and(|c| is_word(c) || c == ':' || c == '"')
    })
}

/// The rooms of the core in which nothing waits, asks for the time, or draws a number.
#[test]
fn pure_rooms_are_pure() {
    for (path, text) in sources() {
        let Some(room) = path.strip_prefix("core/src/") else { continue };
        if room.starts_with("flow/") || room.starts_with("port/") {
            continue;
        }
        for line in code(without_tests(&text)) {
            for impure in [
                "async fn",
                ".await",
                "SystemTime",
                "Instant::",
                "getrandom",
                "tokio::",
                "tracing::",
                "std::env::var",
                "std::fs::",
                "crate::flow",
                "crate::port",
            ] {
                // Keys are read where an application starts, before anything is decided.
                let start_up = room == "secret/ring.rs" && impure.starts_with("std::");
                let re_export = room == "lib.rs";
                assert!(
                    start_up || re_export || !line.contains(impure),
                    "{path} is a pure room, but has {impure}: {line}"
                );
            }
        }
    }
}

#[test]
fn a_proof_is_made_only_beside_the_authenticators() {
    for (path, text) in sources() {
        let makes = without_tests(&text).contains("that_spends(");
        let may = path.starts_with("core/src/authenticator/") || path == "tests/tests/rooms.rs";
        assert!(!makes || may, "{path} makes a proof");
    }
}

#[test]
fn every_source_file_is_declared_by_its_parent() {
    let sources = sources();
    for (path, _) in &sources {
        let (folder, name) = path.rsplit_once('/').unwrap();
        let stem = name.trim_end_matches(".rs");
        if !path.contains("/src/") || ["lib", "main", "mod"].contains(&stem) {
            continue;
        }
        let parents: Vec<&str> = ["lib.rs", "main.rs", "mod.rs"].to_vec();
        let declared = sources.iter().any(|(other, text)| {
            let beside = parents.iter().any(|parent| *other == format!("{folder}/{parent}"))
                || *other == format!("{folder}.rs");
            beside
                && code(text).any(|line| {
                    let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
                    line == format!("mod {stem};")
                })
        });
        assert!(declared, "{path} is a dead file");
    }
}

#[test]
fn the_same_lints_hold_everywhere_and_nobody_forbids_warnings_in_the_sources() {
    for (path, text) in sources() {
        assert!(!code(&text).any(|l| l.starts_with("#![deny(warnings)")), "{path} denies warnings");
    }
    for member in [
        "core",
        "adapters/words",
        "adapters/web",
        "adapters/tower",
        "adapters/actix",
        "adapters/rocket",
        "adapters/memory",
        "adapters/sql",
        "adapters/smtp",
        "examples/quickstart-shared",
        "examples/quickstart-axum",
        "examples/quickstart-actix",
        "examples/quickstart-rocket",
        "tests",
        "tests/conformance",
    ] {
        let manifest = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{member}");
        assert!(manifest.contains("version.workspace = true"), "{member}");
        assert!(manifest.contains("license.workspace = true"), "{member}");
    }
}
