//! What a form or a JSON body says: one value a field, or none.
//!
//! A field that is there twice, or is a list, has no value: which of them would count?

use std::borrow::Cow;
use std::collections::HashMap;

use http::header;

use crate::client::media_type;
use crate::view::View;

/// The fields of a body.
#[derive(Debug, Default)]
pub(crate) struct Form(HashMap<String, Field>);

#[derive(Debug, Eq, PartialEq)]
enum Field {
    One(String),
    /// A whole number in JSON. No code is one, for it would have lost its zeros.
    Number(u64),
    Ambiguous,
}

/// Why a body cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Unreadable {
    /// It is neither a form nor JSON.
    MediaType,
    /// It is not what its type says.
    Malformed,
}

impl Form {
    /// Reads a body by its media type.
    pub(crate) fn read(view: &View<'_>, body: &[u8]) -> Result<Self, Unreadable> {
        if body.is_empty() {
            return Ok(Self::default());
        }
        let kind = media_type(view.header(header::CONTENT_TYPE).unwrap_or_default());
        if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Self::from_urlencoded(body)
        } else if kind.eq_ignore_ascii_case("application/json") {
            Self::from_json(body)
        } else {
            Err(Unreadable::MediaType)
        }
    }

    /// Reads a query. What cannot be read is not there.
    pub(crate) fn from_query(query: Option<&str>) -> Self {
        Self::from_urlencoded(query.unwrap_or_default().as_bytes()).unwrap_or_default()
    }

    fn from_urlencoded(body: &[u8]) -> Result<Self, Unreadable> {
        if !is_well_encoded(body) {
            return Err(Unreadable::Malformed);
        }
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            form.put(name.into_owned(), Field::One(value.into_owned()));
        }
        Ok(form)
    }

    fn from_json(body: &[u8]) -> Result<Self, Unreadable> {
        let JsonObject(fields) = serde_json::from_slice(body).map_err(|_| Unreadable::Malformed)?;
        let mut form = Self::default();
        for (name, value) in fields {
            match value {
                serde_json::Value::String(text) => form.put(name, Field::One(text)),
                serde_json::Value::Bool(true) => form.put(name, Field::One("on".to_owned())),
                serde_json::Value::Null | serde_json::Value::Bool(false) => {}
                serde_json::Value::Number(number) => {
                    form.put(name, number.as_u64().map_or(Field::Ambiguous, Field::Number));
                }
                serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
                    form.put(name, Field::Ambiguous)
                }
            }
        }
        Ok(form)
    }

    fn put(&mut self, name: String, field: Field) {
        self.0.entry(name).and_modify(|known| *known = Field::Ambiguous).or_insert(field);
    }

    /// The one value of a field.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        match self.0.get(name) {
            Some(Field::One(value)) => Some(value),
            Some(Field::Number(_) | Field::Ambiguous) | None => None,
        }
    }

    /// The one value of a field that may be a whole number as well.
    pub(crate) fn one_or_number(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.0.get(name) {
            Some(Field::One(value)) => Some(Cow::Borrowed(value)),
            Some(Field::Number(number)) => Some(Cow::Owned(number.to_string())),
            Some(Field::Ambiguous) | None => None,
        }
    }

    /// Whether a field is there, with one value or with several.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// Whether every `%` begins two hexadecimal digits and the result is UTF-8.
fn is_well_encoded(body: &[u8]) -> bool {
    let mut rest = body;
    while let Some(at) = rest.iter().position(|byte| *byte == b'%') {
        match rest.get(at..) {
            Some([b'%', a, b, after @ ..]) if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => {
                rest = after;
            }
            Some(_) | None => return false,
        }
    }
    percent_encoding::percent_decode(body).decode_utf8().is_ok()
}

/// A JSON object with every field that stands in it, those that stand twice included.
struct JsonObject(Vec<(String, serde_json::Value)>);

impl<'de> serde::Deserialize<'de> for JsonObject {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = JsonObject;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<JsonObject, A::Error> {
                let mut fields = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    fields.push(entry);
                }
                Ok(JsonObject(fields))
            }
        }

        deserializer.deserialize_map(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str) -> Result<Form, Unreadable> {
        Form::from_urlencoded(body.as_bytes())
    }

    #[test]
    fn a_field_that_is_there_twice_has_no_value() {
        let form = form("code=1&code=2&name=a+b%C3%A9").unwrap();
        assert_eq!((form.one("code"), form.has("code")), (None, true));
        assert_eq!(form.one("name"), Some("a bé"));
        let json = Form::from_json(br#"{"code":"1","code":"2"}"#).unwrap();
        assert_eq!((json.one("code"), json.has("code")), (None, true));
    }

    #[test]
    fn lists_and_numbers_are_no_values() {
        for body in [r#"{"code":["1"]}"#, r#"{"code":{"a":1}}"#, r#"{"code":123456}"#] {
            assert_eq!(Form::from_json(body.as_bytes()).unwrap().one("code"), None, "{body}");
        }
        assert_eq!(form("code[]=1").unwrap().one("code"), None);
    }

    #[test]
    fn a_number_is_a_value_only_where_one_is_asked_for() {
        let json = Form::from_json(br#"{"skips":3,"half":0.5,"less":-1}"#).unwrap();
        assert_eq!((json.one("skips"), json.one_or_number("skips").as_deref()), (None, Some("3")));
        assert_eq!((json.one_or_number("half"), json.one_or_number("less")), (None, None));
    }

    #[test]
    fn a_ticked_box_is_on_in_json_too() {
        let json = Form::from_json(br#"{"remember":true,"other":false}"#).unwrap();
        assert_eq!((json.one("remember"), json.one("other")), (Some("on"), None));
    }

    #[test]
    fn bad_encoding_is_noticed() {
        for body in ["code=%", "code=%1", "code=%zz", "code=%ff", "a=%c3%28"] {
            assert_eq!(form(body).unwrap_err(), Unreadable::Malformed, "{body}");
        }
        for body in ["[]", "1", "{", "null", "{\"a\":1}x", "{\"a\":\"\\ud800\"}"] {
            let read = Form::from_json(body.as_bytes());
            assert_eq!(read.unwrap_err(), Unreadable::Malformed, "{body}");
        }
    }
}
