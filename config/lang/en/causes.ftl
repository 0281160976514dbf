# Why something is not there or fails, and by which means a part works: parts of a line.

causes-no-socket-named = the address "{ $address }" names no socket
causes-name-left = { $name } left the session bus
causes-no-setting = gsettings knows no { $key }
causes-sound-refused = the sound server refused: { $code }
causes-no-answer = no answer within 5 s
causes-nobody-listens = nothing listens at its address
causes-bus-closed = the bus closed the connection
causes-no-logind = logind is not on the system bus
causes-no-session = logind knows no session of yours
causes-no-saver = no screen saver is on it
causes-monitor-left = the idle monitor left the session bus
causes-no-daemon = no notification daemon is running
causes-no-reasons = nobody here lists them
causes-not-asked = not asked
causes-no-pipewire = PipeWire is not running
causes-pipewire-gone = PipeWire closed the connection
causes-no-pipewire-place = the place of PipeWire's socket is not known
causes-list-ended = the compositor ended its list of windows
causes-kwin-gone = KWin is gone
causes-no-sound-socket = PULSE_SERVER names no socket of this machine
causes-no-sound-server = no sound server answers (PulseAudio, or PipeWire's PulseAudio service)
causes-sound-closed = the sound server closed the line
causes-sound-silent = the sound server does not answer
causes-sound-strange = the sound server says what cannot be read

# The means. A sound server gives a name and a version.
causes-by-pipewire-sound = PipeWire's PulseAudio service: { $name }, { $version }
causes-by-pulseaudio = PulseAudio { $version }
causes-by-sound-server = { $name } { $version }
causes-by-x-alarms = X11 idle alarms
causes-by-idle-notify-input = Wayland ext-idle-notify, input alone
causes-by-idle-notify = Wayland ext-idle-notify
causes-by-kwin-idle = Wayland org_kde_kwin_idle
causes-by-gnome-monitor = GNOME's idle monitor
causes-by-kernel-timer = a timer of the kernel (timerfd)
causes-by-x-windows = X11 window states
causes-by-window-list = Wayland wlr-foreign-toplevel-management
causes-by-kwin-script = KWin's scripting
causes-by-sound-protocol = PulseAudio's protocol
causes-by-device-files = device files
causes-by-reader = a process of its own for each reading
causes-by-on-demand = starts when it is needed
causes-by-window = a window
causes-by-terminal = this terminal

# Who lists what keeps the screen awake.
causes-lister-session = the session manager
causes-lister-kde = KDE's power management
causes-lister-power = the power manager
causes-lister-logind = logind
# Who tells of a shared screen.
causes-screen-capture = what programs say of it
causes-screen-cast = PipeWire
