//! One stop of the Tab key for many things beside each other: arrows move among them. Owns which of them the keyboard comes
//! to; never what they are.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

/// What an arrow, Home or End leads to that was pressed while this thing has the keyboard: egui's own arrows would leave it.
pub fn pressed<T: Copy>(ui: &Ui, id: Id, ways: &[(Key, T)]) -> Option<T> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    ui.input_mut(|input| ways.iter().find(|(key, _)| input.consume_key(Modifiers::NONE, *key)).map(|(_, to)| *to))
}

/// Many things with one stop.
#[derive(Clone, Copy, Debug)]
pub struct Rove {
    id: Id,
    count: usize,
    /// Which one the keyboard comes to.
    at: usize,
}

impl Rove {
    /// So many things; the keyboard comes to the one where it was last, or to this one.
    #[must_use]
    pub fn among(ui: &Ui, id: Id, count: usize, first: usize) -> Self {
        let at = ui.data(|data| data.get_temp::<usize>(id)).unwrap_or(first);
        Self { id, count, at: at.min(count.saturating_sub(1)) }
    }

    /// What the thing at this place takes of the pointer and the keyboard.
    #[must_use]
    pub fn sense(self, ui: &Ui, at: usize) -> Sense {
        // One before it may just have given it the keyboard, which it would lose by not taking it.
        let stop = at == self.at || ui.memory(|memory| memory.has_focus(self.id(at)));
        if stop { Sense::click() } else { Sense::CLICK }
    }

    /// The id of the thing at this place.
    #[must_use]
    pub fn id(self, at: usize) -> Id {
        self.id.with(at)
    }

    /// Moves on by the arrows that are pressed while this thing has the keyboard; `row` is how far it is from one row to the
    /// next, and not all of them need be `there`. What was clicked is where the
    /// keyboard comes to.
    pub fn heed(self, ui: &Ui, at: usize, row: usize, response: &Response, there: impl Fn(usize) -> bool) {
        if response.clicked() {
            self.go(ui, at);
        }
        if at != self.at {
            return;
        }
        let ways = [
            (Key::ArrowRight, at.checked_add(1)),
            (Key::ArrowLeft, at.checked_sub(1)),
            (Key::ArrowDown, at.checked_add(row)),
            (Key::ArrowUp, at.checked_sub(row)),
            (Key::Home, (0..self.count).find(|to| there(*to))),
            (Key::End, (0..self.count).rev().find(|to| there(*to))),
        ];
        if let Some(to) = pressed(ui, response.id, &ways).flatten().filter(|to| *to < self.count && there(*to)) {
            self.go(ui, to);
            ui.memory_mut(|memory| memory.request_focus(self.id(to)));
        }
    }

    fn go(self, ui: &Ui, to: usize) {
        ui.data_mut(|data| data.insert_temp(self.id, to));
    }
}
