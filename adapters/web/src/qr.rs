//! The QR code of a Key URI, as SVG.

use core::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Draws black squares on nothing; the style sheet puts white around and below. One path, no style
/// and no script, so that it stands within the strictest content security policy.
pub(crate) fn svg(text: &str) -> Option<String> {
    // ISO/IEC 18004: level M survives the loss of 15 % of the symbol.
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        for (x, module) in row.iter().enumerate() {
            if module.value() {
                write!(path, "M{x} {y}h1v1h-1z").ok()?;
            }
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#000\" d=\"{path}\"/></svg>",
        size = code.size
    ))
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn the_drawing_holds_a_path_and_nothing_else() {
        let drawn = svg("otpauth://totp/A:b?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>"));
        assert!(!drawn.contains("style") && !drawn.contains("script"));
        assert!(drawn.matches("h1v1h-1z").count() > 200);
    }

    #[test]
    fn what_does_not_fit_is_not_drawn() {
        assert!(svg(&"a".repeat(5_000)).is_none());
    }
}
