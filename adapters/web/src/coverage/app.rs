//! The authenticator app of who signs in.

use countersign::authenticator::{Algorithm, TotpParameters};

/// What the app shows (RFC 6238).
pub(super) fn code(parameters: TotpParameters, secret: Vec<u8>, unix: u64) -> String {
    let algorithm = match parameters.algorithm() {
        Algorithm::Sha1 => totp_rs::Algorithm::SHA1,
        Algorithm::Sha256 => totp_rs::Algorithm::SHA256,
        Algorithm::Sha512 => totp_rs::Algorithm::SHA512,
    };
    let app = totp_rs::Builder::new()
        .with_algorithm(algorithm)
        .with_digits(parameters.digits())
        .with_step_duration(parameters.period().into())
        .with_secret(secret)
        .build_noncompliant();
    app.generate(unix).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_of_the_walk_computes_as_any_other() {
        // RFC 6238, appendix B.
        for (algorithm, secret, expected) in [
            (Algorithm::Sha1, "12345678901234567890", "94287082"),
            (Algorithm::Sha256, "12345678901234567890123456789012", "46119246"),
            (
                Algorithm::Sha512,
                "1234567890123456789012345678901234567890123456789012345678901234",
                "90693936",
            ),
        ] {
            let parameters = TotpParameters::new(algorithm, 8, 30);
            assert_eq!(code(parameters, secret.into(), 59), expected, "{algorithm:?}");
        }
    }
}
