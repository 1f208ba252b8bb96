//! Whom we are talking about, as the application tells us.
//!
//! The application names a person by a key of its own, which we never interpret. It has to be *the*
//! name of that person: if one person can come under two keys (`Ada` and `ada`), each has a second
//! factor of its own.

mod permissions;
mod principal;
mod profile;
mod subject_id;

pub use permissions::Permissions;
pub use principal::{Email, Principal, SessionId, SignIn};
pub use profile::Profile;
pub use subject_id::SubjectId;
