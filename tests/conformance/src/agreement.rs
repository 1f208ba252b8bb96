//! Whether two adapters answered a journey byte for byte alike.

use crate::wire::Answer;

/// What a server adds on its way out, and what says only how the bytes travelled.
const NEVER_COMPARED: [&str; 4] = ["date", "server", "connection", "transfer-encoding"];

/// Says where two runs of a journey differ first.
pub(crate) fn differ(
    one: &[(String, Answer)],
    other: &[(String, Answer)],
    own_headers: &[&str],
) -> Option<String> {
    if one.len() != other.len() {
        return Some(format!("{} answers and {}", one.len(), other.len()));
    }
    one.iter().zip(other).find_map(|((to, one), (also_to, other))| {
        if to != also_to {
            return Some(format!("{to} and {also_to}"));
        }
        if one.status != other.status {
            return Some(format!("{to}: {} and {}", one.status, other.status));
        }
        let added: Vec<&str> =
            own_headers.iter().filter(|name| one.header(name).is_none()).copied().collect();
        let (ones, others) = (headers(one, &[]), headers(other, &added));
        if ones != others {
            return Some(format!("{to}: {ones:#?} and {others:#?}"));
        }
        (one.body != other.body).then(|| {
            let at = one.body.iter().zip(&other.body).take_while(|(a, b)| a == b).count();
            format!("{to}: the bodies differ from byte {at} on")
        })
    })
}

/// In an order of their own: names come in any order on the wire, values of one name do not.
fn headers<'a>(answer: &'a Answer, own: &[&str]) -> Vec<(&'a str, &'a str)> {
    let is_compared = |name: &str| !NEVER_COMPARED.contains(&name) && !own.contains(&name);
    // Who sends a body in chunks says no length, and the bodies are compared anyway.
    let is_length = |name: &str| name == "content-length";
    let mut headers: Vec<_> = answer
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| is_compared(name) && !is_length(name))
        .collect();
    headers.sort_by_key(|(name, _)| *name);
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(headers: &[(&str, &str)], body: &str) -> (String, Answer) {
        let headers = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        ("GET /".to_owned(), Answer { status: 200, headers, body: body.into() })
    }

    #[test]
    fn whatever_differs_is_named() {
        let one = [answer(&[("a", "1"), ("set-cookie", "x"), ("set-cookie", "y")], "body")];
        let date =
            [("date", "now"), ("set-cookie", "x"), ("own", "2"), ("a", "1"), ("set-cookie", "y")];
        assert_eq!(differ(&one, &[answer(&date, "body")], &["own"]), None);
        let swapped = [("a", "1"), ("set-cookie", "y"), ("set-cookie", "x")];
        assert!(differ(&one, &[answer(&swapped, "body")], &[]).is_some());
        let dropped = [("a", "1"), ("set-cookie", "x")];
        assert!(differ(&one, &[answer(&dropped, "body")], &[]).is_some());
        let longer = answer(&[("a", "1"), ("set-cookie", "x"), ("set-cookie", "y")], "bodies");
        assert!(differ(&one, &[longer], &[]).unwrap().contains("byte 3"));
        assert!(differ(&one, &[], &[]).is_some());
    }
}
