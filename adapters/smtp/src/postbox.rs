//! A letter goes where the settings say.

use core::future::ready;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use countersign::port::{Brink, CourierError};
use countersign_words::{Letter, Post};
use lettre::Address;

use crate::composed::Composed;
use crate::line::Lines;
use crate::settings::{Place, Settings, SettingsError};
use crate::{console, folder};

/// Where letters are put: a mail server, a folder, or the console.
///
/// Copies share their connections. It prints no password.
#[derive(Clone, Debug)]
pub struct Postbox {
    from: Address,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Smtp(Arc<Lines>),
    Folder(PathBuf),
    Console,
}

impl Postbox {
    /// The one that a URL names: `smtps://USER:PASSWORD@HOST?from=ADDRESS`, `smtp://…`, `dir:PATH` or
    /// `console:`.
    ///
    /// Nobody is spoken to yet: an application starts while its mail server is away.
    ///
    /// # Errors
    /// It names none. The error repeats nothing that could be a password.
    pub fn open(url: &str) -> Result<Self, SettingsError> {
        let Settings { place, from } = Settings::read(url)?;
        let way = match place {
            Place::Server(server) => Way::Smtp(Lines::to(*server)),
            Place::Folder(path) => Way::Folder(path),
            Place::Console => Way::Console,
        };
        Ok(Self { from, way })
    }
}

#[async_trait]
impl Post for Postbox {
    async fn post(&self, letter: &Letter) -> Result<(), CourierError> {
        self.post_after(letter, Box::pin(ready(Ok(())))).await
    }

    async fn post_after(&self, letter: &Letter, brink: Brink<'_>) -> Result<(), CourierError> {
        let composed = Composed::of(letter, &self.from)?;
        match &self.way {
            Way::Smtp(lines) => lines.send(&composed, brink).await,
            Way::Folder(path) => folder::post(path, &letter.id, composed, brink).await,
            Way::Console => console::post(letter, brink).await,
        }
    }
}
