//! The second gate: request guards without which a handler does not run.
//!
//! Without the fairing a route would be open. A handler that takes [`Verified`] is not: Rocket then
//! refuses to launch, and where it does not see the guard, the guard answers 503 and says why in the
//! log.
//!
//! | request guard | runs for |
//! |---|---|
//! | [`SignedIn`] | everybody who passed the first factor, whatever they have shown |
//! | [`Verified`] | those of whom nothing more is asked |
//! | [`Recent`] | those who have shown a second factor a short while ago |
//!
//! A guard that refuses fails and does not forward: the answer is where the person has to go. A
//! handler that also runs for the others takes an `Option`.

use core::ops::Deref;

use countersign_web::{FromGrounds, unguarded};
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Ignite, Request, Rocket, Sentinel};

use crate::convert::{head, path};
use crate::mount::Attached;
use crate::passed::{REFUSED, refuse, slot};

/// That a request guard of ours refused. The answer to the client is prepared, so there is nothing
/// more to know.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Refused;

/// Somebody who passed the first factor, whatever more may be asked of them. For open routes: a
/// sign-out, a start page that greets.
///
/// [`principal`](countersign_web::SignedIn::principal) says who, and
/// [`standing`](countersign_web::SignedIn::standing) where they stand.
///
/// ```
/// use countersign_rocket::SignedIn;
/// use rocket::get;
///
/// #[get("/greeting")]
/// fn greeting(somebody: Option<SignedIn>) -> String {
///     match somebody {
///         Some(somebody) => format!("Hello {}", somebody.principal().label()),
///         None => "Hello".to_owned(),
///     }
/// }
/// ```
pub type SignedIn = Seen<countersign_web::SignedIn>;

/// Somebody of whom nothing more is asked: a second factor was shown, a remembered device stood in,
/// or the policy asks for none.
///
/// [`principal`](countersign_web::Verified::principal) says who, and
/// [`standing`](countersign_web::Verified::standing) where they stand.
///
/// ```
/// use countersign_rocket::Verified;
/// use rocket::get;
///
/// #[get("/account")]
/// fn account(verified: Verified) -> String {
///     format!("account of {}", verified.principal().label())
/// }
/// ```
pub type Verified = Seen<countersign_web::Verified>;

/// Somebody who has shown a second factor within the last `SECONDS`. Nothing stands in for it: no
/// remembered device, and no exemption.
///
/// [`principal`](countersign_web::Recent::principal) says who, and
/// [`standing`](countersign_web::Recent::standing) where they stood when the request came.
///
/// ```
/// use countersign_rocket::Recent;
/// use rocket::post;
///
/// #[post("/transfer")]
/// fn transfer(recent: Recent<300>) -> String {
///     format!("transfer by {}", recent.principal().label())
/// }
/// ```
pub type Recent<const SECONDS: u64> = Seen<countersign_web::Recent<SECONDS>>;

/// What an extractor saw: [`SignedIn`], [`Verified`] or [`Recent`].
#[derive(Clone, Debug)]
pub struct Seen<T>(T);

impl<T> Deref for Seen<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[rocket::async_trait]
impl<'r, T: FromGrounds> FromRequest<'r> for Seen<T> {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        let Some(grounds) = slot(request).get() else {
            let bare = unguarded(path(request), "attach SecondFactorFairing");
            return Outcome::Error((Status::new(bare.status().as_u16()), Refused));
        };
        match T::from_grounds(grounds).await {
            Ok(seen) => Outcome::Success(Self(seen)),
            Err(stopped) => {
                refuse(request, stopped.answer(&head(request, grounds.web()).view()));
                Outcome::Error((REFUSED, Refused))
            }
        }
    }
}

impl<T> Sentinel for Seen<T> {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        let unguarded = rocket.state::<Attached>().is_none();
        if unguarded {
            tracing::error!(
                target: "countersign",
                "a handler asks for a second factor, but there is none: attach SecondFactorFairing"
            );
        }
        unguarded
    }
}
