# What `doctor` says of the parts that the app keeps itself, and around its list. Pure.

# The settings.
doctor-settings =
    { $problems ->
        [0] every line counts
        [one] { $problems } line does not count
       *[other] { $problems } lines do not count
    }
# The library.
doctor-library =
    { $left_out ->
        [0] { $exercises } exercises
        [one] { $exercises } exercises, { $left_out } entry left out
       *[other] { $exercises } exercises, { $left_out } entries left out
    }
doctor-library-failed = a file of your own counts for nothing: { $problem }
# The record.
doctor-refused =
    { $records ->
        [one] { $records } record did not fit what is there and stands in the journal instead; all others are written
       *[other] { $records } records did not fit what is there and stands in the journal instead; all others are written
    }
doctor-anew = the state of the last run could not be read, so countdowns began anew; the record is whole
# The folder that machines share: how many others have written into it.
doctor-shared =
    { $others ->
        [0] no other machine has written into it yet
        [one] { $others } other machine has written into it
       *[other] { $others } other machines have written into it
    }
doctor-no-shared-folder = the folder is not there
doctor-shared-trouble = it cannot be used: { $why }
# The socket of the commands.
doctor-listens = listens
# The clock: times faster than life, for trying things out.
doctor-speed =
    { $speed ->
        [1] real time
       *[other] { $speed } times faster than life
    }
# The terminal, where it stands in for a desktop.
doctor-prompts-keys = prompts here, answered by single keys
doctor-prompts-printed = prompts are printed, answered by `unhunch` from elsewhere
# The guide's window.
doctor-guide-not-yet = opens when a break starts
doctor-guide-shown = it opened
doctor-guide-died = the last one closed by itself: { $end }
doctor-guide-in-notification = the notification shows the steps, as set
doctor-guide-without-display = no display, so the steps are shown as notifications or in the terminal
# How the process of a window ended.
doctor-ended-signal = its process was ended by signal { $signal }
doctor-ended-status = its process ended with status { $status }
doctor-ended = its process ended
doctor-not-started = its process could not be started ({ $why })
doctor-too-slow = no window appeared within 3 s
# What a person can do about such a part.
doctor-check-settings = `unhunch config check` says what is wrong; everything else counts.
doctor-shared-waits = Nothing is lost: what is to be told waits, and is caught up as soon as the folder is back.
doctor-ledger-left = Until then Unhunch goes on and keeps everything in memory.
doctor-ledger-waits = Unhunch goes on and keeps everything in memory; it is written as soon as that works. Free disk space or mend the file.
doctor-set-aside = All that follows is recorded as ever. Keep that file if you want it looked into; `unhunch doctor --seen` ends this line.
doctor-no-socket = Answer in the tray or the notification; start Unhunch again to try once more.
doctor-fast = Set clock.speed to 1 for real days.
doctor-tray-again = Start Unhunch again to have the tray back.
doctor-guide-fails = The steps are shown without it. `unhunch guide` tries again; `unhunch config set guide.where notification` leaves the window out.
# A sense of calls that has not changed for long. `device` is mic or camera.
doctor-deaf =
    { $device ->
        [camera] It has never changed, on { $days } days with meetings: if you use a camera on this machine, it may be deaf.
       *[mic] It has never changed, on { $days } days with meetings: if you take calls on this machine, it may be deaf.
    }
doctor-deaf-since =
    { $device ->
        [camera] It has not changed since { $changed }, on { $days } days with meetings: if you use a camera on this machine, it may be deaf.
       *[mic] It has not changed since { $changed }, on { $days } days with meetings: if you take calls on this machine, it may be deaf.
    }
# Goes on from both, on the command line.
doctor-deaf-watch = { $deaf } `unhunch doctor --watch` shows what it notices.
# The person has seen the files that were set aside.
doctor-seen =
    { $files ->
        [0] There was nothing to see: no file was set aside.
       *[other] Good. It is not mentioned any more.
    }
# Nothing is running, so only a part can be told.
doctor-alone = Unhunch is not running; this is what can be told without it. Start it with `unhunch`.
# The state's word in the list.
doctor-state-works = works
doctor-state-not-here = not here
doctor-state-failed = failed
doctor-state-off = off
