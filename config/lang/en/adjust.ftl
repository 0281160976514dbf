# The page Settings of the main window, beside what each setting is called (keys). Nobody who reads these meets a key's name
# or a command.

# Its parts.
adjust-part-rhythm = Rhythm
adjust-part-prompts = Prompts
adjust-part-hours = Hours
adjust-part-beside = Beside breaks
adjust-part-exercises = Exercises
adjust-part-guide = Guide
adjust-part-quiet = Quiet
adjust-part-calendars = Calendars
adjust-part-notifications = Notifications
adjust-part-programs = Programs
adjust-part-machines = Your computers
adjust-part-app = The app
adjust-part-data = Your record
# The name of their list.
adjust-parts = Parts of the settings

# The search.
adjust-search = Search the settings
adjust-nothing-found = No setting has to do with "{ $sought }".

# The settings have not been told yet.
adjust-reading = The settings are being read.

# Values.
adjust-on = On
adjust-off = Off
adjust-always = Always
adjust-nothing = None
# A name of its own is not given to this machine.
adjust-name-of-host = The name that the computer has
# What counts where nothing is set.
adjust-default-is = Default: { $value }.
adjust-reset = Reset
adjust-turn-off = Turn off
# Said of a button or a choice to those who do not see beside which setting it stands: "Reset: Goal".
adjust-of = { $what }: { $label }
# The buttons - and +, by name.
adjust-less = Less: { $label }
adjust-more = More: { $label }
# What was changed, and its value now: "Goal: 70".
adjust-changed = { $label }: { $value }

# The words of choices.
adjust-choice-where =
    { $word ->
        [notification] The notification
       *[window] A window
    }
adjust-choice-person =
    { $word ->
        [crop] Short hair
        [bun] A bun
        [curls] Curls
        [bob] A bob
        [beard] A beard
        [grey] Grey hair
       *[daily] Another each day
    }
adjust-choice-hold =
    { $word ->
        [ignore] No matter
        [awake] Quiet while the screen is kept awake
       *[hold] Quiet
    }
adjust-choice-count =
    { $word ->
        [busy] Everything that takes my time
       *[meetings] Meetings with others
    }
adjust-choice-preset =
    { $word ->
        [standard] Standard
        [gentle] Gentle
        [active] Active
        [micro] Micro
       *[none] The default
    }
# Languages by their own names.
adjust-choice-language =
    { $word ->
        [en] English
        [en-XA] English with longer words, for trying out
       *[system] The system's
    }

# The rhythm: ready ones, breaks and quiet lines, and new ones.
adjust-presets-why = A ready rhythm for the break that is always there. Each number can be changed below.
adjust-rhythm = every { $every }, { $lasts } long
adjust-quiet-rhythm = a quiet line every { $every }
adjust-breaks = Breaks
adjust-nudges = Quiet lines
adjust-never = It is off and never comes.
adjust-remove = Remove
adjust-removed = { $name } is removed.
adjust-another = Another one
adjust-another-why = A break of its own length, or a quiet line that asks for nothing. Each counts desk time, as the others do.
adjust-a-break = A break
adjust-a-nudge = A quiet line
adjust-called-what = What is it called?
adjust-add = Add
adjust-no-name = Give it a name with letters or digits.
adjust-name-taken = There is one called { $name } already.

# Working hours, and exercises that are never offered.
adjust-only-then = Only at these times
adjust-free-day = Free
adjust-show-again = Show again

# What a setting takes, where something else was given.
adjust-takes-length = It takes a time from { $least } to { $most }, such as "90 s" or "20 min".
adjust-takes-length-or-off = It takes a time from { $least } to { $most }, such as "90 s" or "20 min", or "off".
adjust-takes-count = It takes a whole number from { $least } to { $most }.
adjust-takes-clock = It takes a time of day, such as "08:30".
adjust-takes-clock-or-off = It takes a time of day, such as "22:30", or "off".
adjust-takes-hours = It takes weekdays with times of day.
adjust-takes-program = It takes a program by its whole path.
adjust-takes-mails = It takes mail addresses, separated by commas.
adjust-takes-folder = It takes a folder by its whole path, or below your home folder by ~/.
adjust-takes-name = It takes a name of at most { $most } letters on one line.
adjust-takes-other = It takes something else.

# The first questions.
adjust-questions = Ask the first questions again
adjust-questions-why = Five short questions about what is at hand, who sees you and what to leave alone. Each begins with what counts now.

# What came of a change.
adjust-put-back = It is as it was.
adjust-not-changed = The settings file cannot be understood, so nothing was changed.

# The settings file: which it is, what of it does not count, and a new one where it counts for nothing.
adjust-file = Your settings are kept in { $file }, which can be changed by hand as well.
adjust-mistakes = Something in your settings file does not count
adjust-take-out = Take it out
adjust-taken-out = The line is taken out.
adjust-lost = Your settings file does not count
adjust-not-understood = Your settings file cannot be understood, so nothing was changed in it. The page Settings shows the line, and can begin the file anew.
adjust-lost-why = What counted before goes on, and nothing can be changed here until the line below is put right by hand or the file is begun anew.
adjust-begin-anew = Begin a new file
adjust-begin-anew-sure = The file is kept beside the new one, under another name. Every setting is then at its default.
adjust-begin-anew-yes = Keep it aside and begin anew
adjust-begin-anew-no = Leave it
adjust-begun-anew = A new settings file is begun. The one before is kept: { $kept }

# What is wrong in the settings file: where, and in one sentence what and what counts instead.
adjust-line = Line { $line }
adjust-secret-line = [a line with an address, which is not shown]
adjust-unknown = A setting that there is not
adjust-wrong-line = This line cannot be understood.
adjust-wrong-near = There is no such setting, so the line does not count. Perhaps "{ $near }" was meant.
adjust-wrong-unknown = There is no such setting, so the line does not count.
adjust-wrong-astray = "{ $label }" stands in a section to which it does not belong, so the line does not count.
adjust-wrong-name = No break and no quiet line can be called so, so the line does not count. Letters from a to z, digits and - can be used.
adjust-wrong-value = "{ $label }" does not take this, so the line does not count. { $takes }
adjust-wrong-no-every = The break "{ $name }" has a length and no time from one to the next, so it is left out.
adjust-wrong-no-lasts = The break "{ $name }" has no length, so { $used } counts.
adjust-wrong-lasts = The break "{ $name }" would last { $lasts } and come every { $every }, so it lasts { $used }.
adjust-wrong-same-name = "{ $name }" is a break and a quiet line, so the quiet line is left out.
adjust-wrong-heads-up = The word ahead has to come later than the break before, which is { $every }, so it counts as: { $used }.
adjust-wrong-leave = Leaving for a break has to be noticed before being away, which is after { $away }, so { $used } counts.
adjust-wrong-minimum = No break is as long as this: the longest lasts { $longest }. So 80 % of a break's length counts.
adjust-wrong-no-place = "{ $label }" could not be changed without touching the rest of the file.
