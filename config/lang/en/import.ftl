# Bringing in what another break reminder recorded.

# What is found in a file: how many days of which program.
import-found =
    { $days ->
        [one] { $program }: { $days } day ({ $range }), in { $file }.
       *[other] { $program }: { $days } days ({ $range }), in { $file }.
    }
# The same where no day of it could be read.
import-found-nothing = { $program }: no day could be read, in { $file }.
# What an import adds, or would add, by days.
import-gain = Days: { $parts }.
import-gain-new = { $n } new
import-gain-more = { $n } with more than before
import-gain-known = { $n } known already
# It adds nothing.
import-nothing-new = All of it is in the record already, so nothing changes.
# Lines that are left out.
import-unread =
    { $count ->
        [one] { $count } line is left out: { $lines }.
       *[other] { $count } lines are left out: { $lines }.
    }
import-unread-more = { $lines } and { $more } more
import-line = line { $line } ({ $flaw })
import-flaw-unknown = not known
import-flaw-number = a number is missing or wrong
import-flaw-too-much = more than a day can have
import-flaw-too-early = before any of these programs
import-flaw-future = a day that is still to come
import-flaw-no-day = of no day
# It was done.
import-done =
    { $days ->
        [one] { $days } day of { $program } was added. It stands apart in the review and is in no other figure.
       *[other] { $days } days of { $program } were added. They stand apart in the review and are in no other figure.
    }
# It was taken back.
import-undone =
    { $days ->
        [one] What was added to { $days } day is out of the record again.
       *[other] What was added to { $days } days is out of the record again.
    }
import-nothing-to-undo = Nothing of { $program } is in the record.
# Nothing was read.
import-not-known = { $file } is no record of Workrave, Sane Break or Entracte. Choose the file in which one of them keeps its statistics.
import-not-from = { $file } is no record of { $program }. It may be damaged, or another program's.
import-no-database = { $file } cannot be read as a database ({ $why }). Close the program that writes it, and try again.
import-not-read = { $file } could not be read ({ $why }). Nothing was changed.
# Nothing was found where these programs keep what they record.
import-none-found = No record of Workrave, Sane Break or Entracte was found where they keep it. Stretchly keeps none that could be brought in.
import-none-found-of = No record of { $program } was found where it keeps it.
# Nothing was changed yet.
import-dry = Nothing was changed.
# In the review: days that another program recorded, added up.
import-period =
    { $days ->
        [one] { $program }, { $days } day ({ $range }).
       *[other] { $program }, { $days } days ({ $range }).
    }
import-long = Long breaks: { $parts }.
import-short = Short breaks: { $parts }.
import-postponed =
    { $n ->
        [one] Put off { $n } time.
       *[other] Put off { $n } times.
    }
import-active = Activity: { $length }.
import-part-shown = { $n } shown
import-part-taken = { $n } taken
import-part-natural = { $n } unasked
import-part-skipped = { $n } skipped
import-part-postponed = { $n } put off
import-apart = Each program counts in its own way. Nothing of this is in the figures above.
# The section in the window.
import-title = From another program
import-how = What Workrave, Sane Break or Entracte recorded can be brought in. It stands apart in the review. Stretchly keeps no record.
import-look = Look for records
import-file = File with a record
import-file-hint = Drop a file here, or type where it is
import-read = Read it
import-bring = Bring it in
import-bring-of = Bring in { $program }
import-leave = Leave it
