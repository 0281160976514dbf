# The senses that notice calls: how microphone and cameras are seen, as parts of a line, and what a person can do about it.

calls-in-use = in use by { $program }
calls-in-use-unnamed = in use by a program that gives no name
calls-free = free
# One of these that must last so long before it counts.
calls-believed = { $says }, believed after { $length }
calls-waited-for = gone just now; waited for
calls-no-camera = no camera
calls-forbidden = not yours to watch
calls-not-told = the system does not tell which programs use it
calls-kept-for-apps = this system tells only apps that may use the camera whether it is in use, and Unhunch never asks for it
# In a Flatpak.
calls-hidden = the sandbox of this Flatpak hides which programs use it

calls-do-no-sound-server = Start PulseAudio or pipewire-pulse to have calls noticed; it is taken up at once.
calls-do-sound-server-failed = It is tried again; if this stays, restart the sound server.
calls-do-no-camera = Nothing to do: one that is plugged in is noticed.
calls-do-camera-forbidden = Join the group that may use it (often "video"), or log in at this seat.
calls-do-camera-failed = Restart Unhunch if this stays; calls are still noticed by the microphone.
calls-do-not-told = Pause Unhunch before a call.
calls-do-kept-for-apps = A call is noticed by its microphone; pause Unhunch before one without.
