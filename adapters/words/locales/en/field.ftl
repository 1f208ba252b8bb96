### What is wrong with a field of a form, as one sentence beside the field.

# The label of the field for a reason.
field-label-reason = Reason

field-reason = Say why, in at most 500 characters and on one line.
field-until = Enter a date that lies ahead, within a year, such as 2027-03-01.
field-from = Enter a date such as 2027-03-01, or leave it empty.
field-grace = Choose whether it may be put off, and how.
field-days = Enter a number of days from 1 to 366.
field-skips = Enter how often it may be put off, from 1 to 100.
field-whom = Choose whom the rule is about.
field-value = The rule cannot be about that. A domain looks like acme.example, an address like ada@acme.example; everything but everyone needs a value.
field-addresses = Enter e-mail addresses, each on a line of its own.
field-effect = Choose what the rule does.
field-reach = Choose when the rule reaches those who are signed in.
field-remember = Choose whether devices may be remembered.
field-hours = Enter a number of hours from 1 to 8760.
field-recovery = Choose yes or no.
field-email = Choose yes or no. Either authenticator apps or codes by e-mail have to be accepted.
field-max-age = Enter a number of minutes from 1 to 525600, or leave it empty.
field-status = There is no such status.
field-user = Enter the key of a user.
field-other = What stands in this field cannot be.
