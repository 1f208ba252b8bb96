//! Records as earlier versions wrote them, and bytes that are no record.

use core::time::Duration;

use super::*;
use crate::authenticator::{
    AuthenticatorId, Checked, Code, Method, Proof, RecoveryCode, TotpWindow,
};
use crate::enrollment::{Confirmed, Confirming, EnrollmentId, confirm};
use crate::mark::Marked;
use crate::policy::{Grace, Held, Own, OwnEffect, RuleId};
use crate::remembered_device::{DeviceId, DeviceToken, Recognized};
use crate::secret::{KeyRing, Vault};
use crate::session::Session;
use crate::standing::Shown;
use crate::subject::{Principal, Profile, SessionId, SubjectId};
use crate::terms::Terms;
use crate::throttle::Gate;
use crate::time::Timestamp;

/// A record of form 1 with one of everything, as the first version wrote it.
const FORM_1: &str = include_str!("../../../tests/vectors/record-form-1.hex");
/// A record of form 2 with one of everything, as the last version that wrote this form wrote it.
const FORM_2: &str = include_str!("../../../tests/vectors/record-form-2.hex");

/// When the record of form 2 was written, and the codes of its app then and two seconds later
/// (RFC 6238, appendix B).
const WRITTEN: Timestamp = Timestamp::from_unix(1_111_111_109);
const USED: &str = "081804";
const NEXT: &str = "050471";
/// The token of the device that the record of form 2 remembers.
const TOKEN: &str = "AwMDAwMDAwMDAwMDAAAAAWTyaeeJ-obPMo94YJX-A4rcsgggsXdsNVU1gDnDzKSMA-LHag";

fn first_read(vector: &str) -> Record {
    let bytes = data_encoding::HEXLOWER.decode(vector.trim().as_bytes()).unwrap();
    Record::from_bytes(&bytes).unwrap()
}

/// A record as it reads after this version has written it, too: what it is after its next swap.
fn read(vector: &str) -> Record {
    Record::from_bytes(&first_read(vector).to_bytes()).unwrap()
}

fn after(seconds: u64) -> Timestamp {
    WRITTEN.plus(Duration::from_secs(seconds))
}

fn days_before(days: u64) -> Timestamp {
    Timestamp::from_unix(WRITTEN.as_unix() - days * 86_400)
}

fn vault() -> Vault {
    Vault::new(&KeyRing::example())
}

fn ada() -> SubjectId {
    SubjectId::of_tenant("acme", "ada")
}

fn ada_in(session: &str) -> Principal {
    Principal::of(ada(), SessionId::new(session))
}

#[test]
fn a_record_of_the_first_version_reads() {
    let record = read(FORM_1);
    assert_eq!(record.epoch(), 2);
    assert_eq!(record.authenticators()[0].name().as_str(), "Phone");
    assert_eq!(record.recovery_codes().map(|codes| codes.left(&vault())), Some(9));
    assert_eq!(record.terms(), &Terms::default());
}

#[test]
fn the_authenticators_of_a_record_of_form_2_go_on_to_count() {
    let (record, vault) = (read(FORM_2), vault());
    assert_eq!(record.epoch(), 5);
    let [phone, tablet] = record.authenticators() else { panic!("{record:?}") };
    assert_eq!((phone.name().as_str(), tablet.name().as_str()), ("Phone", "Tablet"));
    assert_eq!((phone.method(), tablet.method()), (Method::Totp, Method::Totp));
    assert_eq!((phone.digits(), phone.added_at()), (6, days_before(9)));
    assert_eq!((phone.last_used_at(), tablet.last_used_at()), (Some(WRITTEN), None));
    let trusted = (phone.trusted_from(), tablet.trusted_from());
    assert_eq!(trusted, (days_before(9), after(86_400)));
    let check = |code| {
        let code = Code::parse(code).unwrap();
        phone.check(&vault, &ada(), &code, TotpWindow::Tolerant, after(2)).unwrap()
    };
    assert!(matches!(check(NEXT), Checked::Fresh(37_037_037)));
    assert!(matches!(check(USED), Checked::Spent));

    let codes = record.recovery_codes().unwrap();
    assert_eq!((codes.left(&vault), codes.made(), codes.made_at()), (9, 10, days_before(8)));
    let proves = |code: &str| {
        let code = RecoveryCode::parse(code).unwrap();
        codes.prove(&vault, &ada(), &code).as_ref().map(Proof::method)
    };
    assert_eq!(proves("00000-00000-00000-00000-00000"), None, "it was used");
    // It was made for the key that the person had before.
    assert_eq!(proves("11111-11111-11111-11111-11111"), Some(Method::Recovery));
}

#[test]
fn what_sessions_and_devices_had_shown_in_a_record_of_form_2_still_holds() {
    let (record, vault) = (read(FORM_2), vault());
    let marked = |session: &str| record.marked(&Session::of(&vault, &ada_in(session)), after(1));
    let phone = DeviceId::from_bytes([3; 12]);
    let by = |method| Some(Marked::By(Shown::new(WRITTEN, method)));
    assert_eq!(marked("factor"), by(Method::Totp));
    assert_eq!(marked("recovered"), by(Method::Recovery));
    assert_eq!(marked("device"), Some(Marked::ByDevice(phone)));
    assert_eq!(marked("later"), Some(Marked::NotNow));
    assert_eq!(marked("another"), None);

    let devices: Vec<_> = record.devices(after(1)).collect();
    let [device] = &devices[..] else { panic!("{devices:?}") };
    assert_eq!((device.id(), device.label()), (phone, "Firefox on Linux"));
    assert_eq!((device.remembered_at(), device.last_seen_at()), (days_before(1), WRITTEN));
    assert_eq!(device.ends_at(), after(29 * 86_400));
    let token = DeviceToken::parse(TOKEN).unwrap();
    assert!(matches!(device.recognize(&vault, &ada(), &token, after(1)), Recognized::Present));

    let gate = |method, lane| record.throttle(method, lane).gate(after(1));
    assert_eq!(gate(Method::Totp, None), Gate::Waiting { until: after(30) });
    assert_eq!(gate(Method::Totp, Some(phone)), Gate::Open { tries_left: 4 });
    assert_eq!(gate(Method::Recovery, None), Gate::Open { tries_left: 3 });
    // One right answer was counted while everybody waited; the third is the one that is accepted.
    let mut throttle = record.throttle(Method::Totp, None).clone();
    let session = Session::of(&vault, &ada_in("factor")).digest();
    assert!(!throttle.count_right_unseen(session, after(1)));
    assert!(throttle.count_right_unseen(session, after(1)));
}

#[test]
fn an_enrollment_that_a_record_of_form_2_has_open_can_be_confirmed() {
    let (mut record, vault, ada) = (read(FORM_2), vault(), ada_in("factor"));
    let confirming = Confirming {
        vault: &vault,
        subject: ada.subject(),
        session: &Session::of(&vault, &ada),
        id: EnrollmentId(AuthenticatorId::from_bytes([5; 12])),
        window: TotpWindow::Tolerant,
        address: None,
        now: after(2),
    };
    let confirmed = confirm(&mut record, &confirming, &Code::parse(NEXT).unwrap(), None).unwrap();
    assert!(matches!(confirmed, Confirmed::Proven(_)), "{confirmed:?}");
    assert_eq!((record.authenticators().len(), record.epoch()), (3, 6));
}

#[test]
fn the_terms_of_a_record_of_form_2_are_as_they_were() {
    let record = read(FORM_2);
    let terms = record.terms();
    let profile = Profile::new("Ada Lovelace", Some("ada@acme.example"), &["board", "staff"]);
    assert_eq!(terms.profile(), Some(&profile.shared()));
    let exempt = OwnEffect::Exempt { until: after(20 * 86_400) };
    let own = Own::new(exempt, "root", days_before(1), "a broken arm");
    assert_eq!(terms.own(), Some(&own));
    let held = Held::new(Some(RuleId::new("rule 7")), days_before(3)).with_grace(Grace::Skips(3));
    assert_eq!(terms.held(), Some(&held));
    let known = record.known();
    assert_eq!(
        (terms.skips(), known.changed, known.kept),
        (1, Some(days_before(1)), Some(WRITTEN))
    );
    assert!(known.enrolled);
}

#[test]
fn what_is_new_since_is_empty_in_a_record_of_an_earlier_form() {
    for vector in [FORM_1, FORM_2] {
        let record = read(vector);
        assert_eq!((record.terms().confirmed(), record.mail().wait(WRITTEN)), (None, None));
        assert!(record.mail().confirmation().is_none());
        assert_eq!(record.terms().profile().and_then(Profile::language), None);
        assert!(!record.has(Method::Email));
    }
}

#[test]
fn a_record_of_an_earlier_form_is_the_same_after_its_next_swap() {
    for vector in [FORM_1, FORM_2] {
        let record = first_read(vector);
        assert_eq!(format!("{:?}", read(vector)), format!("{record:?}"));
        assert_eq!(record.to_bytes().first(), Some(&FORM));
    }
}

#[test]
fn what_is_no_record_of_this_form_is_refused() {
    let bytes = Record::default().to_bytes();
    assert!(Record::from_bytes(&bytes).is_ok());
    let newer = [&[FORM + 1], &bytes[1..]].concat();
    let longer = [&bytes[..], &[0]].concat();
    for bad in [&[][..], &newer, &longer, &bytes[..bytes.len() - 1], b"{}"] {
        assert!(Record::from_bytes(bad).is_err(), "{bad:?}");
    }
}
