//! The tray's menu, computed from the state. Owns which lines there are now and what each does; never what a line is called.

use super::Engine;
use super::break_::Phase;
use super::event::{Meet, Pause, Request};
use super::tray_line::{TrayLine, minute};
use super::view::{MenuAction, MenuItem, MenuLabel};
use std::time::Duration;

impl Engine {
    pub(super) fn menu(&self, line: TrayLine) -> Vec<MenuItem> {
        let ask = |label, request: Request| MenuItem::Item(label, MenuAction::Ask(request));
        let mut items = vec![MenuItem::Label(MenuLabel::Line(line)), MenuItem::Separator];
        if self.running_break().is_some() {
            items.push(ask(MenuLabel::Done, Request::Done));
            items.push(MenuItem::Item(MenuLabel::Guide, MenuAction::Guide));
        } else {
            items.push(ask(MenuLabel::Start, Request::Start));
        }
        if let Some(i) = self.front().filter(|_| self.running_break().is_none()) {
            let open = self.state.breaks[i].open.as_ref();
            let left = self.snoozes_left(i);
            // What is snoozed cannot be snoozed again before it is back.
            let snoozed = matches!(open.map(|o| &o.phase), Some(Phase::Snoozed { .. }));
            if left > 0 && !snoozed {
                items.push(ask(MenuLabel::Snooze(self.rules.snooze_length), Request::Snooze));
            }
            items.push(ask(MenuLabel::Skip, Request::Skip));
        }
        items.extend([self.pause_item(), self.meeting_item(), MenuItem::Separator]);
        items.push(MenuItem::Label(MenuLabel::Today { done: self.state.today.done, of: self.state.today.of }));
        items.push(MenuItem::Item(MenuLabel::Open, MenuAction::Open));
        items.push(MenuItem::Item(MenuLabel::Review, MenuAction::Review));
        items.push(MenuItem::Item(MenuLabel::Learn, MenuAction::Learn));
        items.push(MenuItem::Item(MenuLabel::Settings, MenuAction::Settings));
        items.push(MenuItem::Item(MenuLabel::Why, MenuAction::Why));
        items.push(MenuItem::Separator);
        items.push(MenuItem::Item(MenuLabel::Quit, MenuAction::Quit));
        items
    }

    fn pause_item(&self) -> MenuItem {
        if self.state.holds.pause.is_some() {
            return MenuItem::Item(MenuLabel::Resume, MenuAction::Ask(Request::Resume));
        }
        let pause = |label, pause| MenuItem::Item(label, MenuAction::Ask(Request::Pause(pause)));
        let minutes = |m: u64| pause(MenuLabel::ForMinutes(m), Pause::For(Duration::from_secs(m * 60)));
        let mut items = vec![minutes(15), minutes(30), minutes(60)];
        let end = self.state.holds.meeting_end(&self.now).map(|end| minute(end.time()));
        let until = match (self.state.holds.in_call(), end) {
            (true, Some(_)) => Some(MenuLabel::UntilBothEnd),
            (false, Some(end)) => Some(MenuLabel::UntilMeetingEnds(end)),
            (true, None) => Some(MenuLabel::UntilCallEnds),
            (false, None) => None,
        };
        items.extend(until.map(|label| pause(label, Pause::Call)));
        items.push(pause(MenuLabel::UntilTomorrow, Pause::Day));
        MenuItem::Submenu(MenuLabel::Pause, items)
    }

    fn meeting_item(&self) -> MenuItem {
        let ask = |label, meet| MenuItem::Item(label, MenuAction::Ask(Request::Meet(meet)));
        if self.state.holds.meet.is_some() {
            return ask(MenuLabel::MeetingDone, Meet::Done);
        }
        let minutes = [30, 45, 60, 90];
        let items = minutes.map(|m| ask(MenuLabel::ForMinutes(m), Meet::For(Duration::from_secs(m * 60))));
        MenuItem::Submenu(MenuLabel::InAMeeting, items.into())
    }
}
