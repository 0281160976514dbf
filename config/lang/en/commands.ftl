# What the command line adds to a sentence: which command says more, or does it. Nothing on the desktop says these.

# The first questions: where it says when to see someone, how all is changed later, and that they were left.
commands-help = When to see someone, and how soon, is in `unhunch learn help`.
commands-later = All of it can be changed at any time: `unhunch setup` asks again, `unhunch config` has each setting.
commands-left = Nothing was changed. `unhunch setup` asks again.
# At the first start without a desktop.
commands-hint = New here? `unhunch setup` asks a few questions, so that the exercises fit you.
# The settings are no TOML, so nothing can be put into them.
commands-broken = { $file } is no TOML, so no answer could be kept. `unhunch config check` says what is wrong.
# No window could open for them.
commands-no-window = { $why } `unhunch setup` asks the questions in a terminal.
