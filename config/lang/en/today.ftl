# The page Today of the main window.

today-not-running = Unhunch is not running, so nothing is counted and no break comes.
today-start-app = Start Unhunch
# It was started and does not answer yet, and not at all.
today-starting = Unhunch is starting.
today-not-started = Unhunch was started and does not answer. Try once more; if it stays so, start it from the applications menu.

# How things are, in the words of the tray.
today-state-counting = On the way to the next break
today-state-due = A break is due
today-state-snoozed = Snoozed
today-state-break = On a break
today-state-held = Quiet
today-state-paused = Paused
today-state-overdue = Overdue

# The choices behind Pause and I'm in a meeting.
today-pause-title = How long is it to be quiet?
today-pause-ends = You can resume at any time. A pause until tomorrow ends with the day.
today-meet-title = How long does the meeting last?
# Before and after the field for a clock time.
today-until = Until
today-until-then = Until then
today-no-clock = Write a time such as 16:30.

today-day-title = Your day
today-no-day = Nothing is recorded of today yet.
today-choose = Choose a break to see how it went.

# The story of a break of today, and of another day. `ended` is what it came to: "taken", "ended early".
today-story-title = { $reminder }, { $at }: { $ended }
today-story-title-of-day = { $reminder }, { $day }, { $at }: { $ended }
today-no-story = Nothing was written down of how it went.
today-claim = I did take it
today-close-story = Close
# A decision of a break, with its reason and without one.
today-step = { $what }: { $why }.
today-step-alone = { $what }.
today-step-due = It fell due
today-step-prompt = It was shown
today-step-prompt-exercise = It was shown, with { $name }
today-step-again = It was shown again
today-step-withdraw = It was taken off the screen
today-step-started = It began
today-step-snoozed = It was snoozed
today-step-held = It was held back
today-step-short = It ended early
today-step-unanswered = It stayed without an answer
today-step-undelivered = It could not be shown
today-step-taken = It was taken
today-step-natural = It was taken on your own
today-step-skipped = It was skipped
today-step-missed = It was missed
today-step-excused = It was excused
today-step-cancelled = It does not count
today-step-corrected = By your word it is: { $ended }.
# What a break counts as after the person's word.
today-counts-taken = It counts as taken now.
today-counts-natural = It counts as taken on your own now.
today-counts-skipped = It counts as skipped now.
today-counts-missed = It counts as missed now.
today-counts-excused = It counts as excused now.
today-counts-cancelled = It does not count now.

today-feel-title = How do neck, shoulders and back feel?
today-feel-loose = Loose
today-feel-tight = Tight
today-feel-sore = Sore
today-noted-loose = Noted for today: loose.
today-noted-tight = Noted for today: tight.
today-noted-sore = Noted for today: sore.
today-see-someone = When to see someone

today-meeting-title = Next meeting
# `at` is a clock time, of another day with its day.
today-meeting = It begins at { $at }.
today-meeting-titled = { $title } begins at { $at }.
today-breath = A breath before it is offered at { $at }.

# What puts right what needs attention.
today-seen = I have seen it
today-again = Try again
today-answer = Answer
today-look = Put it right
