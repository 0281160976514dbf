# What `doctor` tells of the parts around what each says itself.

parts-not-on-this-system = not on this system yet
parts-switched-off = switched off in the settings
# Of an app in a Flatpak, instead of what could be done about a sense outside one.
parts-do-sandbox = Perhaps it is only hidden from this Flatpak. Unhunch from a package for your system sees more; what is missed here you can tell it in its menu.
# A failed part, on standard error: `says` is what it says and what can be done.
parts-problem = { $part }: { $says }
# The headings of the list, and the one of its times.
parts-group-senses = What Unhunch senses
parts-group-outputs = What it shows itself with
parts-group-programs = What works with it
parts-group-keeps = What it keeps
parts-since = since
# Between the list and the changes.
parts-watching = Changes from here on, as they come; Ctrl+C ends this.
# What makes it quiet changed.
parts-quiet = quiet: { $holds }
parts-not-quiet = not quiet
