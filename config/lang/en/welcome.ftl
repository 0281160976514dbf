# The first window: what this is and where it is found, and what can be tried at once. Nobody here knows a command yet.

# Its title, and its first line.
welcome-title = Welcome to Unhunch
# What this is, in two sentences.
welcome-what = Unhunch asks you to get up and move, at moments that suit your work, and shows you how. It is quiet while you are in a call or a meeting, and what it knows of you stays on this computer.
# The picture of a panel with the icon, and what is said below it.
welcome-panel = A panel with the icon of Unhunch beside the clock
# $system is windows, macos or another. Windows puts a new icon behind the arrow beside the clock.
welcome-icon = { $system ->
    [windows] This is its icon, in the taskbar beside the clock. If you do not see it there, it is behind the arrow; pull it out to keep it in sight. A click on it opens Unhunch.
    [macos] This is its icon, in the menu bar. A click on it opens its menu, and Open Unhunch is there.
   *[other] This is its icon, in your panel. A click on it opens Unhunch.
}
# The same on a desktop that shows no icons of programs.
welcome-applications = The icon of Unhunch among those of your applications
welcome-no-icon = This desktop shows no icons of programs that run. Open Unhunch among your applications whenever you want to see how things are.
# When the first break falls due; or what else there is to say of it.
welcome-first = Your first break comes at { $at }.
welcome-now = { $line }.
# What *Not now* means.
welcome-later = Five questions follow, so that the exercises fit you. Not now? Everything stays as it is, and you find them later under Settings.
# At the end.
welcome-try-one = Try one now
welcome-try-one-note = An exercise in a window of its own, as in a break. Nothing is recorded.
welcome-day = See a day in ten minutes
welcome-day-note = A working day with all its breaks, played fast. Your own record is not touched.
welcome-demo =
    A day in ten minutes
    A minute is an hour, from 09:00 to 19:00. Close its window to end it. Your own record is not touched.
welcome-autostart = Start with the desktop
welcome-settings = All of it can be changed at any time, under Settings.
# Where it says when to see someone.
welcome-help = When to see someone, and how soon, is under Learn.
