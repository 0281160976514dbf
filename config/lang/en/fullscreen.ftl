# The sense of a full screen: how it does, as part of a line, and what a person can do about it.

fullscreen-fills = the window in use fills the screen
fullscreen-fills-not = the window in use does not fill the screen
fullscreen-only-xwayland = this X server belongs to a Wayland session and knows only part of the windows
fullscreen-no-window-manager = no window manager that tells the window in use (EWMH) is running
fullscreen-no-window-list = this Wayland compositor lists no windows to other programs (wlr-foreign-toplevel-management)

fullscreen-do-display-lost = Nothing to do yet: a full screen is not heeded until it is back.
fullscreen-do-display-given-up = Restart Unhunch once the display is back.
fullscreen-do-no-display = Start Unhunch inside the desktop; without it a full screen is not heeded.
fullscreen-do-only-xwayland = Start Unhunch with WAYLAND_DISPLAY set, as the desktop's own autostart does.
fullscreen-do-by-hand = Before a film or a talk in full screen, switch on the desktop's do-not-disturb, or pause Unhunch in its menu.
