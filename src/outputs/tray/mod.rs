//! The icon in the tray and its menu, by tray-icon: what is the same on every system. Owns the icon, what it shows and what
//! a click on it says; never decides when it is put up, which is each system's own.

mod menu;

use super::{Answer, Tell, icon};
use crate::engine::view::TrayText;
use crate::parts::APP;
use menu::{Actions, Lines};
pub(super) use tray_icon::Result;
use tray_icon::menu::MenuEvent;
use tray_icon::{Icon, MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

/// What the icon is called.
// Hosts keep its place under this id.
const ID: &str = "unhunch";

/// Whether a left click opens the menu, as everybody's icons do there; elsewhere it asks for the status.
const LEFT_OPENS: bool = cfg!(target_os = "macos");

/// Whether the icon has a name beside its tooltip. On macOS that would stand beside it in the menu bar.
const NAMED: bool = cfg!(not(target_os = "macos"));

/// How much of a tooltip is shown, in UTF-16: on Windows `szTip` of NOTIFYICONDATAW has this room, less its end.
// tray-icon fills the whole of it and leaves no room for the end.
const TOOLTIP: usize = if cfg!(windows) { 127 } else { usize::MAX };

/// The icon, and what it is to show.
pub(super) struct StatusItem {
    icon: Option<TrayIcon>,
    view: Option<TrayText>,
    /// What the icon shows.
    picture: usize,
    tooltip: String,
    lines: Lines,
}

impl StatusItem {
    /// One that is not up. What is clicked is told, by the thread that the system says it on.
    pub(super) fn new(tell: Tell) -> Self {
        let actions = Actions::default();
        listen(tell, actions.clone());
        Self { icon: None, view: None, picture: 0, tooltip: String::new(), lines: Lines::new(actions) }
    }

    /// Whether there is one, as far as tray-icon knows.
    pub(super) fn is_up(&self) -> bool {
        self.icon.is_some()
    }

    /// Whether there is anything to show.
    pub(super) fn has_view(&self) -> bool {
        self.view.is_some()
    }

    /// The menu as it is now: the same lines behind another handle.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn menu(&self) -> tray_icon::menu::Menu {
        self.lines.menu()
    }

    pub(super) fn take_down(&mut self) {
        self.icon = None;
    }

    /// Puts it up with the last view; nothing is put up without one.
    pub(super) fn put_up(&mut self) -> Result<()> {
        let Some(view) = &self.view else { return Ok(()) };
        // A menu that cannot be built would be a mistake in its lines; the icon is worth more than the menu.
        let _ = self.lines.set(view.menu.clone());
        self.picture = icon::picture(view.state, view.progress);
        self.tooltip = cut(&view.tooltip, TOOLTIP);
        let builder = TrayIconBuilder::new()
            .with_id(ID)
            .with_tooltip(&self.tooltip)
            .with_icon(pixels(self.picture))
            .with_menu(Box::new(self.lines.menu()))
            .with_menu_on_left_click(LEFT_OPENS);
        self.icon = Some(if NAMED { builder.with_title(APP) } else { builder }.build()?);
        Ok(())
    }

    /// Brings the icon to this view, or keeps it for the next icon. What does not differ from what is shown is not sent.
    pub(super) fn draw(&mut self, view: TrayText) -> Result<()> {
        let view = self.view.insert(view);
        let Some(icon) = &self.icon else { return Ok(()) };
        let picture = icon::picture(view.state, view.progress);
        // The pixels are by far the dearest to send: 1 ms, where a tooltip takes 0.2.
        if picture != self.picture {
            icon.set_icon(Some(pixels(picture)))?;
            self.picture = picture;
        }
        let tooltip = cut(&view.tooltip, TOOLTIP);
        if tooltip != self.tooltip {
            icon.set_tooltip(Some(&tooltip))?;
            self.tooltip = tooltip;
        }
        if self.lines.set(view.menu.clone()).unwrap_or(false) {
            icon.set_menu(Some(Box::new(self.lines.menu())));
        }
        Ok(())
    }

    /// Whether the tray really has it: on Windows, where putting it up never fails, a change of what it lacks does.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn confirm(&self) -> Result<()> {
        self.icon.as_ref().map_or(Ok(()), |icon| icon.set_tooltip(Some(&self.tooltip)))
    }
}

fn listen(tell: Tell, actions: Actions) {
    let clicked = tell.clone();
    MenuEvent::set_event_handler(Some(move |event: MenuEvent| {
        if let Some(action) = actions.get(event.id.as_ref()) {
            tell(Answer::Menu(action));
        }
    }));
    if LEFT_OPENS {
        return;
    }
    TrayIconEvent::set_event_handler(Some(move |event| {
        // The menu opens by the right button alone: what a left click does is ours to say.
        if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event {
            clicked(Answer::TrayClicked);
        }
    }));
}

fn pixels(picture: usize) -> Icon {
    let pixels = icon::pixels(picture).to_vec();
    match Icon::from_rgba(pixels, icon::TRAY_PX, icon::TRAY_PX) {
        Ok(icon) => icon,
        // The pictures have the size that the build script gave them.
        Err(error) => unreachable!("{error}"),
    }
}

/// As much of a text as fits, with a sign where there was more.
fn cut(text: &str, most: usize) -> String {
    const MORE: char = '…';
    if text.len() <= most || text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most - MORE.len_utf16();
    let fits = text.chars().take_while(|letter| {
        let enough = letter.len_utf16() <= left;
        left = left.saturating_sub(letter.len_utf16());
        enough
    });
    fits.chain([MORE]).collect()
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_tooltip_is_cut_where_the_system_has_no_room_and_never_within_a_letter() {
        assert_eq!(cut("Next break", 10), "Next break");
        assert_eq!(cut("Next break", usize::MAX), "Next break");
        assert_eq!(cut("Next break", 5), "Next…");
        assert_eq!(cut("ééééé", 5), "ééééé", "its bytes are more than its letters");
        assert_eq!(cut("ab😀cd", 4), "ab…", "half a letter is none");
        assert_eq!(cut("ab😀cd", 5), "ab😀…");
    }
}
