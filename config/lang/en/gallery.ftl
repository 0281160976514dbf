# The page Exercises of the main window.

# The gallery: how many of all are shown.
gallery-count = { $shown } of { $of } are shown.
# The field in which words of a name, an area or a cue are written.
gallery-search = Search exercises
# Which are shown.
gallery-fitting = Fits me now
gallery-all = All
gallery-hidden = Hidden
# Filters while they let everything through.
gallery-any-area = Any area
gallery-any-posture = Any posture
gallery-any-equipment = Any equipment
gallery-any-length = Any length
gallery-any-place = Any place
# How something is done, also as filters.
gallery-seated = Sitting
gallery-standing = Standing
gallery-floor = On the floor
# What is needed, also as filters.
gallery-needs-nothing = Nothing needed
gallery-needs-wall = A wall
gallery-needs-band = A resistance band
gallery-needs-roller = A foam roller
gallery-needs-chair = A chair
# How long it takes.
gallery-up-to = Up to { $length }
gallery-over = Over { $length }
# Where it can be done: among others, who do not notice.
gallery-unnoticed = Among others, unnoticed
# A filter for those who do not see it: what it is about is in its choice.
# The filters where they are folded away, and how many are set.
gallery-filters =
    { $set ->
        [0] Filters
       *[other] Filters ({ $set } set)
    }
gallery-filter = Filter: { $chosen }
# Nothing is left, and the way out.
gallery-none = Nothing here fits all of that.
gallery-reset = Show all
# One of the gallery for those who do not see it.
gallery-tile-fits = { $name }, { $length }, { $areas }, fits
gallery-tile-against = { $name }, { $length }, { $areas }, { $against }
# What stands for the areas of a breathing pattern.
gallery-pattern = breathing pattern
# The page of one.
gallery-back = All exercises
gallery-play = Play
gallery-pause = Pause
gallery-try = Try it
gallery-try-note = A break begins now with it. It counts when it lasts long enough.
gallery-practice-note = Unhunch is not running, so this is practice: nothing is recorded.
gallery-pattern-note = The guide shows it. Nothing is recorded.
gallery-hide = Hide
gallery-show = Show again
gallery-not-now = Not offered now: { $against }.
gallery-what-fits = What fits me
gallery-how = How
gallery-other-side = Then the same on the other side.
gallery-why = Why
gallery-caution = Take care
# One phase of a breath with its seconds.
gallery-phase = { $act } { $seconds } s
# How many breaths it has.
gallery-breaths =
    { $n ->
        [one] { $n } breath
       *[other] { $n } breaths
    }
# What came of an order.
gallery-is-hidden = { $name } is hidden. You can show it again here.
gallery-shown = { $name } may be offered again.
gallery-shown-but = { $name } is hidden no longer. It is not offered now: { $against }.
gallery-break-running = A break is running. Try this one when it is over.
