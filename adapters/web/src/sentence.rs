//! What is wrong with a field, in one sentence.

/// The message that says what is wrong with a field.
pub(crate) fn about(field: &str) -> &'static str {
    match field {
        "reason" => "field-reason",
        "until" => "field-until",
        "from" => "field-from",
        "grace" => "field-grace",
        "days" => "field-days",
        "skips" => "field-skips",
        "whom" => "field-whom",
        "value" => "field-value",
        "addresses" => "field-addresses",
        "effect" => "field-effect",
        "reach" => "field-reach",
        "remember" => "field-remember",
        "hours" => "field-hours",
        "recovery" | "totp" => "field-recovery",
        "email" => "field-email",
        "max_age" => "field-max-age",
        "status" => "field-status",
        "user" => "field-user",
        _ => "field-other",
    }
}
