//! Which of the assertions that macOS lists keep the screen awake, and whose they are. PURE: they are read elsewhere.

/// The kinds by which a program keeps the screen on though nobody touches anything, in Apple's words and in those of before
/// 10.7, which are still taken (IOPMLib.h).
// Not among them: what keeps only the machine awake, as a backup does, and what tells of input, which the system itself
// asserts with each key (`UserIsActive`).
const KEEP_THE_SCREEN: [&str; 2] = ["PreventUserIdleDisplaySleep", "NoDisplaySleepAssertion"];
/// An assertion that is made and not in force (`kIOPMAssertionLevelOff`).
const OFF: i64 = 0;

/// What one process asserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assertion {
    /// The process.
    pub process: i32,
    /// In Apple's words.
    pub kind: String,
    /// Whether it is in force: not 0.
    pub level: i64,
}

/// The processes that keep the screen awake, each once, by their numbers.
pub(super) fn keepers(all: &[Assertion]) -> Vec<i32> {
    let keeps = |one: &&Assertion| one.level != OFF && KEEP_THE_SCREEN.contains(&one.kind.as_str());
    let mut keepers: Vec<i32> = all.iter().filter(keeps).map(|one| one.process).collect();
    keepers.sort_unstable();
    keepers.dedup();
    keepers
}

#[cfg(test)]
mod tests {
    use super::{Assertion, keepers};

    fn assertion(process: i32, kind: &str, level: i64) -> Assertion {
        Assertion { process, kind: kind.into(), level }
    }

    #[test]
    fn a_film_keeps_the_screen_and_a_backup_does_not() {
        let all = [
            assertion(90, "UserIsActive", 255),
            assertion(70, "PreventUserIdleDisplaySleep", 255),
            assertion(60, "PreventUserIdleSystemSleep", 255),
            assertion(50, "BackgroundTask", 255),
            assertion(40, "NoDisplaySleepAssertion", 255),
            assertion(70, "NoDisplaySleepAssertion", 255),
        ];
        assert_eq!(keepers(&all), [40, 70]);
    }

    #[test]
    fn one_that_is_not_in_force_keeps_nothing() {
        assert_eq!(keepers(&[assertion(70, "PreventUserIdleDisplaySleep", 0)]), [] as [i32; 0]);
    }
}
