### What stands on more than one page.
### $issuer: the name of the site, such as "Example App".

# The title of a page that has no other one.
common-title = Two-factor sign-in
# The title of a page that says that something went wrong. $title: what it is otherwise.
common-error-title = Error: { $title }

# Read out before the name of who is signed in.
common-account = Account:
# $actor acts as somebody else, whose name is $who.
common-acting = { $actor } as { $who }
# The button in the head of each page.
common-sign-out = Sign out

# Links and buttons at the end of a page.
common-back-home = Back to { $issuer }
common-back-settings = Back to two-factor settings

# $reason: what an administrator wrote, as a sentence or a few words.
common-reason = Reason: { $reason }

# Facts about an authenticator app; a moment follows each of the first two.
common-added = Added
common-last-used = Last used
common-never-used = Not yet

# What the script says after something was copied, or could not be.
common-copied = Copied.
common-copy-by-hand = Your browser did not allow that. The text is selected: copy it from there.

# A sentence that stands alone: $text is one without the sign at its end.
common-sentence = { $text }.
# Between the parts of a list.
common-separator = { "; " }
