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
# The page.
about-what-it-is = A break reminder that keeps an honest record. It is open source, free of charge, and works without an account.
about-places = What is kept where
about-place-record = Your record
about-place-settings = Your settings
about-place-cache = Copies of calendars that you named by an address, and pictures
about-nothing-sent = Nothing of it is sent anywhere.
about-problem = Report a problem
about-problem-how = If something does not work, this text helps whoever looks into it: versions, how each part is doing, what you have changed in the settings, and the last day. Names, folders, calendars and what is to be spared are left out. Read it, and send it yourself where you want it.
about-show-report = Show the text
about-copy-report = Copy
about-report-copied = Copied.
about-keep-report = Save to a file
about-report-kept = It is in { $file } now.
about-open-folder = Open the folder
about-open-folder-of = Open the folder: { $name }
about-licences = Licences
about-licence-own = Unhunch itself, its exercises and its pictures: MIT or Apache 2.0, as you choose.
about-licence-parts = The libraries in it: MIT, Apache 2.0, BSD, ISC, Zlib, Boost, Unicode, Unlicense and CDLA Permissive 2.0; SQLite is in the public domain. The source names each with its version in the file Cargo.lock.
about-licence-fonts = The fonts in it: Roboto (Apache License 2.0), Ubuntu (Ubuntu Font Licence), Hack (MIT and Bitstream Vera), Noto Emoji (SIL Open Font License) and emoji-icon-font (MIT).
