### Confirming the address of an account: the page behind the link in the e-mail, and the pages that ask for
### such a link.
### $address: an e-mail address. $issuer: the name of the site, such as "Example App".

address-title = Confirm your e-mail address
address-ask = Is this your address, and do you read the e-mail that is sent to it?
address-confirm = Confirm this address
address-not-yours = If you do not know { $issuer }, close this page. Nothing happens then.
address-done-title = The address is confirmed
address-done = { $issuer } can now send codes and messages to <strong class="cs-break">{ $address }</strong>.
address-already = <strong class="cs-break">{ $address }</strong> has been confirmed. There is nothing more to do.
address-over-title = This link is over
address-over = It is more than 24 hours old, a newer one was sent, or the address of the account is another one by now. Open your two-factor settings to have a new link sent.
address-unknown-title = This link does not work
address-unknown = Part of it may be missing. Open the link in the e-mail once more, or copy all of it.
address-settings = Open two-factor settings

# Asking for a link.
address-nothing-title = There is nothing to confirm
address-nothing = The address of your account is confirmed already, or there is none that could be.
