//! What a person sees and does, in Chromium: keys are pressed, buttons clicked, QR codes read from the
//! screen by ZBar, and codes made by oathtool. Pictures of every page are kept in
//! `target/test-artefacts/screenshots`.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a page without what a person needs has failed"
)]

mod administration;
mod given_clock;
mod journey;
mod keyboard;
mod languages;
mod letters;
mod mail;
mod office_pages;
mod own_pages;
mod person;
mod refusals;
mod village;
mod walk;
