//! Names that are written alike: what a person probably meant. PURE. Owns how near is near; says no sentence.

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

/// How far a name is from what was said, unless that is too far to be a slip.
fn far(wanted: &str, name: &str) -> Option<usize> {
    Some(distance(wanted, name)).filter(|far| *far <= 2.max(name.len() / 4))
}

/// How many letters must be put in, taken out or exchanged to make one of the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().take(100).enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, &b) in to.iter().enumerate() {
            let here = (before + usize::from(a != b)).min(row[j] + 1).min(row[j + 1] + 1);
            before = row[j + 1];
            row[j + 1] = here;
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "wall"), 4);
    }

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
