//! What `doctor` says of the parts that the shell owns, and around its list; the form of its lines is `parts`'s. Pure.

use super::own_files;
use crate::engine::moment::Stamp;
use crate::parts::PartState;
use crate::parts::own::{Advice, Guide, Says, WindowEnd};
use chrono::NaiveDate;

/// What such a part says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Settings(problems) => text!("doctor-settings", problems = *problems),
        Says::Library { exercises, left_out } => {
            text!("doctor-library", exercises = *exercises, left_out = *left_out)
        }
        Says::LibraryFailed(problem) => text!("doctor-library-failed", problem = own_files::problem(problem)),
        Says::Problem(problem) => own_files::problem(problem),
        Says::Ledger(why) => super::ledger::error(why),
        Says::Aside(all) => super::ledger::asides(all),
        Says::Refused(records) => text!("doctor-refused", records = *records),
        Says::Anew => text!("doctor-anew"),
        Says::Listens => text!("doctor-listens"),
        Says::NoSocket(why) => super::cli::no_socket(why),
        Says::Speed(speed) => text!("doctor-speed", speed = *speed),
        Says::Prompts { keys: true } => text!("doctor-prompts-keys"),
        Says::Prompts { keys: false } => text!("doctor-prompts-printed"),
        Says::Guide(guide) => self::guide(guide),
        Says::Shared(others) => text!("doctor-shared", others = *others),
        Says::NoSharedFolder => text!("doctor-no-shared-folder"),
        Says::SharedTrouble(why) => text!("doctor-shared-trouble", why = super::files::trouble(why)),
    }
}

fn guide(guide: &Guide) -> String {
    match guide {
        Guide::NotYet => text!("doctor-guide-not-yet"),
        Guide::Shown => text!("doctor-guide-shown"),
        Guide::Died(end) => text!("doctor-guide-died", end = ended(end)),
        Guide::Failed(end) => ended(end),
        Guide::InNotification => text!("doctor-guide-in-notification"),
        Guide::WithoutDisplay => text!("doctor-guide-without-display"),
    }
}

/// How the process of a window ended.
#[must_use]
pub fn ended(end: &WindowEnd) -> String {
    match end {
        WindowEnd::Failed(why) => super::windows::failure(why),
        WindowEnd::Words(words) => words.clone(),
        WindowEnd::Ended { signal: Some(signal), .. } => text!("doctor-ended-signal", signal = *signal),
        WindowEnd::Ended { status: Some(status), .. } => text!("doctor-ended-status", status = *status),
        WindowEnd::Ended { .. } => text!("doctor-ended"),
        WindowEnd::NotStarted(why) => text!("doctor-not-started", why = why.as_str()),
        WindowEnd::TooSlow => text!("doctor-too-slow"),
    }
}

/// What a person can do about such a part.
#[must_use]
pub fn advice(advice: &Advice) -> String {
    match advice {
        Advice::CheckSettings => text!("doctor-check-settings"),
        Advice::Problem(problem) => own_files::problem(problem),
        Advice::LedgerWaits => text!("doctor-ledger-waits"),
        Advice::SharedWaits => text!("doctor-shared-waits"),
        Advice::LedgerLeft => text!("doctor-ledger-left"),
        Advice::Seen => text!("doctor-set-aside"),
        Advice::NoSocket => text!("doctor-no-socket"),
        Advice::Fast => text!("doctor-fast"),
        Advice::TrayAgain => text!("doctor-tray-again"),
        Advice::Guide => text!("doctor-guide-fails"),
        Advice::Deaf { camera, changed, days } => {
            text!("doctor-deaf-watch", deaf = deaf(*camera, *changed, *days))
        }
    }
}

/// A sense of calls may be deaf.
#[must_use]
pub fn deaf(camera: bool, changed: Option<NaiveDate>, days: u32) -> String {
    let device = if camera { "camera" } else { "mic" };
    match changed {
        Some(day) => text!("doctor-deaf-since", device, changed = day.to_string(), days),
        None => text!("doctor-deaf", device, days),
    }
}

/// The person has seen what was set aside.
#[must_use]
pub fn seen(files: usize) -> String {
    text!("doctor-seen", files)
}

texts! {
    /// Nothing is running, so only a part can be told.
    pub alone: "doctor-alone";
}

/// The state's word in the list.
#[must_use]
pub fn state(state: PartState) -> String {
    match state {
        PartState::Works => text!("doctor-state-works"),
        PartState::NotHere => text!("doctor-state-not-here"),
        PartState::Failed => text!("doctor-state-failed"),
        PartState::Off => text!("doctor-state-off"),
    }
}

/// Since when a part is in its state: the time, with the date where that was not today.
#[must_use]
pub fn since(at: Stamp, today: Stamp) -> String {
    let same = at.date_naive() == today.date_naive();
    if same { super::clock(at) } else { at.format("%Y-%m-%d %H:%M").to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_another_day_carries_its_date() {
        let at = |text: &str| text.parse::<Stamp>().expect("a time");
        let now = at("2026-01-05T17:00:00+01:00");
        assert_eq!(since(at("2026-01-05T09:14:59+01:00"), now), "09:14");
        assert_eq!(since(at("2026-01-04T17:00:00+01:00"), now), "2026-01-04 17:00");
    }

    #[test]
    fn a_deaf_sense_is_asked_about_not_accused() {
        let day = "2026-01-05".parse().ok();
        let mic = deaf(false, day, 30);
        assert!(mic.contains("since 2026-01-05, on 30 days") && mic.contains("if you take calls"), "{mic}");
        let camera = deaf(true, None, 31);
        assert!(camera.contains("never changed, on 31 days") && camera.contains("if you use a camera"), "{camera}");
    }
}
