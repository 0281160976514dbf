# The page About of the main window, and the report that a person can attach when something does not work.

about-version = Unhunch { $version }
# The report: the system and its kernel, each by its own name.
about-report-system = System: { $system }, { $kernel }
about-report-kernel = System: { $kernel }
about-report-desktop = Desktop: { $desktop }
about-report-session = Session: { $session }
about-report-displays = Display: { $displays }
about-report-no-display = Display: none
about-report-language = Language: { $tag }
about-report-not-running = Unhunch is not running; of the parts only these can be told.
about-report-settings = Settings that differ from the defaults
about-report-no-settings = {"  "}none
# In the place of what may be private.
about-report-left-out = (left out)
about-report-settings-left-out = # settings (left out)
about-report-calendar = calendar { $number }
about-report-own = own-{ $number }
about-report-folder = (folder)
about-report-person = (user)
about-report-host = (machine)
about-report-day = The last day, as a scenario
about-report-no-day = # nothing recorded
# The last line.
about-report-end = # Left out: your name, your machine's, folders, calendars, reminders and exercises of your own, what is to be spared. Nothing of this was sent anywhere.
