# What is said about the library's files: what does not fit in an entry, what does not meet. Pure.

# A file that counts for nothing.
library-not-toml = This file is not TOML ({ $because }), so none of it counts. Begin from the form of the library's own files.
library-other-schema = This file is not of the form that this version reads, so none of it counts. Write schema = { $known }.
library-no-such-file = A library file of this name is not read. Use one of { $known }.
# A list that is not read in a file.
library-no-such-list = { $name } is not read in this file. Use { $known }.
# An entry that is left out; `because` is a half sentence.
library-left-out = The entry { $id } is left out: { $because }.
library-left-out-without-id = This entry is left out: { $because }.
# An entry whose facts and texts do not meet.
library-no-text = The entry { $id } is left out: { $other } lacks its { $text }.
library-no-fact = The text { $text } of { $id } is left out: no fact in { $other } asks for it.
library-other-length = The text { $text } of { $id } is left out: it has not as many lines as in English.
library-no-facts = The texts of { $id } are left out: { $facts } has no such entry.
# Why an entry is left out, as a half sentence. `field` is a name in the file.
library-twice = its id is in this file before, and the first one counts
library-no-entries = { $list } needs double brackets, one entry each
library-id = id needs a-z, 0-9 and -, at most 60
library-line = { $field } takes one line of 1 to { $most } characters
library-number = { $field } takes a number from { $least } to { $most }
library-word = { $field } does not know { $word }, only { $known }
library-no-word = { $field } needs at least one word
library-no-occasion = { $field } needs at least one occasion
library-cues = steps needs three to five short cues
library-time-for-each = timing needs one entry for each of the steps
library-length-or-count = timing needs either s, or times and pace, with at least 1 second
library-scale-or-options = a question needs either a scale or two and more options
library-phases = phases needs between 0.5 and 60 seconds each
library-too-short = seconds does not add up, it should be at least { $held }
library-not-by-timing = seconds does not add up, it should be { $by } by timing
library-not-paced = per_min does not add up, it should be 0, because no phases pace it
library-cycles = seconds does not add up, it should be { $seconds } for { $cycles } cycles of { $cycle }
library-per-minute = per_min does not add up, it should be { $by }
library-holds = holds does not add up, it should be { $held }
