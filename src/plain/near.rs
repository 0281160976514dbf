//! Names that are written alike: what a person probably meant. PURE. Owns how near is near; never asks.

/// No name is as long as this, in bytes; a person's file may hold anything.
const LONGEST: usize = 100;

/// The name written most alike, if any is near.
#[must_use]
pub fn nearest(wanted: &str, names: impl Iterator<Item = String>) -> Option<String> {
    names.filter_map(|name| Some((far(wanted, &name)?, name))).min().map(|(_, name)| name)
}

/// At most so many names that a person may have meant: those that contain what was said, and those written alike.
#[must_use]
pub fn near<'a>(wanted: &str, names: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let contains = |name: &str| !wanted.is_empty() && name.contains(wanted);
    let rank = |name: &'a str| if contains(name) { Some((0, name)) } else { Some((far(wanted, name)?, name)) };
    let mut all: Vec<(usize, &str)> = names.filter_map(rank).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, name)| name).take(most).collect()
}

/// How far a name is from what was said, in letters, unless that is too far to be a slip.
fn far(wanted: &str, name: &str) -> Option<usize> {
    let far = || strsim::levenshtein(wanted, name);
    (wanted.len() <= LONGEST).then(far).filter(|far| *far <= 2.max(name.len() / 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_parts_find_the_name_and_nonsense_finds_none() {
        let names = || ["chin-tuck", "wall-chin-tuck", "calf-raise", "wall-angels"].into_iter();
        assert_eq!(near("chin-tcuk", names(), 3), ["chin-tuck"]);
        assert_eq!(near("chin", names(), 3), ["chin-tuck", "wall-chin-tuck"]);
        assert_eq!(near("wall", names(), 1), ["wall-angels"]);
        assert_eq!(near("bicycle", names(), 3), Vec::<&str>::new());
        assert_eq!(nearest("calf-rise", names().map(String::from)).as_deref(), Some("calf-raise"));
    }
}
