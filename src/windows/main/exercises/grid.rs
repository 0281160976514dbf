//! The grid of the gallery. Owns where each stands, and the keys that go over it: it is one stop for Tab, arrows move within.

use super::stills::Stills;
use super::tile::{self, Moving, Texts};
use crate::windows::Look;
use crate::windows::kit::rove;
use crate::windows::main::talk::Entry;
use eframe::egui::accesskit::Role;
use eframe::egui::{Id, Key, Rect, Response, Sense, Ui, WidgetInfo, vec2};

/// Between two of them.
const GAP: f32 = 16.0;
/// None is narrower, if there is room for one at all.
const NARROWEST: f32 = 160.0;

/// One in its place.
struct Placed<'e> {
    entry: &'e Entry,
    texts: Texts,
    response: Response,
}

/// The grid between two frames.
#[derive(Default)]
pub(super) struct Grid {
    /// The one that Tab leads to.
    at: usize,
    /// The one that moves.
    moving: Option<Moving>,
    /// The one to which the keyboard comes back.
    returned: Option<String>,
    /// It was opened by the keyboard.
    by_keys: bool,
}

impl Grid {
    /// The page of this one is closed.
    pub(super) fn return_to(&mut self, id: Option<&str>) {
        self.returned = id.filter(|_| self.by_keys).map(str::to_owned);
    }

    /// Shows these; which one was opened.
    pub(super) fn show(&mut self, ui: &mut Ui, shown: &[&Entry], stills: &mut Stills, look: Look) -> Option<String> {
        let (columns, width) = columns(ui.available_width());
        stills.begin(ui, width);
        self.at = self.at.min(shown.len().saturating_sub(1));
        if let Some(id) = self.returned.take() {
            self.at = shown.iter().position(|entry| entry.activity.id() == id).unwrap_or(self.at);
            ui.memory_mut(|memory| memory.request_focus(key(&id)));
        }
        let placed = self.place(ui, shown, columns, width);
        let opened = placed.iter().find(|one| one.response.clicked()).map(|one| one.entry.activity.id().to_owned());
        if let Some((at, one)) = placed.iter().enumerate().find(|(_, one)| one.response.clicked()) {
            (self.at, self.by_keys) = (at, one.response.has_focus());
        }
        self.choose_moving(ui, &placed, look);
        for one in placed.into_iter().filter(|one| ui.is_rect_visible(one.response.rect)) {
            let moving = self.moving.as_mut().filter(|moving| moving.id == one.entry.activity.id());
            tile::paint(ui, one.entry, one.texts, one.response.rect, stills, moving, look);
        }
        self.keys(ui, shown, columns);
        opened
    }

    /// Gives each its place.
    fn place<'e>(&self, ui: &mut Ui, shown: &[&'e Entry], columns: usize, width: f32) -> Vec<Placed<'e>> {
        let mut placed: Vec<Placed<'e>> = Vec::new();
        for entries in shown.chunks(columns) {
            let texts: Vec<Texts> = entries.iter().map(|entry| Texts::of(ui, entry, width)).collect();
            let height = width + texts.iter().map(Texts::height).fold(0.0, f32::max);
            let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + GAP / 2.0), Sense::hover());
            let mut corner = line.min;
            for (entry, texts) in entries.iter().zip(texts) {
                let rect = Rect::from_min_size(corner, vec2(width, height));
                corner.x += width + GAP;
                let sense = if placed.len() == self.at { Sense::click() } else { Sense::CLICK };
                let response = ui.interact(rect, key(entry.activity.id()), sense);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, tile::name(entry)));
                placed.push(Placed { entry, texts, response });
            }
        }
        placed
    }

    /// What is under the pointer moves, or else what has the keyboard.
    fn choose_moving(&mut self, ui: &Ui, placed: &[Placed<'_>], look: Look) {
        let hovered = placed.iter().find(|one| one.response.hovered());
        let one = hovered.or_else(|| placed.iter().find(|one| one.response.has_focus())).filter(|_| !look.still);
        match one.map(|one| &one.entry.activity) {
            None => self.moving = None,
            Some(activity) if self.moving.as_ref().is_some_and(|moving| moving.id == activity.id()) => {}
            Some(activity) => self.moving = Some(Moving::new(ui, activity, look)),
        }
    }

    /// What was pressed while one of them has the keyboard.
    fn keys(&mut self, ui: &Ui, shown: &[&Entry], columns: usize) {
        let Some(entry) = shown.get(self.at) else { return };
        let last = shown.len() - 1;
        let keys = [
            (Key::ArrowRight, self.at + 1),
            (Key::ArrowLeft, self.at.saturating_sub(1)),
            (Key::ArrowDown, self.at + columns),
            (Key::ArrowUp, self.at.checked_sub(columns).unwrap_or(self.at)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        if let Some(to) = rove::pressed(ui, key(entry.activity.id()), &keys).filter(|to| *to <= last)
            && let Some(next) = shown.get(to)
        {
            self.at = to;
            ui.memory_mut(|memory| memory.request_focus(key(next.activity.id())));
            ui.ctx().request_repaint();
        }
    }
}

/// What the widget of this one is known by.
fn key(id: &str) -> Id {
    Id::unique(("exercise", id))
}

/// How many stand beside each other, and how wide each is.
fn columns(room: f32) -> (usize, f32) {
    let mut columns: u8 = 1;
    while f32::from(columns + 1) * (NARROWEST + GAP) - GAP <= room {
        columns += 1;
    }
    let count = f32::from(columns);
    (columns.into(), (room - (count - 1.0) * GAP) / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_is_shared_and_none_is_too_narrow() {
        assert_eq!(columns(760.0), (4, 178.0));
        assert_eq!(columns(432.0), (2, 208.0));
        assert_eq!(columns(100.0), (1, 100.0));
    }
}
