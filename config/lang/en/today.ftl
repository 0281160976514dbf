# The page Today of the main window.

today-not-running = Unhunch is not running, so nothing is counted and no break comes.
today-start-app = Start Unhunch
