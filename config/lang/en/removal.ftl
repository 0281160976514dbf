# Taking the app away from a person's account. The command line alone says these.

# What was done, for the person's own app or for one with a folder of its own.
removal-done = Unhunch has ended. Its start with the desktop, its entry in the menu and its short-lived files are gone.
removal-done-there = The Unhunch of { $folder } has ended, and its short-lived files are gone.
# The record and the settings stay: those of them that are there.
removal-stays = This is yours and stays: { $files }.
# They went as well.
removal-all-gone = Your record and your settings are gone too.
# Its window was told to close and did not: nothing was taken away.
removal-window-stays = The window of Unhunch does not close. Close it, and say this again.
# What is in the way of a folder's end.
removal-not-ours = { $folder } stays, because something in it is not Unhunch's.
# The program itself.
removal-program = The program is { $program }: what installed it takes it away.
# Before everything is taken away.
removal-would-take-all = This takes away everything that Unhunch keeps: your whole record with every file that was set aside from it ({ $record }), and your settings with your own exercises ({ $settings }). It cannot be undone.
