//! What is wrong with a field, in one sentence.

/// What is wrong with a field, in one sentence.
pub(crate) fn about(field: &str) -> &'static str {
    match field {
        "reason" => "Say why, in at most 500 characters and on one line.",
        "until" => "Enter a date that lies ahead, within a year, such as 2027-03-01.",
        "from" => "Enter a date such as 2027-03-01, or leave it empty.",
        "grace" => "Choose whether it may be put off, and how.",
        "days" => "Enter a number of days from 1 to 366.",
        "skips" => "Enter how often it may be put off, from 1 to 100.",
        "whom" => "Choose whom the rule is about.",
        "value" => {
            "The rule cannot be about that. A domain looks like acme.example, an address like ada@acme.example; everything but everyone needs a value."
        }
        "addresses" => "Enter e-mail addresses, each on a line of its own.",
        "effect" => "Choose what the rule does.",
        "reach" => "Choose when the rule reaches those who are signed in.",
        "remember" => "Choose whether devices may be remembered.",
        "hours" => "Enter a number of hours from 1 to 8760.",
        "recovery" => "Choose yes or no.",
        "max_age" => "Enter a number of minutes from 1 to 525600, or leave it empty.",
        "status" => "There is no such status.",
        "user" => "Enter the key of a user.",
        _ => "What stands in this field cannot be.",
    }
}
