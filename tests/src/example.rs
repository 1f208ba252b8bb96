//! The example sites, and their programs.

#![expect(clippy::expect_used, reason = "without a program there is no site")]

use core::fmt;
use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::tool::profile_dir;

/// An example site. All of them do the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "every journey is for each")]
pub enum Example {
    /// `quickstart-axum`.
    Axum,
    /// `quickstart-actix`.
    Actix,
    /// `quickstart-rocket`.
    Rocket,
}

impl Example {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Axum, Self::Actix, Self::Rocket];

    /// Its crate, and its program.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Axum => "quickstart-axum",
            Self::Actix => "quickstart-actix",
            Self::Rocket => "quickstart-rocket",
        }
    }

    /// Its program. It is built here, unless `tests/run` has just done so.
    pub(crate) fn program(self) -> PathBuf {
        static BUILT: OnceLock<()> = OnceLock::new();
        let profile = profile_dir();
        let program =
            |example: Self| profile.join(format!("{}{}", example.name(), env::consts::EXE_SUFFIX));
        BUILT.get_or_init(|| {
            let are_there = Self::ALL.into_iter().all(|example| program(example).exists());
            if env::var_os("COUNTERSIGN_EXAMPLES_BUILT").is_some() && are_there {
                return;
            }
            let profile_name = match profile.file_name().and_then(|name| name.to_str()) {
                Some("debug") | None => "dev",
                Some(other) => other,
            };
            let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let mut build = Command::new(cargo);
            build.args(["build", "--quiet", "--profile", profile_name]);
            for example in Self::ALL {
                build.args(["--package", example.name()]);
            }
            let built = build.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs");
            assert!(built.success(), "the examples do not build");
        });
        program(self)
    }
}

impl fmt::Display for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
