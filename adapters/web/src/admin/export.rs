//! Everybody on the list, as a file for a spreadsheet.

use countersign::flow::{Administrator, Settling};
use countersign::port::Listed;
use countersign_words::Words;
use http::StatusCode;

use super::csv::Csv;
use crate::call::{Answered, Call, Stop};
use crate::moment::iso;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::rollout::{label, moment};

/// For programs as well: the columns are called the same in every language.
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
                "problem-settling",
                "problem-settling-detail",
            )));
        }
        let mut csv = Csv::default();
        csv.line(HEADER);
        loop {
            let (people, more) = second_factor.portion(who, &query).await??;
            for listed in &people {
                line(&mut csv, listed, self.words);
            }
            if !more {
                break;
            }
            query.page = query.page.saturating_add(1);
        }
        Ok(Reply::csv(csv.done(), "two-factor-sign-in.csv").in_language(self.words.tag()))
    }
}

fn line(csv: &mut Csv, listed: &Listed, words: Words<'_>) {
    let profile = &listed.profile;
    let status = listed.rollout.map_or("", |rollout| rollout.name());
    let date = listed.rollout.and_then(moment).map(iso).unwrap_or_default();
    csv.line([
        listed.subject.key(),
        profile.label(),
        profile.address().unwrap_or_default(),
        &profile.roles().join(" "),
        status,
        &words.text(label(status), &[]),
        &date,
    ]);
}
