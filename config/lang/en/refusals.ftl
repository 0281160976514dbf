# Why a request is refused, and what to do instead: one sentence or two. The command line adds a command (`commands.ftl`).

# The sentence for it.
refusals-no-break-running = No break is running.
refusals-nothing-due = No break is due.
refusals-not-paused = There is no pause to end.
refusals-already-on-a-break = A break is running already.
refusals-break-long-enough = The break has lasted its whole time already; it ends as you go on.
refusals-no-breaks = No breaks are set. Add one in the settings.
refusals-already-snoozed = It is snoozed until { $until } already.
refusals-snoozes-spent = This break has been snoozed as often as the settings allow; start it or skip it.
refusals-no-snooze = The settings leave this break no snooze. Start it or skip it.
refusals-no-call = No call or meeting is on.
refusals-already-past = That time has passed already; name a later one.
refusals-no-own-meeting = You have told of no meeting. Calls and the calendar end by themselves.
refusals-meeting-past = That meeting would be over already; name a later end.
refusals-meeting-too-long = A meeting lasts { $most } at most.
refusals-no-exercise = No exercise is called { $id }.
refusals-hidden-by-settings = The settings hide { $id }; what they hide can be shown again only there.
refusals-hidden-already = { $id } is hidden already.
refusals-shown-already = { $id } is not hidden.
