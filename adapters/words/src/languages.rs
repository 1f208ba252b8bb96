//! Every language, read once.

use core::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::choice::choose;
use crate::error::MessageError;
use crate::locales::LOCALES;
use crate::words::Words;

/// The messages of every language. The first one is English, which stands in for what others lack.
#[derive(Clone)]
pub struct Languages(Vec<Language>);

/// The messages of one.
pub(crate) struct Language {
    pub(crate) tag: Box<str>,
    pub(crate) bundle: FluentBundle<Arc<FluentResource>>,
    /// What the bundle was made of, in this order.
    sources: Vec<Arc<FluentResource>>,
    id: LanguageIdentifier,
}

impl Language {
    fn new(tag: &str) -> Result<Self, MessageError> {
        let id: LanguageIdentifier = tag.parse().map_err(|_| MessageError::Tag(tag.to_owned()))?;
        Ok(Self::of(id))
    }

    fn of(id: LanguageIdentifier) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![id.clone()]);
        // Signs around every placeholder would be copied together with what stands in it.
        bundle.set_use_isolating(false);
        Self { tag: id.to_string().into(), bundle, sources: Vec::new(), id }
    }

    /// Adds messages, and replaces those that are there.
    fn put(&mut self, messages: Arc<FluentResource>) {
        self.sources.push(Arc::clone(&messages));
        self.bundle.add_resource_overriding(messages);
    }

    /// Adds messages none of which may be there.
    fn add(&mut self, messages: FluentResource) -> Result<(), MessageError> {
        let messages = Arc::new(messages);
        self.sources.push(Arc::clone(&messages));
        self.bundle.add_resource(messages).map_err(|errors| {
            let twice = errors.into_iter().find_map(|error| match error {
                FluentError::Overriding { id, .. } => Some(id),
                FluentError::ParserError(_) | FluentError::ResolverError(_) => None,
            });
            MessageError::Twice { tag: self.tag.to_string(), id: twice.unwrap_or_default() }
        })
    }

    fn read(&self, source: &str) -> Result<FluentResource, MessageError> {
        FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
            let first = errors.first();
            let at = first.map_or(0, |error| error.pos.start);
            let before = source.get(..at).unwrap_or_default();
            MessageError::Source {
                tag: self.tag.to_string(),
                line: before.matches('\n').count().saturating_add(1),
                reason: first.map_or_else(String::new, |error| error.kind.to_string()),
            }
        })
    }
}

impl Clone for Language {
    fn clone(&self) -> Self {
        let mut language = Self::of(self.id.clone());
        for source in &self.sources {
            language.put(Arc::clone(source));
        }
        language
    }
}

impl Languages {
    /// Every language that we have.
    ///
    /// # Errors
    /// A message file of ours is broken, which a test holds that it is not.
    pub fn new() -> Result<Self, MessageError> {
        let mut languages = Vec::with_capacity(LOCALES.len());
        for (tag, sources) in LOCALES {
            let mut language = Language::new(tag)?;
            for source in *sources {
                language.add(language.read(source)?)?;
            }
            languages.push(language);
        }
        Ok(Self(languages))
    }

    /// Adds messages to a language or replaces them there; a language that is new here begins with
    /// these. What it lacks, such as nearly everything in `de-AT`, comes from `de`, and then from English.
    ///
    /// # Errors
    /// The tag is none, or the messages cannot be read; nothing has changed.
    pub fn put(&mut self, tag: &str, messages: &str) -> Result<(), MessageError> {
        let new = Language::new(tag)?;
        let messages = Arc::new(new.read(messages)?);
        let at = match self.position(&new.tag) {
            Some(at) => at,
            None => {
                self.0.push(new);
                self.0.len().saturating_sub(1)
            }
        };
        if let Some(language) = self.0.get_mut(at) {
            language.put(messages);
        }
        Ok(())
    }

    /// The language of somebody: what the application has `chosen`, else what the browser's
    /// `Accept-Language` prefers, else English.
    #[must_use]
    pub fn choose(&self, chosen: Option<&str>, accept_language: Option<&str>) -> Words<'_> {
        self.words(choose(&self.tags(), chosen, accept_language).unwrap_or_default())
    }

    /// The words of the language that has exactly this tag; without one, the English ones.
    #[must_use]
    pub fn words(&self, tag: &str) -> Words<'_> {
        let at = self.position(tag).unwrap_or_default();
        Words::new(self, self.0.get(at))
    }

    /// Every tag, English first.
    pub fn tags(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.iter().map(|language| &*language.tag)
    }

    pub(crate) fn find(&self, tag: &str) -> Option<&Language> {
        self.0.get(self.position(tag)?)
    }

    /// The language that stands in for others.
    pub(crate) fn english(&self) -> Option<&Language> {
        self.0.first()
    }

    fn position(&self, tag: &str) -> Option<usize> {
        self.tags().position(|known| known == tag)
    }
}

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.tags()).finish()
    }
}
