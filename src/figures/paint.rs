//! Shapes to pixels, for commands and pictures in files. Owns the two palettes, but for the people's own colours; decides
//! nothing of the figure.

use super::Figure;
use super::people::Colours;
use super::shape::{Role, Shape};
use tiny_skia::{Color, FillRule, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};

/// Radius of a card's corners, as a share of its edge.
const CORNER: f32 = 0.09;

/// Colours for every role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Palette {
    /// On light paper.
    Light,
    /// On dark paper.
    Dark,
}

impl Palette {
    /// Red, green and blue of a role.
    #[must_use]
    pub fn colour(self, role: Role) -> [u8; 3] {
        let (light, dark): (u32, u32) = match role {
            Role::Paper => (0xfb_f6ee, 0x1f_2228),
            Role::Floor => (0xea_dfcf, 0x34_3942),
            Role::Wall => (0xe4_d8c6, 0x3a_3f49),
            Role::Mat => (0xc3_dbd0, 0x35_564d),
            Role::Prop => (0xd3_c3ab, 0x55_5a66),
            Role::PropDark => (0xbb_a88d, 0x43_4852),
            Role::Screen => (0x9f_b2bb, 0x6f_8291),
            Role::Band | Role::Arrow => (0xd8_5f3a, 0xf2_8a62),
            Role::Roller => (0x8a_b0a8, 0x5b_8a82),
            Role::Skin(who) => Colours::of(who).skin,
            Role::SkinFar(who) => Colours::of(who).skin_far,
            Role::SkinShade(who) => Colours::of(who).skin_shade,
            Role::Hair(who) => Colours::of(who).hair,
            Role::Lips(who) => Colours::of(who).lips,
            Role::Top(who) => Colours::of(who).top,
            Role::TopNear(who) => Colours::of(who).top_near,
            Role::TopFar(who) => Colours::of(who).top_far,
            Role::Legs => (0x41_4e66, 0x8a_98b4),
            Role::LegsFar => (0x9a_a4b6, 0x4a_5468),
            Role::Shoe => (0x2d_313c, 0xc0_c6d2),
            Role::ShoeFar => (0x86_8d9b, 0x69_7180),
            Role::EyeWhite => (0xff_fdf8, 0xf6_f1e8),
            Role::Eye => (0x33_2c2a, 0x2a_2423),
            Role::Glow => (0xff_9e5e, 0xff_a465),
            Role::Air => (0x7f_b3cf, 0x6f_a9c9),
            Role::Leaf => (0xa9_c79d, 0x5f_8460),
        };
        let [_, r, g, b] = if self == Self::Light { light } else { dark }.to_be_bytes();
        [r, g, b]
    }
}

/// The picture at a moment as a PNG of `size` by `size` pixels, at most 4096. `None` if that is no size.
#[must_use]
pub fn to_png(figure: &Figure, seconds: f32, size: u16, palette: Palette) -> Option<Vec<u8>> {
    pixels(figure, seconds, size, palette)?.encode_png().ok()
}

/// As [`to_png`], with round corners and nothing beyond them: a card that lies on paper of any colour.
#[must_use]
pub fn to_card(figure: &Figure, seconds: f32, size: u16, palette: Palette) -> Option<Vec<u8>> {
    let mut pixels = pixels(figure, seconds, size, palette)?;
    let mut mask = Mask::new(pixels.width(), pixels.height())?;
    let edge = f32::from(size.min(4096));
    mask.fill_path(&round(edge, edge * CORNER)?, FillRule::Winding, true, Transform::identity());
    pixels.apply_mask(&mask);
    pixels.encode_png().ok()
}

/// The picture at a moment as straight RGBA, row by row.
#[must_use]
pub fn to_rgba(figure: &Figure, seconds: f32, size: u16, palette: Palette) -> Option<Vec<u8>> {
    pixels(figure, seconds, size, palette).map(Pixmap::take_demultiplied)
}

fn pixels(figure: &Figure, seconds: f32, size: u16, palette: Palette) -> Option<Pixmap> {
    let mut pixels = Pixmap::new(u32::from(size.min(4096)), u32::from(size.min(4096)))?;
    let [r, g, b] = palette.colour(Role::Paper);
    pixels.fill(Color::from_rgba8(r, g, b, 255));
    let edge = f32::from(size.min(4096));
    let to = Transform::from_scale(edge, edge);
    for shape in figure.shapes(seconds) {
        match shape {
            Shape::Fill { points, role, opacity } => {
                if let Some(path) = path(&points, true) {
                    pixels.fill_path(&path, &paint(palette, role, opacity), FillRule::Winding, to, None);
                }
            }
            Shape::Line { points, width, role, opacity } => {
                let stroke =
                    Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
                if let Some(path) = path(&points, false) {
                    pixels.stroke_path(&path, &paint(palette, role, opacity), &stroke, to, None);
                }
            }
        }
    }
    Some(pixels)
}

/// A square with round corners.
fn round(edge: f32, radius: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(radius, 0.0);
    let far = edge - radius;
    for ([x, y], corner, to) in [
        ([far, 0.0], [edge, 0.0], [edge, radius]),
        ([edge, far], [edge, edge], [far, edge]),
        ([radius, edge], [0.0, edge], [0.0, far]),
        ([0.0, radius], [0.0, 0.0], [radius, 0.0]),
    ] {
        path.line_to(x, y);
        path.quad_to(corner[0], corner[1], to[0], to[1]);
    }
    path.close();
    path.finish()
}

fn path(points: &[[f32; 2]], closed: bool) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first[0], first[1]);
    for point in rest {
        path.line_to(point[0], point[1]);
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn paint(palette: Palette, role: Role, opacity: f32) -> Paint<'static> {
    let [r, g, b] = palette.colour(role);
    let mut paint = Paint::default();
    let mut colour = Color::from_rgba8(r, g, b, 255);
    colour.set_alpha(opacity.clamp(0.0, 1.0));
    paint.set_color(colour);
    paint.anti_alias = true;
    paint
}
