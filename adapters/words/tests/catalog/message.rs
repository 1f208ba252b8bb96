//! A message as its parts: the placeholders, and every form that its choices allow.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// The categories of numbers that languages have.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A message, and what it is made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Message {
    /// Placeholders, and variables by which it chooses.
    pub(crate) variables: BTreeSet<String>,
    /// Words by which it chooses, other than those of a plural.
    pub(crate) choices: BTreeSet<String>,
    /// Messages and terms that stand in it.
    pub(crate) references: BTreeSet<String>,
    /// Every text that it can be; a placeholder stands there as `{$name}`.
    pub(crate) forms: Vec<String>,
    /// Attributes, which nothing of ours can say.
    pub(crate) attributes: usize,
}

/// The messages of a file, by their ids; a term has a hyphen before its own.
pub(crate) fn read(source: &str) -> BTreeMap<String, Message> {
    let parsed = fluent_syntax::parser::parse(source);
    let resource = parsed.unwrap_or_else(|(_, errors)| panic!("{errors:?} in:\n{source}"));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value, message.attributes.len())
            }
            Entry::Term(term) => {
                (format!("-{}", term.id.name), Some(term.value), term.attributes.len())
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Junk { content } => panic!("junk: {content}"),
        };
        let mut message = Message { attributes, ..Message::default() };
        if let Some(pattern) = &value {
            message.forms = message.forms_of(pattern);
        }
        let twice = messages.insert(id.clone(), message).is_some();
        assert!(!twice, "{id} is there twice");
    }
    messages
}

impl Message {
    fn forms_of(&mut self, pattern: &Pattern<&str>) -> Vec<String> {
        let mut forms = vec![String::new()];
        for element in &pattern.elements {
            let parts = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => self.parts_of(expression),
            };
            forms = forms
                .iter()
                .flat_map(|form| parts.iter().map(move |part| format!("{form}{part}")))
                .collect();
        }
        forms
    }

    fn parts_of(&mut self, expression: &Expression<&str>) -> Vec<String> {
        match expression {
            Expression::Inline(inline) => self.part_of(inline),
            Expression::Select { selector, variants } => {
                self.part_of(selector);
                self.choices.extend(variants.iter().filter_map(|variant| match variant.key {
                    VariantKey::Identifier { name } if PLURALS.contains(&name) => None,
                    VariantKey::Identifier { name } => Some(name.to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                }));
                variants.iter().flat_map(|variant| self.forms_of(&variant.value)).collect()
            }
        }
    }

    fn part_of(&mut self, inline: &InlineExpression<&str>) -> Vec<String> {
        let part = match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => (*value).to_owned(),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                format!("{{${}}}", id.name)
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
                format!("{{{}}}", id.name)
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
                format!("{{-{}}}", id.name)
            }
            InlineExpression::Placeable { expression } => return self.parts_of(expression),
            InlineExpression::FunctionReference { id, .. } => {
                panic!("a message calls {}, and there are no functions", id.name)
            }
        };
        vec![part]
    }

    /// The tags of each form, sorted, each set once.
    pub(crate) fn tags(&self) -> BTreeSet<Vec<String>> {
        self.forms
            .iter()
            .map(|form| {
                let mut tags = tags(form);
                tags.sort();
                tags
            })
            .collect()
    }
}

/// The tags of a text, from `<` to `>`.
pub(crate) fn tags(form: &str) -> Vec<String> {
    let parts = form.split('<').skip(1);
    parts.map(|part| part.split_once('>').map_or(part, |(tag, _)| tag).to_owned()).collect()
}
