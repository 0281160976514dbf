# Several machines of one person: the folder that they share, which they are, and which of them count.

# The part of the settings.
machines-why = If you work at more than one computer, they can be one desk: a break at one counts at the others, and the review tells all of them as one. For that they need a folder that is kept alike on all of them, by Syncthing, Nextcloud, a network drive or a stick. Whoever can read that folder can read your breaks in it.
machines-folder = The folder that they share
machines-folder-how = Type where it is, or drop it on this window. Do the same on each of your computers.
machines-folder-field = A folder
machines-share = Share it
machines-found = Found on this computer
machines-share-found = Share { $folder }
machines-shared = Your record is told in { $folder } from now on, and what other computers tell there is heard.
machines-leave = Leave this folder
machines-left = The folder is left. What you know of other computers stays in your record.
machines-no-folder = There is no such folder. Make it first, and name it by its whole path, such as /home/me/Sync or ~/Sync.
machines-not-running = Unhunch is not running, so nothing is told or heard now.

# The machines.
machines-machines = Your computers
machines-this = { $name } - this one
machines-none = No other computer is known yet. One is known here as soon as it has told of a day in the folder.
machines-days =
    { $days ->
        [one] { $days } day of it is known, { $last }.
       *[other] { $days } days of it are known, the last { $last }.
    }
machines-told = It told something last at { $at }, by its own clock.
# Since when it does not count, and whether it told something after that.
machines-forgotten =
    { $again ->
        [yes] Forgotten since { $at }. It has told something after that, which does not count either.
       *[no] Forgotten since { $at }: its days do not count.
    }
machines-forget = Forget
machines-forget-why = A computer that is forgotten no longer counts in the review, nor do its breaks here, also if it is used again. Nothing of it is deleted, and it can count again at any time.
machines-count = Count again
machines-counts = { $name } counts again, with all its days.
machines-counts-not = { $name } is forgotten: its days no longer count. Nothing of it was deleted.
machines-counts-now = It counts again, with all its days.
machines-counts-not-now = It is forgotten: its days no longer count.
