# Why a request is refused, and what to do instead: one sentence each.

# The sentence for it.
refusals-no-break-running = No break is running; `unhunch start` begins one.
refusals-nothing-due = No break is due; `unhunch pause 30m` keeps the next one away for a while.
refusals-not-paused = There is no pause to end; `unhunch status` shows what is on.
refusals-already-on-a-break = A break is running already; `unhunch done` ends it.
refusals-break-long-enough = The break has lasted its whole time already; it ends as you go on, or by `unhunch done`.
refusals-no-breaks = No breaks are set; add one to the settings file that `unhunch config path` names.
refusals-already-snoozed = It is snoozed until { $until } already; `unhunch start` begins the break now.
refusals-snoozes-spent = This break has been snoozed as often as the settings allow; start it or skip it.
refusals-no-snooze = The settings leave this break no snooze: `snooze.most` is 0, or `snooze.length` is over half of its `every`. Start it or skip it.
refusals-no-call = No call or meeting is on; `unhunch pause 30m` pauses by the clock.
refusals-already-past = That time has passed already; name a later one, such as `unhunch pause 30m`.
refusals-no-own-meeting = You have told of no meeting; `unhunch meeting 45m` does. Calls and the calendar end by themselves.
refusals-meeting-past = That meeting would be over already; name a later end, such as `unhunch meeting 45m`.
refusals-meeting-too-long = A meeting lasts { $most } at most; `unhunch pause day` is quiet until tomorrow.
refusals-no-exercise = No exercise is called `{ $id }`; `unhunch exercises list` names them all.
refusals-hidden-by-settings = The setting `exercise.hidden` names `{ $id }`; what it names can be shown again only there.
refusals-hidden-already = `{ $id }` is hidden already.
refusals-shown-already = `{ $id }` is not hidden.
