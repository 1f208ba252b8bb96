//! The walk itself.

use bytes::Bytes;
use http::{Request, Response};

use super::error::{BoxError, CoverageError};
use super::journey::{Site, Stands};
use super::outcome::Outcome;
use super::person::Person;
use super::plan::{Coverage, Handlers};
use super::report::{Report, Row};
use super::visitor::Visitor;

impl Coverage<'_> {
    /// Asks for every route as everybody, and says what came of it. `send` hands a request to the
    /// application and comes back with the answer; each door has one, `coverage::through`. Of the
    /// bodies it may leave out those that [`is_read`](super::is_read) does not ask for.
    ///
    /// # Errors
    /// The walk did not come to its end, so that nothing is known. That a route is not protected is
    /// no error but a [finding](Report::findings).
    pub async fn walk<E: Into<BoxError>>(
        &self,
        send: impl AsyncFn(Request<Bytes>) -> Result<Response<Bytes>, E>,
    ) -> Result<Report, CoverageError> {
        let mut rows: Vec<Row> = self.listed()?.into_iter().map(Row::new).collect();
        let send = async |request| send(request).await.map_err(Into::into);
        let mut walk =
            Walk { site: Site { plan: self, send }, activated: None, recovery_codes: Vec::new() };
        for person in Person::ALL {
            if person == Person::Half {
                walk.activate().await?;
            }
            if person != Person::Exempt || self.exempt.is_some() {
                walk.go_as(person, &mut rows).await?;
            }
        }
        Ok(Report::of(rows, self.unknown_open()))
    }

    /// Whether somebody may send a method.
    fn sends(&self, person: Person, row: &Row) -> bool {
        match person {
            Person::Nobody | Person::MustActivate | Person::Half => true,
            Person::Verified | Person::Exempt => {
                self.handlers == Handlers::All || row.route.method.is_safe()
            }
        }
    }
}

struct Walk<'a, 'b, S> {
    site: Site<'a, 'b, S>,
    /// The session in which the app was activated.
    activated: Option<Visitor>,
    recovery_codes: Vec<String>,
}

impl<S> Walk<'_, '_, S>
where
    S: AsyncFn(Request<Bytes>) -> Result<Response<Bytes>, BoxError>,
{
    /// Asks for every route as one person.
    async fn go_as(&mut self, person: Person, rows: &mut [Row]) -> Result<(), CoverageError> {
        let plan = self.site.plan;
        // Whoever went there would be nobody afterwards, so it comes last.
        let is_way_out = |row: &Row| plan.web.inner.sign_out.as_ref() == Some(&row.route.route);
        let (last, first): (Vec<&mut Row>, _) = rows.iter_mut().partition(|row| is_way_out(row));
        let mut present = None;
        for row in first.into_iter().chain(last).filter(|row| plan.sends(person, row)) {
            for accept in person.accepts() {
                let (mut visitor, stands) = match present.take() {
                    Some(present) => present,
                    None => self.somebody(person).await?,
                };
                let response = self.site.ask(&mut visitor, &row.route, *accept).await?;
                let path = row.route.address.split('?').next().unwrap_or_default();
                let outcome = Outcome::of(plan.web.mount(), path, &response);
                // A handler that ran may have ended the session, and the next route would be asked
                // for by nobody. Nobody is new each time.
                let stays = person != Person::Nobody
                    && (outcome.is_stopped() || self.site.stands(&mut visitor).await? == stands);
                present = stays.then_some((visitor, stands));
                row.answered(person, outcome);
            }
        }
        Ok(())
    }

    /// A visitor who is that person, and where they stand.
    async fn somebody(&mut self, person: Person) -> Result<(Visitor, Stands), CoverageError> {
        let mut visitor = match person {
            Person::Nobody => return Ok((Visitor::default(), Stands::Nobody)),
            Person::MustActivate | Person::Half => self.site.signed_in().await?,
            Person::Verified => self.verified().await?,
            Person::Exempt => Visitor::with(self.site.plan.exempt.clone().unwrap_or_default()),
        };
        let stands = self.site.stands(&mut visitor).await?;
        let (expected, fix) = match person {
            Person::MustActivate => (Stands::MustActivate, OF_ONE_WHO_MUST),
            Person::Half => (Stands::Half, OF_ONE_WHO_IS_HALF),
            Person::Verified => (Stands::Verified, OF_ONE_WHO_IS_VERIFIED),
            // However they come to be exempt.
            Person::Nobody | Person::Exempt => (stands, ""),
        };
        if stands == Stands::Nobody {
            return Err(CoverageError::Nobody { person: person.name() });
        }
        match stands == expected {
            true => Ok((visitor, stands)),
            false => Err(CoverageError::Standing {
                expected: expected.name(),
                found: stands.name(),
                fix,
            }),
        }
    }

    async fn activate(&mut self) -> Result<(), CoverageError> {
        let (mut visitor, _) = self.somebody(Person::MustActivate).await?;
        self.recovery_codes = self.site.activate(&mut visitor).await?;
        self.activated = Some(visitor);
        Ok(())
    }

    /// The session that activated; when that is over, another one that shows a recovery code.
    async fn verified(&mut self) -> Result<Visitor, CoverageError> {
        if let Some(mut visitor) = self.activated.take()
            && self.site.stands(&mut visitor).await? == Stands::Verified
        {
            return Ok(visitor);
        }
        let (mut visitor, _) = Box::pin(self.somebody(Person::Half)).await?;
        if let Some(code) = self.recovery_codes.pop() {
            self.site.recover(&mut visitor, &code).await?;
        }
        Ok(visitor)
    }
}

const OF_ONE_WHO_MUST: &str = "let somebody sign in of whom the policy requires a second factor, with \
                               records in which they have none";
const OF_ONE_WHO_IS_HALF: &str = "the same person has to sign in each time, with a session and a \
                                  `SessionId` of its own";
const OF_ONE_WHO_IS_VERIFIED: &str = "a session that gets a new id has to be kept under it, and the \
                                      first factor has to say that id; and no route may end the \
                                      session more often than there are recovery codes";
