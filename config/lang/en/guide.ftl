# The words of the guide: in its window, and in a terminal where no window can open.

# The person is done.
guide-done = Done
# Another exercise.
guide-swap = Swap
# Not for this person.
guide-hurt = Hurts or not for me
# The same where there is little room.
guide-hurt-short = Hurts
# What was hidden is shown again.
guide-undo = Undo
# The window away.
guide-close = Close
# The sound of a step, as mixers list it.
guide-sound = Next step
# The title of the window.
guide-title = { $name } - Unhunch
# The name of what is shown when nothing is to be done.
guide-free = Free time
# What to do with it.
guide-walk = Walk a little, look far.
# The time is up.
guide-over = That is it. Ease back in.
# Where one is in the steps.
guide-step = Step { $n } of { $of }
guide-step-other-side = Step { $n } of { $of }, other side
# The cue after this one.
guide-next = Then: { $cue }
# That the sides change over next.
guide-other-side = the other side.
# How often and how long: "8 times, hold for 3 s".
guide-dose-once-each = Once on each side
guide-dose-times = { $n } times
guide-dose-times-each = { $n } times on each side
guide-dose-hold = hold for { $seconds } s
# What became of an exercise that hurts.
guide-hidden = { $name } is hidden. You can show it again under Exercises.
# Which one of several it is: "3 of 10".
guide-one-of = { $n } of { $of }
# Seconds that a hold still lasts: "17 s".
guide-hold = { $left } s
# What is done by that name is not known.
guide-no-such = There is no exercise or breathing pattern named { $id }.{ $meant }
# The first line in a terminal.
guide-heading = { $name }, { $lasts }. Ctrl-C ends it.
# The figure for those who do not see it.
guide-figure = A figure doing it, { $name }: { $cue }
# What to do with the breath.
guide-breath-in = Breathe in
guide-breath-top-up = A little more in
guide-breath-hold = Hold
guide-breath-out = Breathe out
guide-breath-rest = Rest empty
# What to do where nothing is paced.
guide-own-breath = Breathe as it comes
# How many breaths are left, this one included.
guide-cycles =
    { $left ->
        [1] Last breath
       *[other] { $left } breaths left
    }
# The time left of the break, beside that of its exercise: "Break 2:20".
guide-of-break = Break { $left }
# The time left, said.
guide-left = Time left: { $left }
# What the app says of the guide's window. It is on screen.
guide-opened = The guide is open.
# It was already.
guide-in-front = The guide is open already; it comes to the front.
# The break ended before the window was there.
guide-too-late = The break was over before the guide opened.
# Windows need a display.
guide-no-display = Unhunch runs without a display, so no window can open.
# No window opened.
guide-not-opened = The guide could not open. The break goes on; its steps are shown without a window.
guide-not-opened-because = The guide could not open ({ $why }). The break goes on; its steps are shown without a window.
