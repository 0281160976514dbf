//! How all windows look: colours, sizes of text, distances. Owns both palettes; draws nothing.

use crate::figures::{Palette, Role};
use crate::windows::Look;
use eframe::egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use eframe::egui::style::{WidgetVisuals, Widgets};
use eframe::egui::{
    Color32, Context, CornerRadius, FontData, FontFamily, FontId, Stroke, TextStyle, Theme, Ui, Visuals, vec2,
};

/// How much larger large text is.
const LARGE: f32 = 1.3;
/// The size of text that is read.
const BODY: f32 = 15.0;
/// The letters, in Regular: egui's own are Light, too thin for small text. Roboto, Apache License 2.0.
const LETTERS: &[u8] = include_bytes!("../../../config/fonts/Roboto-Regular.ttf");

/// How round a control or a card is.
pub const ROUND: u8 = 8;

/// Colours by what they are for. Text has a contrast of at least 4.5 to 1 to what it stands on, outlines and marks of at
/// least 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); a test holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// What the window is filled with.
    pub paper: Color32,
    /// What lies on it: the figure's own paper.
    pub card: Color32,
    /// Text.
    pub text: Color32,
    /// Text that can wait.
    pub soft: Color32,
    /// What moves, counts or is chosen.
    pub accent: Color32,
    /// What is due or wants attention, as text or as a mark.
    pub due: Color32,
    /// Text on the accent, and on what is due.
    pub on_accent: Color32,
    /// The edge of what can be pressed or written in, and marks without a meaning of their own.
    pub outline: Color32,
    /// Thin lines that only part, and the part of a ring that is over: nothing is told by them.
    pub line: Color32,
    /// What has waited for so long that the body should know.
    pub overdue: Color32,
    /// What is quiet because something holds: calls, meetings.
    pub quiet: Color32,
}

impl Ink {
    /// The colours on light or dark paper.
    #[must_use]
    pub fn of(dark: bool) -> Self {
        let card = rgb(palette(dark).colour(Role::Paper));
        if dark {
            Self {
                paper: rgb([0x18, 0x1a, 0x1f]),
                card,
                text: rgb([0xec, 0xe8, 0xe1]),
                soft: rgb([0xa9, 0xa7, 0xa2]),
                accent: rgb([0x7c, 0xc0, 0xb8]),
                due: rgb([0xe8, 0xa1, 0x3a]),
                on_accent: rgb([0x12, 0x24, 0x22]),
                outline: rgb([0x76, 0x7d, 0x89]),
                line: rgb([0x3a, 0x3f, 0x49]),
                overdue: rgb([0xf0, 0x8a, 0x66]),
                quiet: rgb([0x84, 0x78, 0xc8]),
            }
        } else {
            Self {
                paper: rgb([0xff, 0xfd, 0xf9]),
                card,
                text: rgb([0x2c, 0x2a, 0x28]),
                soft: rgb([0x6a, 0x64, 0x5d]),
                accent: rgb([0x2f, 0x6f, 0x6b]),
                due: rgb([0x9a, 0x5a, 0x00]),
                on_accent: rgb([0xff, 0xfd, 0xf9]),
                outline: rgb([0x87, 0x7e, 0x72]),
                line: rgb([0xe2, 0xd9, 0xcb]),
                overdue: rgb([0xbd, 0x48, 0x22]),
                quiet: rgb([0x3d, 0x35, 0x80]),
            }
        }
    }
}

impl Ink {
    /// So many shades tell how much there is of something: each is told from the next, and from nothing, at a glance.
    pub const SHADES: u8 = 3;

    /// The shade of a part, 0 to 1, of the most there is, on what is filled with [`Self::line`]; anything has at least the
    /// first. Its edge is [`Self::accent`].
    #[must_use]
    pub fn shade(self, part: f32) -> Color32 {
        let all = f32::from(Self::SHADES);
        self.line.lerp_to_gamma(self.accent, (part * all).ceil().clamp(1.0, all) / all)
    }
}

/// The figure's colours that go with light or dark paper.
#[must_use]
pub fn palette(dark: bool) -> Palette {
    if dark { Palette::Dark } else { Palette::Light }
}

/// A colour of three bytes.
#[must_use]
pub fn rgb([r, g, b]: [u8; 3]) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// The size of a page's title.
#[must_use]
pub fn title() -> TextStyle {
    TextStyle::Name("title".into())
}

/// The size of a cue, the largest text of the guide.
#[must_use]
pub fn cue() -> TextStyle {
    TextStyle::Name("cue".into())
}

/// The size of a number that is counted.
#[must_use]
pub fn count() -> TextStyle {
    TextStyle::Name("count".into())
}

/// How much larger than usual text is here; what stands beside text grows with it.
#[must_use]
pub fn scale(ui: &Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size / BODY
}

/// How much larger than usual text is with this look.
#[must_use]
pub const fn scale_of(look: Look) -> f32 {
    if look.large_text { LARGE } else { 1.0 }
}

/// Gives a window its look.
pub fn dress(ctx: &Context, look: Look) {
    ctx.set_theme(if look.dark { Theme::Dark } else { Theme::Light });
    let ink = Ink::of(look.dark);
    let first = |family| InsertFontFamily { family, priority: FontPriority::Highest };
    let letters = FontData::from_static(LETTERS);
    ctx.add_font(FontInsert::new("Roboto", letters, vec![first(FontFamily::Proportional)]));
    let size = |points: f32| FontId::new(points * scale_of(look), FontFamily::Proportional);
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, size(13.0)),
            (TextStyle::Body, size(BODY)),
            (TextStyle::Button, size(BODY)),
            (TextStyle::Monospace, FontId::new(size(13.0).size, FontFamily::Monospace)),
            (TextStyle::Heading, size(20.0)),
            (title(), size(28.0)),
            (cue(), size(20.0)),
            (count(), size(28.0)),
        ]
        .into();
        style.spacing.item_spacing = vec2(8.0, 8.0);
        style.spacing.button_padding = vec2(14.0, 8.0);
        style.spacing.interact_size.y = 36.0;
        style.interaction.selectable_labels = false;
        // A fade would cost frames.
        style.animation_time = 0.0;
        style.visuals = visuals(ink, look.dark);
    });
}

fn visuals(ink: Ink, dark: bool) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let one = |fill: Color32, edge: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(ROUND),
        fg_stroke: Stroke::new(1.5, ink.text),
        expansion: 0.0,
    };
    let edge = Stroke::new(1.0, ink.outline);
    visuals.widgets = Widgets {
        noninteractive: one(ink.paper, Stroke::new(1.0, ink.line)),
        inactive: one(ink.card, edge),
        hovered: one(ink.card, Stroke::new(1.5, ink.accent)),
        active: one(ink.card, Stroke::new(1.5, ink.accent)),
        open: one(ink.card, edge),
    };
    visuals.override_text_color = Some(ink.text);
    visuals.weak_text_color = Some(ink.soft);
    visuals.panel_fill = ink.paper;
    visuals.window_fill = ink.paper;
    visuals.extreme_bg_color = ink.card;
    visuals.hyperlink_color = ink.accent;
    visuals.selection.bg_fill = ink.accent;
    visuals.selection.stroke = Stroke::new(1.0, ink.on_accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, ink.text);
    visuals.window_stroke = edge;
    // What stands in is seen to.
    visuals.indent_has_left_vline = false;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn light(colour: Color32) -> f64 {
        let part = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_outlines_and_marks_are_seen_on_what_they_stand_on() {
        for dark in [false, true] {
            let ink = Ink::of(dark);
            let grounds = [("paper", ink.paper), ("card", ink.card)];
            let seen = [
                ("text", ink.text, 4.5),
                ("soft", ink.soft, 4.5),
                ("accent", ink.accent, 4.5),
                ("due", ink.due, 4.5),
                ("outline", ink.outline, 3.0),
                ("overdue", ink.overdue, 3.0),
                ("quiet", ink.quiet, 3.0),
            ];
            let filled = [("accent", ink.accent), ("due", ink.due)];
            let pairs = grounds.iter().flat_map(|ground| seen.iter().map(move |seen| (*seen, *ground)));
            let pairs = pairs.chain(filled.map(|filling| (("on accent", ink.on_accent, 4.5), filling)));
            for ((name, colour, least), (on, ground)) in pairs {
                let found = contrast(colour, ground);
                assert!(found >= least, "{name} on {on}, dark {dark}: {found:.2}");
            }
        }
    }

    #[test]
    fn an_area_that_is_shaded_has_an_edge_that_is_seen() {
        for dark in [false, true] {
            let ink = Ink::of(dark);
            assert_eq!(ink.shade(1.0), ink.accent);
            for (name, mark, ground) in [
                ("edge", ink.accent, ink.line),
                ("line to it", ink.soft, ink.line),
                ("end of that", ink.text, ink.line),
                ("edge that is looked at", ink.text, ink.line),
            ] {
                let found = contrast(mark, ground);
                assert!(found >= 3.0, "{name}, dark {dark}: {found:.2}");
            }
        }
    }

    #[test]
    fn what_egui_draws_by_itself_has_these_outlines() {
        for dark in [false, true] {
            let (ink, visuals) = (Ink::of(dark), visuals(Ink::of(dark), dark));
            let widgets = &visuals.widgets;
            for part in [&widgets.inactive, &widgets.hovered, &widgets.active, &widgets.open] {
                for ground in [ink.paper, part.weak_bg_fill] {
                    assert!(contrast(part.bg_stroke.color, ground) >= 3.0, "dark {dark}: {part:?}");
                }
                assert!(contrast(part.fg_stroke.color, part.weak_bg_fill) >= 4.5, "dark {dark}: {part:?}");
            }
            for mark in [ink.accent, ink.due, ink.overdue, ink.quiet, ink.soft] {
                let (paper, card) = (contrast(mark, ink.paper), contrast(mark, ink.card));
                assert!(paper >= 3.0 && card >= 3.0, "{mark:?}, dark {dark}: {paper}, {card}");
            }
        }
    }
}
