//! An address for a route whose path has placeholders.

/// What stands where a placeholder was.
const PLAUSIBLE: char = '1';

/// Fills `{id}`, `{id:\d+}`, `{*path}` and `{path}*`, as axum and actix-web write them.
pub(super) fn filled(route: &str) -> String {
    let mut address = String::with_capacity(route.len());
    let (mut depth, mut after) = (0_usize, false);
    for c in route.chars() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    address.push(PLAUSIBLE);
                }
            }
            '*' if depth == 0 && after => {}
            _ if depth == 0 => address.push(c),
            _ => {}
        }
        after = c == '}';
    }
    address
}

/// The path of a route, without a query that it may name.
pub(super) fn path(route: &str) -> &str {
    let mut depth = 0_usize;
    let end = route.find(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '?' && depth == 0
    });
    end.and_then(|end| route.get(..end)).unwrap_or(route)
}

#[cfg(test)]
mod tests {
    use super::{filled, path};

    #[test]
    fn a_placeholder_is_filled_however_it_is_written() {
        for (route, address) in [
            ("/", "/"),
            ("/users/{id}", "/users/1"),
            ("/users/{id}/posts/{*path}", "/users/1/posts/1"),
            (r"/users/{id:\d{1,4}}/edit", "/users/1/edit"),
            ("/files/{tail}*", "/files/1"),
            ("/files/{tail:.*}", "/files/1"),
            ("/a*b", "/a*b"),
        ] {
            assert_eq!(filled(route), address, "{route}");
        }
    }

    #[test]
    fn a_query_is_no_part_of_the_path() {
        for (route, expected) in
            [("/search?<q>", "/search"), ("/search", "/search"), ("/{a:b?}?c", "/{a:b?}")]
        {
            assert_eq!(path(route), expected, "{route}");
        }
    }
}
