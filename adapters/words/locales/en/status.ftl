### Where somebody is on the way to a second factor: as a label in a list, and as a sentence about them
### that administrators read.

status-label-not-required = Not required
status-label-announced = Announced
status-label-grace = Grace period
status-label-must-activate = Must activate
status-label-overdue = Overdue
status-label-active = Active
status-label-exempt = Exempt
status-label-off = Switched off
status-label-unknown = Not known yet

# The person is not named. $from, $until, $since: moments, such as "21 November 2026, 12:00 UTC".
status-not-required = Has no second factor, and needs none.
status-announced = Has no second factor, and needs one from { $from } on.
status-grace = Has no second factor, and may put it off until { $until }.
# $count: how many more times it may be put off.
status-skips =
    { $count ->
        [1] Has no second factor, and may put it off once more.
       *[other] Has no second factor, and may put it off { $count } more times.
    }
status-must-activate = Has no second factor, and has had to activate one since { $since }.
status-overdue = Still has no second factor, although one has been required since { $since }.
status-active = Has a second factor.
status-exempt = Is asked for nothing until { $until }.
status-off = There is no second factor for this account.
