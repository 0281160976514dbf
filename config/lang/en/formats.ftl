# How times, lengths, days and small numbers are told.

# A time of day: "09:05". Both are written with two digits.
formats-clock = { $hour }:{ $minute }
# A time of tomorrow: "tomorrow 09:05".
formats-tomorrow = tomorrow { $clock }
# A time of another day of this week: "Sunday 09:05", "Sun 09:05".
formats-day-and-clock = { $day } { $clock }

formats-seconds = { $seconds } s
formats-minutes = { $minutes } min
formats-minutes-seconds = { $minutes } min { $seconds } s
formats-hours = { $hours } h
formats-hours-minutes = { $hours } h { $minutes } min

# A day of this year, and one of any year: "9 Jan", "9 Jan 2026". With its weekday: "Fri 9 Jan".
formats-date = { $day } { $month }
formats-date-year = { $date } { $year }
formats-weekday-and-date = { $weekday } { $date }
# "Jan 2026".
formats-month-year = { $month } { $year }
# From a day to another: "5 to 11 Jan 2026".
formats-range = { $from } to { $to }

# 0 is Monday.
formats-weekday =
    { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }
formats-weekday-short =
    { $day ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[6] Sun
    }
formats-month-short =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }

# A small number as a word within a sentence.
formats-number =
    { $n ->
        [0] no
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
       *[other] { $n }
    }

# One thing more in a list of several: "neck, jaw".
formats-list = { $list }, { $next }
# The last of several that one can choose from: "neck, jaw or hip".
formats-or = { $list } or { $last }
# One finding more in a line of several.
formats-series = { $list }; { $next }
# The question that suggests names for one that is not known.
formats-did-you-mean = Did you mean { $names }?
# The last of several things that are all meant: "neck, jaw and hip".
formats-and = { $list } and { $last }
