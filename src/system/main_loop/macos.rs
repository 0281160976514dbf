//! What macOS makes of a program with an event loop, and of open menus.

use winit::event_loop::EventLoopBuilder;
use winit::platform::macos::{ActivationPolicy, EventLoopBuilderExtMacOS};

/// No place in the Dock and no menu bar of its own (`Accessory`); and whoever is typing goes on typing.
pub(super) fn in_background(builder: &mut EventLoopBuilder<()>) {
    builder.with_activation_policy(ActivationPolicy::Accessory).with_default_menu(false);
    builder.with_activate_ignoring_other_apps(false);
}

/// It need not be asked: tray-icon holds the menu that it opens until that is closed, whatever becomes of other handles.
pub(crate) fn menu_is_open() -> bool {
    false
}

/// Nothing: winit stops the app and posts an event for it. That this closes an open menu is not documented.
pub(super) fn leave_menu() {}
