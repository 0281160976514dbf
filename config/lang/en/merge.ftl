# The record of another machine of the same person brought in.

# A machine that nobody has named, by the beginning of its id.
merge-unnamed = machine { $id }
# What it adds, or would add, by days.
merge-gain = Days of other machines: { $parts }.
merge-gain-new = { $n } new
merge-gain-changed = { $n } with more than before
merge-gain-known = { $n } known already
merge-gain-gone = { $n } deleted there
# It adds nothing.
merge-nothing-new = All of it is in the record already, so nothing changes.
# Lines that are left out.
merge-unread =
    { $count ->
        [one] { $count } line is left out: it was cut short, or a later version wrote it.
       *[other] { $count } lines are left out: they were cut short, or a later version wrote them.
    }
# It was taken out again.
merge-forgotten =
    { $days ->
        [one] { $days } day of { $name } is out of the record again.
       *[other] { $days } days of { $name } are out of the record again.
    }
# No machine is meant by this.
merge-no-machine = No machine in the record is called { $name }. There are: { $names }.
# The record is of this machine alone.
merge-no-others = The record is of this machine alone.
# Nothing was read.
merge-not-read = { $file } could not be read ({ $why }). Nothing was changed.
merge-no-record = { $file } holds no record of a machine. Choose the record of another machine, or a file that it wrote for others.
merge-own = { $file } is the record of this machine, or a copy of it. Choose another machine's.
