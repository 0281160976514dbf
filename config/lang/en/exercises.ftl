# What is said of exercises in a list: what speaks against one, how many fit, what was hidden and shown again. Pure.

# Below an exercise's page.
exercises-not-now = Not offered now: { $against }.
# What speaks against it, in a few words.
exercises-unfit-needs-nothing = needs nothing
exercises-unfit-needs = needs a { $needed }
exercises-unfit-avoid = avoid { $what }
exercises-unfit-seated = done sitting
exercises-unfit-standing = done standing
exercises-unfit-floor = done on the floor
exercises-unfit-noticed = not discreet
exercises-unfit-long = { $length } is longer than a break
exercises-unfit-hidden = hidden by you
exercises-unfit-not-easy = only calm walking and breathing for now
exercises-unfit-swapped = hidden until { $until }, because it was swapped three times
exercises-unfit-hurt = hidden, because it hurt or is not for you
# Below the list.
exercises-count = { $fitting } of { $of } fit now, and are offered when they suit the moment. `unhunch setup` and `unhunch exercises hide` change which.
# No such exercise, and what may have been meant.
exercises-listed = `unhunch exercises` lists them.
exercises-unknown = There is no exercise named { $id }. { $meant }
# An exercise is not offered from now on.
exercises-hidden = { $name } is not offered any more; `unhunch exercises unhide { $id }` brings it back.
# It was hidden before.
exercises-hidden-already = { $name } is hidden already.
# An exercise is hidden no longer; other things may speak against it.
exercises-shown = { $name } may be offered again.
exercises-shown-but = { $name } is hidden no longer, but not offered now: { $against }.
# Nothing hides it.
exercises-not-hidden = { $name } is not hidden.
