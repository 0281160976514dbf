//! A full screen on X11, as the window manager says it (EWMH): the active window and its state. Owns which windows'
//! properties are listened to (the root's, the active window's, and the window manager's own for its end). Never
//! asks for a property but those of the state and the kind of the window.

use super::link::Link;
use super::{FullscreenReporter, Watch, late};
use crate::parts::{Means, fullscreen};
use crate::senses::linux::fullscreen::WatchEnd;
use crate::senses::linux::xserver::Socket;
use async_io::Async;
use futures_lite::future;
use rustix::fd::{AsFd, BorrowedFd};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{Atom, AtomEnum, ChangeWindowAttributesAux, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// What is said of the means.
const MEANS: Means = Means::XWindows;

/// Values of a list of states or kinds that are read at most.
// Any program may write such a list, at any length; window managers know some twenty.
const VALUES: u32 = 64;

/// Watches the X display of this name until it is lost.
pub(super) async fn watch(display: &str, line: &mut FullscreenReporter) -> Watch {
    let server = Link::open(display).await?;
    let ready = Async::new_nonblocking(server.conn.stream().as_fd())?;
    let mut seen = Seen { link: &server, ready, manager: None, active: None };
    seen.listen(server.root, EventMask::PROPERTY_CHANGE)?;
    loop {
        match future::or(seen.look(), late()).await? {
            Some(on) => line.say(MEANS, on),
            None => line.cannot_say(fullscreen::no_window_manager()),
        }
        seen.news().await?;
    }
}

/// What is listened to.
struct Seen<'a> {
    link: &'a Link,
    ready: Async<BorrowedFd<'a>>,
    /// The window that stands for the window manager.
    manager: Option<Window>,
    /// The window in use.
    active: Option<Window>,
}

impl Seen<'_> {
    fn conn(&self) -> &RustConnection<Socket> {
        &self.link.conn
    }

    /// Looks anew: whether the window in use fills the screen; `None` if there is no window manager. Each window is
    /// listened to before it is asked, so that no change goes by.
    async fn look(&mut self) -> Result<Option<bool>, WatchEnd> {
        let atoms = &self.link.atoms;
        let manager = self.window(self.link.root, atoms.check).await?;
        if let Some(manager) = manager {
            self.listen(manager, EventMask::STRUCTURE_NOTIFY)?;
            // A window manager that crashed leaves its mark on the root, but not the window that the mark names.
            self.manager = self.window(manager, atoms.check).await?.filter(|own| *own == manager);
        } else {
            self.manager = None;
        }
        if self.manager.is_none() {
            self.follow(None)?;
            return Ok(None);
        }
        let active = self.window(self.link.root, atoms.active).await?;
        self.follow(active)?;
        let Some(active) = active else { return Ok(Some(false)) };
        let Some(state) = self.values(active, atoms.state, AtomEnum::ATOM).await? else {
            // It is gone. The next window may have its number, and has to be listened to anew.
            self.active = None;
            return Ok(Some(false));
        };
        let kind = self.values(active, atoms.kind, AtomEnum::ATOM).await?.unwrap_or_default();
        // The desktop and its panels are no window in use, whatever their state says.
        let furniture = [atoms.desktop, atoms.dock];
        let full = state.contains(&atoms.full);
        Ok(Some(full && !kind.iter().any(|kind| furniture.contains(kind))))
    }

    /// Listens to the window now in use, and to the one before no longer.
    fn follow(&mut self, active: Option<Window>) -> Result<(), WatchEnd> {
        if self.active == active {
            return Ok(());
        }
        if let Some(before) = self.active.take() {
            self.listen(before, EventMask::NO_EVENT)?;
        }
        if let Some(now) = active {
            self.listen(now, EventMask::PROPERTY_CHANGE | EventMask::STRUCTURE_NOTIFY)?;
        }
        self.active = active;
        Ok(())
    }

    fn listen(&self, window: Window, mask: EventMask) -> Result<(), WatchEnd> {
        let aux = ChangeWindowAttributesAux::new().event_mask(mask);
        // A window that is gone refuses, and says nothing any more either.
        self.conn().change_window_attributes(window, &aux)?.ignore_error();
        Ok(())
    }

    /// The window that this property names.
    async fn window(&self, of: Window, property: Atom) -> Result<Option<Window>, WatchEnd> {
        let values = self.values(of, property, AtomEnum::WINDOW).await?;
        Ok(values.and_then(|values| values.first().copied()).filter(|window| *window != x11rb::NONE))
    }

    /// The values of a property, none if it is not set; `None` if the window is gone.
    async fn values(&self, of: Window, property: Atom, kind: AtomEnum) -> Result<Option<Vec<u32>>, WatchEnd> {
        let asked = self.conn().get_property(false, of, property, kind, 0, VALUES);
        let reply = self.link.reply(&self.ready, asked).await?;
        Ok(reply.map(|reply| reply.value32().map(Iterator::collect).unwrap_or_default()))
    }

    /// Waits for something that may change the answer.
    async fn news(&mut self) -> Result<(), WatchEnd> {
        let mut news = false;
        loop {
            while let Some(event) = self.conn().poll_for_event()? {
                news |= self.matters(&event);
            }
            if news {
                return Ok(());
            }
            self.ready.readable().await?;
        }
    }

    fn matters(&mut self, event: &Event) -> bool {
        let atoms = &self.link.atoms;
        if let Event::PropertyNotify(changed) = event {
            let of_root = [atoms.active, atoms.check];
            let of_active = [atoms.state, atoms.kind];
            return changed.window == self.link.root && of_root.contains(&changed.atom)
                || Some(changed.window) == self.active && of_active.contains(&changed.atom);
        }
        if let Event::DestroyNotify(gone) = event {
            let gone = Some(gone.window);
            let known = [self.manager, self.active].contains(&gone);
            self.active = self.active.filter(|active| gone != Some(*active));
            return known;
        }
        false
    }
}
