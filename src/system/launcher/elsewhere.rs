//! Where whoever installs the app puts it into the menu.

use super::{Standing, Trouble, Wording};
use std::path::Path;

/// Nothing is known of it.
pub(crate) fn standing() -> Standing {
    Standing::Absent
}

/// It is not ours to put there.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere files are written")]
pub(crate) fn put(_home: Option<&Path>, _wording: &Wording) -> Result<Standing, Trouble> {
    Ok(Standing::Absent)
}

/// There is nothing of ours.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere files are removed")]
pub(crate) fn remove() -> Result<(), Trouble> {
    Ok(())
}
