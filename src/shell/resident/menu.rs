//! What a line of the tray's menu does. Owns which program shows what; what the engine is asked it decides itself.

use super::Resident;
use super::windows::Asker;
use crate::engine::event::Event;
use crate::engine::view::{MenuAction, TrayState};
use crate::ledger::aside;
use crate::shell::ipc::Reply;
use crate::shell::ipc::window::WindowKind;
use crate::text::files::because;
use crate::text::{cli, refusals};
use crate::windows::main::MainPage;
use std::sync::mpsc::sync_channel;

impl Resident {
    pub(super) fn menu(&mut self, action: MenuAction) {
        let done = match action {
            MenuAction::Ask(request) => {
                self.step(Event::Ask(request)).map_or(Ok(()), |refusal| Err(refusals::refusal(&refusal)))
            }
            MenuAction::Guide => self.show_guide(),
            MenuAction::Open | MenuAction::Why => self.show_main(MainPage::Today),
            MenuAction::Review => self.show_main(MainPage::Review),
            MenuAction::Learn => self.show_main(MainPage::Learn),
            MenuAction::Settings => self.show_main(MainPage::Settings),
            MenuAction::Seen => {
                let seen = aside::seen(&self.paths.ledger);
                self.look_aside();
                seen.map(drop).map_err(|error| cli::unwritable(&self.paths.ledger, &because(&error)))
            }
            MenuAction::Welcome => {
                self.want_window(WindowKind::Welcome);
                Ok(())
            }
            MenuAction::Quit => {
                self.stop = true;
                Ok(())
            }
        };
        if let Err(sentence) = done {
            self.say(&sentence);
        }
    }

    /// The app was chosen in the applications menu: the guide while a break runs, otherwise the main window; where neither
    /// can open, how things are. The answer; none when it is given once that is on screen, or cannot be.
    pub(super) fn opened(&mut self, asked: &Asker) -> Option<Reply> {
        if !self.screen.has_display() {
            return Some(self.reply_status());
        }
        if self.engine.status().state == TrayState::Break {
            return self.ask_guide(asked);
        }
        Some(self.open_main(MainPage::Today, None).map_or_else(Reply::Refused, |()| Reply::Done))
    }

    /// A click on the icon: the same.
    pub(super) fn icon_clicked(&mut self) {
        self.menu(if self.engine.status().state == TrayState::Break { MenuAction::Guide } else { MenuAction::Open });
    }

    /// Whoever asks how things are may look into the file next.
    pub(super) fn look_at_record(&mut self) {
        let now = self.now().local;
        self.store.look(now);
        self.reports.record(&self.store, now);
    }

    /// What was set aside may have been seen meanwhile.
    pub(super) fn look_aside(&mut self) {
        let now = self.now().local;
        self.store.look_aside();
        self.reports.record(&self.store, now);
    }

    /// The guide of the running break, in front.
    fn show_guide(&mut self) -> Result<(), String> {
        // Nobody waits for the word that it is on screen: the person sees it.
        let (asked, _) = sync_channel(1);
        match self.ask_guide(&asked) {
            Some(Reply::Refused(why)) => Err(why.sentence()),
            Some(_) | None => Ok(()),
        }
    }

    /// The main window on this page.
    fn show_main(&mut self, page: MainPage) -> Result<(), String> {
        self.open_main(page, None).map_err(|why| why.sentence())
    }
}
