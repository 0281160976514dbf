//! The screen: the windows on it, the mouse, the keys, and a picture of it all.

use super::session::Session;
use std::process::Command;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt, ImageFormat, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// A place on the screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Rect {
    /// Its middle.
    pub(crate) fn centre(self) -> (i32, i32) {
        (self.x + self.width / 2, self.y + self.height / 2)
    }
}

/// The screen of a session.
#[derive(Debug)]
pub(crate) struct Screen {
    x: RustConnection,
    root: Window,
}

impl Screen {
    pub(crate) fn open(session: &Session) -> Self {
        let (x, number) = RustConnection::connect(Some(session.display())).expect("the X server answers");
        let root = x.setup().roots[number].root;
        Self { x, root }
    }

    /// Whether a window manager is at work.
    pub(crate) fn is_managed(&self) -> bool {
        let name = self.x.intern_atom(false, b"_NET_SUPPORTING_WM_CHECK").unwrap().reply().unwrap().atom;
        let found = self.x.get_property(false, self.root, name, AtomEnum::WINDOW, 0, 1).unwrap().reply();
        found.is_ok_and(|property| property.value_len == 1)
    }

    /// The visible windows of `class` that no window manager frames (popups and menus), the newest last.
    pub(crate) fn windows(&self, class: &str) -> Vec<Rect> {
        self.below(self.root).into_iter().filter_map(|window| self.visible(window, class)).collect()
    }

    /// The visible windows of `class` in frames of the window manager.
    pub(crate) fn framed(&self, class: &str) -> Vec<Rect> {
        self.below(self.root).into_iter().flat_map(|frame| self.inside(frame, class)).collect()
    }

    fn inside(&self, window: Window, class: &str) -> Vec<Rect> {
        let below = self.below(window).into_iter();
        below
            .flat_map(|inner| self.visible(inner, class).map_or_else(|| self.inside(inner, class), |at| vec![at]))
            .collect()
    }

    /// The colours of every dot in a place, 0xRRGGBB. None while the place is not on the screen as a whole.
    pub(crate) fn dots(&self, place: Rect) -> Option<Vec<u32>> {
        let (x, y) = (place.x.try_into().ok()?, place.y.try_into().ok()?);
        let (width, height) = (place.width.try_into().ok()?, place.height.try_into().ok()?);
        let image =
            self.x.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, u32::MAX).ok()?.reply().ok()?;
        let dots = image.data.chunks_exact(4).map(|dot| u32::from_le_bytes([dot[0], dot[1], dot[2], 0]));
        Some(dots.collect())
    }

    fn below(&self, window: Window) -> Vec<Window> {
        self.x.query_tree(window).ok().and_then(|asked| asked.reply().ok()).map_or_else(Vec::new, |tree| tree.children)
    }

    /// Where `window` is, if it is of `class` and to be seen. A window may vanish while it is looked at.
    fn visible(&self, window: Window, class: &str) -> Option<Rect> {
        let found =
            self.x.get_property(false, window, AtomEnum::WM_CLASS, AtomEnum::STRING, 0, 64).ok()?.reply().ok()?;
        let is_named = found.value.split(|&b| b == 0).any(|name| name.eq_ignore_ascii_case(class.as_bytes()));
        let is_mapped = self.x.get_window_attributes(window).ok()?.reply().ok()?.map_state == MapState::VIEWABLE;
        let size = self.x.get_geometry(window).ok()?.reply().ok()?;
        let place = self.x.translate_coordinates(window, self.root, 0, 0).ok()?.reply().ok()?;
        let (x, y, width, height) = (place.dst_x.into(), place.dst_y.into(), size.width.into(), size.height.into());
        // Toolkits keep tiny helper windows, some of them far outside.
        (is_named && is_mapped && width > 20 && height > 12).then_some(Rect { x, y, width, height })
    }
}

/// Runs xdotool: a person's hands.
pub(crate) fn hands(session: &Session, what: &[&str]) {
    let mut command = session.command("xdotool");
    let done = command.args(what).stdin(std::process::Stdio::null()).output().expect("xdotool");
    assert!(done.status.success(), "xdotool {what:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Moves the mouse there and clicks with `button` (1 left, 2 middle, 3 right).
pub(crate) fn click(session: &Session, (x, y): (i32, i32), button: u8) {
    hands(session, &["mousemove", &x.to_string(), &y.to_string(), "click", &button.to_string()]);
}

/// A picture of the whole screen, as PNG.
pub(crate) fn picture(session: &Session, to: &std::path::Path) {
    let mut command: Command = session.command("import");
    let done = command.args(["-window", "root"]).arg(to).stdin(std::process::Stdio::null()).output();
    assert!(done.is_ok_and(|done| done.status.success()), "no picture of the screen");
}
