//! Stills of the exercises, drawn once each when they come into sight, a few in a frame. Owns them and how many are drawn at
//! once; a frame that shows them again draws nothing.

use crate::engine::content::Exercise;
use crate::figures::{self, Figure};
use crate::windows::Look;
use crate::windows::kit::theme::palette;
use eframe::egui::{ColorImage, TextureHandle, TextureOptions, Ui};
use std::collections::BTreeMap;
use std::time::Duration;

/// So many are drawn in one frame.
// One takes some 4 ms: what the person does meanwhile is answered within the time of a frame or two.
const IN_A_FRAME: usize = 3;
/// Between two frames that draw some.
// What was pressed meanwhile comes first.
const BREATH: Duration = Duration::from_millis(4);
/// No larger than this, in pixels.
// 91 of them take 24 MB; larger ones are not told apart better.
const LARGEST: f32 = 256.0;

/// The stills that are drawn.
#[derive(Default)]
pub(super) struct Stills {
    /// Their edge in pixels.
    edge: u16,
    /// By the exercise's id; none where it has no figure.
    drawn: BTreeMap<String, Option<TextureHandle>>,
    /// How many may still be drawn in this frame.
    left: usize,
}

impl Stills {
    /// A frame begins, with stills of this edge in points.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    pub(super) fn begin(&mut self, ui: &Ui, edge: f32) {
        let edge = (edge * ui.ctx().pixels_per_point()).clamp(1.0, LARGEST).round() as u16;
        // Those of another size are good enough while a window is being sized.
        if self.edge < edge {
            self.edge = edge;
            self.drawn.clear();
        }
        self.left = IN_A_FRAME;
    }

    /// The still of an exercise, if it is drawn; otherwise it will be, now or in one of the next frames.
    pub(super) fn of(&mut self, ui: &Ui, exercise: &Exercise, look: Look) -> Option<&TextureHandle> {
        if !self.drawn.contains_key(&exercise.id) {
            if self.left == 0 {
                ui.ctx().request_repaint_after(BREATH);
                return None;
            }
            self.left -= 1;
            let still = draw(ui, exercise, self.edge, look);
            self.drawn.insert(exercise.id.clone(), still);
        }
        self.drawn.get(&exercise.id)?.as_ref()
    }
}

fn draw(ui: &Ui, exercise: &Exercise, edge: u16, look: Look) -> Option<TextureHandle> {
    let figure = small(exercise, look)?;
    let pixels = figures::to_rgba(&figure, figure.still(), edge, palette(look.dark))?;
    let image = ColorImage::from_rgba_unmultiplied([edge.into(), edge.into()], &pixels);
    Some(ui.ctx().load_texture(&exercise.id, image, TextureOptions::LINEAR))
}

/// The figure of an exercise as it is shown small.
pub(super) fn small(exercise: &Exercise, look: Look) -> Option<Figure> {
    Some(figures::of(exercise)?.by(look.person).small())
}
