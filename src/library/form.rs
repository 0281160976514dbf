//! What every list of the library has in common: its name, its texts, its entries' ids and that they can be checked.
//! Owns no list.

use super::problem::Because;
use serde::de::DeserializeOwned;

/// Whether an entry can be used.
pub(super) trait Check {
    /// What does not hold.
    fn check(&self) -> Result<(), Because>;
}

/// What an entry of a list consists of.
pub(super) trait Form: DeserializeOwned + Check {
    /// The list's name in its file.
    const LIST: &'static str;
    /// The texts that each entry has.
    const TEXTS: &'static [&'static str];
    /// The texts that it has where its facts say `true` of them.
    const MARKED: &'static [&'static str] = &[];
}

/// An entry of one of the library's lists.
pub(super) trait Entry: Form {
    /// The entry's stable key.
    fn id(&self) -> &str;
}
