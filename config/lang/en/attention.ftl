# What needs the person's attention: a line for tooltip, menu and status, which is also the title of its one notification,
# and what that says below.

# Lines of the settings that do not count: few that are all known, so many with the first of them, none that is known.
attention-settings-lines =
    { $count ->
        [one] Settings: line { $lines } does not count
       *[other] Settings: lines { $lines } do not count
    }
attention-settings-many = Settings: { $count } lines do not count, the first is line { $first }
attention-settings-some = Settings: something in them does not count
attention-settings-body = Everything else counts. Settings in the menu tells what is wrong.

# The settings file as a whole cannot be read: what counts in its place at the start, and later.
attention-no-settings-defaults = Settings cannot be read: the defaults count
attention-no-settings-before = Settings cannot be read: what counted before goes on
attention-no-settings-body = Settings in the menu tells what is wrong. It counts again as soon as it is put right.

# Entries of the person's own library files.
attention-library =
    { $entries ->
        [one] Your own exercises: { $entries } entry is left out
       *[other] Your own exercises: { $entries } entries are left out
    }
attention-library-body = Everything else counts.

# Nothing shows notifications, or the icon.
attention-no-notifications = No program shows notifications: breaks show in the icon and the window alone
attention-no-icon = This desktop shows no icon: open the window from the applications menu
# Senses that are there and do not answer, each by what it senses.
attention-silent = Not sensed now: { $senses }
attention-sense-idle = keyboard and mouse
attention-sense-lock = the locked screen
attention-sense-sleep = sleep
attention-sense-mic = the microphone
attention-sense-camera = the camera
attention-sense-calendar = calendars
attention-sense-presenting = a shared screen
attention-sense-fullscreen = a full screen
attention-sense-awake = a screen kept awake
attention-sense-dnd = do not disturb

# The welcome closed before anybody was there.
attention-welcome = Five questions wait, so that the exercises fit you
