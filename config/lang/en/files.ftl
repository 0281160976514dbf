# What is said of files: why one is not read or changed, and what the app that runs makes of a change. Pure.

# Something else is where a file belongs.
files-no-file = it is no file, but a folder, a pipe or a device
# The same, of a file of our own beside another: where.
files-no-file-at = { $file } is no file
# A file beyond the limit.
files-too-long = it is longer than any such file
# Nothing has that name.
files-not-there = it is not there
# So many broken settings files are kept that there is no name for one more.
files-too-many = there are too many broken ones already
# Bytes that are no text.
files-not-utf8 = this line has bytes that are no UTF-8. Save the file as UTF-8; until then it counts for nothing and is not changed.
# Another command has been changing the file for too long.
files-no-turn = another command is changing it
# A folder that is to be private is somebody else's.
files-not-yours = the folder, or the link to it, belongs to another user
# A settings file was changed, and the running app goes on as before.
files-not-taken-up = { $file } is changed, but the running Unhunch has not taken it up. { $why }
# The running app has other settings.
files-other-settings = It reads { $file }. Change that one, or start it again.
# There is more wrong than is said; goes on from the last that is.
files-and-more =
    { $more ->
        [one] { $last } { $more } more does not count and is not listed.
       *[other] { $last } { $more } more do not count and are not listed.
    }
# Why an entry of the desktop has no place.
files-no-home-folder = there is no home folder
