//! What the command line says of its own arguments: below the list of commands, and where a word is none of those it takes.
//! Pure.

/// Below the help.
pub const AFTER_HELP: &str = "Without a command it starts, shows itself in the tray and reminds until it is quit; if it runs already, \
                              it says how things are.\n\nExit codes: 0 done, 1 refused or not so, 2 wrong usage, 3 Unhunch is not \
                              running, 4 it had the request and did not answer, so that it may have been done or not, \
                              5 it was done and could not be recorded.";

/// No day.
pub const BAD_DAY: &str = "say today, yesterday or a date such as 2026-01-31";

/// No time to look back over.
pub const BAD_PERIOD: &str = "say today, yesterday, week, month, all or a date such as 2026-01-31";

/// No time of day.
pub const BAD_TIME_OF_DAY: &str = "say a time such as 14:00";

/// No word for how it feels.
pub const BAD_FEELING: &str = "say loose, tight or sore";

/// Neither a date nor an instant.
pub const BAD_POINT: &str =
    "that is no date or time. Say a date such as 2026-01-31, or a time such as 2026-01-31T09:00:00Z";

/// No zone.
pub const BAD_ZONE: &str = "there is no such zone. Say one such as Europe/Berlin";
