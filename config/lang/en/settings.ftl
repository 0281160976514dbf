# What is said about settings: what each key takes, and what is wrong with a text. Pure functions; decides nothing.

# What a switch takes.
settings-a-switch = true or false
# What working hours take.
settings-hours = weekdays with times of day, such as "Mon-Thu 09:00-12:30 13:30-18:00; Fri 09:00-13:00", or empty for always
# What a list of ids takes.
settings-ids = a list of exercise ids (a-z, 0-9 and -)
# What a list of calendars takes.
settings-sources = a list of at most 32 files or folders (/... or ~/...) and addresses without a password in them (https:// or webcal://; http:// of this computer only)
# What a list of mail addresses takes.
settings-mails = a list of mail addresses
settings-folder = a folder (/... or ~/...), or "" for none
settings-name = a name of at most { $most } letters on one line, or "" for none
# What the setting of a program takes.
settings-command = a list of a program (/... or ~/...) and each word that it is given, at most 32 in all, or [] for none
# In place of a value that may hold a secret.
settings-secret = [...]
# What a line of text takes.
# What a length of time takes.
settings-a-length = a length of time (s, min, h) from { $least } to { $most }
settings-a-length-or-off = a length of time (s, min, h) from { $least } to { $most }, or 0s for off
# What a count takes.
settings-a-count = a whole number from { $least } to { $most }
# What a choice takes.
settings-a-choice = one of { $all }
# What a time of day takes.
settings-a-clock = a time of day (HH:MM) from 00:00 to 23:59
settings-a-clock-or-off = a time of day (HH:MM) from 00:00 to 23:59, or empty for off
# What a list of words takes.
settings-a-list = a list of any of { $all }
# The text is no TOML.
settings-not-toml = This text is not TOML ({ $because }), so none of it counts. Each line is to be like: lull.wait = "2min".
# There is no such key.
settings-unknown-near = There is no setting { $key }. Did you mean { $known }?
settings-unknown = There is no setting { $key }. `unhunch config show` lists all there are.
# A key stands under a section to which it does not belong.
settings-astray = There is no setting { $key }. Move { $known } above the first line in [brackets].
# A group of keys is used as if it were a key.
settings-a-group = { $key } is a group of settings and takes no value itself. Use { $inside }.
# A name for a break or nudge that cannot be one.
settings-bad-name = In { $key } the name { $name } does not fit. Use a-z, 0-9 and -, at most { $most } of them.
# A value does not fit its key; `part` is the part of it that does not, if that is known.
settings-bad-value = { $key } = { $shown } does not fit. Use { $allowed }.
settings-bad-value-part = { $key } = { $shown } does not fit (at { $part }). Use { $allowed }.
# A break without a rhythm.
settings-no-every = The break { $name } has no `every` and is left out. Add break.{ $name }.every = "60min", say.
# A break without a length.
settings-no-lasts = The break { $name } has no `lasts`, so { $used } is used. Add break.{ $name }.lasts = "{ $used }" or what you like.
# A break that is longer than its rhythm.
settings-lasts-too-long = The break { $name } lasts { $lasts } but comes every { $every }, so { $used } is used. Make `lasts` shorter than `every`.
# A nudge with a break's name.
settings-same-name = { $name } is a break and a nudge, so the nudge is left out. Give the nudge a name of its own.
# A heads-up that would come before the break before.
settings-heads-up-too-long = heads_up = { $shown } is not shorter than the time between breaks, so { $used } is used. Use less than { $every }.
# Leaving that is noticed later than being away.
settings-leave-too-long = leave.after = { $shown } is longer than away.after, so { $used } is used. Use at most { $away }.
# A minimum that no break reaches.
settings-minimum-too-long = minimum = { $shown } is longer than every break, so 80 % of a break counts instead. Use at most { $longest }.
# A known key has no value.
settings-not-set = { $key } is not set. `unhunch config set { $key } VALUE` sets it.
# The text's own form leaves no place for a key.
settings-no-place = { $key } could not be changed without touching the rest of the file. Change it there by hand.
# The head of a settings file that is made for a person.
settings-template-head =
    # Your settings for Unhunch. Each line below shows a default; take the # in front of one away and change it.
    # A saved change counts at once. Lines that do not fit are named by `unhunch config check`; the others still count.
    {""}
# Where a value in force comes from: the defaults, the preset, the person's own text; and the line in that.
settings-origin =
    { $origin ->
        [preset] preset
        [yours] yours
       *[default] default
    }
settings-origin-line = { $origin }, line { $line }
