//! How all windows look: colours, sizes of text, distances. Owns both palettes; draws nothing.

use crate::figures::{Palette, Role};
use crate::windows::Look;
use eframe::egui::style::{WidgetVisuals, Widgets};
use eframe::egui::{Color32, Context, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Theme, Visuals, vec2};

/// How much larger large text is.
const LARGE: f32 = 1.3;

/// How round a control or a card is.
pub const ROUND: u8 = 8;

/// Colours by what they are for. Text on paper has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3); a test holds it.
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
    /// Text on the accent.
    pub on_accent: Color32,
    /// Thin lines, and the part of a ring that is over.
    pub line: Color32,
    /// What is due: the tray's amber.
    pub due: Color32,
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
                on_accent: rgb([0x12, 0x24, 0x22]),
                line: rgb([0x3a, 0x3f, 0x49]),
                due: rgb([0xf0, 0xa6, 0x3c]),
                overdue: rgb([0xf0, 0x8a, 0x66]),
                quiet: rgb([0x8f, 0xb2, 0xe8]),
            }
        } else {
            Self {
                paper: rgb([0xff, 0xfd, 0xf9]),
                card,
                text: rgb([0x2c, 0x2a, 0x28]),
                soft: rgb([0x6a, 0x64, 0x5d]),
                accent: rgb([0x2f, 0x6f, 0x6b]),
                on_accent: rgb([0xff, 0xfd, 0xf9]),
                line: rgb([0xe2, 0xd9, 0xcb]),
                due: rgb([0xb0, 0x68, 0x00]),
                overdue: rgb([0xbd, 0x48, 0x22]),
                quiet: rgb([0x3f, 0x6d, 0xb5]),
            }
        }
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

/// The size of a cue, the largest text to be read.
#[must_use]
pub fn cue() -> TextStyle {
    TextStyle::Name("cue".into())
}

/// The size of a number that is counted.
#[must_use]
pub fn count() -> TextStyle {
    TextStyle::Name("count".into())
}

/// Gives a window its look.
pub fn dress(ctx: &Context, look: Look) {
    ctx.set_theme(if look.dark { Theme::Dark } else { Theme::Light });
    let ink = Ink::of(look.dark);
    let size =
        |points: f32| FontId::new(if look.large_text { points * LARGE } else { points }, FontFamily::Proportional);
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, size(13.0)),
            (TextStyle::Body, size(15.0)),
            (TextStyle::Button, size(15.0)),
            (TextStyle::Monospace, FontId::new(size(14.0).size, FontFamily::Monospace)),
            (TextStyle::Heading, size(19.0)),
            (cue(), size(22.0)),
            (count(), size(44.0)),
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
    let thin = Stroke::new(1.0, ink.line);
    visuals.widgets = Widgets {
        noninteractive: one(ink.paper, thin),
        inactive: one(ink.card, thin),
        hovered: one(ink.card, Stroke::new(1.0, ink.accent)),
        // Also what has the keyboard: it must be seen at once.
        active: one(ink.card, Stroke::new(2.5, ink.accent)),
        open: one(ink.card, thin),
    };
    visuals.override_text_color = Some(ink.text);
    visuals.weak_text_color = Some(ink.soft);
    visuals.panel_fill = ink.paper;
    visuals.window_fill = ink.paper;
    visuals.extreme_bg_color = ink.card;
    visuals.hyperlink_color = ink.accent;
    visuals.selection.bg_fill = ink.accent;
    visuals.selection.stroke = Stroke::new(1.0, ink.on_accent);
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
    fn text_can_be_read_on_what_it_stands_on() {
        for dark in [false, true] {
            let ink = Ink::of(dark);
            for (text, on) in [
                (ink.text, ink.paper),
                (ink.text, ink.card),
                (ink.soft, ink.paper),
                (ink.soft, ink.card),
                (ink.accent, ink.paper),
                (ink.on_accent, ink.accent),
            ] {
                assert!(contrast(text, on) >= 4.5, "{text:?} on {on:?}, dark {dark}: {}", contrast(text, on));
            }
            for mark in [ink.accent, ink.due, ink.overdue, ink.quiet, ink.soft] {
                let (paper, card) = (contrast(mark, ink.paper), contrast(mark, ink.card));
                assert!(paper >= 3.0 && card >= 3.0, "{mark:?}, dark {dark}: {paper}, {card}");
            }
        }
    }
}
