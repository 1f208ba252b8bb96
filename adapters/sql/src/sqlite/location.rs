//! Which file is meant, and that nobody else reads it.
//!
//! | given | file |
//! |---|---|
//! | `countersign.db`, `/var/lib/countersign.db` | that one |
//! | `sqlite:countersign.db`, `sqlite://countersign.db` | `countersign.db` |
//! | `sqlite:///var/lib/countersign.db` | `/var/lib/countersign.db` |
//! | `sqlite:countersign.db?mode=rwc` | `countersign.db`; it is created in any case |
//! | nothing, `:memory:`, `file:...`, another scheme, another setting, `%` in a URL | refused |
//!
//! SQLite would make an empty name, `:memory:` and some `file:` names a new database for every
//! connection. Every subject would be without a second factor there, so such names are not taken.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A name that is not taken for a database.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
pub(super) enum NoLocation {
    #[error("the name of the database is empty")]
    Empty,
    #[error("a database in memory forgets; countersign-memory is for that")]
    Memory,
    #[error("this is no SQLite database: give a path, or sqlite: and a path")]
    Foreign,
    #[error("the path of a SQLite URL is taken as it is and takes no setting but ?mode=rwc")]
    Setting,
}

/// The file that a URL or path names.
pub(super) fn locate(url_or_path: &str) -> Result<PathBuf, NoLocation> {
    let path = match url_or_path.strip_prefix("sqlite:") {
        Some(url) => {
            let path = url.strip_prefix("//").unwrap_or(url);
            let path = path.strip_suffix("?mode=rwc").unwrap_or(path);
            if path.contains(['?', '%', '#']) {
                return Err(NoLocation::Setting);
            }
            path
        }
        None => url_or_path,
    };
    if path.trim().is_empty() {
        Err(NoLocation::Empty)
    } else if path.contains(":memory:") {
        Err(NoLocation::Memory)
    } else if path.starts_with("file:") || path.contains("://") {
        Err(NoLocation::Foreign)
    } else {
        Ok(PathBuf::from(path))
    }
}

/// Creates the file if it is missing, for nobody but this user. SQLite gives the files that it puts
/// beside it the same mode.
///
/// A file that is there is not even opened: closing it again would drop the locks that this process
/// holds on it through SQLite (POSIX `fcntl`).
pub(super) fn create_if_missing(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => {
            Err(io::Error::new(error.kind(), format!("cannot create {}: {error}", file.display())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_or_a_path_names_a_file() {
        for (given, file) in [
            ("countersign.db", "countersign.db"),
            ("./a b/100%?.db", "./a b/100%?.db"),
            ("/var/lib/countersign.db", "/var/lib/countersign.db"),
            ("sqlite:countersign.db", "countersign.db"),
            ("sqlite://countersign.db", "countersign.db"),
            ("sqlite:/var/lib/countersign.db", "/var/lib/countersign.db"),
            ("sqlite:///var/lib/countersign.db", "/var/lib/countersign.db"),
            ("sqlite:countersign.db?mode=rwc", "countersign.db"),
        ] {
            assert_eq!(locate(given), Ok(PathBuf::from(file)), "{given}");
        }
    }

    #[test]
    fn a_name_that_sqlite_would_forget_or_read_otherwise_is_refused() {
        for (given, why) in [
            ("", NoLocation::Empty),
            (" ", NoLocation::Empty),
            ("sqlite:", NoLocation::Empty),
            ("sqlite://", NoLocation::Empty),
            (":memory:", NoLocation::Memory),
            ("sqlite::memory:", NoLocation::Memory),
            ("sqlite://:memory:", NoLocation::Memory),
            ("file::memory:", NoLocation::Memory),
            ("file:countersign.db", NoLocation::Foreign),
            ("sqlite:file:countersign.db", NoLocation::Foreign),
            ("postgres://localhost/countersign", NoLocation::Foreign),
            ("sqlite:countersign.db?mode=memory", NoLocation::Setting),
            ("sqlite:countersign.db?mode=ro", NoLocation::Setting),
            ("sqlite:a%20b.db", NoLocation::Setting),
        ] {
            assert_eq!(locate(given), Err(why), "{given:?}");
        }
    }
}
