# What is said where the terminal stands in for a desktop. Pure.

# What is missing, in one line.
terminal-no-display-no-bus = No display and no session bus here: prompts come in this terminal instead of tray and notifications.
terminal-no-bus = No session bus here: prompts come in this terminal instead of tray and notifications.
terminal-no-display = No display here: prompts come in this terminal instead of tray and notifications.
terminal-as-wished = Prompts come in this terminal.
# The keys, in one line.
terminal-keys = Keys: s start, z snooze, k skip, d done, p pause 30 min, m meeting 30 min, r resume, Enter status, q quit.
# No keys, in one line.
terminal-commands = Answer with `unhunch start`, `snooze`, `skip` or `done` from another terminal.
# An answer by a command, where there is one.
terminal-by-command = { $label }: unhunch { $command }
