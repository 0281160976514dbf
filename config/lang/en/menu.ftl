# The tray's menu, and the one line of tray and status. The resident app shows them at once: nothing else belongs here.

menu-start = Start break now
menu-done = Break done
menu-guide = Show the guide
menu-snooze = Snooze { $length }
menu-skip = Skip
menu-pause = Pause
menu-resume = Resume
menu-for-minutes = For { $minutes } min
menu-until-call-ends = Until the call ends
menu-until-meeting-ends = Until the meeting ends ({ $clock })
menu-until-both-end = Until call and meeting are over
menu-until-tomorrow = Until tomorrow
menu-in-a-meeting = I'm in a meeting
menu-meeting-done = The meeting is over
# How many of the breaks that fell due today were taken.
menu-today =
    { $of ->
        [0] No breaks yet today
       *[other] { $done } of { $of } taken today
    }
menu-open = Open Unhunch
menu-review = Review
menu-learn = Learn
menu-settings = Settings
menu-why = Why?
menu-quit = Quit

# The line. `reminder` is a break's name; at the beginning of a sentence it begins with a capital.
menu-line-break = On a break
menu-line-break-until = On a break until { $until }
menu-line-break-quiet = On a break. Quiet: { $holds }
menu-line-break-until-quiet = On a break until { $until }. Quiet: { $holds }
menu-line-quiet = Quiet: { $holds }
menu-line-quiet-waits = Quiet: { $holds }. { $reminder } waits
menu-line-quiet-overdue = Quiet: { $holds }. { $reminder } is overdue
menu-line-meeting-over = The time of your meeting is over
menu-line-snoozed = { $reminder } is snoozed until { $until }
menu-line-owed = { $reminder } comes at { $at }
menu-line-undeliverable = { $reminder } is due (notifications are not available)
menu-line-due = { $reminder } is due
menu-line-next = Next: { $reminder } at { $at }
menu-line-waiting = Next: { $reminder } after { $left } more at the desk
menu-line-no-breaks = No breaks are set

# What makes it quiet: one of a list within a sentence.
menu-hold-locked = screen locked
menu-hold-asleep = asleep
menu-hold-paused = paused
menu-hold-hours = outside working hours
menu-hold-call = in a call
menu-hold-meeting = in a meeting
menu-hold-presenting = presenting
menu-hold-dnd = do not disturb
menu-hold-elsewhere = you are at your other machine
menu-hold-elsewhere-at = you are at your other machine { $name }
# Until when, and which meeting.
menu-hold-until = { $hold } until { $until }
menu-hold-titled = { $hold }: { $title }
