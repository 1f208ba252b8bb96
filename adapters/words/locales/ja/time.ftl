### Dates, times of day and durations. All of them are in UTC.

time-month =
    { $month ->
        [1] 1月
        [2] 2月
        [3] 3月
        [4] 4月
        [5] 5月
        [6] 6月
        [7] 7月
        [8] 8月
        [9] 9月
        [10] 10月
        [11] 11月
       *[12] 12月
    }

time-day = { $year }年{ time-month }{ $day }日

time-moment = { $year }年{ time-month }{ $day }日 { $hour }:{ $minute } UTC

time-clock = { $hour }:{ $minute }:{ $second } UTC

# With 間, because it stands inside of sentences such as 30日間記憶する.
time-days =
    { $count ->
       *[other] { $count }日間
    }
time-hours =
    { $count ->
       *[other] { $count }時間
    }
time-minutes =
    { $count ->
       *[other] { $count }分間
    }
time-seconds =
    { $count ->
       *[other] { $count }秒間
    }
