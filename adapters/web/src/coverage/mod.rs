//! Which routes of an application are behind Countersign, found out by asking: for the application's
//! own tests.
//!
//! A route that was added after the layer, or that somebody opened by mistake, looks like any other
//! route until somebody who is half signed in goes there. The walk is that somebody: it asks for
//! every route that it is handed, as each of these, and compares the answers with what the
//! application says is open.
//!
//! | it goes as | how it comes to be that | a protected route | an open one |
//! |---|---|---|---|
//! | nobody | with nothing | whatever the application says | must be there |
//! | must activate | signs in, and has no second factor yet | must be stopped | must answer |
//! | half signed in | signs in again, and shows nothing | must be stopped | must answer |
//! | verified | activates an app | must not be stopped | must answer |
//! | exempt | with headers of the application's, a key, say | must not be stopped everywhere | must answer |
//!
//! *Stopped* is an answer of ours and no other: a redirect of the application's own to its sign-in
//! is a sign that it did not know who came. Whether the layer stopped somebody or `Verified` in
//! the handler, the answer does not tell. Who must activate and who is half signed in ask for every
//! route twice, as a browser and as a program; by every method that it has, since a request that is
//! stopped reaches no handler. What does reach handlers:
//!
//! * whatever nobody may send, and what anybody may send to an open route, by any method, with an
//!   empty form or the [`body`](Coverage::body) that the application gives;
//! * methods that only read, of those who are verified or exempt; the others with
//!   [`run_handlers`](Coverage::run_handlers).
//!
//! The doors have the glue, `coverage::through`. What it needs of a second factor is one in which
//! the person who signs in has nothing yet: records in memory, as a rule.

mod address;
mod app;
mod error;
mod finding;
mod journey;
mod outcome;
mod person;
mod plan;
mod report;
mod route;
mod visitor;
mod walk;

pub use error::CoverageError;
pub use finding::Finding;
pub use outcome::is_read;
pub use plan::Coverage;
pub use report::Report;
