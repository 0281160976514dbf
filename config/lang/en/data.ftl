# Taking out and deleting the record.

# A break as an event of a calendar, with how it ended.
data-break-event = { $name }: { $outcome }
# A check-in as an event of a calendar.
data-felt-loose = Neck, shoulders and back: loose
data-felt-tight = Neck, shoulders and back: tight
data-felt-sore = Neck, shoulders and back: sore
# The last day that is named comes before the first one.
data-backwards = The last day comes before the first one.
# Nothing is recorded of these days.
data-nothing = Nothing is recorded for { $days }.
# The record is in a file now.
data-kept =
    { $breaks ->
        [one]
            { $days ->
                [one] { $breaks } break of { $days } day is saved in { $file }.
               *[other] { $breaks } break of { $days } days is saved in { $file }.
            }
       *[other]
            { $days ->
                [one] { $breaks } breaks of { $days } day are saved in { $file }.
               *[other] { $breaks } breaks of { $days } days are saved in { $file }.
            }
    }
# A file of that name is there already, on the command line.
data-file-there = { $file } is there already and was left as it is. Name another file, or say --replace.
# The desktop has no program for a folder.
data-not-opened = No program of this desktop could open the folder ({ $why }). It is { $folder }.
# The file could not be written.
data-not-kept = { $file } could not be written ({ $why }). Nothing is left of the attempt.
# What would be deleted, before it is asked for: some days, or everything.
data-would-delete =
    { $breaks ->
        [one]
            { $days ->
                [one] This deletes { $breaks } break of { $days } day, with its answers, the shape of the day and why each thing was decided. It cannot be undone.
               *[other] This deletes { $breaks } break of { $days } days, with their answers, the shape of the days and why each thing was decided. It cannot be undone.
            }
       *[other]
            { $days ->
                [one] This deletes { $breaks } breaks of { $days } day, with its answers, the shape of the day and why each thing was decided. It cannot be undone.
               *[other] This deletes { $breaks } breaks of { $days } days, with their answers, the shape of the days and why each thing was decided. It cannot be undone.
            }
    }
data-would-delete-all =
    { $breaks ->
        [one] This deletes the whole record, { $breaks } break of { $days } days, and every file that was set aside from it. It cannot be undone.
       *[other] This deletes the whole record, { $breaks } breaks of { $days } days, and every file that was set aside from it. It cannot be undone.
    }
data-nobody-to-ask = Nobody can be asked here, so nothing was deleted. Say --yes to delete without a question.
data-left-as-it-is = Nothing was deleted.
# It was done.
data-deleted =
    { $breaks ->
        [one]
            { $days ->
                [one] Deleted: { $breaks } break of { $days } day.
               *[other] Deleted: { $breaks } break of { $days } days.
            }
       *[other]
            { $days ->
                [one] Deleted: { $breaks } breaks of { $days } day.
               *[other] Deleted: { $breaks } breaks of { $days } days.
            }
    }
data-not-wiped = It is deleted, but what it was may still be found in the file by those who look for it. { $why } Deleting the same days once more takes it out.
# Files that were set aside hold older rows, which only go with everything.
data-asides-stay =
    { $count ->
        [one] A file that was set aside may hold these days too, and stays: { $files }. Deleting everything deletes it.
       *[other] Files that were set aside may hold these days too, and stay: { $files }. Deleting everything deletes them.
    }
# Days that other machines were told of, or may have been.
data-others-told = What this machine told your others of these days goes from them too, as soon as they hear of it.
# Days that other machines recorded too.
data-others-stay = What other machines told of these days goes from here, and stays in their own records until it is deleted there too. Which days were deleted is kept, so that they do not come back.
data-aside-left = The record is deleted, but a file that was set aside from it is still there ({ $why }).
# The section in the window.
data-title = Your record
data-nothing-yet = Nothing is recorded yet. What will be is in one file on this machine and goes nowhere but into the folder that your computers share, if you choose one; here you can save a copy of it then, or delete it.
data-journal-alone = No break has ended yet, so there is nothing to save. What Unhunch decided and why is kept in one file on this machine; that can be deleted for good.
data-kept-here = It is in one file on this machine and goes nowhere but into the folder that your computers share, if you chose one. You can save a copy, or delete it for good.
data-everything = Everything
data-some-days = Some days
data-first-day = First day
data-last-day = Last day
data-day-form = YYYY-MM-DD
data-no-days = Type both days as year, month and day: 2026-01-31.
# Buttons that take it out, each into a file of this form.
data-form-csv = Save as a table (CSV)
data-form-ics = Save as a calendar
data-form-activitywatch = Save for ActivityWatch
data-form-json = Save as data (JSON)
data-delete-button = Delete …
# Below the question whether it is to be deleted.
data-leave-it = Leave it
data-copy-first = Save a copy first
data-delete-for-good = Delete for good
data-open-folder = Open the folder
