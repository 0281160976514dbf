//! Whether a window fills a display, where the system lists both and no window says so itself. PURE: the lists are read
//! elsewhere.

/// How far a window's edge may lie from the display's, in points.
// Both are told as fractions, and a display's scale need not be whole.
const SLACK: f64 = 1.0;
/// The layer of common windows: the menu bar, the Dock, the desktop's picture and panels above others have layers of their own.
const COMMON: i64 = 0;

/// A rectangle of the space in which all displays lie, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge; further down is more.
    pub y: f64,
    /// At least 0.
    pub width: f64,
    /// At least 0.
    pub height: f64,
}

impl Area {
    /// Left, upper, right and lower edge.
    fn edges(&self) -> [f64; 4] {
        [self.x, self.y, self.x + self.width, self.y + self.height]
    }

    /// Whether the two have a part in common that is more than an edge.
    fn meets(&self, other: &Self) -> bool {
        let ([left, top, right, bottom], theirs) = (self.edges(), other.edges());
        left + SLACK < theirs[2] && theirs[0] + SLACK < right && top + SLACK < theirs[3] && theirs[1] + SLACK < bottom
    }

    fn covers(&self, display: &Self) -> bool {
        let ([left, top, right, bottom], theirs) = (self.edges(), display.edges());
        left <= theirs[0] + SLACK
            && top <= theirs[1] + SLACK
            && right >= theirs[2] - SLACK
            && bottom >= theirs[3] - SLACK
    }
}

/// A window on a display.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ListedWindow {
    /// Whose it is: a process.
    pub owner: i64,
    /// How high it lies; the common ones lie at 0.
    pub layer: i64,
    /// How much of what is below it is hidden, 0 to 1.
    pub opacity: f64,
    /// Where it lies.
    pub area: Area,
}

/// Whether one of the displays is filled by a window of the program that is in front there; the windows from front to back.
///
/// The program's toolbar or a sheet may be a window of its own in front of the one that fills the display. A window that fills
/// it behind another program's is not what is looked at.
pub(super) fn is_filled(windows: &[ListedWindow], displays: &[Area]) -> bool {
    let common = || windows.iter().filter(|window| window.layer == COMMON && window.opacity > 0.0);
    displays.iter().any(|display| {
        let front = common().find(|window| window.area.meets(display));
        front.is_some_and(|front| common().any(|window| window.owner == front.owner && window.area.covers(display)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Area = area(0.0, 0.0, 1512.0, 982.0);
    const RIGHT: Area = area(1512.0, -200.0, 2560.0, 1440.0);

    const fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
        Area { x, y, width, height }
    }

    fn window(owner: i64, area: Area) -> ListedWindow {
        ListedWindow { owner, layer: 0, opacity: 1.0, area }
    }

    fn filled(windows: &[ListedWindow]) -> bool {
        is_filled(windows, &[LEFT, RIGHT])
    }

    #[test]
    fn a_window_over_a_whole_display_fills_it() {
        assert!(filled(&[window(1, LEFT)]));
        assert!(filled(&[window(1, area(300.0, 200.0, 400.0, 300.0)), window(2, RIGHT)]), "the other display");
        assert!(filled(&[window(1, area(0.0, 0.0, 1511.5, 982.5))]), "but for a fraction");
        assert!(filled(&[window(1, area(0.0, 0.0, 4072.0, 1240.0))]), "and more");
    }

    #[test]
    fn a_maximized_window_leaves_the_menu_bar() {
        assert!(!filled(&[window(1, area(0.0, 34.0, 1512.0, 948.0))]));
        assert!(!filled(&[window(1, area(1512.0, -200.0, 2560.0, 1360.0))]));
        assert!(!filled(&[]));
    }

    #[test]
    fn a_toolbar_of_the_same_program_may_lie_in_front_and_no_other_window() {
        let bar = area(0.0, 0.0, 1512.0, 52.0);
        assert!(filled(&[window(1, bar), window(1, LEFT)]));
        assert!(!filled(&[window(2, area(100.0, 100.0, 800.0, 600.0)), window(1, LEFT)]));
        assert!(filled(&[window(2, area(1600.0, 0.0, 800.0, 600.0)), window(1, LEFT)]), "on the other display");
        assert!(filled(&[window(2, area(1512.0, 0.0, 800.0, 600.0)), window(1, LEFT)]), "which begins at the edge");
    }

    #[test]
    fn what_is_no_common_window_or_cannot_be_seen_fills_nothing() {
        let desktop = ListedWindow { layer: -2_147_483_603, ..window(1, LEFT) };
        let dim = ListedWindow { layer: 25, ..window(2, LEFT) };
        let clear = ListedWindow { opacity: 0.0, ..window(3, LEFT) };
        assert!(!filled(&[dim.clone(), clear.clone(), desktop]));
        assert!(filled(&[dim, clear, window(4, LEFT)]), "and hides nothing either");
    }
}
