### The page that asks for a code.
### $issuer: the name of the site, such as "Example App". $digits: how many digits a code has, 6 to 8.

# Titles of the page, depending on what is asked for.
challenge-title = Enter your code
challenge-title-recovery = Enter a recovery code
challenge-title-step-up = Confirm it is you

# Before an important step, such as a payment.
challenge-step-up = The next step is an important one, so it needs a fresh code, even though you are signed in.
# $until: a moment, from which it counts in full.
challenge-on-trial = Your authenticator app was added with a code from an e-mail. For your safety it counts for this from { $until }.

challenge-recovery = Recovery codes are the codes that you saved when you turned on two-factor sign-in for { $issuer }. Enter any one that you have not used yet. Each of them works once.
challenge-app = Open your authenticator app and enter the <span class="cs-nowrap">{ $digits }-digit</span> code for <strong>{ $issuer }</strong>.
# $name: how the person has called the app, such as "My phone".
challenge-app-named = Open your authenticator app (“{ $name }”) and enter the <span class="cs-nowrap">{ $digits }-digit</span> code for <strong>{ $issuer }</strong>.

# $until: a time of day, such as "12:00:01 UTC" (time-clock).
challenge-wait = <strong>There were too many wrong codes.</strong> You can try again at { $until }.
challenge-wait-three = If it is really you: entering three right codes in a row, each a new one, also lets you in.
# Read out when the wait is over.
challenge-wait-over = The wait is over: you can try again now.

# Above the field for the code.
challenge-code-label = { $digits }-digit code
challenge-code-hint = The code changes often; enter the one that your app shows now.
# What the browser says if something else is entered.
challenge-code-digits = { $digits } digits
challenge-recovery-label = Recovery code
challenge-recovery-hint = 25 letters and digits. Hyphens, spaces and small letters do not matter.

# What was wrong. challenge-tries-left may follow as one more sentence.
challenge-code-wrong = That code is not right. Check the time on your phone: it should be set automatically. Then enter the code that the app shows now.
challenge-code-spent = That code has already been used. Wait for the next one.
challenge-code-malformed = Enter the { $digits } digits that your app shows, and nothing else.
challenge-recovery-wrong = That recovery code is not right, or it has been used. Check each letter and digit. Codes of an older set no longer work.
challenge-recovery-spent = That recovery code has already been used. Enter another one of your set.
challenge-recovery-malformed = A recovery code has 25 letters and digits, in five groups of five. Check that nothing is missing.
challenge-unavailable = That way of signing in is not available. Use this one.
# $count: how many more codes may be entered before there is a wait.
challenge-tries-left =
    { $count ->
        [one] You have { $count } try left.
       *[other] You have { $count } tries left.
    }

# $period: a duration, such as "30 days" (time-days and so on).
challenge-remember = Remember this device for { $period }
challenge-remember-hint = Only on a device that nobody else uses. You are not asked for a code on it until that time has passed.

# Buttons.
challenge-continue = Continue
challenge-confirm = Confirm

# Below the form.
challenge-other = Try another way
challenge-use-recovery = Use a recovery code
challenge-use-app = Use your authenticator app
# One of these three questions stands before challenge-help.
challenge-lost-codes = No recovery codes left, and no access to your authenticator app?
challenge-lost-both = Lost both your phone and your recovery codes?
challenge-lost-phone = Lost your phone?
challenge-help = Ask the people who look after { $issuer } for help. They can reset your two-factor sign-in.

# For programs: what was wrong, as one sentence each.
challenge-problem = The code was not accepted
challenge-problem-malformed = That cannot be a code.
challenge-problem-unavailable = That way of answering is not available.
challenge-problem-wrong = That code is not right.
challenge-problem-spent = That code has already been used.
challenge-problem-wait = Too many codes were wrong. Try again later.
