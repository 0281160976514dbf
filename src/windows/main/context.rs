//! What a page reaches beside itself: orders to the app, another page, how all look. Owns these ways; never what goes over
//! them.

use super::page::MainPage;
use super::talk::MainOrder;
use crate::windows::Look;

/// Who takes orders, without ever waiting.
pub type TakeOrder<'a> = Box<dyn Fn(MainOrder) + 'a>;

/// What a page reaches while it is drawn.
pub struct PageContext<'a> {
    take: &'a dyn Fn(MainOrder),
    /// How windows look.
    pub look: Look,
    /// The page that is wanted next, with a subject on it.
    wanted: Option<(MainPage, Option<String>)>,
    /// What is shown next on the same page begins at its top.
    top: bool,
}

impl<'a> PageContext<'a> {
    /// A context for one frame.
    #[must_use]
    pub fn new(take: &'a dyn Fn(MainOrder), look: Look) -> Self {
        Self { take, look, wanted: None, top: false }
    }

    /// Gives an order; what comes of it is an update.
    pub fn order(&self, order: impl Into<MainOrder>) {
        (self.take)(order.into());
    }

    /// Turns to another page, once this frame is drawn; to a subject on it, if one is named.
    pub fn turn(&mut self, page: MainPage, subject: Option<String>) {
        self.wanted = Some((page, subject));
    }

    /// What is shown next on this page is another thing: it begins at its top.
    pub fn begin(&mut self) {
        self.top = true;
    }

    /// Whether what is shown next begins at its top.
    #[must_use]
    pub fn begins(&self) -> bool {
        self.top
    }

    /// The page that is wanted next.
    #[must_use]
    pub fn wanted(self) -> Option<(MainPage, Option<String>)> {
        self.wanted
    }
}
