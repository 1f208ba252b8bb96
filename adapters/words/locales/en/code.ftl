### The page on which a way of signing in is chosen (select), and codes by e-mail: the pages that send one
### and take it (code).
### $issuer: the name of the site, such as "Example App". $to: an address of which most is hidden, such as
### "a•••@acme.example". $digits: how many digits a code has.

# Choosing a way.
select-title = Choose how to confirm it is you
select-intro = Use any of these to go on with { $issuer }. The one that you used last comes first.
select-app = Authenticator app
select-app-hint = Enter the code that the app on your phone shows.
select-mail = Code by e-mail
select-mail-hint = We send a code to { $to }.
select-nothing-title = There is nothing to confirm it with
select-nothing = None of the ways that you have set up can be used at the moment.

# Asking for a code by e-mail.
code-title = Get a code by e-mail
code-title-sent = Enter the code from the e-mail
code-intro = We send a code to <strong class="cs-break">{ $to }</strong>, the address of your account.
code-send = Send a code to { $to }
code-send-again = Send a new code
code-sent = We sent a <span class="cs-nowrap">{ $digits }-digit</span> code to <strong class="cs-break">{ $to }</strong>. It may take a minute to arrive; check your spam folder, too.
# $until: a time of day, such as "12:00:01 UTC". $left: a duration, such as "90 seconds".
code-good-until = The code is good until { $until } ({ $left }).
# Said when the time of the code is over.
code-over = This code has expired. Send a new one.
code-failed = <strong>The e-mail could not be sent.</strong> Send a new code, or try another way.
code-unsure = <strong>We do not know whether the e-mail arrived.</strong> If it is not there in a minute, send a new code.
code-only-newest = Only the newest code works.
# Beside the button. $until: a time of day, such as "12:00:01 UTC".
code-again-from = You can send a new one from { $until } on.
# Said when that time has come.
code-again-now = You can send a new one now.
code-hint = Enter the newest code that we sent you.
code-use = Get a code by e-mail

# Why no code can be sent to somebody who has used such codes before.
code-none = Codes cannot be sent by e-mail at the moment.
code-none-unconfirmed = Codes by e-mail cannot be used now, because the address of your account is not confirmed.
code-none-shared = Codes by e-mail cannot be used, because another account has the same address.
code-none-no-address = Codes by e-mail cannot be used, because your account has no address.
# It stands before challenge-help.
code-lost = No access to your e-mail?

# What was wrong. challenge-tries-left may follow as one more sentence.
code-wrong = That code is not right. Enter the newest code that we sent you.
code-spent = That code has already been used. Send a new one.
code-expired = No code that we sent you for this can still be right. Send a new one.
code-malformed = Enter the { $digits } digits of the code, and nothing else.
# $until: a time of day.
code-too-soon = A code was sent a moment ago, or there were many within the hour. You can send a new one from { $until } on.

# Bringing codes by e-mail into use: first the page that offers the ways. $address: the person's address.
code-title-another = Add another way
code-first = Before anything else, turn on codes by e-mail. They show that your account at { $issuer } is yours. After that you can add an authenticator app.
code-intro-ways = After your password you will also enter a short code. So nobody can sign in to { $issuer } with your password alone. Choose where your codes come from.
code-intro-another = With a second way you can sign in when the first one is not at hand. The one that you have keeps working.
code-app-better = An app protects you better than e-mail: its codes never leave your phone, and they work without a network.
code-way = Codes by e-mail
code-way-hint = At each sign-in we send a code to <strong class="cs-break">{ $address }</strong>.
code-way-weaker = Whoever can read your e-mail can read these codes, too.
code-way-send = Send the first code
code-confirm-name = Name for this way
code-confirm-name-hint = To tell it from others later. Up to 64 characters.
code-confirm-name-error = That name cannot be used. Enter 1 to 64 ordinary characters.
code-start-again = Start again
# The names that are proposed. $number: 1 for the first one, which then needs no number.
code-name =
    { $number ->
        [1] E-mail
       *[other] E-mail { $number }
    }

# For programs, and on pages of their own: what was wrong.
code-problem-too-soon = A code was sent a moment ago, or there were many within the hour.
code-problem-expired = No code that was sent for this can still be right. Send a new one.
code-problem-confirm = Codes by e-mail were not turned on
code-problem-first = Codes by e-mail come first
code-problem-first-detail = Turn on codes by e-mail before anything else. They show that the account is yours.
code-problem-not-yet = Not yet
# $until: a time of day, such as "12:00:01 UTC".
code-problem-not-yet-detail = A message was sent a moment ago, or there were many within the hour. You can have another one sent from { $until } on.
