//! What a line of the tray's menu does. Owns which program shows what; what the engine is asked it decides itself.

use super::{Message, Resident, screen};
use crate::engine::event::{Action, Event};
use crate::engine::view::{MenuAction, TrayState};
use crate::ledger::aside;
use crate::shell::ipc::Reply;
use crate::shell::ipc::window::WindowKind;
use crate::shell::{files, open};
use crate::text::files::because;
use crate::text::{cli, launcher, refusals};
use std::ffi::OsString;
use std::sync::mpsc::sync_channel;

impl Resident {
    pub(super) fn menu(&mut self, action: MenuAction) {
        let done = match action {
            MenuAction::Ask(request) => {
                self.step(Event::Ask(request)).map_or(Ok(()), |refusal| Err(refusals::refusal(&refusal)))
            }
            MenuAction::Guide => self.show_guide(),
            MenuAction::Review => self.in_terminal(&["review", "today", "--hold"]),
            MenuAction::Why => self.in_terminal(&["why", "--hold"]),
            MenuAction::Learn => {
                self.want_window(WindowKind::Main);
                Ok(())
            }
            MenuAction::Settings => {
                let sender = self.sender.clone();
                let failed = move |problem| drop(sender.send(Message::Trouble(problem)));
                files::make_settings(&self.paths.settings).and_then(|()| open::file(&self.paths.settings, failed))
            }
            MenuAction::Seen => {
                let seen = aside::seen(&self.paths.ledger);
                self.look_aside();
                seen.map(drop).map_err(|error| cli::unwritable(&self.paths.ledger, &because(&error)))
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

    /// The app was chosen in the applications menu: the same, with a way to begin a break, for a desktop without a tray.
    pub(super) fn opened(&mut self) {
        if self.engine.status().state == TrayState::Break {
            return self.menu(MenuAction::Guide);
        }
        let (now, status) = (self.now().local, self.condition().sentence());
        self.screen.offer(&status, (Action::Now, &launcher::break_now()), Some(screen::OWN_INFO), now);
    }

    /// A click on the icon: the guide while a break runs, otherwise how things are.
    pub(super) fn icon_clicked(&mut self) {
        if self.engine.status().state == TrayState::Break { self.menu(MenuAction::Guide) } else { self.say_status() }
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

    /// The pages in the person's terminal, where no window opens.
    pub(super) fn learn_in_terminal(&mut self) {
        if let Err(problem) = self.in_terminal(&["learn", "--hold"]) {
            self.say(&problem);
        }
    }

    /// One of our own commands, about this app's own record, in the person's terminal.
    fn in_terminal(&self, words: &[&str]) -> Result<(), String> {
        let sender = self.sender.clone();
        let failed = move |problem| drop(sender.send(Message::Trouble(problem)));
        open::in_terminal(&self.settings.terminal, &self.arguments(words), failed)
    }

    fn arguments(&self, words: &[&str]) -> Vec<OsString> {
        self.paths.home_arguments().into_iter().chain(words.iter().map(OsString::from)).collect()
    }
}
