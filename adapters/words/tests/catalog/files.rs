//! The files: messages of each language, and the sources that may say them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::message::{self, Message};

/// The messages of a language.
#[derive(Clone, Debug)]
pub(crate) struct Catalog {
    pub(crate) tag: String,
    pub(crate) files: BTreeSet<String>,
    pub(crate) messages: BTreeMap<String, Message>,
}

/// A file that may say something.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Catalog {
    /// Every language that has a folder, by its tag.
    pub(crate) fn all() -> Vec<Self> {
        let mut catalogs: Vec<Self> = entries(&manifest().join("locales"))
            .into_iter()
            .map(|folder| {
                let sources = entries(&folder).into_iter().map(|path| {
                    assert!(path.extension().is_some_and(|ending| ending == "ftl"), "{path:?}");
                    (name(&path), fs::read_to_string(&path).unwrap())
                });
                Self::of(&name(&folder), sources)
            })
            .collect();
        catalogs.sort_by(|one, other| one.tag.cmp(&other.tag));
        catalogs
    }

    pub(crate) fn of(tag: &str, sources: impl Iterator<Item = (String, String)>) -> Self {
        let mut catalog =
            Self { tag: tag.to_owned(), files: BTreeSet::new(), messages: BTreeMap::new() };
        for (file, text) in sources {
            for (id, message) in message::read(&text) {
                let twice = catalog.messages.insert(id.clone(), message).is_some();
                assert!(!twice, "{tag} has {id} twice");
            }
            catalog.files.insert(file);
        }
        catalog
    }

    pub(crate) fn english(catalogs: &[Self]) -> &Self {
        catalogs.iter().find(|catalog| catalog.tag == "en").unwrap()
    }

    /// The variables of a message and of those that stand in it.
    pub(crate) fn variables(&self, id: &str) -> BTreeSet<String> {
        let Some(message) = self.messages.get(id) else { return BTreeSet::new() };
        let inner = message.references.iter().flat_map(|id| self.variables(id));
        message.variables.iter().cloned().chain(inner).collect()
    }
}

/// The templates, the script, and the Rust sources without their tests.
pub(crate) fn sources() -> Vec<Source> {
    let root = manifest().parent().unwrap().parent().unwrap().to_owned();
    let mut found = Vec::new();
    for folder in ["core/src", "adapters", "examples"] {
        walk(&root, &root.join(folder), &mut found);
    }
    assert!(found.len() > 150, "the walk has lost its way: {} files", found.len());
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for path in entries(folder) {
        let (name, ending) = (name(&path), path.extension().and_then(|ending| ending.to_str()));
        if path.is_dir() {
            if !["target", "tests", "locales"].contains(&name.as_str()) {
                walk(root, &path, found);
            }
        } else if let Some("rs" | "html" | "txt" | "js") = ending {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned();
            let path = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push(Source { path, text });
        }
    }
}

fn manifest() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}
