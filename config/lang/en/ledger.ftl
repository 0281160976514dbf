# What is said of the record when not all of it is well: what could not be written, was refused or was set aside.

# Why the ledger could not do what was asked: what happened, and what to do.
ledger-newer = The ledger { $path } was written by a newer version of Unhunch (its form is { $found }, this one knows { $known }). Install that version again, or start with another ledger; the file was left as it is.
ledger-older = The ledger { $path } is from an older version of Unhunch. Start Unhunch once, and it is brought up to date.
ledger-foreign = { $path } is a database of another program. Name another file for the ledger; this one was left as it is.
ledger-missing = There is no ledger at { $path } yet. Start Unhunch, and it begins one.
ledger-in-use = Another Unhunch keeps the ledger { $path }. End that one; then this one can write it.
ledger-held = Another program has the ledger open. Close it and try again.
ledger-damaged = The ledger is damaged ({ $why }). Start Unhunch again: it keeps the file beside a new one.
ledger-file = The ledger's file or folder cannot be used ({ $why }). Check that it is yours and that the disk is not full.
ledger-sql = The ledger could not be read or written ({ $why }). Check that the disk is not full and that the file is yours.
ledger-no-such-row = There is no break with the number { $id }.
ledger-still-open = The break with the number { $id } is still open. Answer it first.
ledger-too-late = The break with the number { $id } was over at { $closed }, and a record can be corrected for 24 hours only. It stays as it is.
# Why a record was set apart in the journal.
ledger-refused = the ledger refused it: { $why }
# What was answered last is not in the record, and why.
ledger-not-recorded = Not recorded: { $why }
# The same where it is seen until it is made good: a line, and what to do below it.
ledger-waits = Your last answers are not recorded yet
ledger-waits-told = { $why } Unhunch goes on, and writes them as soon as that works.
# Files were set aside, where it is seen until the person has seen it: a line, and what became of them below it.
ledger-part-damaged = Part of the record was damaged
ledger-file-replaced = The record's file was replaced
ledger-to-be-seen = { $line } (seen)
ledger-seen-how = { $told } Choose this line in the menu once you have seen it.
# What is not recorded is lost at the end.
ledger-lost-at-the-end = Unhunch ends, and what was answered last is not in the record: { $why }
# A file was set aside, and what became of what is in it.
ledger-aside-replaced = The record's file was replaced while Unhunch ran. Carried over: { $carried }; the old file is kept at { $file }.
ledger-aside-damaged = The record was damaged. Carried over: { $carried }; the old file is kept at { $file }.
ledger-aside-damaged-lost = The record was damaged. Carried over: { $carried }, { $lost } could not be read; the old file is kept at { $file }.
ledger-aside-damaged-unknown = The record was damaged. Carried over: { $carried }, and how many could not be read is not known; the old file is kept at { $file }.
ledger-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
