//! What macOS makes of a program with an event loop, and of open menus.

use winit::event_loop::EventLoopBuilder;
use winit::platform::macos::{ActivationPolicy, EventLoopBuilderExtMacOS};

/// No place in the Dock and no menu bar of its own; and whoever is typing goes on typing.
pub(super) fn in_background(builder: &mut EventLoopBuilder<()>) {
    builder.with_activation_policy(ActivationPolicy::Accessory).with_default_menu(false);
    builder.with_activate_ignoring_other_apps(false);
}

/// It need not be asked: AppKit holds what it shows, whatever becomes of the menu's other handles.
pub(crate) fn menu_is_open() -> bool {
    false
}

/// Nothing: winit's end takes the run loop out of it.
pub(super) fn leave_menu() {}
