//! Pseudo-locale: English with accents and two letters more for each five, as long as languages get that say more. Owns
//! that change; never sees an argument.

use std::borrow::Cow;

/// The words of a message, changed.
pub(super) fn longer(text: &str) -> Cow<'_, str> {
    let (mut changed, mut owed) = (String::with_capacity(text.len() * 2), 0);
    for letter in text.chars() {
        let (accented, vowel) = accent(letter);
        changed.push(accented);
        owed += if letter.is_alphabetic() { 2 } else { 0 };
        while vowel && owed >= 5 {
            changed.extend(accented.to_lowercase());
            owed -= 5;
        }
    }
    Cow::Owned(changed)
}

/// The letter with an accent, from those that every font has, and whether it can be drawn out.
fn accent(letter: char) -> (char, bool) {
    match letter {
        'a' => ('á', true),
        'e' => ('é', true),
        'i' => ('í', true),
        'o' => ('ó', true),
        'u' => ('ú', true),
        'y' => ('ý', true),
        'A' => ('Á', true),
        'E' => ('É', true),
        'I' => ('Í', true),
        'O' => ('Ó', true),
        'U' => ('Ú', true),
        'Y' => ('Ý', true),
        'c' => ('ç', false),
        'n' => ('ñ', false),
        'N' => ('Ñ', false),
        other => (other, false),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{length, locale};
    use super::*;
    use std::time::Duration;

    #[test]
    fn words_are_two_fifths_longer_and_no_argument_is_touched() {
        let english = "Breaks fall due each minute; answer them in the notification, in the tray or here";
        let (letters, more) = (english.chars().filter(|c| c.is_alphabetic()).count(), longer(english).chars().count());
        assert!((more - english.chars().count()).abs_diff(letters * 2 / 5) <= 2, "{}", longer(english));
        let said = locale::within(locale::Language::Pseudo, || length(Duration::from_mins(80)));
        assert_eq!(said, "1 h 20 míñ");
    }
}
