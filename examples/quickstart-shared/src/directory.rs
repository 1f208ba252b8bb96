//! Whom this site knows, for the lists of administrators: those who never signed in as well.

use std::error::Error;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::Directory;
use countersign::subject::Profile;

use crate::accounts::{Account, Accounts, Kind};

#[async_trait]
impl Directory for Accounts {
    async fn people(
        &self,
        _tenant: &str,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<(Arc<str>, Profile)>, Box<dyn Error + Send + Sync>> {
        let mut people: Vec<&Account> = self.iter().collect();
        people.sort_unstable_by_key(|account| account.id());
        let people = people.into_iter().filter(|account| Some(account.id()) > after);
        Ok(people.take(most).map(|account| (account.id().into(), profile(account))).collect())
    }
}

fn profile(account: &Account) -> Profile {
    let roles: &[&str] = match account.kind() {
        Kind::Administrator => &["admin"],
        Kind::Person | Kind::Unconfirmed | Kind::SingleSignOn => &[],
    };
    let profile = Profile::new(account.email(), Some(account.email()), roles);
    if account.kind() == Kind::Unconfirmed { profile.unconfirmed() } else { profile }
}
