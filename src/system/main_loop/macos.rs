//! What macOS makes of a program with an event loop.

use winit::event_loop::EventLoopBuilder;
use winit::platform::macos::{ActivationPolicy, EventLoopBuilderExtMacOS};

/// No place in the Dock and no menu bar of its own; and whoever is typing goes on typing.
pub(super) fn in_background(builder: &mut EventLoopBuilder<()>) {
    builder.with_activation_policy(ActivationPolicy::Accessory).with_default_menu(false);
    builder.with_activate_ignoring_other_apps(false);
}
