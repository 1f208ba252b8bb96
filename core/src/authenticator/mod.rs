//! What can show a second factor, and the only place where a [`Proof`] is made.
//!
//! Each file beside `method` and `proof` is one method: how its secret is made, kept and
//! compared. A comparison returns a [`Proof`] that knows what it spends;
//! [`Record::accept`](crate::record::Record) takes it by value, spends it and marks the session.

mod code;
mod delivered_code;
mod method;
mod methods;
mod proof;
mod recovery_code;
mod registered;
mod totp;
mod totp_parameters;

pub use code::{Answer, Code, Malformed};
pub use delivered_code::{DIGITS as MAILED_DIGITS, Delivery, DeliveryId};
pub(crate) use delivered_code::{DeliveredCode, Delivering, address as digest_of_address};
pub use method::Method;
pub use methods::Methods;
pub use proof::Proof;
pub(crate) use proof::Spends;
pub use recovery_code::{RecoveryCode, RecoveryCodes};
pub use registered::{Authenticator, AuthenticatorId, Name};
pub(crate) use totp::Checked;
pub use totp::{Seed, Totp};
pub use totp_parameters::{Algorithm, TotpParameters, TotpWindow};
