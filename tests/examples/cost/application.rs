//! What the three applications have in common: who is signed in, and a session that has shown its
//! factor.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;

use countersign::SecondFactor;
use countersign::authenticator::{Code, Method};
use countersign::policy::Policy;
use countersign::port::KeepSession;
use countersign::secret::KeyRing;
use countersign::subject::{Principal, SessionId};
use countersign_memory::MemoryStore;
use countersign_tests::totp;
use countersign_tower::{Identified, Origin, Web};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

pub(crate) const COOKIE: &str = "theme=dark; session=user-17.0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// The application's users.
#[derive(Clone)]
pub(crate) struct Users(Arc<HashMap<String, String>>);

impl Users {
    pub(crate) fn some() -> Self {
        let users = (0..1_000).map(|n| (format!("user-{n}"), format!("user-{n}@acme.example")));
        Self(Arc::new(users.collect()))
    }

    /// The application's own sign-in: the signed value of its cookie, and the user and the session that
    /// it names.
    pub(crate) fn signed_in<'a>(&self, cookie: &'a str) -> Option<(&'a str, &'a str)> {
        let (user, session) = cookie.split_once('.')?;
        let mut mac = Hmac::<Sha1>::new_from_slice(b"the application's own key").ok()?;
        mac.update(cookie.as_bytes());
        black_box(mac.finalize());
        self.0.get(user)?;
        Some((user, session))
    }

    /// The same as a first factor.
    pub(crate) fn identify(&self, cookie: Option<&str>) -> Identified {
        let signed_in = cookie.and_then(|cookie| self.signed_in(cookie));
        Ok(signed_in.map(|(user, session)| Principal::new(user, SessionId::new(session))))
    }
}

/// The value of the session's cookie in the value of a `Cookie` header.
pub(crate) fn session_in(cookies: &str) -> Option<&str> {
    cookies.split("; ").find_map(|pair| pair.strip_prefix("session="))
}

/// The pages of a second factor that the session of [`COOKIE`] has shown.
pub(crate) async fn shown() -> Web {
    let second_factor = SecondFactor::builder("Cost", &KeyRing::example(), MemoryStore::default())
        .policy(Policy::required())
        .build();
    let ada = Users::some().identify(session_in(COOKIE)).unwrap().unwrap();
    let form = second_factor.overview(&ada, None, None).await.unwrap().ticket;
    let form = second_factor.open_ticket(&ada, &form).unwrap();
    let begun = second_factor.begin(&ada, &form, Method::Totp).await.unwrap().unwrap();
    let key = begun.set_up.unwrap().seed.to_base32();
    let code = totp::code(&key, second_factor.now().as_unix()).unwrap();
    let confirm = second_factor.open_ticket(&ada, &begun.ticket).unwrap();
    let code = Code::parse(&code).unwrap();
    second_factor.confirm(&ada, &confirm, &code, None, KeepSession).await.unwrap();
    Web::new(second_factor, Origin::parse("http://localhost").unwrap()).unwrap()
}
