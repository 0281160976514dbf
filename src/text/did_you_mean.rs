//! The question whether a person meant another name. Pure; which names are near is `plain::near`'s.

/// The question that suggests them; none where there are none.
#[must_use]
pub fn did_you_mean(near: &[&str]) -> Option<String> {
    (!near.is_empty()).then(|| text!("formats-did-you-mean", names = super::formats::either(near)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_as_people_tell_them() {
        assert_eq!(did_you_mean(&[]), None);
        assert_eq!(did_you_mean(&["a", "b", "c"]).as_deref(), Some("Did you mean a, b or c?"));
    }
}
