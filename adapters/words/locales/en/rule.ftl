### The page of rules: who must have a second factor.
### $rule: a rule as a sentence (rule-sentence-…), in a heading, in quotation marks or after a colon.

rule-heading = Who must have a second factor
rule-added = The rule is added. It holds from the next request on, or from its date.
rule-removed = The rule is removed.
# $count: how many rules.
rule-odd =
    { $count ->
        [one] <strong>{ $count } rule</strong> should be looked at; it says beside it why.
       *[other] <strong>{ $count } rules</strong> should be looked at; it says beside each why.
    }
rule-made-here = Rules made here
rule-none-yet = There is none yet.
rule-add-below = Add one below.
rule-which-decides = The rule that is closest to a person decides: one about the user before one about a role, then an address or list, then a domain, then everyone. Of two as close, the stricter one.
rule-of-application = Rules of the application
rule-of-application-hint = They are part of the program and cannot be changed here.
rule-of-application-none = None: everybody may have a second factor, and nobody must.
# $count: how many more rules.
rule-more = { $count } more.

# A rule as a sentence, without a full stop. $kind: whom it is about. $value: a role, a domain (acme.example),
# an e-mail address, the name of a list, or the key of a user.
rule-sentence-require =
    { $kind ->
        [role] Everyone with the role { $value } must have a second factor
        [domain] Everyone with an address at { $value } must have a second factor
        [domain_and_below] Everyone with an address at or below { $value } must have a second factor
        [address] Whoever has the address { $value } must have a second factor
        [list] Everyone on the list { $value } must have a second factor
        [user] The user { $value } must have a second factor
       *[everyone] Everyone must have a second factor
    }
rule-sentence-offer =
    { $kind ->
        [role] Everyone with the role { $value } may have a second factor
        [domain] Everyone with an address at { $value } may have a second factor
        [domain_and_below] Everyone with an address at or below { $value } may have a second factor
        [address] Whoever has the address { $value } may have a second factor
        [list] Everyone on the list { $value } may have a second factor
        [user] The user { $value } may have a second factor
       *[everyone] Everyone may have a second factor
    }
rule-sentence-off =
    { $kind ->
        [role] Everyone with the role { $value } has no second factor
        [domain] Everyone with an address at { $value } has no second factor
        [domain_and_below] Everyone with an address at or below { $value } has no second factor
        [address] Whoever has the address { $value } has no second factor
        [list] Everyone on the list { $value } has no second factor
        [user] The user { $value } has no second factor
       *[everyone] Everyone has no second factor
    }

# What else a rule says, as one sentence each. $until, $from: moments. $period: a duration, such as "30 days".
rule-from = From { $from } on.
rule-holds-from = It holds from { $from } on.
rule-begins = It begins { $from }.
rule-grace-until = May be put off until { $until }.
rule-grace-for = May be put off for { $period } after it begins to hold.
rule-grace-skips =
    { $count ->
        [1] May be put off once.
       *[other] May be put off { $count } times.
    }
rule-reaches-sign-in = Reaches people at the next sign-in.
rule-remembers-never = Devices are not remembered.
rule-remembers-for = Devices may be remembered for { $period }.
rule-asked-again = Asked for again after { $period }.
rule-no-recovery-codes = Recovery codes are not accepted.
rule-no-apps = Authenticator apps are not accepted.
rule-no-mail = Codes by e-mail are not accepted.
# Who made a rule, without a full stop. $who: an administrator. $at: a moment.
rule-made-by = Made by { $who }, { $at }
rule-made-by-application = Made by the application
# The same without "made by".
rule-author = { $who }, { $at }
rule-author-application = the application

# What is odd about a rule.
rule-finding = <strong>Look at this:</strong> { $finding }
rule-matches-nobody = Nobody who has been seen so far is meant by this rule.
rule-contradicts = It contradicts “{ $rule }”. The stricter of the two decides.
rule-shadowed = It changes nothing, because “{ $rule }” says so already.

# Removing a rule. <span class="cs-sr"> is read out and not seen.
rule-remove = Remove<span class="cs-sr">: { $rule }</span>
rule-remove-what = What only this rule required of people is no longer required of them.
rule-remove-button = Remove this rule<span class="cs-sr">: { $rule }</span>

# The form of a new rule: whom it is about, and the choices.
rule-add = Add a rule
rule-whom = Whom is it about?
rule-whom-domain = Everyone with an address at this domain
rule-whom-domain-and-below = Everyone with an address at or below this domain
rule-whom-address = Whoever has this e-mail address
rule-whom-list = Everyone on a list of e-mail addresses
rule-whom-role = Everyone with this role
rule-whom-user = The user with this key
rule-whom-everyone = Everyone
rule-value = Domain, address, role, key of the user, or name of the list
rule-value-hint = Leave it empty for everyone.
rule-list = For a list: its addresses
rule-list-addresses = E-mail addresses
rule-list-hint = One on each line; up to about 400. Longer lists belong in the application.
# What it does, and the choices.
rule-effect = What does it do?
rule-effect-require = They must have a second factor
rule-effect-offer = They may have a second factor
rule-effect-off = They have no second factor, and are not asked
rule-from-which-day = From which day on (UTC)?
rule-from-hint = Empty: at once. Before that day, those who will have to are told of it.
# Whether it may be put off, and the choices, each with a field.
rule-put-off = May an activation be put off?
rule-put-off-until = Until the end of this day (UTC)
rule-put-off-last-day = Last day on which it may be put off
rule-put-off-days = For so many days after it begins to hold for a person
rule-put-off-how-many-days = For how many days it may be put off
rule-put-off-times = So many times, once at each sign-in
rule-put-off-how-often = How many times it may be put off
rule-more-settings = More: live sessions, remembered devices, asking again
rule-reach = From when on does it hold for people who are signed in?
rule-reach-request = From their next request on
rule-reach-sign-in = From their next sign-in on
rule-remember = May devices be remembered?
rule-remember-default = As everywhere else
rule-remember-never = Never
rule-remember-hours = For so many hours:
rule-hours = Hours
rule-max-age = Ask again after so many minutes
rule-max-age-hint = Empty: once in each session.
rule-recovery = Are recovery codes accepted?
rule-recovery-hint = If not, whoever loses the app has to ask an administrator.
rule-apps = Are authenticator apps accepted?
rule-mail = Are codes by e-mail accepted?
rule-mail-hint = They protect less than an app. Whoever has nothing that is accepted shows it once more, to set up what is.
rule-yes = Yes
rule-no = No
rule-reason-hint = People read it when they are asked to activate.
rule-add-button = Add the rule
