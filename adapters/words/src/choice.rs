//! Which language somebody reads.
//!
//! | said | chosen |
//! |---|---|
//! | the application's choice, if there are messages in it | that one, whatever the browser says |
//! | `fr-CA` | `fr-CA` if there is one, else `fr` (RFC 4647, 3.4) |
//! | `pt`, and only `pt-BR` is there | `pt-BR` |
//! | `nl;q=0.5, de` | `de`: the greatest weight, and of two as great the first |
//! | `en;q=0, *` | the first that is not ruled out |
//! | nothing, or what cannot be read | English |

/// No browser sends more.
const LONGEST: usize = 1_000;
const MOST: usize = 32;

/// The first of `tags` is the one for want of a better.
pub(crate) fn choose<'a>(
    tags: &(impl Iterator<Item = &'a str> + Clone),
    chosen: Option<&str>,
    accept: Option<&str>,
) -> Option<&'a str> {
    if let Some(tag) = chosen.and_then(|chosen| nearest(tags, chosen)) {
        return Some(tag);
    }
    let ranges = ranges(accept.unwrap_or_default());
    let refused: Vec<&str> =
        ranges.iter().filter(|(_, weight)| *weight == 0).map(|(range, _)| *range).collect();
    let allowed = tags.clone().filter(|tag| !refused.iter().any(|range| is_below(tag, range)));
    let wanted = ranges.iter().filter(|(_, weight)| *weight > 0);
    let found = wanted.filter_map(|(range, _)| match *range {
        "*" => allowed.clone().next(),
        range => nearest(&allowed, range),
    });
    let best = found.into_iter().next();
    best.or_else(|| tags.clone().next())
}

/// What a header asks for: by weight in thousandths, the greatest first.
fn ranges(accept: &str) -> Vec<(&str, u16)> {
    let readable = match accept.char_indices().nth(LONGEST) {
        // The last one may be cut in two.
        Some((end, _)) => {
            accept.get(..end).and_then(|kept| kept.rsplit_once(',')).unwrap_or_default().0
        }
        None => accept,
    };
    let mut ranges: Vec<_> = readable.split(',').take(MOST).filter_map(range).collect();
    ranges.sort_by_key(|(_, weight)| core::cmp::Reverse(*weight));
    ranges
}

/// One of them: `fr-CA;q=0.8`.
fn range(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next()?;
    let is_range = range == "*"
        || (!range.is_empty()
            && range.split('-').all(|part| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }));
    let mut weights = parts.filter_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    match (is_range, weights.next()) {
        (false, _) => None,
        (true, None) => Some((range, 1_000)),
        (true, Some(weight)) => Some((range, thousandths(weight)?)),
    }
}

/// `0.8` is 800 (RFC 9110, 12.4.2).
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    if part.len() > 3 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{part:0<3}").parse().ok()?;
    match (whole, part) {
        ("0", part) => Some(part),
        ("1", 0) => Some(1_000),
        _ => None,
    }
}

/// The tag itself, or the one that it is a kind of, or one that is a kind of it.
fn nearest<'a>(tags: &(impl Iterator<Item = &'a str> + Clone), wanted: &str) -> Option<&'a str> {
    let mut range = wanted;
    loop {
        let same = tags.clone().find(|tag| tag.eq_ignore_ascii_case(range));
        match (same, range.rsplit_once('-')) {
            (Some(tag), _) => return Some(tag),
            (None, Some((wider, _))) => range = wider,
            (None, None) => return tags.clone().find(|tag| is_below(tag, range)),
        }
    }
}

/// Whether a tag is a range or a kind of it: `pt-BR` is below `pt`.
fn is_below(tag: &str, range: &str) -> bool {
    match (tag.get(..range.len()), tag.as_bytes().get(range.len())) {
        (Some(head), None | Some(b'-')) => head.eq_ignore_ascii_case(range),
        (Some(_) | None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAGS: [&str; 5] = ["en", "fr", "de", "pt-BR", "zh-Hant"];

    fn chosen(choice: Option<&str>, accept: &str) -> &'static str {
        choose(&TAGS.into_iter(), choice, Some(accept)).unwrap()
    }

    #[test]
    fn the_table_holds() {
        for (accept, tag) in [
            ("fr", "fr"),
            ("fr-CA", "fr"),
            ("FR-ca", "fr"),
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("zh-Hant-TW", "zh-Hant"),
            ("nl;q=0.5, de", "de"),
            ("fr;q=0.5, de;q=0.6", "de"),
            ("fr;q=0.5, de;q=0.5", "fr"),
            ("de ; q=0.001 , fr;q=0", "de"),
            ("fr;q=0", "en"),
            ("nl, *;q=0.1", "en"),
            ("en;q=0, *", "fr"),
            ("en;q=0", "en"),
            ("de-AT;q=0, de", "de"),
            ("de;q=0, de-AT", "en"),
            ("", "en"),
            ("nl", "en"),
        ] {
            assert_eq!(chosen(None, accept), tag, "{accept:?}");
        }
        assert_eq!(choose(&TAGS.into_iter(), None, None), Some("en"));
    }

    #[test]
    fn the_application_s_choice_wins_if_there_are_messages_in_it() {
        assert_eq!(chosen(Some("de-AT"), "fr"), "de");
        assert_eq!(chosen(Some("DE"), "fr"), "de");
        assert_eq!(chosen(Some("nl"), "fr"), "fr");
        assert_eq!(chosen(Some(""), "fr"), "fr");
    }

    #[test]
    fn what_cannot_be_read_is_english_and_spoils_nothing_else() {
        for accept in [
            "fr;q=2",
            "fr;q=x",
            "fr;q=0.1234",
            "fr;q=-1",
            "fr;q=",
            "f r",
            "ü",
            "-",
            ";;,,",
            "fr-",
            "fr_CA",
        ] {
            assert_eq!(chosen(None, accept), "en", "{accept:?}");
            assert_eq!(chosen(None, &format!("{accept}, de;q=0.2")), "de", "{accept:?}");
        }
    }

    #[test]
    fn no_more_is_read_than_a_browser_sends() {
        let many = "nl,".repeat(MOST) + "fr";
        assert_eq!(chosen(None, &many), "en");
        let few = "nl,".repeat(MOST - 1) + "fr";
        assert_eq!(chosen(None, &few), "fr");
        let long = format!("nl;{}, fr", "x".repeat(LONGEST));
        assert_eq!(chosen(None, &long), "en");
        // What is cut in two is not taken for something else: fr-CA for fr.
        let cut = format!("nl;{},fr-CA", "x".repeat(LONGEST - 6));
        assert_eq!(chosen(None, &cut), "en");
    }
}
