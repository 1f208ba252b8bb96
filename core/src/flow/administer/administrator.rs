//! That somebody may administer, and has just shown so.

use std::sync::Arc;

use crate::decide::{Decision, decide};
use crate::fault::Fault;
use crate::flow::holds::Administration;
use crate::flow::manage::on_trial;
use crate::flow::{Denied, SecondFactor};
use crate::policy::Requirement;
use crate::record::Record;
use crate::session::Session;
use crate::standing::Standing;
use crate::subject::{Permissions, Principal, SubjectId};
use crate::ticket::{Purpose, Ticket};
use crate::time::Timestamp;

/// Somebody who may read, and has shown a factor a short while ago. Only
/// [`SecondFactor::administrator`] makes one.
#[derive(Clone, Copy, Debug)]
pub struct Administrator<'a> {
    pub(super) principal: &'a Principal,
    has_form: bool,
}

impl<'a> Administrator<'a> {
    /// Who it is.
    #[must_use]
    pub const fn principal(&self) -> &'a Principal {
        self.principal
    }

    /// What they may do.
    pub const fn permissions(&self) -> Permissions {
        self.principal.permissions()
    }

    /// The tenant that is meant: their own, unless they may look into others.
    pub(super) fn tenant(&self, asked: Option<&str>) -> Result<Arc<str>, Denied> {
        let own = self.principal.subject().tenant();
        match asked {
            Some(other) if other != own && !self.permissions().is_for_every_tenant() => {
                Err(Denied::Unknown)
            }
            Some(other) => Ok(other.into()),
            None => Ok(own.into()),
        }
    }

    pub(super) fn subject(&self, tenant: Option<&str>, key: &str) -> Result<SubjectId, Denied> {
        Ok(SubjectId::of_tenant(self.tenant(tenant)?, key))
    }

    /// Somebody else, about whom this administrator is to decide by a form.
    pub(super) fn other(&self, tenant: Option<&str>, key: &str) -> Result<SubjectId, Denied> {
        let subject = self.subject(tenant, key)?;
        if !self.has_form {
            return Err(Denied::Foreign);
        }
        if subject == *self.principal.subject() {
            return Err(Denied::Forbidden);
        }
        Ok(subject)
    }

    pub(super) const fn enforces(&self) -> Result<(), Denied> {
        match (self.has_form, self.permissions().may_enforce()) {
            (true, true) => Ok(()),
            (false, _) => Err(Denied::Foreign),
            (true, false) => Err(Denied::Forbidden),
        }
    }

    pub(super) const fn resets(&self) -> Result<(), Denied> {
        if self.permissions().may_reset() { Ok(()) } else { Err(Denied::Forbidden) }
    }
}

impl SecondFactor {
    /// Whether a principal may administer now. `form` is the ticket of the form that they sent, if
    /// they change something.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn administrator<'a>(
        &self,
        principal: &'a Principal,
        form: Option<&Ticket>,
    ) -> Result<Result<Administrator<'a>, Denied>, Fault> {
        if self.inner.administration.is_none() {
            return Ok(Err(Denied::Unknown));
        }
        if principal.actor().is_some() {
            return Ok(Err(Denied::Impersonated));
        }
        if !principal.permissions().may_read() || !principal.sign_in().is_person() {
            return Ok(Err(Denied::Forbidden));
        }
        let now = self.now();
        let session = Session::of(&self.inner.vault, principal);
        let (stored, _) = self.look(principal).await?;
        let Some(record) = stored.as_ref().map(|stored| &*stored.record) else {
            return Ok(Err(Denied::Enroll));
        };
        let standing = self.shown(record, &session, None, now);
        if !self.may_administer(standing, now) {
            let recent = Requirement::Recent { max_age: self.inner.settings.manage_max_age };
            if let Some(denied) = self.not_yet(record, standing, now) {
                return Ok(Err(denied));
            }
            return Ok(Err(match decide(recent, standing, now) {
                Decision::Enroll => Denied::Enroll,
                Decision::Challenge | Decision::Allow => Denied::Challenge(Purpose::Manage),
            }));
        }
        if let Some(ticket) = form {
            if ticket.purpose() != Purpose::Form {
                return Ok(Err(Denied::Foreign));
            }
            if let Err(denied) = self.form_counts(record, &session, ticket, now) {
                return Ok(Err(denied));
            }
        }
        Ok(Ok(Administrator { principal, has_form: form.is_some() }))
    }

    /// Why asking once more would not help somebody who may not administer now: all that they could show
    /// is on trial.
    pub(super) fn not_yet(
        &self,
        record: &Record,
        standing: Standing,
        now: Timestamp,
    ) -> Option<Denied> {
        let until = self.on_trial_until(record, now);
        until.map(|until| Denied::OnTrial { until }).or_else(|| on_trial(record, standing, now))
    }

    /// The ticket for an administrator's forms.
    ///
    /// # Errors
    /// Something is broken.
    pub async fn administrators_form(&self, who: &Administrator<'_>) -> Result<String, Fault> {
        Ok(self.overview(who.principal, None, None).await?.ticket)
    }

    pub(in crate::flow) fn administration(&self) -> Result<&Administration, Fault> {
        let missing = || Fault::caused(crate::fault::FaultKind::Store, "no administration");
        self.inner.administration.as_ref().ok_or_else(missing)
    }
}
