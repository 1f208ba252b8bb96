### A person's settings; and (on-behalf) the page of whoever acts as another person.
### $issuer: the name of the site, such as "Example App". $name: how the person has called an app.

settings-title = Two-factor sign-in

# What was just done.
settings-name-error = That name cannot be used, so nothing has changed. A name has 1 to 64 ordinary characters.
settings-renamed = The new name is saved.
settings-removed = It is removed. Its codes no longer work here; if it was an app, you can delete the entry in it.
settings-forgotten = Done. A device that is no longer remembered is asked for a code from now on.

# The status, and a badge beside it.
settings-status = Status
settings-on = On
settings-off = Off
settings-status-off = Switched off

settings-switched-off = Two-factor sign-in is switched off for you. You are not asked for a code, and there is nothing that you need to do.
# $until, $from: moments, such as "21 November 2026, 12:00 UTC".
settings-exempt-active = You are not asked for a code until { $until }.
settings-active = After your password, { $issuer } also asks for a code from your authenticator app.
settings-active-any = After your password, { $issuer } also asks for a code.
# It follows a reason, such as "This site requires two-factor sign-in for your account."
settings-stays-on = So it stays on.
# What an administrator wrote may follow each of these.
settings-needed = <strong>Your account needs two-factor sign-in.</strong>
settings-grace = <strong>Your account needs two-factor sign-in from { $until } on.</strong>
settings-announced = <strong>From { $from } on, your account needs two-factor sign-in.</strong>
settings-announced-now = You can turn it on now.
settings-exempt = Nothing is asked of you until { $until }.
settings-password-alone = Your password alone is enough to sign in. Turn on two-factor sign-in, and it also takes a short code that an app on your phone shows. It takes about two minutes.
settings-cannot = It cannot be turned on for this account at present. Ask the people who look after { $issuer }.

# Authenticator apps. <span class="cs-sr"> is read out and not seen.
settings-apps = Authenticator apps
# The same where some of them are no apps.
settings-ways = Ways to confirm it is you
# What it is; "Authenticator app" or "Codes by e-mail" follows.
settings-kind = Kind
settings-rename = Rename<span class="cs-sr"> { $name }</span>
settings-new-name = New name
settings-save-name = Save the name
settings-remove = Remove<span class="cs-sr"> { $name }</span>
settings-remove-one = Codes from “{ $name }” will no longer work, and devices will no longer be remembered.
settings-remove-last = This is your only app: removing it turns off two-factor sign-in, and your recovery codes stop working.
settings-remove-last-way = This is your only way: removing it turns off two-factor sign-in, and your recovery codes stop working.
settings-remove-way-button = Remove this way<span class="cs-sr">: { $name }</span>
settings-remove-button = Remove this app<span class="cs-sr">: { $name }</span>
settings-only-app = It is your only app and your account needs two-factor sign-in, so it cannot be removed. To change to a new phone, add the new one first.
settings-only-way = It is your only way and your account needs two-factor sign-in, so it cannot be removed. To change to another one, add that one first.
settings-replace = To replace an app, add the new one first. The old one keeps working until you remove it.
settings-add-way = Add another way
settings-add = Add an authenticator app
settings-full = You have as many ways as an account can have. To add another one, remove one first.

# Recovery codes. $count: how many have not been used. $total: how many there were.
settings-recovery = Recovery codes
settings-recovery-left =
    { $count ->
        [one] <strong>{ $count } of { $total }</strong> codes is left. A recovery code lets you sign in when your phone is not at hand.
       *[other] <strong>{ $count } of { $total }</strong> codes are left. A recovery code lets you sign in when your phone is not at hand.
    }
settings-recovery-none = <strong>You have no recovery codes.</strong> If you lose your phone now, you cannot sign in. Make a new set and save it.
settings-recovery-few = <strong>Only a few are left.</strong> Make a new set and save it.
settings-renew = Make a new set
# $count: how many codes a new set has, usually 10.
settings-renew-what =
    { $count ->
        [one] You get { $count } new code, shown once. The codes that you have now stop working at once.
       *[other] You get { $count } new codes, shown once. The codes that you have now stop working at once.
    }
settings-renew-button = Make new recovery codes

# Remembered devices.
settings-devices = Remembered devices
settings-devices-intro = These are not asked for a code until their time has passed. If you do not know one of them, forget it, and change your password.
settings-no-device = No device is remembered. Each sign-in asks for a code.
settings-this-device = This device
# A moment follows each of these three.
settings-device-since = Remembered since
settings-device-seen = Last seen
settings-device-ends = Ends
# $device: what it is, such as "Firefox on Linux".
settings-forget = Forget<span class="cs-sr"> { $device }</span>
settings-forget-all = Forget all devices
# What a device is: $browser is the name of a program, $system of an operating system or a phone.
settings-browser-on-system = { $browser } on { $system }
settings-browser-unknown-on-system = A browser on { $system }
settings-browser-unknown = A browser

# Only for administrators.
settings-administration = Administration: other people’s two-factor sign-in

# The page of $actor, who acts as $subject.
on-behalf-title = You are acting as somebody else
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> is signed in and acts as <strong class="cs-break">{ $subject }</strong>. The two-factor settings of <span class="cs-break">{ $subject }</span> are not shown, and nothing can be added to them.
on-behalf-must-activate = <strong>You have no second factor of your own.</strong> Stop acting as somebody else, turn on two-factor sign-in for your own account, and come back.
on-behalf-disabled = Two-factor sign-in is disabled for <span class="cs-break">{ $subject }</span>, who may activate it again.
on-behalf-disable-title = If this person cannot get in any more
on-behalf-disable-intro = You may take away every app, recovery code and remembered device of <span class="cs-break">{ $subject }</span>, who is told by mail. It is kept in the log with both names. Your own second factor is asked for first.
on-behalf-disable = Disable two-factor sign-in on behalf of <span class="cs-break">{ $subject }</span>
on-behalf-disable-button = Disable two-factor sign-in of { $subject }
# The same as on-behalf-intro, for programs.
on-behalf-detail = { $actor } acts as { $subject }, whose two-factor settings are not shown.
