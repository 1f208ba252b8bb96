//! The file with the keys of Countersign: made on the first start, for this user only.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use countersign::secret::{Key, KeyRing};
use data_encoding::BASE64URL_NOPAD;

use crate::site::BoxError;

/// Reads the keys, and makes one first if there is no file.
///
/// # Errors
/// The file cannot be made or read, or holds no good key.
pub(crate) fn from_file(path: &Path) -> Result<KeyRing, BoxError> {
    let named = |error: BoxError| format!("COUNTERSIGN_KEYS: {}: {error}", path.display());
    match make(path) {
        Ok(()) => tracing::info!(file = %path.display(), "made a new key"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(named(error.into()).into()),
    }
    Ok(KeyRing::from_file(path).map_err(|error| named(error.into()))?)
}

/// Makes the file with one key, if it is not there. It never writes over keys: whoever has lost them
/// has lost every authenticator.
fn make(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut key = [0; Key::LENGTH];
    getrandom::fill(&mut key).map_err(io::Error::other)?;
    let mut file = options.open(path)?;
    writeln!(file, "{}", BASE64URL_NOPAD.encode(&key))?;
    file.sync_all()
}
