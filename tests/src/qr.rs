//! A QR code as a camera sees it: read from a picture, by ZBar.

#![expect(clippy::expect_used, reason = "a picture that cannot be read has failed the test")]

use std::path::Path;

use crate::tool::ask;

/// What the only QR code on a picture says.
#[must_use]
pub fn read(picture: &Path) -> String {
    let path = picture.to_str().expect("a path in UTF-8");
    let only_qr = ["--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", path];
    let said = ask("zbarimg", &only_qr, "");
    assert_eq!(said.lines().count(), 1, "{path} shows one QR code");
    said.trim_end().to_owned()
}
