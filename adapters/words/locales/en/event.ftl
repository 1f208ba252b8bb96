### The log: what happened to a person, in a few words without a full stop. The person is not named.

event-challenge-passed = Entered a right code
event-challenge-failed = Entered a wrong code
event-challenge-throttled = Was refused after too many wrong codes
event-enrollment-begun = Began to set up a second factor
event-authenticator-added = Activated a second factor
event-authenticator-renamed = Renamed a second factor
event-authenticator-removed = Removed a second factor
event-recovery-code-used = Used a recovery code
event-recovery-codes-renewed = Made new recovery codes
event-device-remembered = Had a device remembered
event-device-stood-in = Came with a remembered device
event-device-forgotten = Forgot a remembered device
event-device-copied = A copy of a remembered device came; it was forgotten
event-session-signed-out = Signed out
event-credentials-changed = Password or address changed
event-requirement-began = A rule began to require a second factor
event-requirement-put-off = Put the activation off
event-requirement-required = A second factor was required of this user
event-requirement-released = Released from any requirement
event-requirement-exempted = Exempted for a time
event-requirement-left-to-rules = Left to the rules again
event-administrator-reset = Reset: everything that was set up was taken away
event-administrator-disabled-on-behalf = Second factor disabled on behalf of this user
event-rule-added = Rule added
event-rule-removed = Rule removed
event-code-sent = Had a code sent by e-mail
event-confirmation-sent = Was sent a link to confirm the address
event-address-confirmed = Confirmed the address
event-message-not-delivered = A message may not have gone out
event-confirmations-begun = Links to confirm addresses sent to everybody in a list
event-subject-renamed = Known by another key from now on
event-subject-removed = Removed by the application

# In parentheses after what happened: with what, or until when ($until is a moment).
event-method-totp = authenticator app
event-method-recovery = recovery code
event-method-email = code by e-mail
event-until = until { $until }
# How often it can still be done: recovery codes that are left, or "not now".
event-left = { $count } left
# What became of a message. $what: one of event-what-…, or the name of a notice, such as device-copied.
event-lost = { $what }: it did not go out
event-unsure = { $what }: nobody knows whether it went out
event-what-code = code
event-what-confirmation = confirmation

# Below it, after the moment: whom it is about, if not one person, and by whose hand ($who).
event-everybody = everybody
event-by = by { $who }
