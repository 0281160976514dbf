# What the review says. It tells what was, and never scolds, warns or promises.

# Nothing was ever recorded.
review-nothing-yet = Nothing is recorded yet. Come back after the first break.
# The day has no desk time and no breaks.
review-no-day-yet = nothing recorded yet
# A period without any break due.
review-no-breaks-yet = no breaks due yet
# What the seven marks mean.
review-marks = ●{"\u00A0"}enough{"\u00A0"}breaks   ◐{"\u00A0"}some   ○{"\u00A0"}none   –{"\u00A0"}not{"\u00A0"}counted   ·{"\u00A0"}to{"\u00A0"}come
# What the weeks show.
review-weeks = breaks had, day by day, and in the week
# The record has more weeks than the picture above it.
review-last-weeks = The last { $weeks } weeks are shown; the figures in sentences are of all.
# The record has more months than the picture above it.
review-last-months = The last { $months } months are shown; the figures in sentences are of all.
# What the grid shows.
review-grid = breaks had, in percent, by the hour in which they fell due
# Nothing is recorded of a day.
review-nothing-on = Nothing is recorded for { $day } { $year }.
# Of which machines it is, where there are several.
review-machines = Of these machines together: { $names }.
# Rows of the record that cannot be read, and what to do.
review-left-out =
    { $rows ->
        [one] { $rows } row of the record cannot be read and is left out: something else wrote in the file. The rest counts; a backup of its file from before has them whole.
       *[other] { $rows } rows of the record cannot be read and are left out: something else wrote in the file. The rest counts; a backup of its file from before has them whole.
    }
# The record ends long before today.
review-old = The last record is of { $day } { $year }, { $days } days ago.
# "18 of 29 (62 %), goal 60 %"; under `least` counts only.
review-headline = { $part } of { $of } ({ $percent } %), goal { $goal } %
# "4 of 6 (67 %)"; under `least` counts only.
review-share = { $part } of { $of } ({ $percent } %)
# The same of few.
review-part = { $part } of { $of }
# The streak, as days rather than as a chain that can break.
review-streak =
    { $days ->
        [one] { $taken } of { $days } workday with enough breaks
       *[other] { $taken } of the last { $days } workdays with enough breaks
    }
review-streak-run = { $run } in a row
review-streak-best = best { $best }
# A period that lay mostly in meetings.
review-mostly-meetings = Mostly in meetings: { $part } of { $of } breaks fell outside them.
# Compliance without calls, where calls made a difference.
review-without-calls = Away from calls and meetings: { $rate }.
# The one thing that may be worth changing.
review-suggestion-less = { $hour }:00 breaks work out less often than others. Move them?
review-suggestion-most = You skip most { $hour }:00 breaks. Move them?
# What became of the prompts.
review-prompts-taken-up = { $part } of { $of } taken up
review-prompts-missed = { $part } of { $of } missed
review-prompts-snoozed = { $part } of { $of } snoozed
# How the taken breaks are known.
review-confirmed = { $part } of { $of } taken are known by more than a click: you were away, or the guide ran to its end
# How soon breaks began and prompts were answered.
review-pace-begun = begun { $length } after it was due
review-pace-answered = answered in { $median }, nine times in ten within { $most }
# How an instance ended, in a word or three.
review-outcome-open = open now
review-outcome-taken = taken
review-outcome-natural = on your own
review-outcome-short = ended early
review-outcome-skipped = skipped
review-outcome-missed = missed
review-outcome-not-running = not running
review-outcome-hours-ended = day was over
review-outcome-not-delivered = not shown
review-outcome-removed = taken out
review-outcome-cancelled = cancelled
# The hold that lasted longest says where the person was.
review-excused-call = in a call
review-excused-meeting = in a meeting
review-excused-presenting = presenting
review-excused-paused = paused
review-excused-dnd = do not disturb
review-excused-hours = out of hours
review-excused-away = away
review-excused-elsewhere = at another machine
review-excused = excused
# What else is known of an instance; `exercise` is the name of the one that was offered.
review-detail-away = { $length } away
review-detail-for = for { $length }
review-detail-snoozes =
    { $snoozes ->
        [one] { $snoozes } snooze
       *[other] { $snoozes } snoozes
    }
review-detail-by-your = by your word
review-detail-corrected-by = corrected by you
# What became of the exercises.
review-exercises-swapped = { $count } swapped
review-exercises-skipped = { $count } skipped
review-exercises-hurt = { $count } hurt
review-exercises-offered = { $count } offered
review-exercises-offered-of-them = { $count } offered: { $parts }
review-exercises-followed = { $offered }; done to the end in { $part } of { $of } breaks
# None of the exercises of a period is for an area of the body.
review-no-area = No area of the body was moved.
# Below the picture of the exercise that was done most.
review-favourite = Done most: { $name }
# The nudges shown and what was said to them.
review-nudges-shown = { $count } shown
review-nudges-shifted = { $count } shifted
review-nudges-fine = { $count } already fine
