# What is said around the pages to read. Pure.

# The search field above the list of pages.
learn-search = Search in all pages
# No page has the words that are looked for.
learn-none-found = No page says that. Try another word, or fewer.
# The button that leads back to the list.
learn-all-pages = All pages
# How pages are read.
learn-how = `unhunch learn PAGE` shows one, `unhunch learn --window` all of them in a window.
# Before the pages that a page links to.
learn-read-on = Read on with `unhunch learn`:
# Before the exercises and breathing patterns that a page links to.
learn-try = See and try with `unhunch guide`:
# Before the settings that a page links to.
learn-set = Set with `unhunch config set`:
# Before the commands that a page links to, and one of them.
learn-see-also = See also:
learn-command = `unhunch { $word }`
# A setting that the table of practices links to, by what it is called.
learn-in-settings = Settings: { $name }
# `--csv` or `--json` of a page of prose.
learn-only-the-table = --csv and --json print the table of practices: `unhunch learn practices --csv`.
# No such page.
learn-no-page = There is no page named { $said }. `unhunch learn` lists them.
learn-no-page-near = There is no page named { $said }. Did you mean { $near }? `unhunch learn` lists them.
# A page's text without its title.
learn-no-title = A page begins with its title, and has one.
# A page's text has something that no page has.
learn-not-plain = A page holds headings, paragraphs, lists, emphasis, code and links alone, not { $what }.
# A page's text names something to be put in that is not there.
learn-no-such-insert = There is nothing named {"{"}{ $name }{"}"} to put into a page.
# How many practices there are, and to how many of them the app has no answer.
learn-counts = Of { $all } practices { $answered } are answered by something in the app, { $nothing } by nothing.
# The heading of a group of practices.
learn-group-signs = What people notice, and where
learn-group-causes = What brings it on
learn-group-ideas = How it is thought to work
learn-group-movement = Exercises, and how much
learn-group-habits = What one can do besides
learn-group-care = Care by others, and when
learn-group-articles = About the articles themselves
