//! Why a walk did not come to its end.

use http::StatusCode;

/// Whatever went wrong in the application's own code.
pub(super) type BoxError = Box<dyn core::error::Error + Send + Sync>;

/// Why a walk did not come to its end: nothing can be said about the routes.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CoverageError {
    /// There is nothing to walk.
    #[error("no routes to walk: hand them over with `.routes(…)`")]
    NoRoutes,
    /// It was not said how to sign in.
    #[error("say with `.sign_in(…)` or `.sign_in_by_form(…)` how somebody passes the first factor")]
    NoSignIn,
    /// That is no method.
    #[error("{method:?} is no method of {route}")]
    Method {
        /// What was said.
        method: String,
        /// Of which route.
        route: String,
    },
    /// That is no address.
    #[error("{address:?} is no address of {route}: give one with `.at({route:?}, …)`")]
    Address {
        /// The address.
        address: String,
        /// The route that it was for.
        route: String,
    },
    /// The application did not answer at all.
    #[error("{address} did not answer")]
    Silent {
        /// The address.
        address: String,
        /// What went wrong.
        source: BoxError,
    },
    /// The application's own sign-in failed.
    #[error("the sign-in at {address} answered {status}")]
    SignIn {
        /// Where the form was sent.
        address: String,
        /// What came back.
        status: StatusCode,
    },
    /// Our own pages are not there.
    #[error(
        "{address} answered {status}, not as Countersign does: is the walked application behind it? \
         If its pages are below a prefix, say so with `.below(…)`; of a 503 the log knows the reason"
    )]
    Pages {
        /// Which page was asked for.
        address: String,
        /// What came back.
        status: StatusCode,
    },
    /// Somebody signed in, and Countersign sees nobody.
    #[error(
        "{person} is nobody to Countersign: do the headers of `.sign_in(…)` or `.exempt(…)` carry a \
         session or key, and is what the first factor reads, such as the sessions, outside of \
         Countersign?"
    )]
    Nobody {
        /// Who it should have been.
        person: &'static str,
    },
    /// The person who signs in is somewhere else than a walk begins or goes on.
    #[error("who signs in should be {expected} now, but is {found}: {fix}")]
    Standing {
        /// Where they should stand.
        expected: &'static str,
        /// Where they stand.
        found: &'static str,
        /// What to do.
        fix: &'static str,
    },
    /// Our own pages did not lead where they should.
    #[error("{address} answered {status} when the walk sent a form")]
    Form {
        /// Which page.
        address: String,
        /// What came back.
        status: StatusCode,
    },
}
