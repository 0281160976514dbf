//! Prompts in the terminal, where there is no desktop. Owns how a notice is printed and what a key means then;
//! never decides what is shown.

use crate::engine::event::{Action, Event, Meet, Pause, Request};
use crate::engine::notice::{NoticeKind, Wording};
use crate::shell::output;
use crate::text::{outputs, terminal as text};
use std::time::Duration;

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wish {
    /// Tell the engine.
    Tell(Event),
    /// End the app.
    Quit,
    /// Say how things are.
    Status,
}

/// The terminal as an output.
#[derive(Debug, Default)]
pub(crate) struct Terminal {
    /// Whether keys are heard at all.
    keys: bool,
    /// What the notice on screen offers beside the keys that always mean the same.
    offers: Vec<Action>,
    /// What was printed last: a notice shown again is not printed again.
    last: Option<Wording>,
}

impl Terminal {
    /// A terminal whose keys are heard, or not.
    pub(crate) fn new(keys: bool) -> Self {
        Self { keys, ..Self::default() }
    }

    /// Prints a notice with the time and what can be answered.
    pub(crate) fn show(&mut self, notice: &Wording, time: &str) {
        let offers = notice.actions.iter().map(|(action, _)| *action);
        self.offers = offers.filter(|action| letter(notice.kind, *action).is_none()).collect();
        if self.last.replace(notice.clone()).as_ref() != Some(notice) {
            output::text(&self.page(notice, time));
        }
    }

    fn page(&self, notice: &Wording, time: &str) -> String {
        let mut lines = vec![format!("{time}  {}", plain(&notice.title))];
        lines.extend(notice.body.lines().filter(|line| !line.is_empty()).map(|line| format!("       {}", plain(line))));
        let offers: Vec<String> =
            notice.actions.iter().map(|(action, label)| self.offer(notice.kind, *action, label)).collect();
        if !offers.is_empty() {
            lines.push(format!("       {}", offers.join("   ")));
        }
        let bell =
            if self.keys && matches!(notice.kind, NoticeKind::Prompt | NoticeKind::Question) { "\u{7}" } else { "" };
        format!("{}{bell}\n", lines.join("\n"))
    }

    /// One answer with the key, or the command, that gives it.
    fn offer(&self, kind: NoticeKind, action: Action, label: &str) -> String {
        let place = self.offers.iter().position(|offer| *offer == action);
        let key =
            letter(kind, action).or_else(|| place.and_then(|at| char::from_digit(u32::try_from(at).ok()? + 1, 10)));
        match key {
            Some(key) if self.keys => text::by_key(key, label),
            _ => text::by_command(outputs::command(kind, action), label),
        }
    }

    /// The notice is no longer to be answered.
    pub(crate) fn withdraw(&mut self) {
        self.offers.clear();
        self.last = None;
    }

    /// What a key means now; none for the ones that mean nothing.
    pub(crate) fn key(&self, key: char) -> Option<Wish> {
        let ask = |request| Some(Wish::Tell(Event::Ask(request)));
        match key.to_ascii_lowercase() {
            's' => ask(Request::Start),
            'z' => ask(Request::Snooze),
            'k' => ask(Request::Skip),
            'd' => ask(Request::Done),
            'p' => ask(Request::Pause(Pause::For(Duration::from_mins(30)))),
            'm' => ask(Request::Meet(Meet::For(Duration::from_mins(30)))),
            'r' => ask(Request::Resume),
            'q' => Some(Wish::Quit),
            '\n' | '\r' | ' ' => Some(Wish::Status),
            other => {
                let place = usize::try_from(other.to_digit(10)?.checked_sub(1)?).ok()?;
                self.offers.get(place).map(|action| Wish::Tell(Event::Click(*action)))
            }
        }
    }
}

/// The key that always means this.
fn letter(kind: NoticeKind, action: Action) -> Option<char> {
    match action {
        // Breathing along is no break.
        Action::Start if kind == NoticeKind::Breath => None,
        Action::Start => Some('s'),
        Action::Snooze => Some('z'),
        Action::Skip => Some('k'),
        Action::Done => Some('d'),
        Action::Shifted
        | Action::Fine
        | Action::Loose
        | Action::Tight
        | Action::Sore
        | Action::Now
        | Action::Later
        | Action::More
        | Action::Swap
        | Action::Hurt
        | Action::Undo => None,
    }
}

/// Text that cannot steer the terminal: what controls it is left out.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !crate::plain::steers(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(actions: &[(Action, &str)]) -> Wording {
        Wording {
            kind: NoticeKind::CheckIn,
            title: "How does it feel?".into(),
            body: "Neck\u{1b}[2J".into(),
            actions: actions.iter().map(|(action, label)| (*action, (*label).to_owned())).collect(),
            picture: None,
            lasts: None,
        }
    }

    #[test]
    fn what_a_notice_offers_has_digits_while_it_is_there() {
        let mut terminal = Terminal::new(true);
        terminal.show(&notice(&[(Action::Loose, "Loose"), (Action::Sore, "Sore")]), "09:00");
        assert_eq!(terminal.key('2'), Some(Wish::Tell(Event::Click(Action::Sore))));
        assert_eq!(terminal.key('3'), None);
        assert_eq!(terminal.key('0'), None);
        terminal.withdraw();
        assert_eq!(terminal.key('2'), None);
        assert_eq!(terminal.key('S'), Some(Wish::Tell(Event::Ask(Request::Start))));
    }

    #[test]
    fn breathing_along_is_not_the_key_that_starts_a_break() {
        let breath = Wording { kind: NoticeKind::Breath, ..notice(&[(Action::Start, "Breathe along")]) };
        let mut terminal = Terminal::new(true);
        terminal.show(&breath, "09:00");
        assert_eq!(terminal.key('1'), Some(Wish::Tell(Event::Click(Action::Start))));
        assert!(terminal.page(&breath, "09:00").contains("[1] Breathe along"));
        assert!(!Terminal::new(false).page(&breath, "09:00").contains("unhunch start"));
    }

    #[test]
    fn a_page_names_keys_or_commands_and_cannot_steer_the_terminal() {
        let prompt = notice(&[(Action::Start, "Start"), (Action::Loose, "Loose")]);
        let mut with_keys = Terminal::new(true);
        with_keys.show(&prompt, "09:00");
        let page = with_keys.page(&prompt, "09:00");
        assert!(page.contains("[s] Start") && page.contains("[1] Loose") && !page.contains('\u{1b}'), "{page}");
        let page = Terminal::new(false).page(&prompt, "09:00");
        assert!(page.contains("unhunch start") && page.starts_with("09:00  How does it feel?"), "{page}");
    }
}
