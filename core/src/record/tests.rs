//! What a record keeps, and for how long.

use super::*;
use crate::secret::{KeyRing, Vault};
use crate::subject::SessionId;

const DAY: u64 = 86_400;

fn at(seconds: u64) -> Timestamp {
    Timestamp::from_unix(1_000_000_000 + seconds)
}

fn vault() -> Vault {
    Vault::new(&KeyRing::example())
}

fn ada(session: &str) -> Principal {
    Principal::new("ada", SessionId::new(session))
}

fn device(number: u8, now: Timestamp) -> RememberedDevice {
    let id = DeviceId::from_bytes([number; 12]);
    RememberedDevice::new(id, [0; 16], "", now, Duration::from_secs(3_600))
}

#[test]
fn a_mark_ends_after_30_days() {
    let (vault, ada) = (vault(), ada("s"));
    let session = Session::of(&vault, &ada);
    let mut record = Record::default();
    record.mark(&session, Evidence::Factor(Method::Totp), at(0));
    assert!(record.marked(&session, at(30 * DAY - 1)).is_some());
    assert!(record.marked(&session, at(30 * DAY)).is_none());
}

#[test]
fn a_mark_is_worth_nothing_in_another_session_or_for_another_subject() {
    let vault = vault();
    let mut record = Record::default();
    record.mark(&Session::of(&vault, &ada("s")), Evidence::Factor(Method::Totp), at(0));
    assert!(record.marked(&Session::of(&vault, &ada("t")), at(1)).is_none());
    let bob = Principal::new("bob", SessionId::new("s"));
    assert!(record.marked(&Session::of(&vault, &bob), at(1)).is_none());
}

#[test]
fn another_machines_clock_may_be_half_a_minute_ahead() {
    let (vault, ada) = (vault(), ada("s"));
    let session = Session::of(&vault, &ada);
    let mut record = Record::default();
    record.mark(&session, Evidence::Factor(Method::Totp), at(30));
    let shown = Shown::new(at(0), Method::Totp);
    assert_eq!(record.marked(&session, at(0)), Some(Marked::By(shown)));
    record.mark(&session, Evidence::Factor(Method::Totp), at(31));
    assert_eq!(record.marked(&session, at(0)), None);
}

#[test]
fn the_65th_mark_drives_out_the_first() {
    let vault = vault();
    let mut record = Record::default();
    let people: Vec<Principal> = (0..65).map(|n| ada(&n.to_string())).collect();
    for person in &people {
        record.mark(&Session::of(&vault, person), Evidence::Factor(Method::Totp), at(0));
    }
    let marked = |n: usize| record.marked(&Session::of(&vault, &people[n]), at(1)).is_some();
    assert!(!marked(0) && marked(1) && marked(64));
}

#[test]
fn forgetting_a_device_ends_the_sessions_it_stood_in_for() {
    let (vault, ada) = (vault(), ada("s"));
    let session = Session::of(&vault, &ada);
    let mut record = Record::default();
    record.remember(device(1, at(0)), at(0));
    record.stand_in(DeviceId::from_bytes([1; 12]), &session, at(0));
    assert!(record.marked(&session, at(1)).is_some());
    assert!(record.marked(&session, at(3_600)).is_none(), "the device's time is over");
    assert!(record.forget_device(DeviceId::from_bytes([1; 12])));
    assert!(record.marked(&session, at(1)).is_none());
}

#[test]
fn the_21st_device_drives_out_the_one_not_seen_for_longest() {
    let mut record = Record::default();
    for number in 0..21 {
        record.remember(device(number, at(u64::from(number))), at(u64::from(number)));
    }
    let known: Vec<DeviceId> = record.devices(at(30)).map(RememberedDevice::id).collect();
    assert_eq!(known.len(), 20);
    assert!(!known.contains(&DeviceId::from_bytes([0; 12])));
}

#[test]
fn a_raised_epoch_leaves_no_mark_and_no_device() {
    let (vault, ada) = (vault(), ada("s"));
    let session = Session::of(&vault, &ada);
    let mut record = Record::default();
    record.mark(&session, Evidence::Factor(Method::Totp), at(0));
    record.remember(device(1, at(0)), at(0));
    record.raise_epoch();
    assert_eq!(record.epoch(), 1);
    assert!(record.marked(&session, at(1)).is_none());
    assert_eq!(record.devices(at(1)).count(), 0);
}
