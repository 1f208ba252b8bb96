//! What every door is put together of.

use core::fmt;
use std::collections::BTreeSet;

use crate::grounds::Way;
use crate::web::Web;

/// The pages, the two things that only the application knows, and the routes that it opened.
///
/// Which routes are open is decided by the route that matched, as the framework names it. The text of
/// a path decides nothing but whether one of our own pages is meant.
#[derive(Clone)]
pub struct Door<F, R> {
    web: Web,
    first_factor: F,
    rotation: R,
    open: BTreeSet<Box<str>>,
}

impl<F, R> Door<F, R> {
    /// A door where nothing is open but the sign-in and sign-out.
    pub const fn new(web: Web, first_factor: F, rotation: R) -> Self {
        Self { web, first_factor, rotation, open: BTreeSet::new() }
    }

    /// The same with another way to give a session a new id.
    #[must_use]
    pub fn rotating<N>(self, rotation: N) -> Door<F, N> {
        Door { web: self.web, first_factor: self.first_factor, rotation, open: self.open }
    }

    /// The pages behind the door.
    pub const fn web(&self) -> &Web {
        &self.web
    }

    /// Who passed the first factor.
    pub const fn first_factor(&self) -> &F {
        &self.first_factor
    }

    /// How a session gets a new id.
    pub const fn rotation(&self) -> &R {
        &self.rotation
    }

    /// Opens a route.
    pub fn open(&mut self, route: &str) {
        self.open.insert(route.into());
    }

    /// The routes that were opened.
    pub fn opened(&self) -> impl Iterator<Item = &str> {
        self.open.iter().map(|route| &**route)
    }

    /// Whether the application opened `route`. What matched may name what the door is nested below as
    /// well, and the application need not: that is `prefix`.
    pub fn way(&self, route: &str, prefix: &str) -> Way {
        let is_open = |route: &str| self.open.contains(route) || self.web.is_way_in_or_out(route);
        if is_open(route) || route.strip_prefix(prefix).is_some_and(is_open) {
            Way::Open
        } else {
            Way::Shut
        }
    }
}

impl<F, R> fmt::Debug for Door<F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door")
            .field("web", &self.web)
            .field("open", &self.open)
            .finish_non_exhaustive()
    }
}
