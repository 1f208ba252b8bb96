### Dates, times of day and durations. All of them are in UTC. $day and $month are numbers; $year, $hour, $minute and $second are written out (07).

time-month =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }

time-day = { $day } de { time-month } de { $year }

time-moment = { $day } de { time-month } de { $year } a las { $hour }:{ $minute } UTC

time-clock = { $hour }:{ $minute }:{ $second } UTC

time-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
time-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
time-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
time-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
