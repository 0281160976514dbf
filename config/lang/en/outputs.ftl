# What the tray and the notifications say about themselves: to `doctor`, and in a notification that has no buttons. Pure.

# What an output says.
outputs-no-bus = no session bus can be reached
outputs-no-service = no notification service is running
outputs-service-silent = the notification service does not answer
outputs-buttons-drawn = shows buttons
outputs-buttons-nowhere = shows no buttons: the tray menu and the window have the answers
outputs-buttons-behind-middle-click = shows the answers in a menu: middle click (which needs dmenu or another menu)
outputs-buttons-behind-command = a click starts the break; shows the other answers in a menu: makoctl menu
outputs-no-host = no tray host is running
outputs-host-silent = the tray host does not answer
outputs-host-refuses = the tray host does not take the icon
outputs-off-in-system = switched off for Unhunch in the settings of the system
outputs-unanswered = the system has asked whether Unhunch may show notifications, and has no answer yet
outputs-no-bundle = the system shows notifications of apps alone, and this program was not started as one
outputs-no-taskbar = the taskbar has not taken the icon
outputs-icon-shown = the icon is in the tray
outputs-name-owned = keys, extensions and scripts find Unhunch by it
outputs-name-taken = another program has this name
# What a person can do.
outputs-advice-no-bus = Start Unhunch inside a desktop session, or set DBUS_SESSION_BUS_ADDRESS to the session's bus; it is tried again.
outputs-advice-no-service = Start a notification service (dunst, mako, or your desktop's own); breaks are shown in the tray until then.
outputs-advice-service-silent = Restart the notification service; Unhunch shows the next notice as soon as it answers.
outputs-advice-no-host = Add a tray (status notifier) to the panel; the icon appears by itself as soon as there is one.
outputs-advice-no-host-on-gnome = Install and switch on GNOME's AppIndicator extension; the icon appears by itself as soon as it runs.
outputs-advice-no-host-on-budgie = Add the AppIndicator applet to Budgie's panel; the icon appears by itself as soon as it runs.
outputs-advice-no-host-on-i3 = Start snixembed beside i3bar or polybar, or use waybar; the icon appears by itself as soon as one runs.
outputs-advice-host-failed = Restart the panel; Unhunch puts its icon up as soon as the tray answers.
outputs-advice-no-taskbar = The icon appears by itself as soon as the taskbar takes it; to start Unhunch once more opens its window.
outputs-advice-off-in-system = Switch them on in the settings of the system, under notifications; until then breaks show in the icon and the window.
outputs-advice-unanswered = Answer that question, or allow them in the settings of the system, under notifications; until then breaks show in the icon and the window.
outputs-advice-notifications-fail = Breaks show in the icon and the window until notifications work again, which is tried every few minutes.
outputs-advice-no-bundle = Start Unhunch as an app, from its bundle; until then breaks show in the icon and the window.
outputs-advice-name-taken = End that program, or do without: the tray and the notifications answer as ever.
# Where the buttons of a prompt are, told on the notification itself.
outputs-answer-by-middle-click = Middle-click to answer, or use the tray menu.
outputs-answer-by-click = Click to start; the tray menu has the other answers.
outputs-answer-in-tray = Answer in the tray menu.
outputs-answer-in-window = Open Unhunch to answer.
