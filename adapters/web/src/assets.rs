//! The style sheet and the script, under names that change with what is in them.

use bytes::Bytes;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

/// A file that browsers may keep for ever.
#[derive(Clone, Debug)]
pub(crate) struct Asset {
    pub(crate) name: String,
    pub(crate) media_type: &'static str,
    pub(crate) body: Bytes,
}

impl Asset {
    pub(crate) fn style_sheet(source: &str) -> Self {
        Self::new("css", "text/css; charset=utf-8", source)
    }

    pub(crate) fn script(source: &str) -> Self {
        Self::new("js", "text/javascript; charset=utf-8", source)
    }

    fn new(ending: &str, media_type: &'static str, source: &str) -> Self {
        let hash = HEXLOWER.encode(Sha256::digest(source).as_slice());
        let short = hash.get(..16).unwrap_or_default();
        Self {
            name: format!("countersign-{short}.{ending}"),
            media_type,
            body: Bytes::copy_from_slice(source.as_bytes()),
        }
    }
}
