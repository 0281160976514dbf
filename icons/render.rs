//! The build script: draws the tray's SVG sources to pixels once, so that the resident process carries no renderer.
//! Owns `tray.rgba` (every state, ring by ring) and `unhunch.rgba` in OUT_DIR; never touches the sources.
//!
//! A source that draws its ring holds one element with `id="ring"` and `stroke-dasharray="ON WHOLE"`, where WHOLE is the
//! length of the whole ring: ON is set here to each of 0 to 12 twelfths of it in turn.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The states in the order of `TrayState::ALL`, by their words.
const STATES: [&str; 7] = ["counting", "due", "snoozed", "break", "held", "paused", "overdue"];
/// Edge of a tray picture in pixels: twice the usual 24, so that a panel on a fine screen need not enlarge it.
const TRAY_PX: u16 = 48;
/// Edge of the app icon in a notification, in pixels.
const APP_PX: u16 = 64;
/// Steps of the ring.
const STEPS: u8 = 12;

fn main() -> Result<(), Box<dyn Error>> {
    let icons = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("no CARGO_MANIFEST_DIR")?).join("icons");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let mut tray = Vec::new();
    let mut table = String::new();
    for state in STATES {
        let source = read(&icons, state)?;
        let first = tray.len() / (usize::from(TRAY_PX).pow(2) * 4);
        let rings = source.contains("id=\"ring\"");
        for step in 0..=(if rings { STEPS } else { 0 }) {
            tray.extend(draw(&ringed(&source, step)?, TRAY_PX)?);
        }
        write!(table, "(\"{state}\", {first}, {rings}), ")?;
    }
    fs::write(out.join("tray.rgba"), tray)?;
    fs::write(out.join("unhunch.rgba"), draw(&read(&icons, "unhunch")?, APP_PX)?)?;
    fs::write(
        out.join("icons.rs"),
        format!(
            "/// Edge of a tray picture, in pixels.\npub(crate) const TRAY_PX: u32 = {TRAY_PX};\n\
             /// Edge of the app icon, in pixels.\npub const APP_PX: u32 = {APP_PX};\n\
             const STATES: [(&str, usize, bool); {}] = [{table}];\n",
            STATES.len()
        ),
    )?;
    Ok(())
}

fn read(icons: &Path, name: &str) -> Result<String, Box<dyn Error>> {
    let path = icons.join(format!("{name}.svg"));
    // How a build script speaks to cargo.
    writeln!(std::io::stdout(), "cargo::rerun-if-changed={}", path.display())?;
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The source with its ring at `step` twelfths; a source without a ring comes back as it is.
fn ringed(source: &str, step: u8) -> Result<String, Box<dyn Error>> {
    let Some(ring) = source.find("id=\"ring\"") else { return Ok(source.to_owned()) };
    let dash = "stroke-dasharray=\"";
    let from = ring + source[ring..].find(dash).ok_or("the ring has no stroke-dasharray")? + dash.len();
    let to = from + source[from..].find('"').ok_or("the ring's stroke-dasharray has no end")?;
    let whole = source[from..to].split(' ').nth(1).ok_or("the ring's stroke-dasharray has no second number")?;
    let whole: f32 = whole.parse()?;
    let on = whole * f32::from(step) / f32::from(STEPS);
    // A dash of nothing would still draw its ends: an empty ring is no stroke at all.
    let value = if step == 0 { format!("{whole}\" stroke-opacity=\"0") } else { format!("{on} {whole}") };
    Ok(format!("{}{value}{}", &source[..from], &source[to..]))
}

/// Straight (not premultiplied) RGBA, row by row.
fn draw(source: &str, px: u16) -> Result<Vec<u8>, Box<dyn Error>> {
    let tree = Tree::from_str(source, &Options::default())?;
    let mut pixels = Pixmap::new(px.into(), px.into()).ok_or("no picture of that size")?;
    let scale = f32::from(px) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels.take_demultiplied())
}
