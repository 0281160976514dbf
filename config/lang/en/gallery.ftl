# The page Exercises of the main window.
