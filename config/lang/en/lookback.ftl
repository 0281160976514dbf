# The page Review of the main window, beside what the review itself says.

# How much is looked back on at once.
lookback-day = Day
lookback-week = Week
lookback-month = Month
lookback-twelve-weeks = 12 weeks
lookback-year = Year
lookback-all = All
# To the period before and after, and to the one that goes on now.
lookback-earlier = Earlier
lookback-later = Later
lookback-now = Today
# To any day, by a calendar; in it, to the month before and after.
lookback-any-day = Go to a day
lookback-month-before = Month before
lookback-month-after = Month after
# Charts or their figures.
lookback-tables = Figures as tables
# Before the record was read.
lookback-reading = The record is being read.
# Rows of the record that cannot be read.
lookback-left-out =
    { $rows ->
        [one] { $rows } row of the record cannot be read and is left out: something else wrote in the file. The rest counts.
       *[other] { $rows } rows of the record cannot be read and are left out: something else wrote in the file. The rest counts.
    }
# What stands above the columns of the figures.
lookback-head-all = All
lookback-head-area = Area
lookback-head-breaks = Breaks had
lookback-head-count = Exercises
lookback-head-day = Day
lookback-head-due = Due
lookback-head-ended = How it ended
lookback-head-goal = Goal
lookback-head-length = Length
lookback-head-month = Month
lookback-head-more = More
lookback-head-reminder = Reminder
lookback-head-stretch = Stretch
lookback-head-tension = Tension
lookback-head-week = Week
lookback-head-weekday = Weekday
lookback-head-when = When
# A goal: "60 %".
lookback-percent = { $percent } %
# An hour of the day, as the name of a column: "09".
lookback-hour = { $hour }
# A cell of the hours in words: "Mon, 09:00: 4 of 6 (67 %)". And one of the days: "Mon 5 Jan: 4 of 6 (67 %)".
lookback-cell = { $place }: { $figure }
# What the marks of the days mean.
lookback-mark-enough = enough breaks
lookback-mark-some = some
lookback-mark-none = none
lookback-mark-not-counted = not counted
lookback-mark-to-come = to come
# What the cells show.
lookback-cells = The fuller a square, the more breaks were had. A dot: too few to tell.
# Tension beside breaks: "0.5 of 2, breaks 4 of 6 (67 %)".
lookback-tense = { $mean } of 2, breaks { $breaks }
# The hour that is worth moving, with its numbers, and what takes it up.
lookback-suggestion = Of the { $of } breaks that fell due from { $hour } on in the last twelve weeks, { $part } were had: clearly fewer than at other times. If that hour is kept free, what would fall due in it comes after it.
lookback-keep-free = Keep { $from } to { $to } free
lookback-kept-free = No break falls due from { $from } to { $to }.
