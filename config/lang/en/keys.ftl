# What each setting is called on a page of settings, and what it does. The ids follow the keys: `lull.wait` is
# keys-lull-wait and keys-lull-wait-help. Nobody who reads them meets a key's own name.

# The headings of the page.
keys-group-rhythm = The rhythm
keys-group-moment = A good moment
keys-group-answer = Your answer
keys-group-leaving = Leaving the desk
keys-group-when = When
keys-group-beside = Beside breaks
keys-group-exercises = Exercises
keys-group-guide = The guide
keys-group-quiet = What makes the app quiet
keys-group-calendars = Your calendars
keys-group-programs = Programs of your own
keys-group-app = The record and the app

# The rhythm.
keys-preset = Ready rhythm
keys-preset-help = How often the break comes and how long it is meant to last, until you set either yourself.
keys-break-name-every = Every
keys-break-name-every-help = Desk time from one break to the next. An hour is long enough to work in and short enough for a stiff back.
keys-break-name-lasts = Length
keys-break-name-lasts-help = How long the break is meant to last. Longer exercises are not offered.
keys-nudge-name-every = Every
keys-nudge-name-every-help = Desk time from one quiet line to the next. It asks for nothing and is never counted as a break.
keys-nudges-most = Quiet lines a day, at most
keys-nudges-most-help = More would no longer be read.
keys-nudges-clear-of-break = No quiet line this close to a break
keys-nudges-clear-of-break-help = The break covers it.

# A good moment.
keys-lull-length = A lull
keys-lull-length-help = No keyboard and mouse for this long is a good moment for a prompt: a sentence is finished.
keys-lull-wait = Wait for a lull
keys-lull-wait-help = A due break waits this long for a lull and then comes anyway, so that it is late but not lost.
keys-heads-up = Word ahead
keys-heads-up-help = A line this long before a break is due. Off, because one prompt is enough for most people.
keys-settle = Quiet after a call or meeting
keys-settle-help = Nothing comes for this long after the last of them ends, so that you can close what was open.

# Your answer.
keys-snooze-length = One snooze
keys-snooze-length-help = Enough to end a thought, too short to forget.
keys-snooze-most = Snoozes of one break, at most
keys-snooze-most-help = Together never more than half of the time between breaks. 0 offers none.
keys-answer-within = Time to answer
keys-answer-within-help = A prompt without an answer is missed after this much desk time.
keys-ask-again = Show it once more after
keys-ask-again-help = For a notification that was closed without a choice.

# Leaving the desk.
keys-leave-after = Left for the break after
keys-leave-after-help = While a break is prompted, no input for this long means that you have left for it.
keys-away-after = Away after
keys-away-after-help = No input for this long means that you are away, unless a call or a video says otherwise.
keys-minimum = Taken from
keys-minimum-help = A break of at least this long counts as taken, or 80{"\u00A0"}% of its length if that is shorter.

# When.
keys-hours = Working hours
keys-hours-help = Outside them the app is quiet. None are needed: the app knows when you are at the desk.
keys-day-starts = The day begins at
keys-day-starts-help = So that a late evening belongs to the day it ends.

# Beside breaks.
keys-breath-before-meeting = Breathe before a meeting
keys-breath-before-meeting-help = A paced breathing exercise this long before it: time for that, and for joining.
keys-breath-most = Breathing exercises a day, at most
keys-breath-most-help = Those before meetings. 0 is none.
keys-check-in-most = Ask how it feels, times a day
keys-check-in-most-help = After a break, at most so many times. Twice shows a trend; 0 is never.
keys-bedtime = Bedtime
keys-bedtime-help = A wind-down line comes before it if you are still at the desk.
keys-wind-down-before = Wind down before bedtime
keys-wind-down-before-help = Sleep comes easier after an hour without work.
keys-reflect-at = A question to think about at
keys-reflect-at-help = One a day, at the first good moment after this.

# Exercises.
keys-exercise-avoid = Leave alone
keys-exercise-avoid-help = Areas and conditions: nothing that loads them is offered.
keys-exercise-equipment = At hand
keys-exercise-equipment-help = What exercises may use.
keys-exercise-seated-only = Sitting only
keys-exercise-seated-only-help = Only what can be done sitting.
keys-exercise-open-office = Others can see me
keys-exercise-open-office-help = Only what nobody would notice there.
keys-exercise-hidden = Never offered
keys-exercise-hidden-help = Exercises that you do not want to see.
keys-exercise-easy-only = Only calm ones
keys-exercise-easy-only-help = Walking and breathing alone, and no quiet lines that ask for movement: for while you want to be seen by somebody first.

# The guide.
keys-guide-where = Show exercises in
keys-guide-where-help = A small window with the figure that moves, or the notification, step by step.
keys-guide-large-text = Large text
keys-guide-large-text-help = In all windows.
keys-guide-reduced-motion = Still pictures
keys-guide-reduced-motion-help = The key poses in place of a figure that moves.
keys-guide-sound = Sound
keys-guide-sound-help = A soft one when the next step begins. Off, because others may sit near you.
keys-guide-person = Who shows the exercises
keys-guide-person-help = Another each day, or always the same.

# What makes the app quiet.
keys-holds-call = Calls
keys-holds-call-help = A microphone or camera is in use by another program.
keys-holds-meeting = Meetings
keys-holds-meeting-help = The calendar has a meeting now.
keys-holds-presenting = Presenting
keys-holds-presenting-help = The screen is shared or presented.
keys-holds-fullscreen = Full screen
keys-holds-fullscreen-help = The window in use fills the screen: always, never, or only while something keeps the screen awake, as a talk or a film does.
keys-holds-dnd = Do not disturb
keys-holds-dnd-help = The desktop's own is on.

# Your calendars.
keys-calendar-sources = Calendars
keys-calendar-sources-help = Files, folders of .ics files and secret iCal addresses. They are only ever read.
keys-calendar-count = What counts
keys-calendar-count-help = Events with other people or a link to a call, or every event that takes your time.
keys-calendar-titles = Titles in the menu
keys-calendar-titles-help = What the meeting that is on is called. Off, because others may see your screen.
keys-calendar-me = Your mail addresses
keys-calendar-me-help = By them a meeting that you declined is known.
keys-calendar-fetch-every = Ask an address every
keys-calendar-fetch-every-help = Most servers make a calendar anew no more often than every 15 minutes.

# Programs of your own.
keys-hook-prompt = When a break is prompted
keys-hook-prompt-help = The program is told which break and which exercise.
keys-hook-taken = When a break was taken
keys-hook-taken-help = After a prompt, or before one came.
keys-hook-skipped = When a break was skipped
keys-hook-skipped-help = By your word, or because it was cut short.
keys-hook-missed = When a break was missed
keys-hook-missed-help = Nobody answered its prompt.
keys-hook-quiet = When it becomes quiet
keys-hook-quiet-help = The first reason for it begins: a call, a meeting, a pause and the like.
keys-hook-free = When it is quiet no longer
keys-hook-free-help = The last reason has ended.

# The record and the app.
keys-goal = Goal
keys-goal-help = The share of breaks, in percent, that you aim for. Sixty is a good week with real work in it.
keys-tray = Icon in the panel
keys-tray-help = It shows how near the next break is, and has the menu.
keys-notifications = Notifications
keys-notifications-help = Without them the icon still tells and answers.
keys-sense-idle = Sense that you rest
keys-sense-idle-help = That keyboard and mouse do, never what is typed. Without it, breaks are known by your answers alone.
keys-sense-lock = Sense the locked screen
keys-sense-lock-help = A locked screen means that you are away.
keys-sense-sleep = Sense sleep
keys-sense-sleep-help = That the system announces it. Sleep that nobody announces is seen by the clocks anyway.
keys-sense-mic = Sense the microphone
keys-sense-mic-help = Which program records from it, never what is said.
keys-sense-camera = Sense the camera
keys-sense-camera-help = That a program has it open.
keys-sense-calendar = Read calendars
keys-sense-calendar-help = Those that you name.
keys-sense-presenting = Sense a shared screen
keys-sense-presenting-help = That the screen is shared, never what is on it.
keys-sense-fullscreen = Sense full screen
keys-sense-fullscreen-help = That the window in use fills the screen.
keys-sense-awake = Sense a screen kept awake
keys-sense-awake-help = That a program keeps it awake, or says that it is connected to a call.
keys-sense-dnd = Sense do not disturb
keys-sense-dnd-help = The desktop's own.
keys-language = Language
keys-language-help = Of everything that is shown.
keys-sync-folder = Shared folder
keys-sync-folder-help = For several machines of yours: a folder that is kept alike on all of them. Each writes its breaks into it, and a break on one counts on the others.
keys-sync-name = Name of this machine
keys-sync-name-help = What this one is called on your other machines, and in the review. Without it the name that the computer has.
keys-clock-speed = Speed of the clock
keys-clock-speed-help = How many times faster than life it runs. For trying things out only.
