//! The people of this site. They are the same at every start; a real site has a table of them.
//!
//! | address | what is special |
//! |---|---|
//! | `ada@acme.example` | the rule about `acme.example` requires a second factor |
//! | `bob@example.org` | may have a second factor |
//! | `carol@example.org` | as Bob, and nobody has confirmed her address |
//! | `root@acme.example` | as Ada, and an administrator |
//! | `sso@acme.example` | signs in as if through an identity provider that asked for two factors |

use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use argon2::password_hash::phc::PasswordHash;

use crate::passwords;
use crate::site::BoxError;

/// The password of every account at the start.
pub const PASSWORD: &str = "correct horse battery staple";

const PEOPLE: [(&str, &str, Kind); 5] = [
    ("user-ada", "ada@acme.example", Kind::Person),
    ("user-bob", "bob@example.org", Kind::Person),
    ("user-carol", "carol@example.org", Kind::Unconfirmed),
    ("user-root", "root@acme.example", Kind::Administrator),
    ("user-sso", "sso@acme.example", Kind::SingleSignOn),
];

/// What is special about an account.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "every sign-in must decide about each")]
pub enum Kind {
    /// Nothing.
    Person,
    /// Nobody has confirmed that they read its address.
    Unconfirmed,
    /// Has the role `admin`.
    Administrator,
    /// Signs in as if through an identity provider.
    SingleSignOn,
}

/// One account.
pub struct Account {
    id: &'static str,
    email: &'static str,
    kind: Kind,
    password: RwLock<PasswordHash>,
    transfers: AtomicU64,
}

impl Account {
    /// The key that never changes, whatever happens to the address.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The e-mail address.
    #[must_use]
    pub const fn email(&self) -> &'static str {
        self.email
    }

    /// What is special about it.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How many transfers there were.
    #[must_use]
    pub fn transfers(&self) -> u64 {
        self.transfers.load(Ordering::Relaxed)
    }

    /// Counts one more transfer.
    pub fn transfer(&self) {
        self.transfers.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether this is the password.
    ///
    /// # Errors
    /// It could not be compared.
    pub async fn has_password(&self, password: String) -> Result<bool, BoxError> {
        let hash = self.password.read().unwrap_or_else(PoisonError::into_inner).clone();
        passwords::matches(password, hash).await
    }

    /// Changes the password.
    ///
    /// # Errors
    /// No hash could be made of it. The old one stays.
    pub async fn change_password(&self, new: String) -> Result<(), BoxError> {
        let hash = passwords::hash(new).await?;
        *self.password.write().unwrap_or_else(PoisonError::into_inner) = hash;
        Ok(())
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("id", &self.id).finish_non_exhaustive()
    }
}

/// All accounts. Clones are one.
#[derive(Clone, Debug)]
pub struct Accounts {
    all: Arc<[Arc<Account>]>,
    /// Whose password nobody knows; an unknown address is compared with this one.
    nobody: Arc<Account>,
}

impl Accounts {
    /// The accounts of the table above.
    ///
    /// # Errors
    /// No hash could be made of a password.
    pub async fn example() -> Result<Self, BoxError> {
        let mut secret = [0; 32];
        getrandom::fill(&mut secret)?;
        let nobody = account(("", "", Kind::Person), data_encoding::BASE64.encode(&secret));
        let [ada, bob, carol, root, sso] =
            PEOPLE.map(|person| account(person, PASSWORD.to_owned()));
        let (nobody, ada, bob, carol, root, sso) =
            tokio::try_join!(nobody, ada, bob, carol, root, sso)?;
        Ok(Self { all: Arc::new([ada, bob, carol, root, sso]), nobody })
    }

    /// The account with this key.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<Arc<Account>> {
        self.all.iter().find(|account| account.id == id).cloned()
    }

    /// The account with this address and this password. A wrong address takes as long as a wrong
    /// password, so that nobody learns who has an account.
    ///
    /// # Errors
    /// The passwords could not be compared.
    pub async fn by_password(
        &self,
        email: &str,
        password: String,
    ) -> Result<Option<Arc<Account>>, BoxError> {
        let email = email.trim();
        let known = self.all.iter().find(|account| account.email.eq_ignore_ascii_case(email));
        let right = known.unwrap_or(&self.nobody).has_password(password).await?;
        Ok(known.filter(|_| right).cloned())
    }

    /// The account with this key, if its password is `old` and may become `new`; otherwise why not.
    ///
    /// # Errors
    /// The passwords could not be compared.
    pub async fn may_change_password(
        &self,
        id: &str,
        old: String,
        new: &str,
    ) -> Result<Result<Arc<Account>, &'static str>, BoxError> {
        let Some(account) = self.by_id(id) else {
            return Ok(Err("This account has no password."));
        };
        if let Some(why) = passwords::refused(new) {
            return Ok(Err(why));
        }
        match account.has_password(old).await? {
            true => Ok(Ok(account)),
            false => Ok(Err("That is not your password.")),
        }
    }

    /// Every account.
    pub fn iter(&self) -> impl Iterator<Item = &Account> {
        self.all.iter().map(AsRef::as_ref)
    }
}

async fn account(
    (id, email, kind): (&'static str, &'static str, Kind),
    password: String,
) -> Result<Arc<Account>, BoxError> {
    let password = RwLock::new(passwords::hash(password).await?);
    Ok(Arc::new(Account { id, email, kind, password, transfers: AtomicU64::new(0) }))
}
