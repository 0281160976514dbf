# What is said of calendars: what of them counts, why the rest does not, and what is wrong with a text. Pure.

# Why an occurrence is no meeting.
calendar-why-not-all-day = it is on whole days
calendar-why-not-cancelled = it was called off
calendar-why-not-declined = you declined it
calendar-why-not-free = it is marked as free time
calendar-why-not-away = you are marked as away or elsewhere
calendar-why-not-no-length = it has no length
calendar-why-not-too-long = it is longer than { $hours } hours
calendar-why-not-alone = nobody else is in it, and it has no link to a call
# How a meeting is marked, where that is worth saying.
calendar-mark = {" "}(tentative)
# Above the events that do not count.
calendar-others = Not meetings:
# There is nothing at all.
calendar-nothing = The calendar has nothing then.
# There is something, but no meeting.
calendar-no-meetings = No meetings.
# A day: "Fri 2026-01-09".
calendar-day = { $weekday } { $date }
# The time of an event.
calendar-times = { $day } { $from } - { $to }
calendar-times-over-days = { $day } { $from } - { $last } { $to }
# An event with whole days for a time.
calendar-all-day = { $day } all day
calendar-days = { $first } - { $last } all day
# An event without a title.
calendar-untitled = (no title)
# A file or folder that cannot be read; `why` goes on from its name ("is not there").
calendar-unreadable = { $path } { $why }. Name a calendar file (.ics) or a folder of them that you may read.
# What is wrong with a text that should be a calendar.
calendar-problem-too-long = { $file } is larger than { $megabytes } MB, which is more than is read of a calendar. Export less of it, such as this year.
calendar-problem-no-calendar = { $file } is no calendar: nothing in it begins one. Check that it is an iCalendar file (.ics).
calendar-problem-too-many = { $file } has more than { $most } events in that time. Ask for less time, or look for an event that repeats too often.
# Some events could not be taken in.
calendar-left-out =
    { $count ->
        [one] { $file }: { $count } event or their rules could not be read and are left out. Look at them in the program that wrote the calendar.
       *[other] { $file }: { $count } events or their rules could not be read and are left out. Look at them in the program that wrote the calendar.
    }
# Times in zones that nobody knows.
calendar-unknown-zones = { $file } { $zones }. Choose another zone for these events in the program that wrote the calendar.
# Nothing to read.
calendar-no-source = No calendar is named. Name a file or a folder (`unhunch calendar FILE.ics`), or set `calendar.sources`.
# A folder without calendars.
calendar-empty-folder = { $folder } holds no calendar. Name a folder with .ics files.
# The end is not after the beginning.
calendar-backwards = The time asked for ends before it begins. Give a `--to` that is later than `--from`.
