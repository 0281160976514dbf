# The app in the applications menu: what its entry says, and what is said of it. Pure.

# What kind of program it is.
launcher-generic-name = Break reminder
# What it is found by.
launcher-keywords = break;posture;pause;stretch;exercise;reminder;
# What the entry offers beside opening it. On a desktop without a tray these are the menu.
launcher-action-break = Start break now
launcher-action-pause = Pause for 30 minutes
launcher-action-resume = Resume
launcher-action-review = Review
launcher-action-learn = Learn
launcher-action-settings = Settings
# At the end of the first questions.
launcher-in-the-menu = You find Unhunch among your applications now. Open it there to see when the next break comes.
# Once, on a desktop that shows no icon: a title and, below it, a text. `advice` is what to do about it; `in_menu` says that the app can be opened there.
launcher-no-icon =
    Unhunch is running
    This desktop shows no icon for it. When a break is due, a notification says so.
    { $advice }
launcher-no-icon-but-entry =
    Unhunch is running
    This desktop shows no icon for it. When a break is due, a notification says so. In between, open Unhunch among your applications to see how things are.
    { $advice }
# The button under what is only to be read.
launcher-understood = All right
