//! The Key URI that apps read from the QR code, read back by authenticator libraries that are not
//! ours: `pyotp` and `otpauth`. Nobody wrote the scheme down as a standard, so what counts is what
//! they understand.

#![expect(clippy::unwrap_used, reason = "these are tests")]

use countersign::SecondFactor;
use countersign::authenticator::Method;
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_tests::tool::{Part, ask, installed, is_skipped};
use countersign_tests::totp;
use countersign_tests::totp_program::TotpProgram;
use serde_json::{Value, json};

/// A moment as good as any: 2026-11-21, 22:26:40 UTC.
const MOMENT: u64 = 1_795_300_000;

/// What the application calls itself and the account, and what an app is to show.
const TABLE: [(&str, &str, &str, &str); 8] = [
    ("Countersign", "ada@acme.example", "Countersign", "ada@acme.example"),
    ("Acme Portal", "ada@acme.example", "Acme Portal", "ada@acme.example"),
    // The colon parts issuer and account, so neither can hold one.
    ("Acme: West", "urn:ada", "Acme West", "urnada"),
    ("Smith & Sons", "ada+test@acme.example", "Smith & Sons", "ada+test@acme.example"),
    ("Käse=100%?", "zoë@käse.example", "Käse=100%?", "zoë@käse.example"),
    ("a/b#c;d", "ada lovelace", "a/b#c;d", "ada lovelace"),
    ("Счёт", "ада", "Счёт", "ада"),
    ("+1%2B", "\"ada\" <a@b>", "+1%2B", "\"ada\" <a@b>"),
];

const PYTHON: &str = "
import json, sys, pyotp
moment = int(sys.argv[1])
for line in sys.stdin.read().splitlines():
    read = pyotp.parse_uri(line)
    print(json.dumps({
        'issuer': read.issuer, 'account': read.name, 'secret': read.secret,
        'digits': read.digits, 'period': read.interval,
        'algorithm': read.digest().name.upper(), 'code': read.at(moment),
    }))
";

const NODE: &str = "
const { URI } = require(process.argv[1]);
const moment = Number(process.argv[2]);
for (const line of require('fs').readFileSync(0, 'utf8').trimEnd().split('\\n')) {
    const read = URI.parse(line);
    console.log(JSON.stringify({
        issuer: read.issuer, account: read.label, secret: read.secret.base32,
        digits: read.digits, period: read.period,
        algorithm: read.algorithm, code: read.generate({ timestamp: moment * 1000 }),
    }));
}
";

/// Activates an app for an account called `label`, as far as the QR code.
async fn begin(issuer: &str, label: &str) -> (String, String) {
    let site = SecondFactor::builder(issuer, &KeyRing::example(), MemoryStore::default()).build();
    let person = Principal::new("17", SessionId::new("s")).named(label);
    let overview = site.overview(&person, None, None).await.unwrap();
    let ticket = site.open_ticket(&person, &overview.ticket).unwrap();
    let begun = site.begin(&person, &ticket, Method::Totp).await.unwrap().unwrap();
    let set_up = begun.set_up.unwrap();
    (set_up.key_uri().to_string(), set_up.seed.to_base32().to_string())
}

/// Every Key URI of the table, and what is to be read from it.
async fn uris() -> (String, Vec<Value>) {
    let (mut uris, mut expected) = (String::new(), Vec::new());
    for (issuer, label, issuer_shown, account_shown) in TABLE {
        let (uri, secret) = begin(issuer, label).await;
        expected.push(json!({
            "issuer": issuer_shown, "account": account_shown, "secret": secret,
            "digits": 6, "period": 30, "algorithm": "SHA1",
            "code": TotpProgram::type_in(&secret).code_at(MOMENT),
        }));
        uris.push_str(&uri);
        uris.push('\n');
    }
    (uris, expected)
}

fn read(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn pyotp_reads_every_key_uri_and_makes_the_same_codes() {
    if is_skipped(Part::KeyUri) {
        return;
    }
    let (uris, expected) = uris().await;
    let python = installed("venv/bin/python");
    assert_eq!(read(&ask(python, &["-c", PYTHON, &MOMENT.to_string()], &uris)), expected);
}

#[tokio::test]
async fn otpauth_reads_every_key_uri_and_makes_the_same_codes() {
    if is_skipped(Part::KeyUri) {
        return;
    }
    let (uris, expected) = uris().await;
    let module = installed("node_modules/otpauth").display().to_string();
    let arguments = ["-e", NODE, &module, &MOMENT.to_string()];
    assert_eq!(read(&ask("node", &arguments, &uris)), expected);
}

#[tokio::test]
async fn oathtool_and_the_test_site_make_the_same_codes() {
    if is_skipped(Part::KeyUri) {
        return;
    }
    let (_, secret) = begin("Countersign", "ada").await;
    let app = TotpProgram::type_in(&secret);
    for moment in [0, 29, 30, MOMENT, MOMENT + 29, 20_000_000_000] {
        assert_eq!(Some(app.code_at(moment)), totp::code(&secret, moment), "{moment}");
    }
}
