//! The pages to read, in the person's language. Owns that a pseudo-locale changes them as it does all other text.

use crate::learn::{self, Page};
use crate::text::{language, library};

/// All pages, as they are listed.
pub(super) fn pages() -> Vec<Page> {
    learn::pages(language()).into_iter().map(spoken).collect()
}

/// A page as a person reads it.
pub(super) fn spoken(mut page: Page) -> Page {
    page.each_text(library::spoken);
    page
}
