//! Which page of the administration a path is.

use countersign::policy::RuleId;
use http::Method;
use percent_encoding::percent_decode_str;

use crate::route::NoRoute;

/// A page of the administration.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum AdminRoute {
    People,
    Person(String),
    Decide(String, Decision),
    Reset(String),
    /// Sends one person a link once more.
    Resend(String),
    /// How far the links have come that are sent to many.
    Confirmations,
    SendConfirmations,
    Rules,
    AddRule,
    RemoveRule(RuleId),
    Explain,
    Export,
    Log,
}

/// What an administrator decides about a person.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Decision {
    Require,
    Release,
    Exempt,
    FollowRules,
}

impl AdminRoute {
    /// Reads what follows `admin`.
    pub(crate) fn read(method: &Method, segments: &[&str]) -> Result<Self, NoRoute> {
        const GET: &str = "GET, HEAD";
        const POST: &str = "POST";
        const BOTH: &str = "GET, HEAD, POST";

        let is_get = matches!(*method, Method::GET | Method::HEAD);
        let is_post = *method == Method::POST;
        let get = |route| if is_get { Ok(route) } else { Err(NoRoute::OtherMethod(GET)) };
        let post = |route| if is_post { Ok(route) } else { Err(NoRoute::OtherMethod(POST)) };
        match *segments {
            [] => get(Self::People),
            ["users", user] => get(Self::Person(key(user)?)),
            ["users", user, "reset"] => post(Self::Reset(key(user)?)),
            ["users", user, "resend-confirmation"] => post(Self::Resend(key(user)?)),
            ["confirmations"] => match (is_get, is_post) {
                (true, _) => Ok(Self::Confirmations),
                (_, true) => Ok(Self::SendConfirmations),
                (false, false) => Err(NoRoute::OtherMethod(BOTH)),
            },
            ["users", user, what] => {
                let decision = match what {
                    "require" => Decision::Require,
                    "release" => Decision::Release,
                    "exempt" => Decision::Exempt,
                    "follow-rules" => Decision::FollowRules,
                    _ => return Err(NoRoute::Unknown),
                };
                post(Self::Decide(key(user)?, decision))
            }
            ["rules"] => match (is_get, is_post) {
                (true, _) => Ok(Self::Rules),
                (_, true) => Ok(Self::AddRule),
                (false, false) => Err(NoRoute::OtherMethod(BOTH)),
            },
            ["rules", id, "remove"] => post(Self::RemoveRule(RuleId::new(key(id)?))),
            ["explain"] => get(Self::Explain),
            ["export.csv"] => get(Self::Export),
            ["audit"] => get(Self::Log),
            _ => Err(NoRoute::Unknown),
        }
    }
}

/// The application's key, which can have any signs in it.
fn key(segment: &str) -> Result<String, NoRoute> {
    let key = percent_decode_str(segment).decode_utf8().map_err(|_| NoRoute::Unknown)?;
    if key.is_empty() { Err(NoRoute::Unknown) } else { Ok(key.into_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(method: &str, path: &str) -> Result<AdminRoute, NoRoute> {
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        AdminRoute::read(&method.parse().unwrap(), &segments)
    }

    #[test]
    fn pages_are_read_and_forms_are_posted() {
        let pages =
            ["", "/users/1", "/confirmations", "/rules", "/explain", "/export.csv", "/audit"];
        for path in pages {
            assert!(read("GET", path).is_ok() && read("HEAD", path).is_ok(), "{path}");
            for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "post"] {
                let refused = read(method, path);
                assert!(matches!(refused, Err(NoRoute::OtherMethod(_))), "{method} {path}");
            }
        }
        let forms =
            ["require", "release", "exempt", "follow-rules", "reset", "resend-confirmation"];
        let forms = forms.map(|form| format!("/users/1/{form}"));
        for path in
            forms.iter().map(String::as_str).chain(["/rules", "/rules/1/remove", "/confirmations"])
        {
            assert!(read("POST", path).is_ok(), "{path}");
        }
        for path in forms.iter().map(String::as_str).chain(["/rules/1/remove"]) {
            assert_eq!(read("GET", path), Err(NoRoute::OtherMethod("POST")), "{path}");
        }
        for path in [
            "/",
            "/users",
            "/users/",
            "/users//reset",
            "/users/%ff",
            "/users/1/",
            "/users/1/require/",
            "/rules/",
            "/rules/1",
            "/export",
        ] {
            assert_eq!(read("POST", path), Err(NoRoute::Unknown), "{path}");
        }
    }

    #[test]
    fn a_key_can_have_any_signs_in_it() {
        let key = AdminRoute::Person("a/b c?ü%".to_owned());
        assert_eq!(read("GET", "/users/a%2Fb%20c%3F%C3%BC%25"), Ok(key));
    }
}
