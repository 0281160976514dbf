//! What every window shares: opening on a display that answers, every failure as a value, the moment of the first
//! frame, and closing. Owns the frame; knows nothing of what is in it.

use super::kit::{focus, theme};
use super::{Look, place};
use crate::parts::APP_ID;
use crate::parts::own::WindowFailure;
use crate::system::display::{Display, NoDisplay};
use crate::system::process::known_as;
use eframe::egui::{
    self, Context, IconData, Id, Ui, UserAttentionType, Vec2, ViewportBuilder, ViewportCommand, Visuals, X11WindowType,
};
use eframe::{App, CreationContext, NativeOptions, Renderer};
use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use winit::window::{Theme, WindowId};

/// The app icon that the build script draws: a square of RGBA pixels.
const ICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/unhunch.rgba"));
/// Its edge.
const ICON_PX: u32 = 64;

/// What a window is before anything is in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form<'a> {
    /// Its title.
    pub title: &'a str,
    /// Width and height to begin with, in logical pixels.
    pub size: [f32; 2],
    /// The least width and height.
    pub least: [f32; 2],
    /// It stands beside the work: near the right edge, and above it where windows are tiled.
    pub beside: bool,
}

/// What is in a window.
pub trait Inside {
    /// Draws everything, and takes what the person does. It is called when there was input and when a repaint was asked
    /// for (`Context::request_repaint_after`), and never otherwise.
    fn show(&mut self, ui: &mut Ui);

    /// Called before each `show`, and in its place while the window cannot be seen: what must not wait.
    fn heed(&mut self, ctx: &Context) {
        let _ = ctx;
    }
}

/// What is done once, when the first frame is on the screen.
pub type OnScreen<'a> = Box<dyn FnOnce(Handle) + 'a>;
/// What is done once, when the window is about to go and still on the screen: from then on nobody is led to it.
pub type Leaving<'a> = Box<dyn FnOnce() + 'a>;

/// An open window as another thread reaches it.
#[derive(Clone, Debug)]
pub struct Handle(Context);

impl Handle {
    /// Brings it to the front.
    pub fn raise(&self) {
        raise(&self.0);
    }

    /// Closes it.
    pub fn close(&self) {
        close(&self.0);
    }
}

/// Opens a window and returns when it has closed: by [`close`], or by the window manager.
///
/// # Errors
/// Why no window could open. When the X server dies the whole process ends: Xlib does that.
pub fn open<'a>(
    form: &Form<'_>,
    look: Look,
    (on_screen, leaving): (OnScreen<'a>, Leaving<'a>),
    inside: impl FnOnce(&Context) -> Box<dyn Inside + 'a> + 'a,
) -> Result<(), WindowFailure> {
    let display = Display::find().map_err(|none| match none {
        NoDisplay::NotNamed => WindowFailure::NotNamed,
        NoDisplay::Silent => WindowFailure::Silent,
    })?;
    known_as(APP_ID);
    let viewport = ViewportBuilder::default()
        .with_title(form.title)
        .with_app_id(APP_ID)
        .with_inner_size(form.size)
        .with_min_inner_size(form.least)
        // Window managers that tile let a dialog float.
        .with_window_type(if form.beside { X11WindowType::Dialog } else { X11WindowType::Normal })
        .with_icon(IconData { rgba: ICON.to_vec(), width: ICON_PX, height: ICON_PX });
    let viewport = if form.beside { place::prepare(viewport, form.size, form.least, display) } else { viewport };
    let mut options =
        NativeOptions { viewport, renderer: Renderer::Glow, dithering: false, ..NativeOptions::default() };
    // Frames are few and timed here: waiting for the screen could only block.
    options.glow_options.vsync = false;
    options.event_loop_builder = Some(Box::new(move |builder| display.choose(builder)));
    let (title, least, beside) = (form.title.to_owned(), form.least, form.beside);
    caught(|| {
        eframe::run_native(
            APP_ID,
            options,
            Box::new(move |made| {
                theme::dress(&made.egui_ctx, look);
                settle(made, display, look, beside.then_some(least));
                made.egui_ctx.data_mut(|data| data.insert_temp(title_key(), title));
                let inside = inside(&made.egui_ctx);
                Ok(Box::new(Window { inside, drawn: None, on_screen: Some(on_screen), leaving: Some(leaving), least }))
            }),
        )
        .map_err(|error| Some(without_source(&error.to_string())))
    })
    .map_err(WindowFailure::Broke)
}

/// What is done to a window before it is shown: its bar in the page's own light, its place, and a watch on it.
fn settle(made: &CreationContext<'_>, display: Display, look: Look, beside: Option<[f32; 2]>) {
    let Some(window) = made.winit_window() else { return };
    window.set_theme(Some(if look.dark { Theme::Dark } else { Theme::Light }));
    made.egui_ctx.data_mut(|data| data.insert_temp(own_key(), (display, window.id())));
    watch(made, window, display);
    if let Some(least) = beside.filter(|_| display.places()) {
        place::put(window, least);
    }
}

/// Whether the window is on the screen, as far as is known. What moves need not be drawn while it is not.
#[must_use]
pub fn seen(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(seen_key())).unwrap_or(true)
}

fn seen_key() -> Id {
    Id::unique("seen")
}

/// Keeps `seen` true to the display's word. Where that cannot be had, the window counts as seen.
fn watch(made: &CreationContext<'_>, window: &winit::window::Window, display: Display) {
    let ctx = made.egui_ctx.clone();
    let tell = move |seen: bool| {
        ctx.data_mut(|data| data.insert_temp(seen_key(), seen));
        ctx.request_repaint();
    };
    let _ = display.watch(window, tell);
}

/// Gives the window another title, for the window manager and for a screen reader.
pub fn entitle(ctx: &Context, title: String) {
    ctx.data_mut(|data| data.insert_temp(title_key(), title.clone()));
    ctx.send_viewport_cmd(ViewportCommand::Title(title));
}

fn title_key() -> Id {
    Id::unique("title")
}

fn own_key() -> Id {
    Id::unique("own")
}

/// Brings the window to the front; where no window can, the desktop says that there is something to see in it.
pub fn raise(ctx: &Context) {
    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(ViewportCommand::Focus);
    let own = ctx.data(|data| data.get_temp::<(Display, WindowId)>(own_key()));
    if own.is_some_and(|(display, window)| !display.activate(window)) {
        ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
    }
    ctx.request_repaint();
}

/// Closes the window, also while it cannot be seen.
pub fn close(ctx: &Context) {
    ctx.send_viewport_cmd(ViewportCommand::Close);
    ctx.request_repaint();
}

/// Runs it; a panic below (drivers and display libraries have them) is an error like any other.
fn caught(run: impl FnOnce() -> Result<(), Option<String>>) -> Result<(), Option<String>> {
    let before = panic::take_hook();
    // Its message is handed on, not printed.
    panic::set_hook(Box::new(|_| {}));
    let ended = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(before);
    ended.unwrap_or_else(|thrown| Err(message(thrown.as_ref())))
}

/// An error's words without the place in its sources, which winit puts before what the system said.
fn without_source(words: &str) -> String {
    let place = words.find("os error").and_then(|at| Some((at, at + words[at..].find(".rs:")? + ".rs:".len())));
    let said = place.and_then(|(at, line)| Some((at, line + words[line..].find(": ")? + ": ".len())));
    said.map_or_else(|| words.to_owned(), |(at, said)| format!("{}{}", &words[..at], &words[said..]))
}

fn message(thrown: &(dyn Any + Send)) -> Option<String> {
    thrown
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| thrown.downcast_ref::<String>().map(String::as_str))
        .map(str::to_owned)
}

struct Window<'a> {
    inside: Box<dyn Inside + 'a>,
    /// The number of the first frame that was drawn.
    drawn: Option<u64>,
    /// Until it is on the screen.
    on_screen: Option<OnScreen<'a>>,
    /// Until it goes.
    leaving: Option<Leaving<'a>>,
    /// The least width and height.
    least: [f32; 2],
}

impl App for Window<'_> {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        // A later frame begins when the first has been handed to the display.
        if self.drawn.is_some_and(|first| ctx.cumulative_frame_nr() > first)
            && let Some(on_screen) = self.on_screen.take()
        {
            // Where it floats is decided: from now on the person sizes it.
            ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(self.least.into()));
            ctx.send_viewport_cmd(ViewportCommand::MaxInnerSize(Vec2::INFINITY));
            on_screen(Handle(ctx.clone()));
        }
        self.inside.heed(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if self.drawn.is_none() {
            self.drawn = Some(ui.ctx().cumulative_frame_nr());
            ui.ctx().request_repaint();
        }
        // The frame as a screen reader names it; winit's title reaches the window manager alone.
        let title = ui.ctx().data(|data| data.get_temp::<String>(title_key())).unwrap_or_default();
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
        self.inside.show(ui);
        focus::show(ui.ctx());
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(leaving) = self.leaving.take() {
            leaving();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_below_is_an_error_with_its_message() {
        assert_eq!(caught(|| panic!("no matching configuration")), Err(Some("no matching configuration".to_owned())));
        assert_eq!(caught(|| Err(Some("no display".to_owned()))), Err(Some("no display".to_owned())));
        assert_eq!(caught(|| Ok(())), Ok(()));
    }

    #[test]
    fn an_error_is_told_without_the_place_in_the_sources() {
        let words = "winit EventLoopError: os error at /src/winit-0.30.13/src/linux/x11.rs:764: no answer: refused";
        assert_eq!(without_source(words), "winit EventLoopError: no answer: refused");
        assert_eq!(without_source("no matching configuration"), "no matching configuration");
        assert_eq!(without_source("os error at nowhere"), "os error at nowhere");
    }

    #[test]
    fn the_icon_is_the_square_that_it_is_said_to_be() {
        assert_eq!(u32::try_from(ICON.len()), Ok(ICON_PX * ICON_PX * 4));
    }
}
