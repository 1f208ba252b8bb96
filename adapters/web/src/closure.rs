//! The application's closures, as every door takes them.

use core::fmt;
use core::marker::PhantomData;

/// Whatever went wrong in the application's own code.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A closure over something that the framework extracts from a request: the application's own session
/// or user.
pub struct Extracted<T, C> {
    closure: C,
    extractor: PhantomData<fn(T)>,
}

impl<T, C> Extracted<T, C> {
    /// Takes the closure.
    pub const fn new(closure: C) -> Self {
        Self { closure, extractor: PhantomData }
    }

    /// The closure.
    pub const fn closure(&self) -> &C {
        &self.closure
    }

    /// That the extractor refused, and why or what to do about it. To the client it is a fault, whatever
    /// the extractor would have answered.
    pub fn refused(why: &dyn fmt::Display, more: &str) -> BoxError {
        let name = core::any::type_name::<T>();
        format!("the extractor {name} refused ({why}): {more}").into()
    }
}

impl<T, C: Clone> Clone for Extracted<T, C> {
    fn clone(&self) -> Self {
        Self::new(self.closure.clone())
    }
}

impl<T, C> fmt::Debug for Extracted<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extracted({})", core::any::type_name::<T>())
    }
}

/// A closure over the request as the framework has it.
#[derive(Clone, Copy)]
pub struct Reading<C>(C);

impl<C> Reading<C> {
    /// Takes the closure.
    pub const fn new(closure: C) -> Self {
        Self(closure)
    }

    /// The closure.
    pub const fn closure(&self) -> &C {
        &self.0
    }
}

impl<C> fmt::Debug for Reading<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading(..)")
    }
}
