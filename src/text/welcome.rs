//! What is said on the first window. Pure.

use super::formats::time;
use super::menu;
use crate::engine::moment::Stamp;
use crate::engine::tray_line::TrayLine;
use chrono::NaiveTime;

texts! {
    /// The window's title, and its first line.
    pub title: "welcome-title";
    /// What this is.
    pub what: "welcome-what";
    /// The picture of the panel, for those who do not see it.
    pub panel: "welcome-panel";
    /// The picture of the applications, for those who do not see it.
    pub applications: "welcome-applications";
    /// How it is opened where there is no icon.
    pub no_icon: "welcome-no-icon";
    /// Where the questions are found again.
    pub later: "welcome-later";
    /// A guide to try.
    pub try_one: "welcome-try-one";
    /// What that is.
    pub try_one_note: "welcome-try-one-note";
    /// A day in a few minutes.
    pub day: "welcome-day";
    /// What that is.
    pub day_note: "welcome-day-note";
    /// The day has begun: a title, and what it is.
    pub demo: "welcome-demo";
    /// Starting with the desktop.
    pub autostart: "welcome-autostart";
    /// Where answers are changed.
    pub settings: "welcome-settings";
    /// Where it says when to see someone.
    pub help: "welcome-help";
}

/// Where the icon is on this kind of system: each calls the place otherwise, and Windows hides an icon that is new.
#[must_use]
pub fn icon(system: &str) -> String {
    text!("welcome-icon", system)
}

/// What comes next: when the first break falls due, or why none does. Whoever reads it is at the desk, whatever is known of
/// that yet.
#[must_use]
pub fn next(line: &TrayLine, now: Stamp) -> String {
    let first = |at: NaiveTime| text!("welcome-first", at = time(at));
    match line {
        TrayLine::Next { at, .. } | TrayLine::Snoozed { until: at, .. } | TrayLine::Owed { at, .. } => first(*at),
        TrayLine::Waiting { left, .. } => first((now + *left).time()),
        TrayLine::OnABreak { .. }
        | TrayLine::Quiet { .. }
        | TrayLine::MeetingOver
        | TrayLine::Undeliverable { .. }
        | TrayLine::Due { .. }
        | TrayLine::NoBreaks => text!("welcome-now", line = menu::line(line)),
    }
}

#[cfg(test)]
mod tests {
    use super::icon;

    #[test]
    fn each_system_has_its_own_word_for_where_the_icon_is() {
        assert!(icon("windows").contains("taskbar") && icon("windows").contains("arrow"));
        assert!(icon("macos").contains("menu bar"));
        assert!(icon("linux").contains("panel"));
    }
}
