//! The thread that holds the icon. Owns the icon and what it shows; may wait for a frozen tray host, and nobody waits
//! for it. Never decides when to put the icon up: the host's watcher does.

use super::menu::{Actions, Lines};
use crate::engine::view::TrayText;
use crate::outputs::linux::order::{self, Drawn};
use crate::outputs::{Answer, Tell, icon};
use crate::parts::APP;
use async_channel::WeakSender;
use std::sync::mpsc::Receiver;
use tray_icon::menu::MenuEvent;
use tray_icon::{Icon, MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

/// What the icon is called on the bus.
// Hosts keep its place under this id.
const ID: &str = "unhunch";

/// What the thread can be told.
#[derive(Debug)]
pub(in crate::outputs::linux) enum Order {
    /// Show this.
    View(Box<TrayText>),
    /// Put the icon up, if it is not.
    Put,
    /// Put it up anew: the host does not know it.
    Renew,
    /// Take it away: the bus is gone.
    Away,
}

pub(in crate::outputs::linux) fn run(inbox: &Receiver<Order>, tell: Tell, orders: &WeakSender<order::Order>) {
    let actions = Actions::default();
    listen(tell, actions.clone());
    let mut draw = Draw { icon: None, put: false, view: None, picture: 0, lines: Lines::new(actions) };
    while let Ok(order) = inbox.recv() {
        let mut order = Some(order);
        // Only the last of several views is drawn.
        let mut fresh = None;
        while let Some(next) = order.take().or_else(|| inbox.try_recv().ok()) {
            match next {
                Order::View(view) => fresh = Some(*view),
                Order::Put => draw.put = true,
                Order::Renew => {
                    draw.icon = None;
                    draw.put = true;
                }
                Order::Away => {
                    draw.icon = None;
                    draw.put = false;
                }
            }
        }
        if let Some(drawn) = draw.step(fresh)
            && let Some(orders) = orders.upgrade()
        {
            // Nobody listens any more: the process ends.
            let _ = orders.try_send(order::Order::Drawn(drawn));
        }
    }
}

/// Clicks come on the crate's own threads.
fn listen(tell: Tell, actions: Actions) {
    let clicked = tell.clone();
    MenuEvent::set_event_handler(Some(move |event: MenuEvent| {
        if let Some(action) = actions.get(event.id.as_ref()) {
            tell(Answer::Menu(action));
        }
    }));
    TrayIconEvent::set_event_handler(Some(move |event| {
        // The menu opens by the right button alone: what a left click does is ours to say.
        if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event {
            clicked(Answer::TrayClicked);
        }
    }));
}

struct Draw {
    icon: Option<TrayIcon>,
    put: bool,
    view: Option<TrayText>,
    picture: usize,
    lines: Lines,
}

impl Draw {
    /// Brings the screen to the view.
    fn step(&mut self, fresh: Option<TrayText>) -> Option<Drawn> {
        let wanting = fresh.is_some();
        let view = match fresh {
            Some(view) if self.icon.is_some() => {
                return self.redraw(view).err().map(|error| Drawn::Failed(error.to_string()));
            }
            Some(view) => self.view.insert(view),
            None => self.view.as_mut()?,
        };
        if self.icon.is_some() {
            return None;
        }
        if !self.put {
            return wanting.then_some(Drawn::Wanting);
        }
        self.picture = icon::picture(view.state, view.progress);
        match build(view, self.picture, &mut self.lines) {
            Ok(icon) => {
                self.icon = Some(icon);
                Some(Drawn::Up)
            }
            Err(error) => {
                self.put = false;
                Some(Drawn::Failed(error.to_string()))
            }
        }
    }

    /// Sends what differs from the last view.
    fn redraw(&mut self, view: TrayText) -> tray_icon::Result<()> {
        let Some(icon) = &self.icon else { return Ok(()) };
        let picture = icon::picture(view.state, view.progress);
        // The pixels are by far the dearest to send: 1 ms, where a tooltip takes 0.2.
        if picture != self.picture {
            icon.set_icon(Some(pixels(picture)))?;
            self.picture = picture;
        }
        if self.view.as_ref().is_none_or(|old| old.tooltip != view.tooltip) {
            icon.set_tooltip(Some(&view.tooltip))?;
        }
        if self.lines.set(view.menu.clone()).unwrap_or(false) {
            icon.set_menu(Some(Box::new(self.lines.menu())));
        }
        self.view = Some(view);
        Ok(())
    }
}

fn build(view: &TrayText, picture: usize, lines: &mut Lines) -> tray_icon::Result<TrayIcon> {
    // A menu that cannot be built would be a mistake in its lines; the icon is worth more than the menu.
    let _ = lines.set(view.menu.clone());
    TrayIconBuilder::new()
        .with_id(ID)
        .with_title(APP)
        .with_tooltip(&view.tooltip)
        .with_icon(pixels(picture))
        .with_menu(Box::new(lines.menu()))
        .build()
}

fn pixels(picture: usize) -> Icon {
    let pixels = icon::pixels(picture).to_vec();
    match Icon::from_rgba(pixels, icon::TRAY_PX, icon::TRAY_PX) {
        Ok(icon) => icon,
        // The pictures have the size that the build script gave them.
        Err(error) => unreachable!("{error}"),
    }
}
