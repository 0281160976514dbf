//! What Windows makes of a program with an event loop.

use winit::event_loop::EventLoopBuilder;

/// Nothing: who has no window is not seen.
pub(super) fn in_background(_builder: &mut EventLoopBuilder<()>) {}
