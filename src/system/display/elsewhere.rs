//! Where there is one display, and it answers.

use super::{Area, NoDisplay};
use std::convert::Infallible;
use winit::dpi::{PhysicalPosition, PhysicalSize};
use winit::event_loop::EventLoopBuilder;
use winit::window::{Window, WindowId};

/// The one display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Display;

#[expect(clippy::unused_self, reason = "elsewhere there are several kinds")]
impl Display {
    /// It is there.
    ///
    /// # Errors
    /// Never.
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere there may be none")]
    pub(crate) fn find() -> Result<Self, NoDisplay> {
        Ok(Self)
    }

    /// There is nothing to choose.
    pub(crate) fn choose<T>(self, _builder: &mut EventLoopBuilder<T>) {}

    /// Whether a window has a place that is ours to say.
    pub(crate) fn places(self) -> bool {
        true
    }

    /// What winit does is enough.
    pub(crate) fn activate(self, _window: WindowId) -> bool {
        true
    }

    /// Whether a window is on the screen is not heard of yet: it counts as seen.
    ///
    /// # Errors
    /// Never.
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere somebody is asked")]
    pub(crate) fn watch(self, _window: &Window, _tell: impl Fn(bool) + Send + 'static) -> Result<(), Infallible> {
        Ok(())
    }
}

/// What panels leave free is not asked yet.
pub(crate) enum WindowManager {}

impl WindowManager {
    /// There is nobody to ask.
    pub(crate) fn reach() -> Option<Self> {
        None
    }

    /// Never called.
    pub(crate) fn free(&self) -> Option<Area> {
        match *self {}
    }

    /// Never called.
    pub(crate) fn hint(&self, _window: &Window, _at: PhysicalPosition<i32>, _size: PhysicalSize<u32>) {
        match *self {}
    }
}
