# The page Review of the main window, beside what the review itself says.
