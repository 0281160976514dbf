//! A page of the app's window under a person's hands: what is on it, by its name, scrolled to, clicked, typed over and walked
//! to by the keyboard.

use super::a11y::Widget;
use super::desktop::Desktop;
use super::guide::WINDOW;
use super::process::{SOON, until};
use super::screen::{Rect, click, hands};

/// What is closer than this to the window's edge may lie under it, in pixels.
const EDGE: i32 = 24;
/// One notch of the wheel scrolls a page by so many pixels.
const NOTCH: i32 = 40;
/// No page has more stops of the keyboard than this.
const STOPS: usize = 80;

impl Desktop {
    /// Waits for what has this name and is not only read.
    pub(crate) fn until_control(&self, name: &str) -> Widget {
        self.until_widget(name, |widget| widget.name == name && !widget.is_label())
    }

    /// Waits for the first widget of this kind that has a place.
    pub(crate) fn until_widget(&self, what: &str, is: impl Fn(&Widget) -> bool) -> Widget {
        let there = |widget: &Widget| widget.place.width > 0 && is(widget);
        until(&format!("{what:?} in the window"), WINDOW, || self.window_widgets().into_iter().find(there))
    }

    /// Clicks with the mouse on the control of this name, wherever on the page it is.
    pub(crate) fn click_on(&self, name: &str) {
        self.click_widget(name, |widget| widget.name == name && !widget.is_label());
    }

    /// Turns the wheel until the first widget of this kind is in sight and stands still, and clicks on it.
    pub(crate) fn click_widget(&self, what: &str, is: impl Fn(&Widget) -> bool) {
        let window = self.until_window();
        let mut before = None;
        let place = until(&format!("{what:?} in sight"), WINDOW, || {
            let place = self.until_widget(what, &is).place;
            let still = before.replace(place) == Some(place);
            (still && self.in_sight(window, place)).then_some(place)
        });
        click(self.session(), place.centre(), 1);
    }

    /// Whether a place can be clicked; the wheel turns towards it where it cannot.
    fn in_sight(&self, window: Rect, place: Rect) -> bool {
        let (x, y) = place.centre();
        let (top, bottom) = (window.y + EDGE, window.y + window.height - EDGE);
        if (top..=bottom).contains(&y) {
            return true;
        }
        let (wheel, far) = if y < top { ("4", top - y) } else { ("5", y - bottom) };
        let notches = (far / NOTCH + 1).to_string();
        // Over the place's column, for each column scrolls by itself.
        let over = [x, window.centre().1].map(|at| at.to_string());
        hands(self.session(), &["mousemove", &over[0], &over[1], "click", "--repeat", &notches, wheel]);
        false
    }

    /// Types this in place of what stands in the field.
    pub(crate) fn type_into(&self, name: &str, text: &str) {
        self.click_on(name);
        self.until_focus_on(name);
        self.type_over(text);
    }

    /// Types this in place of what stands in the field that has the keyboard.
    pub(crate) fn type_over(&self, text: &str) {
        self.key("ctrl+a");
        hands(self.session(), &["type", "--delay", "20", text]);
    }

    /// Waits until this stands in the field.
    pub(crate) fn until_value(&self, name: &str, value: &str) {
        until(&format!("{value:?} in {name}"), WINDOW, || {
            (self.reader().value(&self.until_control(name)).as_deref() == Some(value)).then_some(())
        });
    }

    /// Waits until the keys go to what has this name.
    pub(crate) fn until_focus_on(&self, name: &str) {
        until(&format!("the keyboard at {name}"), SOON, || {
            self.window_widgets().iter().any(|widget| widget.is_focused() && widget.name == name).then_some(())
        });
    }

    /// Goes from widget to widget by the keyboard until the keys go to the one whose name begins like this.
    pub(crate) fn tab_to(&self, name: &str) {
        self.tab_to_widget(name, |widget| widget.name.starts_with(name));
    }

    /// Goes from widget to widget by the keyboard until the keys go to one of this kind.
    pub(crate) fn tab_to_widget(&self, what: &str, is: impl Fn(&Widget) -> bool) {
        let focused = || self.window_widgets().into_iter().find(Widget::is_focused);
        let mut at = focused();
        for _ in 0..STOPS {
            if at.as_ref().is_some_and(&is) {
                return;
            }
            self.key("Tab");
            let moved = |now: &Widget| !at.as_ref().is_some_and(|before| before.is_same(now));
            at = Some(until("the next widget", SOON, || focused().filter(moved)));
        }
        panic!("Tab never comes to {what}: {:?}", self.window_texts());
    }
}
