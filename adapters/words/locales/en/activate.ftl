### Turning on two-factor sign-in: the page that explains (activate), the page with the QR code
### (confirm), and the page with the recovery codes (codes).
### $issuer: the name of the site, such as "Example App".

# Titles of the page that explains.
activate-title = Turn on two-factor sign-in
activate-title-another = Add another authenticator app
# To somebody who has only codes by e-mail so far.
activate-title-app = Add an authenticator app
# The same as activate-title; <span class="cs-nowrap"> keeps a word with a hyphen on one line.
activate-heading = Turn on <span class="cs-nowrap">two-factor</span> sign-in

activate-expired = <strong>The set-up was not finished in time, so it has ended.</strong> Nothing has changed. Please start again; you get a new QR code. If your app already shows an entry from the last try, delete that entry.

# To somebody who has only codes by e-mail and is led here from a page that wants more.
activate-needs-app = <strong>To go on you need an authenticator app.</strong> Codes by e-mail are not enough for that. It takes about two minutes, and then you get to where you were going.
activate-intro-app = An app protects you better than codes by e-mail, and some steps at { $issuer } can be taken with an app only.

# Why it has to be done. What an administrator wrote may follow each of these, and then the second one.
activate-needed = <strong>Your account needs this.</strong>
# $count: how many more times it may be put off.
activate-skips =
    { $count ->
        [1] You can put it off once more.
       *[other] You can put it off { $count } more times.
    }
activate-needed-first = <strong>Your account needs this before you can go on.</strong>
# $since, $until, $from: moments, such as "21 November 2026, 12:00 UTC".
activate-overdue = It has been due since { $since }.
activate-grace = <strong>Your account needs this from { $until } on.</strong>
activate-grace-until-then = Until then you can go on without it.
activate-announced = <strong>Your account will need this from { $from } on.</strong>
activate-announced-now = You can do it now, so that it is done.
activate-exempt = Nothing is asked of you until { $until }. You can turn it on all the same.
# The reason, where nobody gave another.
activate-required = This site requires two-factor sign-in for your account.

activate-intro = After your password you will also enter a short code that an app on your phone shows. So nobody can sign in to { $issuer } with your password alone.
activate-intro-another = A second app, for example on another phone, lets you sign in when the first one is not at hand. The one that you have keeps working.

# Three steps, each with a heading.
activate-step-app = Have an authenticator app ready
activate-step-app-hint = Any will do, for example Google Authenticator, Microsoft Authenticator, Duo, FreeOTP, or a password manager that shows such codes.
activate-step-scan = Scan a QR code with the app
activate-step-scan-hint = We show it on the next page. You can also type a <span class="cs-nowrap">set-up</span> key.
activate-step-code = Enter the code that the app shows
activate-step-code-hint = So we both know that it works.
activate-step-code-then = You then get recovery codes, in case you lose your phone.

# Buttons and links.
activate-show = Show the QR code
activate-show-hint = It is shown only once, so have your phone at hand.
# $count: how many more times it may be put off.
activate-not-now = Not now ({ $count } left)
activate-not-now-back = Not now, back to { $issuer }

# Titles of the page with the QR code; the second one where the QR code is not shown again.
confirm-title-scan = Scan the QR code
confirm-title-code = Enter the code from your app

confirm-scan = In your authenticator app, choose to add an account, then point the camera at this square.
# Read out instead of the QR code.
confirm-qr = QR code for your authenticator app. If you cannot scan it, use the set-up key below.
# $account: the name of the person's account, such as an e-mail address.
confirm-shown-as-account = The app will show it as <strong>{ $issuer }</strong>, <span class="cs-break">{ $account }</span>.
confirm-shown-as = The app will show it as <strong>{ $issuer }</strong>.
confirm-open = Open in an app on this phone
confirm-cannot-scan = Can’t scan it?
confirm-type-key = In the app, choose to enter a set-up key and type this one. Spaces do not matter. If the app asks for a kind, choose “time-based”.
confirm-key = Set-up key
confirm-copy-key = Copy the key
confirm-keep-key = Keep it to yourself: whoever has this key can make your codes.
# $href: an address, not to be translated.
confirm-open-here = If the app is on the device that you are using now, you can also <a href="{ $href }">open the set-up in that app</a>.
confirm-again = Enter the code that your app shows now. The QR code is shown only once; if you did not scan it, <a href="{ $href }">start again</a>.

confirm-then = Then enter the code that the app shows
# $count: seconds, usually 30.
confirm-code-hint =
    { $count ->
        [one] It changes every { $count } second.
       *[other] It changes every { $count } seconds.
    }
confirm-name = Name for this app
confirm-name-hint = To tell it from others later, for example “My phone”. Up to 64 characters.
confirm-name-error = That name cannot be used. Enter 1 to 64 ordinary characters, then the code that your app shows now.
# The name that is proposed; $number is 2 for the second app, and so on.
confirm-name-proposed = Authenticator app
confirm-name-proposed-numbered = Authenticator app { $number }
confirm-enable = Confirm and enable
confirm-start-again = Start again with a new QR code

# For programs: what was wrong, as one sentence each.
confirm-problem = The app was not activated
confirm-problem-name = That name cannot be used.
confirm-problem-malformed = That cannot be a code.
confirm-problem-wrong = That code is not right.

# The page with the recovery codes.
codes-title = Save your recovery codes
codes-activated = <strong>Two-factor sign-in is on.</strong>
# $name: how the person has called the app, such as "My phone".
codes-app = “{ $name }” now makes your codes.
codes-mail = From now on your codes come by e-mail.
codes-renewed = <strong>You have a new set of recovery codes.</strong> The old set no longer works.
codes-intro = If you lose your phone, a recovery code lets you sign in without it. Each code works once. <strong>They are shown only now</strong>, so save them before you go on: on paper, or in a password manager, but not on the phone that has the app.
codes-intro-mail = If you cannot get at your e-mail, a recovery code lets you sign in without it. Each code works once. <strong>They are shown only now</strong>, so save them before you go on: on paper, or in a password manager, but not in your mailbox.
# Only on paper, above the codes.
codes-print-title = { $issuer }: recovery codes
# Read out before the codes.
codes-list = Recovery codes
codes-download = Download
codes-copy = Copy
codes-print = Print
codes-continue = I have saved them, continue
# The file that is downloaded: its name, and its first two lines. $account: the name of the account.
codes-file-name = { $issuer }-recovery-codes.txt
codes-file-title = Recovery codes for { $issuer } ({ $account })
codes-file-once = Each code works once.
