### Datums, tijdstippen en tijdsduren, alle in UTC.

time-month =
    { $month ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    }

time-day = { $day } { time-month } { $year }

time-moment = { $day } { time-month } { $year }, { $hour }:{ $minute } uur UTC

time-clock = { $hour }:{ $minute }:{ $second } uur UTC

time-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
time-hours =
    { $count ->
        [one] { $count } uur
       *[other] { $count } uur
    }
time-minutes =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
time-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } seconden
    }
