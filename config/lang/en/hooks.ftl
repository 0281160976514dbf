# What is said of the programs that are run when something happens. `event` is prompt, taken, skipped, missed, quiet or free.

# What `doctor` tells of them.
hooks-none = none is named
hooks-named =
    { $programs ->
        [one] { $programs } program is named; it was not run yet
       *[other] { $programs } programs are named; none was run yet
    }
# `when` is one of the messages of hooks-when.
hooks-ran = the last one ran { $when }
hooks-failed = the last one, { $when }, did not do its work: { $end }
# When a program is run, in the middle of a sentence.
hooks-when =
    { $event ->
        [prompt] when a break was prompted
        [taken] when a break was taken
        [skipped] when a break was skipped
        [missed] when a break was missed
        [quiet] when it became quiet
       *[free] when it was quiet no longer
    }
# How one ended.
hooks-ended-status = it ended with status { $status }
hooks-ended-signal = it was ended by signal { $signal }
hooks-ended = it ended, and the system does not say how
hooks-too-long = it took longer than { $within } and was ended
hooks-not-started = it could not be started ({ $why })
hooks-too-many = { $most } others were still running, so it was left out
# One was tried out; `took` is in seconds.
hooks-tried = { $program } did its work in { $took } s.
hooks-tried-in-vain = { $program } did not do its work, after { $took } s: { $end }.
hooks-printed-nothing = It printed nothing.
hooks-none-named = No program is named for this.
# On the page Settings.
hooks-why = A program that you name is run then, and told what happened. No shell reads what it is given, and it has ten seconds.
hooks-program = Its whole path
hooks-given-what = Words for it, if any
hooks-given = It is given: { $words }
hooks-of = { $what }: { $when }
hooks-name-it = Use this program
hooks-try-it = Try it now
hooks-trying = It is being run.
hooks-take-out = Remove
hooks-is-named = The program is run from now on.
hooks-is-taken-out = No program is run then any more.
hooks-no-program = There is no such file. Name a program by its whole path, such as /usr/bin/paplay.
