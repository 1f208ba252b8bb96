### Letters by mail. All of it is plain text: no HTML, and no line breaks.
### $site is the name of the site, and $account the name of the account there, such as an e-mail address.
### Some programs show the first words of a letter beside its subject, on a locked phone as well.
### "Second factor" stands for whatever is asked for after the password: an app, a code by mail.

## What stands in several letters

# The line below a letter.
mail-about = This mail is about the account { $account } at { $site }. It was sent automatically; nobody reads answers to it.
# Stands above the address of the page of settings.
mail-settings = Your settings for two-factor sign-in:
# $moment is such as "21 November 2026, 12:00 UTC".
mail-happened = It happened on { $moment }.

## A code. It stands below mail-code-what, on a line of its own.

# The subject never holds the code. A code is for signing in, for setting something up, or for showing
# once more who somebody is.
mail-code-subject = Your code for { $site }
mail-code-what = This is your code for your account { $account } at { $site }:
# $period is such as "10 minutes".
mail-code-lasts = It works once, for { $period }, and only in the browser that asked for it.
mail-code-advice = If you did not just ask for it, somebody else knows your password: change it. Never tell anybody this code, not even people who say that they work for { $site }.

## A link with which somebody confirms that an address is theirs

mail-confirmation-subject = Confirm this e-mail address for { $site }
# The person asked for it, or an administrator did.
mail-confirmation-what = This e-mail address is to be confirmed for the account { $account } at { $site }, so that codes to sign in can be sent to it.
# What the button on the page behind the link does.
mail-confirmation-button = If this account is yours, open the page below and press its button. From then on, codes to sign in to the account can be sent to this address.
# $period is such as "1 day".
mail-confirmation-lasts = The page can be used for { $period }.
# Stands on the link.
mail-confirmation-link = Open the page to confirm this address
mail-confirmation-advice = If this account is not yours, do nothing. As long as nobody presses the button, no codes are sent here.

## A second factor was added.

mail-added-subject = A second factor was added to your account at { $site }
mail-added-what = A second factor was added to your account { $account } at { $site }. From now on it can be used to sign in.
mail-added-advice = If it was not you, somebody else can sign in to your account. Change your password now, and then remove the new factor on the page below.

## A second factor was removed.

mail-removed-subject = A second factor was removed from your account at { $site }
mail-removed-what = A second factor was removed from your account { $account } at { $site }. It can no longer be used to sign in.
mail-removed-advice = If it was not you, somebody else can sign in to your account. Change your password now, and then look through the page below and set up your second factor again.

## A recovery code was used. $left is how many codes are left.

mail-recovery-subject = A recovery code was used for your account at { $site }
mail-recovery-what = A recovery code was used for your account { $account } at { $site }.
mail-recovery-left =
    { $left ->
        [one] You have { $left } recovery code left.
       *[other] You have { $left } recovery codes left.
    }
mail-recovery-few =
    { $left ->
        [one] You have only { $left } recovery code left. Make new ones on the page below, and keep them in a safe place.
       *[other] You have only { $left } recovery codes left. Make new ones on the page below, and keep them in a safe place.
    }
mail-recovery-none = That was your last recovery code. Make new ones on the page below now: without one you could not sign in if you lost your phone.
mail-recovery-advice = If it was not you, somebody else knows your password and has your recovery codes. Change your password now, and then make new recovery codes on the page below; the old ones stop working.

## There are new recovery codes.

mail-renewed-subject = There are new recovery codes for your account at { $site }
mail-renewed-what = New recovery codes were made for your account { $account } at { $site }. The earlier ones no longer work.
mail-renewed-advice = If it was not you, somebody else can sign in to your account. Change your password now, and then make new recovery codes on the page below.

## A device is remembered.

mail-remembered-subject = A device is remembered for your account at { $site }
mail-remembered-what = Somebody who signed in to your account { $account } at { $site } had the device remembered. For a while, no second factor is asked for on that device.
mail-remembered-advice = If it was not you, somebody else can sign in to your account. Change your password now, and then have all devices forgotten on the page below.

## The right password, and then a wrong code: the first one of the day.

mail-wrong-subject = A wrong code was entered for your account at { $site }
mail-wrong-what = Somebody entered the password of your account { $account } at { $site }, and then a wrong code. They were not let in with it.
mail-wrong-advice = If it was you, all is well. If it was not you, somebody else knows your password: change it now, and everywhere else where you use the same one.

## Somebody has a copy of what a remembered device is recognized by.

mail-copied-subject = A remembered device of your account at { $site } was copied
mail-copied-what = Somebody used a copy of what one of your devices is recognized by, for your account { $account } at { $site }. We have forgotten that device: a second factor is asked for on it again.
mail-copied-advice = A harmful program on one of your devices may have made the copy. Look for such programs, change your password on a device that you trust, and then look through the page below.

## An administrator took away everything that was set up.

mail-reset-subject = Two-factor sign-in was reset for your account at { $site }
mail-reset-what = An administrator has reset two-factor sign-in for your account { $account } at { $site }. Everything that was set up is gone: apps, recovery codes and remembered devices.
mail-reset-next = You can set it up again on the page below. If { $site } requires it of you, you are asked to when you next sign in.
mail-reset-advice = If you did not ask for this, tell the people who look after { $site } at once, and change your password.

## A second factor will be required. $moment is when that begins.

mail-announced-subject = { $site } will ask for a second factor
mail-announced-what = From { $moment } on, { $site } asks for a second factor when you sign in to your account { $account }.
mail-announced-why = A second factor keeps others out who have got hold of your password: they would need something else of yours as well, such as your phone.
mail-announced-advice = You can set it up today, in a few minutes, on the page below.

## A second factor is required. $moment is until when it can be put off.

mail-grace-subject = Set up your second factor for { $site } soon
mail-grace-what = { $site } requires a second factor for your account { $account }. You can put off setting it up until { $moment }.
mail-grace-then = After that you have to set it up before you can use your account again.
mail-grace-advice = It takes a few minutes, on the page below.
