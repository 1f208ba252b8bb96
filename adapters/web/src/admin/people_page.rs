//! The list of people: who has a second factor, who has not, and how many.

use countersign::flow::{Administrator, PeopleQuery, Settling};
use countersign::policy::{Rollout, domain};
use countersign::port::{Count, Counted, Listed};
use http::StatusCode;
use serde::Serialize;

use super::links::Links;
use super::totals::{By, Totals, largest};
use crate::call::{Answered, Call, Stop};
use crate::form::Form;
use crate::problem::Problem;
use crate::rollout::{RolloutItem, label};

/// How many domains and roles are shown; the largest.
const GROUPS: usize = 50;
/// The statuses of those who must activate and have not.
const MISSING: [&str; 3] = ["overdue", "must_activate", "grace"];

/// What the page shows, and what a program is told.
#[derive(Debug, Serialize)]
struct PeoplePage {
    here: &'static str,
    links: Links,
    tenant: Option<String>,
    /// Whether other tenants can be looked into.
    every_tenant: bool,
    people: Vec<PersonRow>,
    page: usize,
    previous: Option<String>,
    next: Option<String>,
    filters: Filters,
    filtered: bool,
    total: u64,
    active: u64,
    missing: u64,
    statuses: Vec<Bucket>,
    domains: Vec<Group>,
    more_domains: usize,
    roles: Vec<Group>,
    more_roles: usize,
    settling: bool,
    export: String,
    /// Where to have links sent to those of the list whose address is not confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    csrf: Option<String>,
}

#[derive(Debug, Serialize)]
struct PersonRow {
    key: String,
    label: String,
    address: Option<String>,
    address_confirmed: bool,
    roles: Vec<String>,
    rollout: Option<RolloutItem>,
    href: String,
}

#[derive(Debug, Default, Serialize)]
struct Filters {
    status: String,
    q: String,
    domain: String,
    role: String,
}

impl Filters {
    fn fields(&self) -> [(&'static str, &str); 4] {
        [("status", &self.status), ("q", &self.q), ("domain", &self.domain), ("role", &self.role)]
    }
}

/// How many there are of a status.
#[derive(Debug, Serialize)]
struct Bucket {
    status: &'static str,
    label: String,
    people: u64,
    href: String,
    chosen: bool,
    missing: bool,
}

/// How many there are of a domain or a role.
#[derive(Debug, Serialize)]
struct Group {
    name: String,
    people: u64,
    active: u64,
    missing: u64,
    href: String,
    statuses: Vec<GroupStatus>,
}

#[derive(Debug, Serialize)]
struct GroupStatus {
    status: &'static str,
    label: String,
    people: u64,
    href: String,
}

impl Call<'_> {
    /// Whom the address asks for.
    pub(crate) fn people_query(&self) -> Result<PeopleQuery, Stop> {
        self.people_of_fields(&self.query)
    }

    /// Whom fields ask for: those of an address, or of a form.
    pub(crate) fn people_of_fields(&self, fields: &Form) -> Result<PeopleQuery, Stop> {
        let given = |name| fields.one(name).map(str::trim).filter(|text| !text.is_empty());
        let status = match given("status") {
            None => None,
            Some(name) => match Rollout::NAMES.into_iter().find(|known| *known == name) {
                Some(known) => Some(known),
                None => return Err(Stop::from(Problem::malformed("status"))),
            },
        };
        Ok(PeopleQuery {
            tenant: self.tenant().map(str::to_owned),
            status,
            search: given("q").map(str::to_owned),
            domain: given("domain").map(|name| domain(name).into_owned()),
            role: given("role").map(str::to_owned),
            page: self.page(),
        })
    }

    /// Which page of a list is asked for, from 1 on.
    pub(crate) fn page(&self) -> usize {
        self.query.one("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
    }

    pub(crate) async fn people_page(&self, who: &Administrator<'_>) -> Answered {
        let query = self.people_query()?;
        let found = self.web.second_factor().people(who, &query).await??;
        let filters = Filters {
            status: query.status.unwrap_or_default().to_owned(),
            q: query.search.unwrap_or_default(),
            domain: query.domain.unwrap_or_default(),
            role: query.role.unwrap_or_default(),
        };
        let at = |page: usize| {
            let page = page.to_string();
            let [status, q, domain, role] = filters.fields();
            self.admin("", &[status, q, domain, role, ("page", &page)])
        };
        let of = |status| people_of(&found.counts, &Counted::Everyone, status);
        let total = Rollout::NAMES.into_iter().map(of).sum();
        let may_send = who.permissions().may_enforce() && self.web.second_factor().sends_mail();
        let csrf = match may_send {
            true => Some(self.web.second_factor().administrators_form(who).await?),
            false => None,
        };
        let (domains, more_domains) = self.groups(By::Domain, &found.counts);
        let (roles, more_roles) = self.groups(By::Role, &found.counts);
        let page = PeoplePage {
            here: "people",
            links: self.links(),
            tenant: self.tenant().map(str::to_owned),
            every_tenant: who.permissions().is_for_every_tenant(),
            people: found.people.iter().map(|listed| self.row(listed)).collect(),
            page: found.page,
            previous: (found.page > 1).then(|| at(found.page.saturating_sub(1))),
            next: found.more.then(|| at(found.page.saturating_add(1))),
            filtered: filters.fields().iter().any(|(_, value)| !value.is_empty()),
            total,
            active: of("active"),
            missing: MISSING.into_iter().map(of).sum(),
            statuses: Rollout::NAMES
                .into_iter()
                .map(|status| Bucket {
                    status,
                    label: self.words.text(label(status), &[]),
                    people: of(status),
                    href: self.admin("", &[("status", status)]),
                    chosen: filters.status == status,
                    missing: MISSING.contains(&status),
                })
                .collect(),
            domains,
            more_domains,
            roles,
            more_roles,
            settling: found.settling == Settling::GoesOn,
            export: self.admin("/export.csv", &filters.fields()),
            confirm: may_send.then(|| self.admin("/confirmations", &[])),
            csrf,
            filters,
        };
        self.show(StatusCode::OK, "admin_people.html", &page)
    }

    fn row(&self, listed: &Listed) -> PersonRow {
        let profile = &listed.profile;
        PersonRow {
            label: profile.label().to_owned(),
            address: profile.address().map(str::to_owned),
            address_confirmed: profile.is_confirmed(),
            roles: profile.roles().iter().map(|role| role.as_ref().to_owned()).collect(),
            rollout: listed.rollout.map(|rollout| RolloutItem::of(rollout, self.words)),
            href: self.person_href(listed.subject.key(), &[]),
            key: listed.subject.key().to_owned(),
        }
    }

    /// The largest domains or roles, and how many more there are.
    fn groups(&self, by: By, counts: &[Count]) -> (Vec<Group>, usize) {
        let (totals, more) = largest(by, counts, GROUPS);
        (totals.iter().map(|(name, totals)| self.group(by.name(), name, totals)).collect(), more)
    }

    fn group(&self, kind: &'static str, name: &str, totals: &Totals) -> Group {
        Group {
            name: name.to_owned(),
            people: totals.people,
            active: totals.of("active"),
            missing: MISSING.into_iter().map(|status| totals.of(status)).sum(),
            href: self.admin("", &[(kind, name)]),
            statuses: Rollout::NAMES
                .into_iter()
                .map(|status| (status, totals.of(status)))
                .filter(|(_, people)| *people > 0)
                .map(|(status, people)| GroupStatus {
                    status,
                    label: self.words.text(label(status), &[]),
                    people,
                    href: self.admin("", &[("status", status), (kind, name)]),
                })
                .collect(),
        }
    }
}

fn people_of(counts: &[Count], of: &Counted, status: &str) -> u64 {
    let counts = counts.iter().filter(|count| count.of == *of && count.status == status);
    counts.map(|count| count.people).sum()
}
