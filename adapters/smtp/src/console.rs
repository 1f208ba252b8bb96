//! Letters on the console, for who develops: the text of each, codes and links and all.

use std::io::{self, Write as _, stdout};

use countersign::port::{Brink, CourierError};
use countersign_words::Letter;

pub(crate) async fn post(letter: &Letter, brink: Brink<'_>) -> Result<(), CourierError> {
    let text = printed(letter);
    brink.await?;
    print(&text).map_err(CourierError::not_sent)
}

fn printed(letter: &Letter) -> String {
    let mut text = format!("mail to {}: {}\n", plain(&letter.to), plain(&letter.subject));
    for line in letter.text.lines() {
        text.push_str("  | ");
        text.push_str(&plain(line));
        text.push('\n');
    }
    text
}

/// Without what a terminal would act on.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// In one piece: others write to the console as well.
fn print(text: &str) -> io::Result<()> {
    let mut console = stdout().lock();
    console.write_all(text.as_bytes())?;
    console.flush()
}
