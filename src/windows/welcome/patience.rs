//! How long nobody has touched the window. Owns when that is too long: open, a window weighs twenty times the app.

use eframe::egui::Context;
use std::time::Duration;

/// A window that nobody has touched for so long closes.
// Whoever was called away finds it again; whoever never looked at it is not to keep it for a day.
const ALONE: Duration = Duration::from_hours(1);

/// When it was touched last, in seconds of the window's own time.
#[derive(Debug, Default)]
pub(super) struct Patience {
    touched: f64,
}

impl Patience {
    /// Whether it is over. The window is woken for it once.
    pub(super) fn is_over(&mut self, ctx: &Context) -> bool {
        let (now, touched) = ctx.input(|input| (input.time, !input.events.is_empty()));
        if touched {
            self.touched = now;
        }
        let left = ALONE.as_secs_f64() - (now - self.touched);
        if left <= 0.0 {
            return true;
        }
        ctx.request_repaint_after(Duration::from_secs_f64(left));
        false
    }
}
