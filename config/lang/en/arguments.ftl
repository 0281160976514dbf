# What the command line says of its own arguments: help, what a word should have been, and what is wrong with a call. What is
# said in `code` or as a word to type stays as it is.

# The whole command line, and below its list of commands.
arguments-about = A break reminder that keeps an honest record
arguments-after-help =
    Without a command it starts, shows itself in the tray and reminds until it is quit; if it runs already, it says how things are.

    Exit codes: 0 done, 1 refused or not so, 2 wrong usage, 3 Unhunch is not running, 4 it had the request and did not answer, so that it may have been done or not, 5 it was done and could not be recorded.

# What stands in place of a value.
arguments-value-command = COMMAND
# In the man page.
arguments-value-commands = subcommands
arguments-value-day = DAY
arguments-value-event = EVENT
arguments-value-feeling = FEELING
arguments-value-file = FILE
arguments-value-folder = FOLDER
arguments-value-how-long = HOW LONG
arguments-value-id = ID
arguments-value-program = PROGRAM
arguments-value-key = KEY
arguments-value-ledger = FILE.db
arguments-value-machine = MACHINE
arguments-value-outcome = OUTCOME
arguments-value-subject = SUBJECT
arguments-value-page = PAGE
arguments-value-period = PERIOD
arguments-value-pixels = PIXELS
arguments-value-shell = SHELL
arguments-value-time = TIME
arguments-value-value = VALUE
arguments-value-what = WHAT
arguments-value-zone = ZONE

# What several commands take.
arguments-home = Keep settings, record and socket in this folder, apart from your own
arguments-as-json = As JSON
arguments-as-lines = As JSON lines
arguments-what = What to do

# The commands, each with what it takes.
arguments-status = Say what is next, or why it is quiet
arguments-status-watch = Go on, one line at each change
arguments-start = Start a break now, due or not
arguments-done = The running break is over
arguments-skip = Skip the break that is due
arguments-snooze = Snooze the break that is due
arguments-pause = Be quiet for a while: 30m, "until 15:00", call, meeting or day
arguments-pause-how-long = 30m, 1h 30m, "until 15:00", call or meeting (until it ends), or day (until tomorrow); alone it is 30m
arguments-meeting = Say that you are in a meeting away from any device: 45m, "until 15:00" or done
arguments-meeting-how-long = 45m, 1h 30m, "until 15:00", or done when it is over; alone it is 30m. When its time is over it asks for a break
arguments-resume = End a pause
arguments-check-in = Note how neck, shoulders and back feel, asked or not; within ten minutes it sets the last answer right
arguments-check-in-feeling = How
arguments-symptoms = Say when to see someone: signs worth having looked at, as questions, and what Unhunch can do until then
arguments-symptoms-more =
    { arguments-symptoms }.

    It keeps no answer and is no medical advice. Nothing is changed without a yes.
arguments-symptoms-list = Show the lists and ask nothing
arguments-symptoms-json = Show them as JSON
arguments-review = Look back: figures, bars and the shape of the day
arguments-review-period = How far: today, week, month or all; or one day: yesterday or YYYY-MM-DD
arguments-review-csv = As CSV
arguments-review-breaks = With each break (JSON)
arguments-review-machine = Of which machine, where the record is of several: its name, the beginning of its id, this, or all
arguments-correct = Set right how a break ended, within 24 hours
arguments-correct-id = The break's number; `unhunch review --json --breaks` lists them
arguments-correct-outcome = How it really ended
arguments-export = Take the record out, for other programs or for keeping
arguments-export-more =
    { arguments-export }.

    It writes breaks, check-ins, nudges, the shape of the days and what other programs recorded to the terminal or into a file. The file is written whole or not at all, and only you can read it.
arguments-export-json = As JSON (where no other form is named too): one object with a list of each kind, each with all that is recorded of it
arguments-export-csv = As CSV: one line for each break, check-in, nudge, stretch of a day and day of another program; the first column says which
arguments-export-ics = As iCalendar: each break and check-in as a private event that blocks no time; stretches, nudges and days of other programs are left out
arguments-export-activitywatch = As ActivityWatch takes it in (Raw Data, Import): each break that has ended and each check-in, under this machine's name
arguments-export-machine = Of one machine alone: this, a name, or the beginning of an id; without it, of all as the review tells them
arguments-export-from = The first day: today, yesterday or YYYY-MM-DD; without it, from the beginning of the record
arguments-export-to = The last day; without it, today
arguments-export-file = Into this file; one that is there already is left as it is
arguments-export-replace = In place of the file, if it is there already
arguments-import = Bring in what another break reminder recorded; apart from your own record
arguments-import-more =
    { arguments-import }.

    It reads records of Workrave (historystats, todaystats, statistics.db), Sane Break (sane-break.db) and Entracte (events.jsonl). Stretchly keeps none. Their days stand apart in the review and are in no other figure. The same again adds nothing, a longer file what is new. Without a file it looks where these programs keep theirs: alone it says what is there, with --from it brings that in.
arguments-import-file = The file; whose it is, is known by what is in it
arguments-import-from = Whose record it is
arguments-import-dry-run = Say what would come of it, and change nothing
arguments-import-json = Say it as JSON
arguments-import-undo = Take the last import of this program back
arguments-merge = Bring in the record of another machine of yours; the review tells both as one
arguments-merge-more =
    { arguments-merge }.

    It reads the ledger.db of another machine, or files that a machine wrote for others (unhunch-ID.jsonl, unhunch-ID-YYYY-MM.jsonl). Your own rows are not changed; the days of the other machine are kept beside them. The same again adds nothing, a later copy what is new. Time at both desks at once counts once, and so does a rest that both recorded.
arguments-merge-files = The files
arguments-merge-undo = Take out all that is kept of this machine: its name, or the beginning of its id
arguments-machines = Which machines of yours the record tells of, and which of them count
arguments-machines-more =
    { arguments-machines }.

    A machine that is forgotten no longer counts in the review, nor do its breaks here, also if it is used again. Nothing of it is deleted, here or in the folder that you share, and it counts again as soon as you say so.
arguments-machines-forget = Count a machine no longer: one that you gave away, say
arguments-machines-count = Count a machine that was forgotten
arguments-machines-machine = Its name, or the beginning of its id
arguments-delete = Delete days of the record, or all of it, for good; asked before
arguments-delete-more =
    { arguments-delete }.

    Breaks, answers, the shape of the days, the journal and what other programs recorded go, and no byte of them is left in the file. A break that is open stays. Settings, and which exercises are hidden, stay. It cannot be undone; `unhunch export` keeps a copy.
arguments-delete-from = The first day: today, yesterday or YYYY-MM-DD
arguments-delete-to = The last day
arguments-delete-all = Everything, with the files that were set aside
arguments-delete-yes = Without a question
arguments-why = Say what was decided today, or around a time, and why
arguments-why-time = Around this time, as HH:MM
arguments-why-day = Another day: yesterday or YYYY-MM-DD
arguments-calendar = Say what a calendar has for a time, which of it counts as a meeting, and why the rest does not
arguments-calendar-files = Calendars (.ics), or folders of them
arguments-calendar-from = What begins at this date or time or later; alone, for a day. Without it, today
arguments-calendar-to = What begins before this date or time
arguments-calendar-zone = Where days begin and times without a zone are; otherwise the system's
arguments-calendar-all = Everything, whether it counts or not
arguments-config = See and change the settings
arguments-config-path = Print where the settings file is
arguments-config-show = Print what counts now: all of it, a group, or one value
arguments-config-show-key = Only this key, or the keys below it
arguments-config-check = Say what is wrong in the settings and in your own library files
arguments-config-check-file = Another settings file
arguments-config-set = Change one key; everything else, comments too, stays as it is
arguments-config-key = Such as break.movement.every
arguments-config-value = Such as 45min
arguments-config-unset = Go back to the default of one key
arguments-config-edit = Open the settings file, made from the commented defaults if there is none
arguments-hook = Try out a program of your own that is run when something happens
arguments-hook-more =
    { arguments-hook }.

    `unhunch config set hook.prompt /path/to/program` names one, with a comma before each word that it is to be given; hook.taken, hook.skipped, hook.missed, hook.quiet and hook.free are the others. What happened is in its environment (UNHUNCH_EVENT, UNHUNCH_AT, UNHUNCH_BREAK, UNHUNCH_INSTANCE, UNHUNCH_EXERCISE, UNHUNCH_OUTCOME, UNHUNCH_HOLDS) and on its standard input, as one JSON object with the keys event, at, break, instance, exercise, outcome and holds; what is not known is left out. No shell reads its words, and after 10 s it is ended.
arguments-hook-try = Run it once with an example, which has UNHUNCH_EXAMPLE=1, and say how it ended and what it printed
arguments-hook-event = When it is run
arguments-doctor = Say how each part is doing and what to do about it
arguments-doctor-more =
    { arguments-doctor }.

    It ends with 0 while nothing fails, with 1 when a part does, and with 3 when Unhunch is not running.
arguments-doctor-json = As JSON; with --watch one object a line
arguments-doctor-watch = Go on, one line at each change: switch the microphone on and see it
arguments-doctor-seen = What was set aside of the record is seen: it is not mentioned any more
arguments-report = Print what somebody needs to know who looks into a fault, without anything private
arguments-report-more =
    { arguments-report }.

    Versions, how each part is doing, the settings that differ from the defaults, and the last day as a scenario. Left out are names, folders, calendars, your own reminders and exercises, and what is to be spared. Nothing is sent.
arguments-simulate = Play a day written as text, at once, and say what Unhunch would do
arguments-simulate-file = The day; - reads standard input
arguments-simulate-tray = What the tray shows as well
arguments-simulate-why = Each with its reason
arguments-simulate-ledger = Keep the record in this file
arguments-log = Write a day of the record as such a text, with nothing private in it
arguments-log-scenario = Which day: today, yesterday or YYYY-MM-DD
arguments-setup = Answer a few questions, so that the exercises fit you
arguments-setup-more =
    { arguments-setup }.

    Every answer is an ordinary setting. Ctrl-C, or closing the window, changes nothing.
arguments-setup-window = Ask in a window
arguments-exercises = List the exercises with what speaks against each now, show one, hide some
arguments-exercises-fitting = Only those that fit now
arguments-exercises-list = List them all with what speaks against each now
arguments-exercises-show = Show one with its steps
arguments-exercises-id = Its name in the list
arguments-exercises-png = Draw it into this PNG file. A file there that is no PNG is left alone
arguments-exercises-size = The picture's edge in pixels
arguments-exercises-dark = On dark paper
arguments-exercises-hide = Never offer these
arguments-exercises-ids = Their names in the list
arguments-exercises-unhide = Offer these again, whatever hid them
arguments-guide = See an exercise or a breathing pattern being done, beside your work
arguments-guide-more =
    { arguments-guide }.

    Without a name it shows the break that runs, and starts one if none does. With a name it is practice: nothing is recorded.
arguments-guide-id = The exercise or breathing pattern
arguments-learn = Read: short pages on knots, breaks, stress and when to see someone, and what this app does with each practice
arguments-learn-more =
    { arguments-learn }.

    Without a name it lists the pages.
arguments-learn-page = The page; practices is the table of what this app does
arguments-learn-window = In a window
arguments-learn-json = The table as JSON
arguments-learn-csv = The table as CSV
arguments-open = Open the window, on a page of it
arguments-open-more =
    { arguments-open }.

    There is one: where it is open it comes to the front and turns to the page.
arguments-open-page = Which page; Today without it
arguments-open-subject = What to open on it: an exercise, a page to read, by its name on the command line
arguments-demo = See a whole working day in ten minutes, with a record of its own
arguments-autostart = Start with the desktop, or not
arguments-launcher = Be in the applications menu, with an icon, or not
arguments-quit = End the running app
arguments-uninstall = Take away what Unhunch keeps beside the program; your record and settings stay
arguments-uninstall-more =
    { arguments-uninstall }.

    It ends the running app, and takes away its start with the desktop, its entry in the applications menu, its sockets and what it can make or fetch again. With --home, only what is in that folder. Where your record and settings are is said at the end. The program goes by what installed it.
arguments-uninstall-all = Everything: your record, settings and own exercises too; asked before
arguments-completions = Write the completions for a shell
arguments-completions-shell = Which shell
arguments-man = Write the man page

# Around the help.
arguments-help = Print help
arguments-help-and-more = Print help (see more with '--help')
arguments-help-and-less = Print help (see a summary with '-h')
arguments-version = Print version
arguments-heading-usage = Usage:
arguments-heading-commands = Commands
arguments-heading-arguments = Arguments
arguments-heading-options = Options
# In the usage, for all of them.
arguments-options = [OPTIONS]
# After the help of an argument.
arguments-default = [default: { $value }]
arguments-values = [possible values: { $values }]

# What is to be said in place of a word that was not understood.
arguments-day = say today, yesterday or a date such as 2026-01-31
arguments-period = say today, yesterday, week, month, all or a date such as 2026-01-31
arguments-page = no page of the window
arguments-time-of-day = say a time such as 14:00
arguments-bad-event = say prompt, taken, skipped, missed, quiet or free
arguments-feeling = say loose, tight or sore
arguments-program = say workrave, sane-break or entracte
arguments-point = that is no date or time. Say a date such as 2026-01-31, or a time such as 2026-01-31T09:00:00Z
arguments-zone = there is no such zone. Say one such as Europe/Berlin

# What is wrong with a call, after the first word here.
arguments-error = error:
arguments-twice = the argument '{ $argument }' cannot be used multiple times
arguments-not-with = the argument '{ $argument }' cannot be used with '{ $other }'
# A list follows.
arguments-not-with-these = the argument '{ $argument }' cannot be used with:
arguments-command-not-with = the subcommand '{ $command }' cannot be used with '{ $other }'
# A list follows.
arguments-command-not-with-these = the subcommand '{ $command }' cannot be used with:
arguments-no-value = a value is required for '{ $argument }' but none was supplied
arguments-bad-value = invalid value '{ $value }' for '{ $argument }'
arguments-bad-value-because = invalid value '{ $value }' for '{ $argument }': { $why }
arguments-one-value-more = unexpected value '{ $value }' for '{ $argument }' found; no more were expected
arguments-no-such-command = unrecognized subcommand '{ $command }'
arguments-no-such-argument = unexpected argument '{ $argument }' found
# A list follows.
arguments-missing = the following required arguments were not provided:
arguments-no-command = '{ $command }' requires a subcommand but one was not provided
arguments-commands = [subcommands: { $commands }]
arguments-not-unicode = invalid UTF-8 was detected in one or more arguments

# What to do about it.
arguments-tip = tip:
arguments-similar-command =
    { $count ->
        [one] a similar subcommand exists: { $names }
       *[other] some similar subcommands exist: { $names }
    }
arguments-similar-argument =
    { $count ->
        [one] a similar argument exists: { $names }
       *[other] some similar arguments exist: { $names }
    }
arguments-similar-value =
    { $count ->
        [one] a similar value exists: { $names }
       *[other] some similar values exist: { $names }
    }
# A name as it is to be typed, in such a list.
arguments-name = '{ $name }'
arguments-as-a-value = to pass '{ $argument }' as a value, use '{ $instead }'
arguments-is-a-command = subcommand '{ $command }' exists; to use it, remove the '{ $dashes }' before it
arguments-read-help = For more information, try '{ $help }'.
