### Dates, times of day and durations. All of them are in UTC.
### $day and $month are numbers; $year, $hour, $minute and $second are written out (07).

# The name of a month, as it stands in a date.
time-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

# A day: "21 November 2026".
time-day = { $day } { time-month } { $year }

# A moment: "21 November 2026, 12:00 UTC". It also stands inside of sentences, after "until", "since"
# and "from … on": $moment or $until there.
time-moment = { $day } { time-month } { $year }, { $hour }:{ $minute } UTC

# A time of day: "12:00:01 UTC".
time-clock = { $hour }:{ $minute }:{ $second } UTC

# A duration. It stands inside of sentences such as "for 30 days": $period there.
time-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
time-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
time-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
time-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
