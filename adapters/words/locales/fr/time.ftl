### Dates, times of day and durations. All of them are in UTC. $day and $month are numbers; $year, $hour, $minute and $second are written out (07).

time-month =
    { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }

time-day =
    { $day ->
        [1] { $day }er { time-month } { $year }
       *[other] { $day } { time-month } { $year }
    }

time-moment =
    { $day ->
        [1] { $day }er { time-month } { $year } à { $hour }:{ $minute } UTC
       *[other] { $day } { time-month } { $year } à { $hour }:{ $minute } UTC
    }

time-clock = { $hour }:{ $minute }:{ $second } UTC

time-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
time-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
time-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
time-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
