//! What a URL may say, and what it may not.

#![expect(clippy::unwrap_used, reason = "a test that stumbles has failed")]

use countersign_smtp::Postbox;

fn refused(url: &str) -> String {
    let error = Postbox::open(url).map(|postbox| format!("{postbox:?}")).unwrap_err();
    assert!(!error.to_string().contains("secret"), "{error}");
    assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    error.to_string()
}

#[test]
fn what_is_said_in_full_opens_a_postbox() {
    for url in [
        "console:",
        "console:?from=no-reply@acme.example",
        "dir:mail",
        "dir:/var/spool/mail?from=no-reply@acme.example",
        "smtps://me:secret@mail.acme.example?from=no-reply@acme.example",
        "smtps://mail.acme.example:1465/?from=no-reply@acme.example&connections=8&timeout=60",
        "smtp://me%40acme.example:sec%23ret@mail.acme.example:25?from=no-reply@acme.example&connect=5",
        "smtp://b%C3%BCcher.example?from=no-reply@b%C3%BCcher.example",
        "smtp://mail.acme.example?from=no-reply@acme.example&unsafe_plain=true",
        "smtp://localhost:1025?from=no-reply@acme.example",
        "smtp://127.0.0.1:1025?from=no-reply@acme.example",
        "smtp://[::1]:1025?from=no-reply@acme.example",
        "smtp://localhost?from=no-reply@acme.example&tls=required",
    ] {
        let postbox = Postbox::open(url).unwrap_or_else(|error| panic!("{url}: {error}"));
        let printed = format!("{postbox:?}");
        assert!(!printed.contains("secret") && !printed.contains("sec#ret"), "{printed}");
    }
}

/// The test of what is sent to whom is with the mail server; here is what a URL is taken for.
#[test]
fn only_this_machine_is_spoken_to_without_encryption_unless_it_is_asked_for() {
    let encryption = |url: &str| {
        let postbox = Postbox::open(&format!("{url}?from=no-reply@acme.example")).unwrap();
        let printed = format!("{postbox:?}");
        let (_, after) = printed.split_once("encryption: \"").unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    for host in ["localhost", "127.0.0.1", "127.3.2.1", "[::1]", "LOCALHOST"] {
        assert_eq!(encryption(&format!("smtp://{host}")), "none", "{host}");
        assert_eq!(encryption(&format!("smtps://{host}")), "from the start", "{host}");
    }
    for host in
        ["mail.acme.example", "10.0.0.1", "128.0.0.1", "0.0.0.0", "[::2]", "localhost.acme.example"]
    {
        assert_eq!(encryption(&format!("smtp://{host}")), "upgraded", "{host}");
    }
}

#[test]
fn what_is_missing_unknown_or_contradictory_is_refused_without_the_password() {
    const FROM: &str = "from=no-reply@acme.example";
    for (url, wanted) in [
        ("", "use smtps://"),
        ("mail.acme.example", "use smtps://"),
        ("http://mail.acme.example", "use smtps://"),
        ("smtp://me:secret@mail.acme.example", "from= is missing"),
        ("smtp://?from=no-reply@acme.example", "host is missing"),
        ("smtp://me:secret@?from=no-reply@acme.example", ""),
        ("smtp://me@mail.acme.example?FROM", "no password"),
        ("smtp://:secret@mail.acme.example?FROM", "nobody whose it is"),
        ("smtp://me:sec#ret-secret@mail.acme.example?FROM", "%XX"),
        ("smtp://me:sec/secret@mail.acme.example?FROM", "%XX"),
        ("smtp://mail.acme.example:99999?FROM", "no URL"),
        ("smtp://mail.acme.example/path?FROM", "nothing stands behind the host"),
        ("smtp://mail.acme.example?FROM&starttls=false", "may follow here"),
        ("smtp://mail.acme.example?FROM&tls=maybe", "tls="),
        ("smtp://mail.acme.example?FROM&unsafe_plain=yes", "unsafe_plain="),
        ("smtp://mail.acme.example?FROM&unsafe_plain=true&tls=required", "contradicts"),
        ("smtps://mail.acme.example?FROM&unsafe_plain=true", "contradicts"),
        ("smtp://localhost?FROM&ca=/etc/secret.pem", "says nothing without"),
        ("smtps://mail.acme.example?FROM&ca=/nowhere/secret.pem", "ca= names a file"),
        ("smtps://mail.acme.example?FROM&FROM", "twice"),
        ("smtps://mail.acme.example?FROM&connections=0", "from 1 to 1000"),
        ("smtps://mail.acme.example?FROM&timeout=soon", "from 1 to 1000"),
        ("smtps://mail.acme.example?from=Acme <no-reply@acme.example>", "from= is no plain"),
        ("smtps://mail.acme.example?from=zo%C3%AB@acme.example", "from= is no plain"),
        ("smtps://mail.acme.example?from=a@b%0D%0ABcc:c@d", "from= is no plain"),
        ("dir:", "path of a folder"),
        ("dir:mail?FROM&connections=1", "only from="),
        ("console:here", "followed by nothing"),
        ("console:?color=red", "only from="),
    ] {
        let error = refused(&url.replace("FROM", FROM));
        assert!(error.contains(wanted), "{url}: {error}");
    }
}

#[test]
fn a_file_that_vouches_for_nothing_is_named_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ca.pem");
    std::fs::write(&file, "nothing").unwrap();
    let url = "smtps://mail.acme.example?from=no-reply@acme.example&ca=";
    assert!(refused(&format!("{url}{}", file.display())).contains("no certificate"));
}
