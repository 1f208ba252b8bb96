### The pages of administrators: people, one person, why, and the log. The rules are in rule.ftl.
### $user: the name of a person, such as "Ada" or "ada@acme.example".

# Where to go from every page.
admin-navigation = Administration
admin-people = People
admin-rules = Rules
admin-log = Log
admin-own-settings = My own two-factor sign-in

# Pages of a list.
admin-pages = Pages
admin-previous = Previous
admin-next = Next
admin-page = Page { $number }
admin-no-such-page = There is no such page.
admin-first-page = Show the first one

# The list of people.
admin-people-heading = People and their two-factor sign-in
admin-settling = <strong>The list is still being worked out</strong> after a change of the rules. Open the page again in a minute for the final numbers.
admin-overview = Overview
# $count of $total people.
admin-have-one =
    { $total ->
        [one] <strong>{ $count } of { $total }</strong> has a second factor.
       *[other] <strong>{ $count } of { $total }</strong> have a second factor.
    }
# It follows admin-have-one; buttons with numbers follow it.
admin-missing =
    { $count ->
        [one] <strong>{ $count }</strong> must activate one and has not:
       *[other] <strong>{ $count }</strong> must activate one and have not:
    }
admin-nobody-missing = Nobody who must activate one is missing.
# $status: one of status-label-…; $count: how many people.
admin-status-count = { $status }: { $count }
admin-by-status = Everybody by status:
admin-by-domain = By domain
admin-by-role = By role
# Read out before the tables of these two.
admin-people-by-domain = People by domain
admin-people-by-role = People by role
# Columns: how many have a second factor; how many must have one and have not.
admin-column-have = Have one
admin-column-missing = Must and have not
# $count: how many domains or roles.
admin-more-groups =
    { $count ->
        [one] { $count } smaller one is not shown.
       *[other] { $count } smaller ones are not shown.
    }
admin-nobody-yet = Nobody has been seen yet.
admin-nobody-yet-why = Nobody has been seen yet. People appear here with their first sign-in, and at once if the application supplies a directory of its users.
admin-those-who-match = Those who match
admin-everybody = Everybody
admin-nobody-matches = Nobody matches. The search looks at how the name, the address or the key <em>begins</em>.

# The search, and columns of the list.
admin-search-people = Search people
admin-begins-with = Name, address or key begins with
admin-status = Status
admin-any = Any
admin-domain = Domain
admin-role = Role
admin-tenant = Tenant
admin-search = Search
admin-show-everybody = Show everybody
admin-name = Name
admin-roles = Roles
# Before a person's roles, on a narrow screen.
admin-roles-label = Roles:
admin-download-everybody = Download everybody as a table (CSV)
admin-download-matching = Download those who match as a table (CSV)

# Below a status, such as "Grace period". $until, $from, $since: moments.
admin-until = until { $until }
admin-from = from { $from }
admin-since = since { $since }
admin-skips-left =
    { $count ->
        [one] may put it off { $count } more time
       *[other] may put it off { $count } more times
    }

# Why something is asked of somebody, or not.
admin-why-title = Why: { $user }
admin-why-heading = Why <span class="cs-break">{ $user }</span> is asked, or not
admin-explanation = Explanation
admin-everything = Everything about this user
admin-decided-nobody = No rule that holds now is about this user, so a second factor is offered and not required.
# $rule: a rule as a sentence (rule-sentence-…).
admin-decided-rule = This rule decides: { $rule }.
# $by: an administrator. $decision: one of admin-own-….
admin-decided-own = An administrator ({ $by }) has decided about this very user, and that counts more than every rule: { $decision }.
# $since: a moment. $rule: a rule as a sentence.
admin-decided-held-rule = A second factor has been required of this user since { $since }, by the rule “{ $rule }”. It stays required although that no longer follows from the user’s address, roles or tenant, until an administrator decides about the user or takes the rule away.
admin-decided-held = A second factor has been required of this user since { $since }: an administrator reset the user, or it was already required where the user came from. It stays required until an administrator decides about the user.
# $reason: what an administrator wrote.
admin-reason-given = Reason given: { $reason }

# What an administrator has decided about a user, as part of a sentence after a colon.
# $until: a moment. $count: how many times.
admin-own-require = this user must have a second factor
admin-own-require-until = this user must have a second factor, which may be put off until { $until }
# $period: a duration, such as "30 days".
admin-own-require-for = this user must have a second factor, which may be put off for { $period } after it begins to hold
admin-own-require-skips =
    { $count ->
        [1] this user must have a second factor, which may be put off once
       *[other] this user must have a second factor, which may be put off { $count } times
    }
admin-own-release = this user needs no second factor, whatever the rules say
admin-own-exempt = this user is asked for nothing until { $until }, whatever the rules say
# $by: an administrator. $at: a moment. $decision: one of those above. $reason: what the administrator wrote.
admin-own-ended = An administrator ({ $by }) decided { $at }: { $decision }. That has ended. Reason: { $reason }

# What is asked of somebody now. $until: a moment. $period: a duration, such as "5 minutes".
admin-asked-nothing = Nothing is asked for.
admin-asked-if-enrolled = A second factor is asked for at sign-in if there is one; none is required.
admin-asked-grace = A second factor is required; who has none is let in without until { $until }.
admin-asked-always = A second factor is required; who has none must activate one first.
admin-asked-recent = A second factor must have been shown within { $period }.

# Rules that did not decide, and why. $count: how many.
admin-lost = Rules that did not decide ({ $count })
admin-lost-more =
    { $count ->
        [one] { $count } more that is not about this user.
       *[other] { $count } more that are not about this user.
    }
admin-lost-own-decides = An administrator has decided about this user.
admin-lost-held-decides = A requirement that held before goes on to hold.
admin-lost-farther-away = A rule that is closer to this user decides.
admin-lost-less-strict = A rule of the same kind decides that is stricter, or as strict and began earlier.
admin-lost-not-yet = It does not hold yet.
admin-lost-not-about = It is not about this user.

# Kinds of sign-in of which nothing is asked; $kinds is a list of them.
admin-exempt-kinds = Nothing is asked of these kinds of sign-in: { $kinds }.
admin-exempt-kinds-whatever = Whatever stands here, nothing is asked of these kinds of sign-in: { $kinds }.
admin-kind-sso = single sign-on
admin-kind-sso-mfa = single sign-on that asked for several factors
admin-kind-api-key = API keys
admin-kind-service = service accounts

# One person.
admin-status-why = Status, and why
admin-user = User
admin-key = Key
admin-address = E-mail address
admin-not-confirmed = { $address } (not confirmed)
admin-no-address = none
admin-no-roles = none
admin-set-up = What is set up
admin-nothing-set-up = Nothing.
admin-kind = Kind
admin-recovery-left = Recovery codes left
# $count of $total recovery codes.
admin-recovery-count = { $count } of { $total }
admin-devices = Remembered devices
admin-history = History
admin-history-all = All of it in the log
admin-own-account = This is your own account. Nobody decides about their own account here; ask another administrator.

# What was just done.
admin-done-required = A second factor is now required of this user.
admin-done-released = This user needs no second factor any more.
admin-done-exempted = This user is asked for nothing until the exemption ends.
admin-done-follows-rules = The rules decide about this user again.
admin-done-reset = This user was reset. Everything that was set up is gone, every session that showed a second factor and every remembered device has ended, and the user must activate anew.

# Deciding about a person: a heading, and four forms, each with a button.
admin-decide = Decide about this user
admin-decide-intro = What is decided here counts more than every rule. The reason is kept in the log, and the user may read it.
admin-require = Require a second factor
admin-put-off = May it be put off?
admin-put-off-no = No: at once
admin-release = Release from any requirement
admin-release-what = The user needs no second factor, whatever the rules say, until somebody decides otherwise. One that is set up is still asked for.
admin-release-button = Release this user
admin-exempt = Exempt for a time
admin-exempt-what = Nothing is asked of the user until then, not even a second factor that is set up. After that the rules hold again by themselves.
admin-last-day = Last day (UTC)
admin-exempt-button = Exempt this user
admin-follow = Follow the rules again
admin-follow-what = What was decided about this user, and a requirement that has held, are lifted. From then on only the rules count.
admin-follow-button = Let the rules decide
# Below the field for the reason.
admin-reason-hint = It is kept in the log.
admin-reason-hint-user = It is kept in the log, and the user may read it.
admin-reason-hint-activation = The user reads it on the activation page.
admin-reason-hint-reset = How you made sure that it is the user. It is kept in the log.

# Resetting a person.
admin-reset-title = Lost phone and recovery codes?
admin-reset-what = A reset takes away every app, recovery code and remembered device, and ends every session that showed a second factor. The user is told by mail and must activate anew at the next sign-in. Make sure that it is really the user who asks for it.
admin-reset = Reset this user
admin-reset-button = Take away everything that { $user } has set up

# The log.
admin-entries = Entries
admin-search-log = Search the log
admin-key-of-user = Key of a user
admin-show-everything = Show everything
admin-nothing-about-user = There is nothing about this user.
admin-nothing-yet = Nothing has happened yet.

# Addresses that nobody has confirmed, and links sent to them. In the list below a name, and on the page of a person.
admin-address-open = Address not confirmed
admin-address-shared = Another account has the same address, so no codes and no links are sent to it.
admin-resend = Send the link again
admin-resend-hint = The user gets an e-mail with a link that confirms the address. A link that was sent before is over then.
admin-done-confirmation = The e-mail with the link is on its way.
admin-confirm-many = Have addresses confirmed
admin-confirm-many-what = Everybody in this list whose address is not confirmed is sent an e-mail with a link, once. It goes on in the background.
admin-confirm-everybody = Send links to everybody
admin-confirm-matching = Send links to those who match
admin-confirm-progress = How far it has come
admin-nothing-to-confirm = There is nothing to confirm
admin-nothing-to-confirm-detail = The address is confirmed already, there is none that could be, or no e-mail is sent here.
# The page that says how far it has come. $began, $ended: moments. A number follows the shorter ones.
admin-confirmations = Confirmation of addresses
admin-confirmations-progress = Links by e-mail
admin-confirmations-none = No links have been sent to many people yet.
admin-confirmations-run = Begun { $began }. It goes on.
admin-confirmations-ended = Begun { $began }, done { $ended }.
admin-confirmations-seen = People looked at
admin-confirmations-sent = Links sent
admin-confirmations-left = Not taken by the mail server yet
admin-confirmations-confirmed = Confirmed
admin-confirmations-recent = Had a link within the last hour
admin-confirmations-without = No address, or one of several accounts
admin-confirmations-failed = Not deliverable
admin-confirmations-unsure = Perhaps not delivered
admin-confirmations-unsure-hint = Whoever perhaps got no link is not sent another one by this, so that nobody gets two. Send it again on the page of the user.
admin-confirmations-by-itself = The numbers are looked at again every five seconds.
admin-confirmations-still = Stop that
admin-confirmations-again = Show the present numbers
