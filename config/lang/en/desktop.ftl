# What is said of the senses that ask the desktop: a shared screen, what keeps the screen awake, do-not-disturb. Pure.

# What such a sense says.
desktop-shared = the screen is shared
desktop-not-shared = the screen is not shared
# A presentation is what the system's own switch for one says.
desktop-presentation = a presentation is on
desktop-no-presentation = no presentation is on; a shared screen is not told
# A display that shows the same as another is most often a projector.
desktop-mirrored = a display shows the same as another
desktop-not-mirrored = no display shows the same as another; a shared screen is not told
desktop-no-screen-source = programs that capture the screen: { $capture }; screen casts: { $cast }
desktop-awake-nothing = nothing keeps the screen awake
desktop-awake-unnamed = a program keeps the screen awake
desktop-awake-one = { $one } keeps the screen awake
desktop-awake-two = { $one } and { $two } keep the screen awake
desktop-awake-more = { $one } and { $others } others keep the screen awake
# The same where one of those who list it could not be read.
desktop-awake-unread = { $awake }; { $lister }: { $why }
desktop-nobody-lists = nobody on this desktop lists what keeps the screen awake
desktop-dnd-on = on
desktop-dnd-off = off
desktop-no-dnd = { $daemon } has no do-not-disturb that we can read
# What a person can do.
desktop-advice-no-screen-source = Pause Unhunch before you share your screen.
desktop-advice-awake-failed = It is read again at its next change; if this stays, log out and in again.
desktop-advice-nobody-lists = Pause Unhunch before a film or a call without a microphone.
desktop-advice-dnd-failed = It is read again at its next change; if this stays, restart the daemon.
desktop-advice-no-dnd = Pause Unhunch when you do not want to be disturbed.
