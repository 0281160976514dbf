//! Whether the person lets notifications be shown, where the system asks them: refused, not answered and not known are three
//! things. PURE: the system is asked elsewhere.

/// The person's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Permission {
    /// They may be shown.
    Given,
    /// They may not.
    Refused,
    /// The system has asked and has no answer yet.
    Unanswered,
    /// The system could not ask, in its own words.
    Unknown(String),
}

/// What the system's settings say the person has decided, if anything, and what error came of asking.
///
/// An error comes with a refusal too (`UNErrorCodeNotificationsNotAllowed`), and one that came of asking says nothing of a
/// leave that was given before: what is decided counts.
pub(super) fn permission(decided: Option<bool>, error: Option<String>) -> Permission {
    match (decided, error) {
        (Some(true), _) => Permission::Given,
        (Some(false), _) => Permission::Refused,
        (None, None) => Permission::Unanswered,
        (None, Some(why)) => Permission::Unknown(why),
    }
}

#[cfg(test)]
mod tests {
    use super::{Permission, permission};

    #[test]
    fn a_refusal_no_answer_and_an_error_are_three_things() {
        let error = || Some("the centre is busy".to_owned());
        assert_eq!(permission(Some(false), error()), Permission::Refused, "with the error that a refusal brings");
        assert_eq!(permission(Some(false), None), Permission::Refused);
        assert_eq!(permission(None, None), Permission::Unanswered);
        assert_eq!(permission(None, error()), Permission::Unknown("the centre is busy".into()));
        assert_eq!(permission(Some(true), error()), Permission::Given);
    }
}
