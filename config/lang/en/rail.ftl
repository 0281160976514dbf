# What every page of the main window shares: the rail, the title, the line that tells what came of an order.

rail-today = Today
rail-review = Review
rail-exercises = Exercises
rail-settings = Settings
rail-learn = Learn
rail-about = About
# The window's title. `page` is the page's name.
rail-title = { $page } - Unhunch
rail-undo = Undo
rail-close = Close
