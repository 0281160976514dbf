# What the app senses and shows itself with, as the page Settings has it: each sense with its state and a try, the calendars,
# a notification to look at, and the app's entries in the desktop. Nobody who reads these meets a key's name or a command.

# The senses. The heading over them, and what they are.
surroundings-senses = What Unhunch senses
surroundings-senses-why = Each tells only that something is so, never what you type, say or show. It stays on this computer.
# A sense with its state: "Works since 09:14". The state is a word of `doctor`.
surroundings-state = { $state }
surroundings-state-since = { $state }, since { $at }
# The app does not run, so nothing is sensed.
surroundings-nothing-sensed = Unhunch is not running, so nothing is sensed now.
# Nothing has been told yet.
surroundings-asking = Unhunch is being asked.
surroundings-look-again = Look again
# The button, and what is to be done then.
surroundings-try = Try it
surroundings-try-stop = Stop trying
surroundings-try-mic = Use your microphone now: begin a recording, or join a call. Half a minute is given.
surroundings-try-camera = Use your camera now: open a program that shows its picture. Half a minute is given.
surroundings-try-presenting = Share your screen now, in a call or with a recorder. Half a minute is given.
surroundings-try-fullscreen = Bring a window to full screen now, with F11 in a browser, say. Half a minute is given.
surroundings-try-awake = Play a video now, or do what keeps your screen awake. Half a minute is given.
surroundings-try-dnd = Switch on the desktop's do-not-disturb now. Half a minute is given.
# What came of it. `says` is what `doctor` says: "in use by Firefox".
surroundings-heard = Noticed: { $says }. While that lasts no break is announced.
surroundings-heard-ignored = Noticed: { $says }. By your settings that is no matter, so breaks come all the same.
surroundings-heard-awake = Noticed: { $says }. It counts together with a full screen.
surroundings-not-heard-mic = Nothing was noticed. See in the sound settings of the desktop that the program records, and try again: Unhunch knows of programs that record by the sound server alone.
surroundings-not-heard-camera = Nothing was noticed. See that the program shows a picture, and try again; a camera over the net cannot be noticed.
surroundings-not-heard-presenting = Nothing was noticed. Some programs share the screen without asking the desktop; pause Unhunch before you use one.
surroundings-not-heard-fullscreen = Nothing was noticed. Some programs draw over the screen without being in full screen; do-not-disturb works for these.
surroundings-not-heard-awake = Nothing was noticed. Some players keep the screen awake without telling the desktop; do-not-disturb works for these.
surroundings-not-heard-dnd = Nothing was noticed. See that the desktop's do-not-disturb is on, and try again.

# Notifications: the heading over how they do, and one to look at.
surroundings-notice-looks = What a notification looks like
surroundings-nothing-shown = Unhunch is not running, so it can show none now.
surroundings-notice = Show me one
surroundings-notice-why = A notification as a break's is. It stays until you answer it.
surroundings-notice-sent = It is on its way. If you do not see it, look where the desktop keeps notifications, and see that its do-not-disturb is off.
surroundings-sample =
    This is what a break looks like
    It stays here until you answer, and never takes the keyboard.
surroundings-no-notices = Notifications are switched off, or there is no desktop to show them.
surroundings-notice-waits = A notification waits for your answer already: that is what they look like.
surroundings-part-tray = The icon in the panel
# Where the buttons are, and what to do where there are none.
surroundings-buttons-drawn = Its buttons are on it: press one to answer.
surroundings-buttons-nowhere = This desktop shows no buttons on it. Answer in the menu of the icon, or in this window on Today.
surroundings-buttons-middle = This desktop shows its buttons in a menu: press the middle button of the mouse on it. The menu of the icon and this window answer too.
surroundings-buttons-command = A click on it starts the break. For the other answers use the menu of the icon, or this window on Today.

# The entries in the desktop.
surroundings-autostart = Start with the desktop
surroundings-autostart-on = Unhunch starts by itself when you log in.
surroundings-autostart-off = Unhunch starts when you open it.
surroundings-autostart-gone = It was to start from { $program }, which is no program any more. Switch it on again to start this one.
surroundings-application = Be among the applications
surroundings-application-ours = Unhunch is among your applications, with its icon.
surroundings-application-others = Unhunch is among your applications by an entry that it did not make and leaves alone.
surroundings-application-absent = Unhunch is not among your applications.
surroundings-autostart-now-on = From now on Unhunch starts with the desktop.
surroundings-autostart-now-off = Unhunch no longer starts with the desktop.
surroundings-application-now-on = Unhunch is among your applications now.
surroundings-application-now-off = Unhunch is no longer among your applications.

# A file or a folder is chosen in the desktop's own dialogue.
surroundings-choose = Choose...
surroundings-choose-file = Choose a file
surroundings-choose-folder = Choose a folder
surroundings-no-dialogue = This desktop has no dialogue for that. Type where it is, or drop it on this window where that is offered.

# The calendars.
surroundings-sources = Calendars that are read
surroundings-no-sources = None yet. With one, meetings keep breaks away by themselves.
surroundings-add = Add a calendar
surroundings-add-what = A file, a folder or an address
surroundings-add-how = A calendar file (.ics) or a folder of them: type where it is, or drop it on this window. Or the secret iCal address that your calendar's settings on the web give you: it is kept in your settings on this computer, never shown again, and the calendar is fetched from there and from nowhere else.
surroundings-add-do = Add
surroundings-found = Found on this computer
surroundings-add-found = Add { $folder }
surroundings-remove = Remove
surroundings-test = Read it now
surroundings-testing = It is being read.
# A button of one calendar, for those who do not see beside which it stands.
surroundings-of = { $what }: { $name }
surroundings-of-address = An address at { $host }
surroundings-added = { $name } is read from now on.
surroundings-removed = { $name } is no longer read.
surroundings-no-such-calendar = This calendar is not in the settings any more.
surroundings-no-calendar-name = This is neither a whole path, such as ~/work.ics or /home/me/calendars, nor an address that begins with https:// or webcal:// and has no password in it.
surroundings-not-added = { $name } { $why }, so it was not added.
surroundings-events =
    { $events ->
        [0] Nothing today and tomorrow.
        [one] { $events } event today and tomorrow.
       *[other] { $events } events today and tomorrow.
    }
surroundings-test-read =
    { $meetings ->
        [0] It was read; no meeting from yesterday to the day after tomorrow.
        [one] It was read: { $meetings } meeting from yesterday to the day after tomorrow.
       *[other] It was read: { $meetings } meetings from yesterday to the day after tomorrow.
    }
surroundings-test-read-but =
    { $meetings ->
        [one] It was read: { $meetings } meeting from yesterday to the day after tomorrow. But { $name } { $why }.
       *[other] It was read: { $meetings } meetings from yesterday to the day after tomorrow. But { $name } { $why }.
    }
surroundings-test-failed = It was not read: { $name } { $why }.
# What is in them.
surroundings-today = Today
surroundings-tomorrow = Tomorrow
surroundings-counts = Counts as a meeting
surroundings-counts-not = Does not count
surroundings-nothing-counts = Nothing counts as a meeting.
surroundings-empty-day = Nothing is in your calendars.
surroundings-event = { $from } - { $to }  { $title }
surroundings-event-on-days = All day  { $title }
surroundings-event-remark = { $what }: { $remark }
# A sense of calls may be deaf; its try stands below.
surroundings-deaf = { $deaf } Try it here.
