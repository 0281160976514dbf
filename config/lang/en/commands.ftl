# What the command line adds to a sentence: which command says more, or does it. Nothing on the desktop says these.

# Bringing in what another program recorded: how, and back again.
commands-import-how = `unhunch import --from PROGRAM` brings it in.
commands-import-undo = `unhunch import --undo { $program }` takes it back.
# The first questions: where it says when to see someone, how all is changed later, and that they were left.
commands-help = When to see someone, and how soon, is in `unhunch learn help`.
commands-later = All of it can be changed at any time: `unhunch setup` asks again, `unhunch config` has each setting.
commands-left = Nothing was changed. `unhunch setup` asks again.
# At the first start without a desktop.
commands-hint = New here? `unhunch setup` asks a few questions, so that the exercises fit you.
# The settings are no TOML, so nothing can be put into them.
commands-broken = { $file } is no TOML, so no answer could be kept. `unhunch config check` says what is wrong.
# A program that is run when something happens: what tells more of it, and how one is named.
commands-try-hook = `unhunch hook try { $event }` runs it with an example and shows what it prints.
commands-name-hook = `unhunch config set hook.{ $event } /path/to/program` names one.
# No window could open for them.
commands-no-window = { $why } `unhunch setup` asks the questions in a terminal.
# What was meant by a request that is refused, or says more of it.
commands-no-break-running = `unhunch start` begins one.
commands-nothing-due = `unhunch pause 30m` keeps the next one away for a while.
commands-not-paused = `unhunch status` shows what is on.
commands-done = `unhunch done` ends it.
commands-no-breaks = `unhunch config path` names their file.
commands-start = `unhunch start` begins the break now.
commands-no-snooze = `snooze.most` is 0, or `snooze.length` is over half of its `every`.
commands-no-call = `unhunch pause 30m` pauses by the clock.
commands-already-past = `unhunch pause 30m` says how long.
commands-meeting = `unhunch meeting 45m` tells of one.
commands-meeting-too-long = `unhunch pause day` is quiet until tomorrow.
commands-no-exercise = `unhunch exercises list` names them all.
commands-hidden-by-settings = It is in `exercise.hidden`.
# No window can open for the guide.
commands-no-display = `unhunch start` starts a break and shows its steps.
# Whether something was done is unknown.
commands-look = Look with `unhunch status`.
# It is in the menu by our own entry, by one that is not of our making, or not.
commands-in-menu = Unhunch is in the applications menu ({ $file }). `unhunch launcher off` takes it out.
commands-in-menu-by-others = Unhunch is in the applications menu by { $file }, which it did not make and leaves alone.
commands-not-in-menu = Unhunch is not in the applications menu. `unhunch launcher on` puts it there.
# The entry by which it was to start with the desktop names what is no program.
commands-autostart-gone = Unhunch does not start with the desktop: { $file } names { $program }, which is no program any more. `unhunch autostart on` names this one.
# Started by hand in the way of the running app, and what to use instead.
commands-not-by-hand = Only the running Unhunch opens a window in this way. Use `unhunch { $instead }`.
# The question in a terminal, behind what would be deleted.
commands-delete = `unhunch export` keeps a copy first. Delete it? yes or no.
# Behind what stays of a person's after the app is taken away.
commands-uninstall = `unhunch uninstall --all` takes it away too.
