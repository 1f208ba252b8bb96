### Dates, times of day and durations. All of them are in UTC.

time-month =
    { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    }

time-day = { $day ->
        [1] 1º
       *[other] { $day }
    } de { time-month } de { $year }

time-moment = { $day ->
        [1] 1º
       *[other] { $day }
    } de { time-month } de { $year } às { $hour }:{ $minute } UTC

time-clock = { $hour }:{ $minute }:{ $second } UTC

time-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
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
