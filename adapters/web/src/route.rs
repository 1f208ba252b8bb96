//! Which of our pages a path is.

use countersign::authenticator::AuthenticatorId;
use countersign::remembered_device::DeviceId;
use http::Method;

use crate::admin::AdminRoute;

/// One of our pages.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Route {
    Settings,
    Challenge,
    Answer,
    SendCode,
    Activation,
    Begin,
    Confirm,
    SendFirstCode,
    Rename(AuthenticatorId),
    Remove(AuthenticatorId),
    RenewRecoveryCodes,
    ForgetDevice(DeviceId),
    ForgetDevices,
    NotNow,
    /// The page behind a link that confirms an address.
    AddressLink,
    ConfirmAddress,
    /// Wants such a link to be sent.
    AskConfirmation,
    DisableOnBehalf,
    /// Below `admin`. Whether the method fits is told to administrators only.
    Administration(Result<AdminRoute, NoRoute>),
    Asset(String),
}

/// Why a path is none of our pages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NoRoute {
    /// There is no such page.
    Unknown,
    /// There is one, for these methods.
    OtherMethod(&'static str),
}

impl Route {
    /// Reads what follows the mount point.
    pub(crate) fn read(method: &Method, rest: &str) -> Result<Self, NoRoute> {
        const GET: &str = "GET, HEAD";
        const POST: &str = "POST";
        const BOTH: &str = "GET, HEAD, POST";

        let segments: Vec<&str> = rest.split('/').skip(1).collect();
        let is_get = matches!(*method, Method::GET | Method::HEAD);
        let is_post = *method == Method::POST;
        let get = |route| if is_get { Ok(route) } else { Err(NoRoute::OtherMethod(GET)) };
        let post = |route| if is_post { Ok(route) } else { Err(NoRoute::OtherMethod(POST)) };
        let either = |page, form| match (is_get, is_post) {
            (true, _) => Ok(page),
            (_, true) => Ok(form),
            (false, false) => Err(NoRoute::OtherMethod(BOTH)),
        };
        match *segments.as_slice() {
            [] => get(Self::Settings),
            ["challenge"] => either(Self::Challenge, Self::Answer),
            ["challenge", "send"] => post(Self::SendCode),
            ["activate"] => either(Self::Activation, Self::Begin),
            ["activate", "confirm"] => post(Self::Confirm),
            ["activate", "send"] => post(Self::SendFirstCode),
            ["activate", "not-now"] => post(Self::NotNow),
            ["confirm-address"] => either(Self::AddressLink, Self::ConfirmAddress),
            ["confirm-address", "send"] => post(Self::AskConfirmation),
            ["disable-on-behalf"] => post(Self::DisableOnBehalf),
            ["admin", ref rest @ ..] => match AdminRoute::read(method, rest) {
                Err(NoRoute::Unknown) => Err(NoRoute::Unknown),
                known => Ok(Self::Administration(known)),
            },
            ["recovery-codes"] => post(Self::RenewRecoveryCodes),
            ["devices", "forget-all"] => post(Self::ForgetDevices),
            ["assets", name] => get(Self::Asset(name.to_owned())),
            ["methods", id, "rename"] => post(Self::Rename(authenticator(id)?)),
            ["methods", id, "remove"] => post(Self::Remove(authenticator(id)?)),
            ["devices", id, "forget"] => {
                post(Self::ForgetDevice(DeviceId::parse(id).ok_or(NoRoute::Unknown)?))
            }
            _ => Err(NoRoute::Unknown),
        }
    }
}

fn authenticator(id: &str) -> Result<AuthenticatorId, NoRoute> {
    AuthenticatorId::parse(id).ok_or(NoRoute::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_and_forms_are_posted() {
        let read = |method: &str, rest: &str| Route::read(&method.parse().unwrap(), rest);
        assert_eq!(read("GET", ""), Ok(Route::Settings));
        assert_eq!(read("HEAD", "/challenge"), Ok(Route::Challenge));
        assert_eq!(read("POST", "/challenge"), Ok(Route::Answer));
        assert_eq!(read("GET", "/activate/confirm"), Err(NoRoute::OtherMethod("POST")));
        assert_eq!(read("POST", ""), Err(NoRoute::OtherMethod("GET, HEAD")));
        for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "FOO", "post"] {
            let expected = Err(NoRoute::OtherMethod("GET, HEAD, POST"));
            assert_eq!(read(method, "/challenge"), expected, "{method}");
        }
        for rest in
            ["/", "/Challenge", "/challenge/", "//challenge", "/assets/", "/methods/x/remove"]
        {
            let unknown = read("POST", rest);
            assert!(matches!(unknown, Err(NoRoute::Unknown | NoRoute::OtherMethod("GET, HEAD"))));
        }
    }
}
