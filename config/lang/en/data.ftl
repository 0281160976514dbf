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
                [one] { $breaks } break of { $days } day is in { $file } now.
               *[other] { $breaks } break of { $days } days is in { $file } now.
            }
       *[other]
            { $days ->
                [one] { $breaks } breaks of { $days } day are in { $file } now.
               *[other] { $breaks } breaks of { $days } days are in { $file } now.
            }
    }
# A file of that name is there already, on the command line.
data-file-there = { $file } is there already and was left as it is. Name another file, or say --replace.
# The file could not be written.
data-not-kept = { $file } could not be written ({ $why }). Nothing is left of the attempt.
