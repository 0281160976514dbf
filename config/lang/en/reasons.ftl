# Why each thing was decided, in plain words: what `unhunch why` prints. One sentence each, without a full stop.

# The reasons that name something or somebody.
reasons-free = no longer { $hold }
reasons-call-by = { $program } uses the microphone or camera
reasons-connected = { $program } is connected to a call
# The same of one that gives no name.
reasons-connected-unnamed = a program is connected to a call
reasons-sense-lost = the { $sense } sense does not answer; whatever it held is lifted
reasons-due-at = it will be due at { $at }
reasons-left-keys = you left the keys at { $at }
reasons-meeting-begins = a meeting begins at { $at }
reasons-bedtime = you set { $at } as bedtime
reasons-snoozed-last = you snoozed it until { $until }, no more snoozes
reasons-snoozed = you snoozed it until { $until }, { $left } left
reasons-enough = { $most } a day are enough
reasons-sore = you noted sore on { $days } of the last { $of } days
reasons-swapped = you swapped it { $times } times in a row; it comes back in { $days } days
# The reasons with lengths of time.
reasons-worked = { $every } at the desk since the last break
reasons-unshifted = { $every } at the desk without a shift
reasons-call-too-long = a call that seems to last { $after } is taken for a mistake of the sensor
reasons-connection-too-long = a connection without microphone or camera for { $after } is taken for a messenger's own
reasons-taken-observed = you were away from the keys; it lasted { $lasted }
reasons-taken-guided = the guide ran to its end after { $lasted }
reasons-taken-claimed = you said so after { $lasted }; input went on meanwhile
reasons-too-short = it lasted { $lasted }; { $enough } counts
reasons-tried = you tried one for { $lasted }, and { $enough } counts; nothing is recorded and the countdown goes on
reasons-no-input-minute = there was no input for a minute
reasons-no-input = there was no input for { $within }
reasons-other-break = another break of { $lasted } rested you for this one too
reasons-other-machine = you had it at { $name }: { $lasted }
reasons-asked-elsewhere = you were asked at { $name }, and did not want to
reasons-missed = no answer within { $window } at the desk
reasons-away-while-open = you were away for { $rest } on your own
reasons-away = you were away for { $rest } on your own, { $worked } into { $every }
reasons-reset = you were away for { $rest } after only { $worked } at the desk
# The reasons that always read the same.
reasons-good-moment = it is due, and the moment is as good as it gets
reasons-blind = input cannot be sensed, so no better moment can be waited for
reasons-nothing-holds = nothing holds it back any more
reasons-after-call = the call is over and it has been quiet for a while
reasons-brought-back = a full screen may have hidden it, and is over
reasons-undelivered = no notification daemon answers; the tray and the command line can answer
reasons-call = a microphone or camera is in use
reasons-own-meeting = you said that you are in a meeting
reasons-pause-ended = the time you asked for is over
reasons-meeting-over = the time that you gave your meeting is over
reasons-started = you started it
reasons-not-resumed = it was ended before it was long enough, and not resumed
reasons-skipped = you chose to skip it
reasons-not-offered = what you chose is no longer offered, and the break still waits for an answer
reasons-next-is-due = it was never shown, and the next one is due
reasons-hidden-until-next = a full screen may have hidden it until the next one fell due
reasons-hours-ended = working hours ended before it could be shown
reasons-one-is-enough = one owed break is enough; a longer one is shown
reasons-settling = what made it quiet has only just ended
reasons-near-break = a break is near, and covers it
reasons-no-room = something else is on screen
reasons-no-line = no line fits the settings
reasons-just-taken = a break was just taken
reasons-set-time = it is the time you set for it
reasons-hurt = you said it hurt
reasons-hurt-taken-back = you took back that it hurt
reasons-hidden-by-hand = you hid it; it stays away until you show it again
reasons-shown-by-hand = you showed it again
reasons-too-often = something switched too often in an hour; every break is in the record all the same
reasons-unanswered-closed = it was closed without a choice, which is no answer
reasons-unanswered-expired = it went away without a choice, which is no answer
# What became of the question at a meeting's end.
reasons-answered-now = you started a break
reasons-answered-later = you want it later
reasons-answered-more = you said that a meeting is on
reasons-answered-closed = you closed the question or ended the meeting
reasons-answered-unanswered = nobody answered, or nothing could ask
reasons-answered-moot = something holds, or you have rested since
# Why it was cancelled.
reasons-cancelled-not-running = the app was not running for longer than an answer may take
reasons-cancelled-hours-ended = working hours ended
reasons-cancelled-not-delivered = it could not be shown
reasons-cancelled-removed = this break was taken out of the settings
# So many lines of the journal were not written.
reasons-lines-left-out = left out { $lines } lines of the journal
