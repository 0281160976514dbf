# The notifications. Titles stay under 60 characters; bodies are plain text, a line a thought.

# The app's name as a title, where a line of the library is all there is to say.
notices-app = Unhunch
# The body of a quiet line that the person has named, under that name.
notices-own-nudge = A quiet line of your own.

# A break's prompt.
notices-prompt-movement = Time to move
notices-prompt-break = { $reminder } break
# Without an exercise.
notices-prompt-move = Stand up and move a little
# The exercise, or what to do without one, and how long the break lasts; how many exercises follow, as a word.
notices-prompt-one = { $name }, { $length }
notices-prompt-more = { $name }, then { $more } more, { $length }
notices-prompt-enough = { $length } is enough to count.
notices-prompt-spent = Snoozed as often as you allow yourself: take it now, or skip it.

# The guide in a notification.
notices-guide-cue = { $at } of { $of }: { $cue }
notices-guide-times = This exercise: { $exercise }. The break: until { $until } ({ $left } left)
notices-guide-free = Until { $until } ({ $left } left)
# The safety line that goes with every exercise.
notices-guide-stop = Move within comfort. Stop if anything hurts.
# The guide is here and not in its window.
notices-guide-no-window = The guide's window could not open, so its steps come here.

# A breath before a meeting: its title, and the pattern with its length.
notices-breath = A breath before your { $at } meeting
notices-breath-pattern = { $name }, { $length }

notices-check-in = How do neck, shoulders and back feel?
notices-check-in-body = Only for your own record.
notices-meeting-over = The time of your meeting is over
notices-meeting-over-body = Take a break before the next thing?
notices-pause-ended = The pause is over
notices-pause-ended-body = Breaks are on again.
notices-heads-up = { $reminder } break at { $at }
notices-heads-up-body = Finish the sentence first.
notices-wind-down = Winding down
notices-reflect = A moment to notice

# What the buttons are called.
notices-do-start = Start
notices-do-breathe = Breathe along
notices-do-snooze = Snooze
notices-do-snooze-for = Snooze { $length }
notices-do-more = More
notices-do-more-of = { $length } more
notices-do-skip = Skip
notices-do-shifted = Shifted
notices-do-fine = Already fine
notices-do-loose = Loose
notices-do-tight = Tight
notices-do-sore = Sore
notices-do-now = Break now
notices-do-later = Later
