### Confirming the address of an account: the page behind the link in the e-mail, and the pages that ask for
### such a link.
### $address: an e-mail address. $issuer: the name of the site, such as "Example App".

address-title = Confirm your address
address-ask = Is <strong class="cs-break">{ $address }</strong> your address at { $issuer }? With this button you say that you read what is sent to it.
address-confirm = Confirm this address
address-not-yours = If you do not know { $issuer }, close this page. Nothing happens then.
address-done-title = The address is confirmed
address-done = { $issuer } can now send codes and messages to <strong class="cs-break">{ $address }</strong>.
address-already = <strong class="cs-break">{ $address }</strong> has been confirmed. There is nothing more to do.
address-over-title = This link has expired
address-over = It is more than 24 hours old, a newer one was sent, or the address of the account is another one by now. Open your two-factor settings to have a new link sent.
address-unknown-title = This link does not work
address-unknown = Part of it may be missing. Open the link in the e-mail once more, or copy all of it.
address-close = You can close this page and go on where you were.
address-settings = Open two-factor settings

# Asking for a link.
address-nothing-title = There is nothing to confirm
address-nothing = The address of your account is confirmed already, or there is none that could be.
# $until: a time of day, such as "12:00:01 UTC".
address-first = Codes can be sent to <strong class="cs-break">{ $address }</strong> once you have confirmed that it is yours.
address-send = Send me a link to confirm it
address-send-again = Send a new link
address-sent = We sent a link to <strong class="cs-break">{ $address }</strong>. It is good for 24 hours; open it on any device, then come back.
address-failed = <strong>The e-mail with the link could not be sent.</strong> Try again, or ask for help.
address-again-from = You can have another one sent from { $until } on.
address-on-its-way = The e-mail is on its way.

# On the page of settings: a heading with a badge beside it.
address-heading = E-mail address
address-badge-confirmed = Confirmed
address-badge-unconfirmed = Not confirmed
address-badge-shared = Used more than once
address-used-for = Messages about your two-factor sign-in are sent to it, and codes, if you turn on codes by e-mail.
address-first-settings = Nobody has confirmed yet that you read what is sent to it. Until then no codes can be sent to it.
