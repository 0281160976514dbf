//! Where a window goes that stands beside the work: near the right edge of what panels leave free, on the monitor with
//! the pointer. Owns the arithmetic; on Wayland the compositor alone decides.

use crate::system::display::{Area, Display, WindowManager};
use eframe::egui::ViewportBuilder;
use winit::dpi::{LogicalSize, PhysicalPosition, PhysicalSize};
use winit::window::Window;

/// What stays free at the right and the left, in logical pixels.
const MARGIN: f64 = 24.0;
/// What stays free above and below, at least.
const GAP: f64 = 8.0;
/// The bar that a window manager draws above a window, at most.
const BAR: f64 = 40.0;
/// As much may be a panel's, above and below, where nobody says what panels leave.
const PANEL: f64 = 32.0;
/// No window is as tall.
const TALLEST: f32 = 16_384.0;

impl Area {
    /// What both have; this one, if they have nothing in common.
    fn within(self, other: Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let width = (self.x + self.width).min(other.x + other.width) - x;
        let height = (self.y + self.height).min(other.y + other.height) - y;
        if width > 0 && height > 0 { Self { x, y, width, height } } else { self }
    }

    /// What a panel above and one below would leave of a monitor.
    fn without_panels(self, scale: f64) -> Self {
        let panel = pixels(PANEL * scale);
        self.within(Self { y: self.y + panel, height: self.height - 2 * panel, ..self })
    }
}

/// Makes a window of this size, which is not open yet, one that stands beside the work.
pub(super) fn prepare(viewport: ViewportBuilder, size: [f32; 2], least: [f32; 2], display: Display) -> ViewportBuilder {
    if display.places() {
        // An X window has a place from the start, or its window manager finds it one; which, is known once it is made.
        return viewport.with_position([0.0, 0.0]);
    }
    // Compositors that tile let a window float whose width is fixed when it opens.
    let [width, _] = size;
    viewport.with_min_inner_size([width, least[1]]).with_max_inner_size([width, TALLEST])
}

/// Puts the window, made and not yet shown, beside the work.
pub(super) fn put(window: &Window, least: [f32; 2]) {
    let Some(monitor) = window.current_monitor() else { return };
    let (at, size) = (monitor.position(), monitor.size());
    let monitor = Area { x: at.x, y: at.y, width: signed(size.width), height: signed(size.height) };
    let scale = window.scale_factor();
    let manager = WindowManager::reach();
    let work = manager.as_ref().and_then(WindowManager::free);
    let free = work.map_or_else(|| monitor.without_panels(scale), |work| monitor.within(work));
    let least = LogicalSize::<f32>::from(least).to_physical(scale);
    let (at, size) = beside(free, window.inner_size(), least, scale);
    // None is the answer of X11: the size is asked of the window manager.
    let _ = window.request_inner_size(size);
    window.set_outer_position(at);
    if let Some(manager) = manager {
        // Some window managers, such as i3, read place and size in the hints alone.
        manager.hint(window, at, size);
    }
}

/// Where in the free area, and how large: as large as asked if there is room, never less than `least`.
fn beside(
    free: Area,
    asked: PhysicalSize<u32>,
    least: PhysicalSize<u32>,
    scale: f64,
) -> (PhysicalPosition<i32>, PhysicalSize<u32>) {
    let [margin, gap, bar] = [MARGIN, GAP, BAR].map(|length| pixels(length * scale));
    let fit = |asked: u32, least: u32, room: i32| signed(asked).min(room).max(signed(least));
    let width = fit(asked.width, least.width, free.width - 2 * margin);
    let height = fit(asked.height, least.height, free.height - bar - 2 * gap);
    let x = free.x + (free.width - margin - width).max(0);
    let y = free.y + ((free.height - bar - height) / 2).max(0);
    (PhysicalPosition::new(x, y), PhysicalSize::new(width.unsigned_abs(), height.unsigned_abs()))
}

fn signed(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

fn pixels(length: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen pixels, and the cast saturates")]
    let whole = length.round() as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: PhysicalSize<u32> = PhysicalSize::new(300, 360);
    const GUIDE: PhysicalSize<u32> = PhysicalSize::new(400, 680);

    fn area([x, y, width, height]: [i32; 4]) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn it_stands_near_the_right_edge_of_what_the_panels_leave() {
        let free = area([0, 0, 1280, 800]).within(area([0, 28, 1240, 772]));
        let (at, size) = beside(free, GUIDE, LEAST, 1.0);
        assert_eq!((at.x, size), (1240 - 24 - 400, GUIDE));
        assert!(at.y >= 28 && at.y + 40 + 680 <= 800, "{at:?}");
    }

    #[test]
    fn on_a_small_screen_it_is_smaller_and_whole() {
        let free = area([0, 28, 800, 572]);
        let (at, size) = beside(free, GUIDE, LEAST, 1.0);
        assert_eq!((at.x, size), (376, PhysicalSize::new(400, 572 - 40 - 16)));
        assert_eq!(at.y, 28 + 8);
        let (at, size) = beside(area([0, 0, 320, 240]), GUIDE, LEAST, 1.0);
        assert_eq!((at, size), (PhysicalPosition::new(0, 0), LEAST), "nothing is cut off at the left and above");
    }

    #[test]
    fn the_second_monitor_and_a_finer_one_have_their_own_pixels() {
        let work = area([0, 0, 1280 + 2560, 1600 - 80]);
        let free = area([1280, 0, 2560, 1600]).within(work);
        let (at, size) = beside(free, PhysicalSize::new(800, 1360), PhysicalSize::new(600, 720), 2.0);
        assert_eq!((at.x, size), (3840 - 48 - 800, PhysicalSize::new(800, 1360)));
        assert_eq!(at.y, (1520 - 80 - 1360) / 2);
    }

    #[test]
    fn where_nobody_tells_of_panels_there_is_room_for_two() {
        let (at, size) = beside(area([0, 0, 800, 600]).without_panels(1.0), GUIDE, LEAST, 1.0);
        assert!(at.y >= 32 && at.y + 40 + signed(size.height) <= 600 - 32, "{at:?} {size:?}");
    }

    #[test]
    fn a_work_area_of_another_monitor_says_nothing() {
        let monitor = area([1280, 0, 1280, 800]);
        assert_eq!(monitor.within(area([0, 0, 1280, 772])), monitor);
    }
}
