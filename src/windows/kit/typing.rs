//! The typing guard: keys that are meant for another window. Owns which a window hears that has just come to have the
//! focus; knows no button and no text.

use eframe::egui::{Context, Event, Key};

/// Seconds in which somebody notices that another window has the keys now.
const NOTICES: f64 = 0.8;

/// What a window hears of the keyboard. A window may take the focus in the middle of a word: its keys are deaf until
/// nobody has typed for a moment. Escape is always heard.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypingGuard {
    focused: bool,
    /// On the clock of the input, in seconds.
    deaf_until: f64,
}

impl TypingGuard {
    /// Takes out of this frame's input what is not to be heard. Called once a frame, before anything reads the keys.
    pub fn filter(&mut self, ctx: &Context) {
        ctx.input_mut(|input| {
            let comes = input.focused && !self.focused || input.events.contains(&Event::WindowFocused(true));
            self.focused = input.focused;
            let deaf = comes || input.time < self.deaf_until;
            let all = input.events.len();
            if deaf {
                input.events.retain(|event| !types(event));
            }
            if comes || input.events.len() < all {
                self.deaf_until = input.time + NOTICES;
            }
        });
    }
}

fn types(event: &Event) -> bool {
    matches!(event, Event::Key { key, pressed: true, .. } if *key != Key::Escape)
}
