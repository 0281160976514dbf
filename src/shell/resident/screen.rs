//! Where things are shown: tray and notifications on a desktop, or the terminal. Owns what is on screen now, so that a
//! word of the shell's own never takes the place of something of the engine's; never decides what is shown.

use super::Message;
use crate::engine::event::Action;
use crate::engine::guide_view::GuidePlace;
use crate::engine::moment::Stamp;
use crate::engine::notice::{NoticeKind, Wording};
use crate::engine::person::Turn;
use crate::engine::rules::Rules;
use crate::engine::view::{MenuAction, TrayText};
use crate::outputs::{BusNews, BusReply, Desktop, Outputs};
use crate::parts::{Means, PartId, Report, own};
use crate::settings::Settings;
use crate::shell::output;
use crate::shell::paths::Paths;
use crate::shell::picture_cache::PictureCache;
use crate::shell::terminal::{Terminal, Wish};
use crate::system::main_loop::Sender;
use crate::system::terminal::Keys;
use crate::text::outputs::how_to_answer;
use crate::text::{clock, terminal as text};
use std::io::IsTerminal;
use std::sync::Arc;
use std::time::Duration;

/// A word of the shell's own stays this long.
// Time to read three lines; it is no question and must not stand where the next one goes.
pub(super) const OWN_INFO: Duration = Duration::from_secs(8);
/// For the last thing on screen to go away at the end.
// To send it takes a millisecond; a bus that hangs must not hold up the end of the session.
const LAST: Duration = Duration::from_millis(300);

/// Whose notice is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Nothing,
    Engines,
    /// A word of the shell's own, and what its button does.
    Own(Option<MenuAction>),
}

/// The outputs.
#[derive(Debug)]
pub(super) struct Screen {
    outputs: Option<Outputs>,
    pictures: PictureCache,
    who: Turn,
    terminal: Option<Terminal>,
    keys: Option<Keys>,
    display: bool,
    shown: Shown,
    tray_on: bool,
    notices_on: bool,
}

/// Whether prompts belong in the terminal: nothing else could show them, or nobody would see it there.
fn is_a_terminal(desktop: Desktop) -> bool {
    !desktop.has_outputs() || (!desktop.display && std::io::stdout().is_terminal())
}

impl Screen {
    /// Starts what there is. Tray and notifications connect on their own threads from here on.
    pub(super) fn start(paths: &Paths, settings: &Settings, inbox: &Sender<Message>) -> Self {
        let desktop = Desktop::look();
        let mut screen = Self {
            outputs: None,
            pictures: PictureCache::of(paths),
            who: settings.look.who,
            terminal: None,
            keys: None,
            display: desktop.display,
            shown: Shown::Nothing,
            tray_on: settings.tray,
            notices_on: settings.notifications,
        };
        if is_a_terminal(desktop) {
            screen.by_terminal(desktop, inbox);
        } else {
            screen.by_desktop(paths, inbox);
        }
        screen
    }

    fn by_desktop(&mut self, paths: &Paths, inbox: &Sender<Message>) {
        let tell = inbox.clone();
        let tell: crate::outputs::Tell = Arc::new(move |answer| drop(tell.send(Message::Answer(answer))));
        match Outputs::start(tell, how_to_answer, paths.runtime.join("notification")) {
            Ok(outputs) => {
                // An app in a folder of its own, as the demo is, must not be met in place of the person's.
                if paths.home.is_none() {
                    outputs.serve();
                }
                self.outputs = Some(outputs);
                self.pictures.draw_soon(paths);
            }
            Err(error) => output::problem(&error.to_string()),
        }
        self.keep_tray();
    }

    fn by_terminal(&mut self, desktop: Desktop, inbox: &Sender<Message>) {
        let keys = inbox.clone();
        self.keys = Keys::hear(move |key| keys.send(Message::Key(key)).is_ok());
        self.terminal = Some(Terminal::new(self.keys.is_some()));
        output::line(&text::without_desktop(desktop.display, desktop.bus));
        output::line(&if self.keys.is_some() { text::keys() } else { text::commands() });
    }

    /// Whether there is anything that a window could open on.
    pub(super) fn has_display(&self) -> bool {
        self.display
    }

    /// Whether a terminal stands in for a desktop.
    pub(super) fn is_terminal(&self) -> bool {
        self.terminal.is_some()
    }

    /// Whether nothing on screen waits for an answer.
    pub(super) fn is_free(&self) -> bool {
        self.shown != Shown::Engines
    }

    /// Whether a notification service decides what can be shown; the terminal and the tray alone always can.
    pub(super) fn may_fail(&self) -> bool {
        self.outputs.is_some() && self.notices_on
    }

    /// The person's rules as they can be kept here.
    pub(super) fn rules(&self, wanted: &Rules) -> Rules {
        let guide = if self.display { wanted.guide } else { GuidePlace::Notification };
        Rules { guide, ..wanted.clone() }
    }

    /// How the terminal does, where it is the output; the others speak for themselves.
    pub(super) fn report(&self) -> Option<Report> {
        if self.terminal.is_some() {
            let says = own::Says::Prompts { keys: self.keys.is_some() };
            return Some(Report::works(PartId::Terminal, Means::Terminal, says));
        }
        let off = Report::off(PartId::Tray);
        match (self.tray_on, self.outputs.as_ref().is_some_and(Outputs::has_tray)) {
            (false, _) => Some(off),
            (true, false) => Some(Report { advice: own::Advice::TrayAgain.into(), ..off }),
            (true, true) => None,
        }
    }

    /// Takes up a change of the settings.
    pub(super) fn set(&mut self, settings: &Settings) {
        (self.tray_on, self.notices_on) = (settings.tray, settings.notifications);
        self.who = settings.look.who;
        self.keep_tray();
        if let (false, Some(outputs)) = (self.notices_on, &self.outputs) {
            outputs.withdraw();
        }
    }

    /// One that is switched off goes at once, and comes again with the next start.
    fn keep_tray(&mut self) {
        if let (false, Some(outputs)) = (self.tray_on, &mut self.outputs) {
            outputs.remove_tray();
        }
    }

    /// Puts something of the engine's on screen. With notifications switched off the tray alone shows it.
    pub(super) fn show(&mut self, notice: Wording, now: Stamp) {
        self.shown = Shown::Engines;
        self.put(notice, now);
    }

    fn put(&mut self, notice: Wording, now: Stamp) {
        match (&mut self.terminal, &self.outputs) {
            (Some(terminal), _) => terminal.show(&notice, &clock(now)),
            (None, Some(outputs)) if self.notices_on => {
                let who = self.who.at(now);
                let picture = notice.picture.as_deref().and_then(|exercise| self.pictures.picture(exercise, who));
                outputs.show(notice, picture);
            }
            (None, _) => {}
        }
    }

    /// Takes what is on screen off it.
    pub(super) fn withdraw(&mut self) {
        self.shown = Shown::Nothing;
        if let Some(terminal) = &mut self.terminal {
            terminal.withdraw();
        }
        if let Some(outputs) = &self.outputs {
            outputs.withdraw();
        }
    }

    /// Draws the tray.
    pub(super) fn draw(&mut self, view: TrayText) {
        if let Some(outputs) = &mut self.outputs {
            outputs.state(view.state.token());
            outputs.tray(view);
        }
    }

    /// The answer to what another program has asked.
    pub(super) fn answer_bus(&self, number: u64, reply: BusReply) {
        if let Some(outputs) = &self.outputs {
            outputs.answer_bus(number, reply);
        }
    }

    /// Tells other programs what happened.
    pub(super) fn news(&self, news: BusNews) {
        if let Some(outputs) = &self.outputs {
            outputs.news(news);
        }
    }

    /// Puts the icon up, if it is not.
    pub(super) fn put_tray(&mut self) {
        if let Some(outputs) = &mut self.outputs {
            outputs.put_tray();
        }
    }

    /// Says something of the shell's own: a status that was asked for, a refusal. It never takes the place of
    /// something that waits for an answer.
    pub(super) fn inform(&mut self, text: &str, now: Stamp) {
        if self.terminal.is_some() {
            output::line(text);
            return;
        }
        self.own(NoticeKind::Info, text, None, now);
    }

    /// The same with one button, which does what a line of the menu does, or nothing. It stays until it is answered.
    pub(super) fn offer(&mut self, text: &str, button: (Option<MenuAction>, String), now: Stamp) {
        if self.terminal.is_none() {
            self.own(NoticeKind::Question, text, Some(button), now);
        }
    }

    fn own(&mut self, kind: NoticeKind, text: &str, button: Option<(Option<MenuAction>, String)>, now: Stamp) {
        if !self.is_free() {
            return;
        }
        let (does, label) = button.unzip();
        self.shown = Shown::Own(does.flatten());
        let (title, body) = text.split_once('\n').unwrap_or((text, ""));
        let (title, body) = (title.to_owned(), body.to_owned());
        // Whatever it does: it is the one button there.
        let actions = label.into_iter().map(|label| (Action::Now, label)).collect();
        let lasts = (kind == NoticeKind::Info).then_some(OWN_INFO);
        self.put(Wording { kind, title, body, actions, picture: None, lasts }, now);
    }

    /// What was on screen has gone: whose it was. The engine must hear of all but a word of the shell's own.
    pub(super) fn gone(&mut self) -> Shown {
        std::mem::replace(&mut self.shown, Shown::Nothing)
    }

    /// A notice was answered. If nothing took its place it goes, because not every service takes it away by itself.
    pub(super) fn answered(&mut self) {
        if self.shown == Shown::Nothing {
            self.withdraw();
        }
    }

    /// What a key asks for.
    pub(super) fn key(&self, key: char) -> Option<Wish> {
        self.terminal.as_ref().and_then(|terminal| terminal.key(key))
    }

    /// Takes everything away, at the end.
    pub(super) fn finish(self) {
        if let Some(outputs) = &self.outputs {
            outputs.finish(LAST);
        }
    }
}
