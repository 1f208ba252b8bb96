//! Everybody on the list, as a file for a spreadsheet.

use countersign::flow::{Administrator, Settling};
use countersign::port::Listed;
use http::StatusCode;

use super::csv::Csv;
use crate::call::{Answered, Call, Stop};
use crate::moment::iso;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::rollout::{label, moment};

const HEADER: [&str; 7] = ["user", "name", "address", "roles", "status", "status in words", "date"];

impl Call<'_> {
    /// The file is made as a whole, from the first person to the last: a list that lacks some would be
    /// taken for the whole.
    pub(crate) async fn export(&self, who: &Administrator<'_>) -> Answered {
        let mut query = self.people_query()?;
        let second_factor = self.web.second_factor();
        query.page = 1;
        if second_factor.people(who, &query).await??.settling == Settling::GoesOn {
            return Err(Stop::from(Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "settling",
                "The list is not ready yet",
                "It is being worked out anew after a change of the rules. Try again in a minute.",
            )));
        }
        let mut csv = Csv::default();
        csv.line(HEADER);
        loop {
            let (people, more) = second_factor.portion(who, &query).await??;
            for listed in &people {
                line(&mut csv, listed);
            }
            if !more {
                break;
            }
            query.page = query.page.saturating_add(1);
        }
        Ok(Reply::csv(csv.done(), "two-factor-sign-in.csv"))
    }
}

fn line(csv: &mut Csv, listed: &Listed) {
    let profile = &listed.profile;
    let status = listed.rollout.map_or("", |rollout| rollout.name());
    let date = listed.rollout.and_then(moment).map(iso).unwrap_or_default();
    csv.line([
        listed.subject.key(),
        profile.label(),
        profile.address().unwrap_or_default(),
        &profile.roles().join(" "),
        status,
        label(status),
        &date,
    ]);
}
