# The senses of input, locking, sleep and the clocks: how each does, as parts of a line, and what a person can do about it.

senses-not-while-awake = tells no absence while a program keeps the screen awake
senses-display-again = { $why }; tried again in { $seconds } s
senses-display-given-up = { $why }; given up
senses-no-display = no display: neither WAYLAND_DISPLAY nor DISPLAY is set
senses-only-xwayland = this X server belongs to a Wayland session and knows only part of the input
senses-no-idle-counter = this X server has no idle counter (SYNC extension)
senses-no-idle-protocol = this Wayland compositor offers no idle protocol (ext-idle-notify or org_kde_kwin_idle)
senses-neither-bus = system bus: { $system }; session bus: { $session }
senses-system-bus = system bus: { $why }
senses-sleep-waits = waits until the day is stored
senses-sleep-announced = is announced, but does not wait for us

senses-do-display-lost = Nothing to do yet: breaks go by the clock until it is back.
senses-do-display-given-up = Restart Unhunch once the display is back; until then breaks go by the clock.
senses-do-gnome-lost = It is taken up again when GNOME Shell is back; if it stays like this, log out and in again.
senses-do-no-display = Start Unhunch inside the desktop; without it breaks go by the clock.
senses-do-only-xwayland = Start Unhunch with WAYLAND_DISPLAY set, as the desktop's own autostart does.
senses-do-no-idle-counter = Use an X server with the SYNC extension; until then breaks go by the clock.
senses-do-no-idle-protocol = Update the compositor if you can; until then breaks go by the clock.
senses-do-no-lock = Nothing to do: an absence is still seen by the missing input.
senses-do-no-sleep = Nothing to do: sleep is still seen by the clocks.
senses-do-sleep-failed = Sleep is still seen by the clocks; if this stays, restart Unhunch.
senses-do-clocks-failed = Steps of the clock are noticed at the next break instead; restart Unhunch if this stays.
