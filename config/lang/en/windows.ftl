# What is said of every window: why none opens, and what is the same in all. Pure.

# Nothing names a display.
windows-no-display = There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.
# The displays that are named do not answer.
windows-no-answer = The display does not answer, or does not let us in.
# A window could not be opened, or broke.
windows-no-window = No window could open: { $because }.
# It broke without a word.
windows-broke = the display's libraries broke
# The main window did not open: a title, why, and what is so all the same.
windows-not-opened =
    The window could not open
    Breaks go on as ever: notifications and the tray's menu answer them. What was said: { $why }
# Empties a search field.
windows-search-end = End the search
