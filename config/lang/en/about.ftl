# The page About of the main window.
