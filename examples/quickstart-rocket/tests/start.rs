//! What the program cannot do, it refuses at the start, and names the setting. (A program with a test
//! of its own is built with it; the journeys over the wire begin there.)

use std::process::Command;

#[test]
fn a_setting_that_cannot_be_met_ends_the_start_by_its_name() {
    for (name, value) in [
        ("LISTEN", "nowhere"),
        ("LISTEN", "192.0.2.1:80"),
        ("ORIGIN", "http://app.example"),
        ("COUNTERSIGN_STORE", "postgres://me:secret@db/x"),
        ("COUNTERSIGN_STORE", "sqlite:/nowhere/at/all.db"),
        ("COUNTERSIGN_KEYS", "/"),
        ("COUNTERSIGN_MAIL", "smtp://me:secret@mail?tls=never"),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_quickstart-rocket"));
        program.current_dir(env!("CARGO_TARGET_TMPDIR"));
        let output = program.env("LISTEN", "127.0.0.1:0").env(name, value).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}={value}: {said}");
        let names_it = format!("quickstart-rocket: {name}: ");
        assert!(said.contains(&names_it) && !said.contains("secret"), "{value}: {said}");
    }
}
