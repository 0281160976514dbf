# What stands at the review's sections and charts: their names, and days, hours and lengths of time in them.

# The name of a section.
charts-heading-today = Today
charts-heading-this-week = This week
charts-heading-this-month = This month
charts-heading-twelve-weeks = Twelve weeks
charts-heading-this-year = This year
charts-heading-all-time = All time
charts-heading-timeline = Timeline
charts-heading-streak = Streak
charts-heading-prompts = Prompts
charts-heading-desk = At the desk
charts-heading-weeks = Weeks
charts-heading-hours = Hours
charts-heading-reminders = By reminder
charts-heading-exercises = Exercises
charts-heading-nudges = Quiet lines
charts-heading-tension = Tension
charts-heading-imported = Imported
# How long a kind of time went on: "desk 7 h 20 min".
charts-spent = { $kind } { $length }
charts-spent-active = desk
charts-spent-call = call
charts-spent-meeting = meeting
charts-spent-paused = paused
charts-spent-away = away
charts-spent-not-running = not running
# All days of the week in one row.
charts-all-weekdays = all
# One or two letters for a weekday, 0 (Monday) to 6.
charts-weekday =
    { $day ->
        [0] Mo
        [1] Tu
        [2] We
        [3] Th
        [4] Fr
        [5] Sa
       *[6] Su
    }
# "Fri 9 Jan, 09:00 to 11:20"; of the day that is looked at its times alone.
charts-stretch = { $from } to { $to }
charts-stretch-of-day = { $day }, { $from } to { $to }
