### Pages that say what went wrong, and the same for programs. Each has a title and a sentence or two;
### some have a button (problem-action-…) that leads on.

# $number: three digits, such as 404.
problem-number = If you ask for help, mention the number { $number }.

problem-sign-in = Please sign in first
problem-sign-in-detail = You are not signed in, or you have been signed out.
problem-unavailable = Not available right now
problem-unavailable-detail = Something is not working on our side. Nothing is lost; please try again in a moment.
problem-unavailable-page = This page cannot be shown at the moment.
problem-unreadable = That cannot be read
problem-unreadable-broken = What was sent broke off.
problem-unreadable-damaged = What was sent is damaged.
problem-unreadable-type = Send a form (application/x-www-form-urlencoded) or JSON (application/json).
problem-too-large = That was too much
problem-too-large-detail = The form that was sent is longer than any of ours.
problem-not-found = There is no such page
problem-not-found-detail = The address may be mistyped, or what it showed is gone.
problem-method = That does not work here
problem-method-detail = This address is there, but not for what was asked of it.
problem-no-person = Only for people
problem-no-person-detail = Keys and service accounts have no second factor to look after.
problem-forged = That did not come from this page
problem-forged-detail = To protect you, a form counts only if it was sent from a page of this site that you opened yourself. Go back, open the page again, and send it from there.
problem-foreign = This page is too old
problem-foreign-detail = It was opened in another session. Open it again, and nothing is lost.
problem-gone = That is not there any more
problem-gone-detail = It may have been removed in another window.
problem-last-one = This one has to stay
problem-last-one-detail = Your account must have two-factor sign-in. Add another way to confirm it is you first, then remove this one.
problem-too-many = There are as many as there can be
problem-too-many-detail = Remove one that you no longer use, then add the new one.
problem-impersonated = You are acting as somebody else
problem-impersonated-detail = Whose two-factor sign-in this is, it is not yours.
problem-off = Two-factor sign-in is switched off for you
problem-off-detail = The people who look after this site have decided that your account has none. There is nothing that you need to do.
problem-locks-out = That would lock you out
problem-locks-out-detail = Under this rule you would have no second factor, and without one nobody can come to these pages. Nothing has changed.
problem-on-trial = Not yet
# $until: a moment, such as "21 November 2026, 12:00 UTC".
problem-on-trial-detail = Your new app was added with a recovery code or a code from an e-mail. For your safety it cannot change other apps or recovery codes until { $until }. An app that was there before can.
# For what stands in a field; the detail is one of field-….
problem-malformed = That cannot be
problem-name = That name cannot be used
problem-name-detail = A name has 1 to 64 ordinary characters.
problem-method-unavailable = That way is not available
problem-method-unavailable-detail = Choose one of the ways that the page offers.
problem-own-account = That is your own account
problem-own-account-detail = Nobody decides about their own account here, and nobody resets it. Ask another administrator.
problem-settling = The list is not ready yet
problem-settling-detail = It is being worked out anew after a change of the rules. Try again in a minute.
problem-rules-too-long = The rules would be too long
problem-rules-too-long-detail = Nothing has changed. Long lists of addresses belong in the application itself.

# For programs whose request is stopped.
problem-insufficient = A second factor is needed
problem-insufficient-activate = This account must activate two-factor sign-in first.
problem-insufficient-challenge = This request needs a second factor to have been shown.
problem-insufficient-key = This request needs a second factor, which a key or service account cannot show.

# Buttons.
problem-action-home = Go to the start page
problem-action-again = Open it again
problem-action-settings = Back to the settings
problem-action-back = Back
problem-action-people = People
problem-action-rules = Back to the rules
problem-action-older-app = Enter a code from the older app
