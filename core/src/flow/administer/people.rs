//! The list of people.

use std::sync::Arc;

use super::administrator::Administrator;
use super::settle::Settling;
use crate::fault::Fault;
use crate::flow::{Denied, SecondFactor};
use crate::port::{Count, ListQuery, Listed, LogQuery};

/// How many people a page has.
const PAGE: usize = 50;
/// How many people are handed over at a time where all of them are wanted.
const PORTION: usize = 500;
/// How many pages there are at the most; who looks for more searches.
const PAGES: usize = 20_000;

/// Who is looked for.
#[derive(Clone, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "pages build it")]
pub struct PeopleQuery {
    /// In which tenant; their own without it.
    pub tenant: Option<String>,
    /// One of [`Rollout::NAMES`](crate::policy::Rollout::NAMES).
    pub status: Option<&'static str>,
    /// How the name, the address or the key begins.
    pub search: Option<String>,
    /// At which domain.
    pub domain: Option<String>,
    /// With which role.
    pub role: Option<String>,
    /// Which page, from 1 on.
    pub page: usize,
}

impl PeopleQuery {
    /// One page of so many people, and one person more to see whether there is another page.
    fn wanted(&self, tenant: Arc<str>, size: usize) -> ListQuery {
        let before = self.page.clamp(1, PAGES).saturating_sub(1);
        ListQuery {
            tenant,
            status: self.status,
            search: self.search.clone(),
            domain: self.domain.clone(),
            role: self.role.clone(),
            skip: before.saturating_mul(size),
            most: size.saturating_add(1),
        }
    }
}

/// A page of people.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct People {
    /// Who is on it.
    pub people: Vec<Listed>,
    /// Which page it is, from 1 on.
    pub page: usize,
    /// Whether there is one after it.
    pub more: bool,
    /// How many there are, by status.
    pub counts: Vec<Count>,
    /// Whether the list is still being worked out after a change of the rules.
    pub settling: Settling,
}

impl SecondFactor {
    /// A page of people.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn people(
        &self,
        who: &Administrator<'_>,
        query: &PeopleQuery,
    ) -> Result<Result<People, Denied>, Fault> {
        let tenant = match who.tenant(query.tenant.as_deref()) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        self.follow_directory(&tenant).await;
        let settling = self.settle(&tenant).await?;
        let store = &self.administration()?.store;
        let page = query.page.clamp(1, PAGES);
        let wanted = query.wanted(Arc::clone(&tenant), PAGE);
        let mut people = self.bounded(store.list(&wanted)).await?;
        let more = people.len() > PAGE;
        people.truncate(PAGE);
        let counts = self.bounded(store.counts(&tenant)).await?;
        Ok(Ok(People { people, page, more, counts, settling }))
    }

    /// A portion of people, for a file of all of them: from the first on, page by page of
    /// [`PeopleQuery::page`], and whether there is another one. The list has to be settled before.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn portion(
        &self,
        who: &Administrator<'_>,
        query: &PeopleQuery,
    ) -> Result<Result<(Vec<Listed>, bool), Denied>, Fault> {
        let tenant = match who.tenant(query.tenant.as_deref()) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        let wanted = query.wanted(tenant, PORTION);
        let mut people = self.bounded(self.administration()?.store.list(&wanted)).await?;
        let more = people.len() > PORTION;
        people.truncate(PORTION);
        Ok(Ok((people, more)))
    }

    /// The log, the newest entry first: a page of it, and whether there is one after it.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn log(
        &self,
        who: &Administrator<'_>,
        tenant: Option<&str>,
        about: Option<&str>,
        page: usize,
    ) -> Result<Result<(Vec<crate::event::Entry>, bool), Denied>, Fault> {
        let tenant = match who.tenant(tenant) {
            Ok(tenant) => tenant,
            Err(denied) => return Ok(Err(denied)),
        };
        let query = LogQuery {
            tenant,
            subject: about.map(Into::into),
            skip: page.clamp(1, PAGES).saturating_sub(1).saturating_mul(PAGE),
            most: PAGE + 1,
        };
        let mut entries = self.bounded(self.administration()?.store.entries(&query)).await?;
        let more = entries.len() > PAGE;
        entries.truncate(PAGE);
        Ok(Ok((entries, more)))
    }
}
