//! Letters as files, for who develops: one `.eml` a letter, whole or not at all.
//!
//! A letter is written under a name that begins with a dot, brought onto the disk, and then gets its own
//! name by a link, which never replaces what is there. Nobody but the owner may read it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use countersign::port::{Brink, CourierError};
use tokio::task::spawn_blocking;

use crate::composed::Composed;

/// More letters with one id than any queue would try.
const TRIES: usize = 1_000;

pub(crate) async fn post(
    folder: &Path,
    id: &str,
    letter: Composed,
    brink: Brink<'_>,
) -> Result<(), CourierError> {
    let (folder, id) = (folder.to_owned(), id.to_owned());
    let ready = blocking(move || Draft::write(&folder, &id, &letter.octets)).await?;
    brink.await?;
    blocking(move || ready.publish()).await
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, CourierError> {
    let done = spawn_blocking(work).await.map_err(CourierError::unsure)?;
    done.map_err(CourierError::not_sent)
}

/// A letter that has no name yet. It is gone with the value.
struct Draft {
    folder: PathBuf,
    id: String,
    path: PathBuf,
}

impl Draft {
    fn write(folder: &Path, id: &str, octets: &[u8]) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let (path, mut file) = first_free(|n| {
            let path = folder.join(format!(".{id}.{n}.part"));
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options.open(&path).map(|file| (path, file))
        })?;
        let draft = Self { folder: folder.to_owned(), id: id.to_owned(), path };
        file.write_all(octets)?;
        file.sync_all()?;
        Ok(draft)
    }

    fn publish(self) -> io::Result<()> {
        first_free(|n| {
            let number = if n == 1 { String::new() } else { format!("-{n}") };
            fs::hard_link(&self.path, self.folder.join(format!("{}{number}.eml", self.id)))
        })?;
        // The letter is there; what is left is for a disk that loses its power right now.
        if let Ok(folder) = File::open(&self.folder) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // A file that begins with a dot and stays is in nobody's way.
        let _ = fs::remove_file(&self.path);
    }
}

/// Tries the numbers from 1 on until there is no file by that name.
fn first_free<T>(mut make: impl FnMut(usize) -> io::Result<T>) -> io::Result<T> {
    for n in 1..TRIES {
        match make(n) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done,
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
