# What the command line says: answers, refusals, and what to do. Pure.

# No app runs.
cli-not-running = Unhunch is not running. Start it with `unhunch`.
# The second start.
cli-runs-already = Unhunch is running already.
# The ledger is in use, and whoever uses it does not listen.
cli-out-of-reach = It keeps this ledger and cannot be reached from here: it may be just starting, or run on another machine or in a container. End it there before you start one here.
# The app ends and takes no more questions.
cli-ending = Unhunch is just ending. Start it again in a moment.
# The loop did not answer in time.
cli-busy = Unhunch is too busy to answer, so nothing was done. Try again in a moment.
# The app took the question and said nothing.
cli-no-answer = The running Unhunch does not answer. If that lasts, end it and start it again.
# The app went away in the middle.
cli-hung-up = The running Unhunch hung up, perhaps because it is ending or has many questions. Try again in a moment.
# The app had the request and said nothing.
cli-unknown = The running Unhunch had this and did not answer: it may have been done or not. Look how things are before you ask again.
# The socket does not work.
cli-no-talk = The running Unhunch cannot be reached ({ $why }). Check that its folder is yours, or start it again.
# The other side is of another version.
cli-other-version = The other side speaks version { $theirs } of the talk, this one { $ours }. Quit the older Unhunch and start the newer one.
# Nonsense on the socket.
cli-not-understood = That is no request Unhunch knows.
# A request beyond all bounds.
cli-too-long = The request is longer than { $most } bytes.
# A pause that is none.
cli-bad-pause = "{ $said }" is no length of a pause. Say 30m, 1h 30m, until 15:00, call, meeting or day; a day is the most.
# A meeting that is none.
cli-bad-meeting = "{ $said }" is no length of a meeting. Say 45m, 1h 30m, until 15:00 or done; 12 h is the most.
# A file that cannot be read.
cli-unreadable = { $path } cannot be read ({ $why }). Check that it is a file and yours to read.
# A file that cannot be written.
cli-unwritable = { $path } cannot be written ({ $why }). Check that its folder is yours and the disk is not full.
# A folder whose changes cannot be heard of.
cli-unwatched = Changes in { $path } cannot be heard of ({ $why }). Start Unhunch again after a change.
# The person's own editor did not open a file.
cli-no-editor = Your editor did not open { $path } ({ $why }). Set EDITOR to one that is installed, such as nano.
# No editor is named, and the desktop has no program for a file either.
cli-no-editor-named = Nothing could open { $path } ({ $why }). Set EDITOR to an editor that is installed, such as nano, and try again.
# The app cannot even begin.
cli-cannot-start = Unhunch cannot start: { $folder } cannot be used ({ $why }). Check that the folder is yours.
# The app cannot even begin: the system makes it no window, not even the unseen one by which it is told of what happens.
cli-no-windows = Unhunch cannot start: the system makes no window for it ({ $why }). Close other programs, or sign out and in again.
# The socket could not be made; the app runs on.
cli-no-socket = commands cannot reach this Unhunch ({ $why })
# How things are, for a person.
cli-status = Today: { $done } of { $of } taken.
# A settings problem with its place.
cli-problem-at = { $file }, line { $line }: { $text }
# The settings hold no problem.
cli-settings-fine = { $file } is fine.
# The file is not there, which is fine.
cli-no-settings-file = There is no { $file }: the defaults count.
# A settings file that is no TOML was copied.
cli-kept-broken = { $file } is no TOML, so the defaults count until it is put right; a copy is kept at { $kept }. `unhunch config check` says what is wrong.
# A settings file became no TOML while the app runs.
cli-now-broken = { $file } is no TOML now, so what counted before goes on. `unhunch config check` says what is wrong.
# No such key.
cli-no-key = There is no setting named { $key }. `unhunch config show` lists them.
# One key was changed.
cli-changed = { $key } is { $value } now.
# One key holds nothing any more.
cli-emptied = { $key } is empty now.
# Whether Unhunch starts with the desktop.
cli-autostart-on = Unhunch starts with the desktop ({ $file }).
# Of a Flatpak, which has to ask the desktop for it.
cli-autostart-refused = Your desktop did not allow Unhunch to start with it. Allow it in your desktop's settings, where it lists applications, and try again.
cli-autostart-no-portal = Your desktop did not answer when Unhunch asked to start with it. Name Unhunch in the desktop's own settings for what it starts.
cli-autostart-off = Unhunch does not start with the desktop. `unhunch autostart on` changes that.
# The comment of the app's entries, in the menu and for the start with the desktop.
cli-entry-comment = Reminds you to take breaks and keeps an honest record
# The day has nothing to tell.
cli-nothing-decided = Nothing is recorded for { $day }.
cli-nothing-recorded = Nothing is recorded for that day.
cli-nothing-decided-around = Nothing is recorded for { $day } around { $time }.
# The first line of an exercise, with its length and its areas of the body.
cli-exercise = { $name } ({ $seconds }; { $areas })
# Nothing was decided today so far: what will be told here, and how things are now if the app runs.
cli-nothing-decided-yet = Nothing has been decided yet today. Each break that falls due, waits or ends is told here from then on, and why. { $now }
# A record was set right.
cli-corrected = Break { $id } is { $outcome } now, marked as edited.
# A check-in was kept.
cli-noted-loose = Noted for today: loose.
cli-noted-tight = Noted for today: tight.
cli-noted-sore = Noted for today: sore. `unhunch symptoms` says when it is worth seeing someone.
# What was brought in does not count.
cli-merged-forgotten = It does not count, because this is forgotten here: { $names }. `unhunch machines count` counts it again.
# It ended.
cli-ended = Unhunch has ended.
# It was told to end and has not.
cli-not-ended = Unhunch was told to end and is still there. Look at it with `unhunch status`.
# What the demo will do.
cli-demo = This is a working day in { $minutes } minutes: a minute is an hour, from 09:00 to 19:00. Breaks fall due each minute; answer them in the notification, in the tray or here, or let them pass. While a guide is open, time is real. Leaving the desk is not sensed at this speed. Your own record is not touched. It ends with its review, or earlier with Ctrl-C; from another terminal `unhunch --home { $home } status` asks it.
