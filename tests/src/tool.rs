//! Programs that are not ours and that the tests ask for a second opinion.
//!
//! A tool that is missing fails the test that wants it. Only `tests/run` may say that a part is
//! skipped, in `COUNTERSIGN_SKIP`, and where `CI` is `true` it may not.

#![expect(clippy::expect_used, clippy::panic, reason = "without its tool a test has failed")]

use core::fmt;
use std::env;
use std::ffi::OsStr;
use std::io::{Write as _, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A part of the tests that a machine may be unable to run.
#[expect(clippy::exhaustive_enums, reason = "tests/run knows the same")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// What a person sees, in Chromium.
    Browser,
    /// What a client of the running example is told.
    Process,
    /// What other people's authenticator libraries read.
    KeyUri,
    /// What a mail server takes, and what it does to those who speak with it.
    Mail,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Browser => "browser",
            Self::Process => "process",
            Self::KeyUri => "key-uri",
            Self::Mail => "mail",
        })
    }
}

/// Whether a part is skipped. If it is, this says so, past the capture of the test runner.
#[must_use]
pub fn is_skipped(part: Part) -> bool {
    let named = env::var("COUNTERSIGN_SKIP").unwrap_or_default();
    let skipped = named.split([',', ' ']).any(|name| name == part.to_string());
    assert!(!skipped || env::var("CI").as_deref() != Ok("true"), "CI skips nothing, not {part}");
    if skipped {
        // In one piece: tests run side by side.
        let line = format!("skipped: {part}\n");
        stderr().write_all(line.as_bytes()).expect("a place to say it");
    }
    skipped
}

/// What cargo builds into: the `target` directory that this test was built in.
#[must_use]
pub fn target_dir() -> PathBuf {
    let profile = profile_dir();
    profile.parent().expect("a profile lies in a target directory").to_owned()
}

/// Where cargo puts the programs of the profile that this test was built with.
#[must_use]
pub fn profile_dir() -> PathBuf {
    let test = env::current_exe().expect("this test has a file");
    // target/debug/deps/NAME-HASH
    test.ancestors().nth(2).expect("cargo runs this test").to_owned()
}

/// Where `tests/run` puts what it installs for the tests alone.
#[must_use]
pub fn installed(path: &str) -> PathBuf {
    let installed = target_dir().join("test-tools").join(path);
    assert!(installed.exists(), "{} is missing: tests/run installs it", installed.display());
    installed
}

/// Runs a program to its end, and returns what it says.
#[must_use]
pub fn ask(program: impl AsRef<OsStr>, arguments: &[&str], input: &str) -> String {
    let name = Path::new(&program).display().to_string();
    let mut child = Command::new(&program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} is missing ({error}): tests/run installs it"));
    let mut stdin = child.stdin.take().expect("it was asked for");
    stdin.write_all(input.as_bytes()).expect("it reads what it is asked");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?}: {}: {complaint}", output.status);
    String::from_utf8(output.stdout).expect("it writes UTF-8")
}
