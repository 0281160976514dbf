//! The page About: what this is, what it keeps and where, and the text for those who look into a fault. Owns its look.

use super::context::PageContext;
use super::page::MainPage;
use super::talk::{AboutFacts, AboutOrder, AboutUpdate};
use crate::text::about as text;
use crate::windows::kit::notice::notice;
use crate::windows::kit::paragraph::{paragraph, section, title};
use eframe::egui::{RichText, ScrollArea, TextEdit, TextStyle, Ui};
use std::path::PathBuf;

/// No more of the report is seen at a time.
const REPORT: f32 = 320.0;

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct AboutPage {
    /// It has asked what there is to tell.
    asked: bool,
    facts: Option<Box<AboutFacts>>,
    report: Option<String>,
    /// Where the report is kept, and what is said of it.
    kept: Option<(String, PathBuf)>,
    copied: bool,
}

impl AboutPage {
    pub(super) fn take(&mut self, update: AboutUpdate) {
        match update {
            AboutUpdate::Facts(facts) => self.facts = Some(facts),
            AboutUpdate::Report(report) => (self.report, self.kept, self.copied) = (Some(report), None, false),
            AboutUpdate::Kept(said, folder) => self.kept = Some((said, folder)),
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        if !std::mem::replace(&mut self.asked, true) {
            context.order(AboutOrder::Look);
        }
        title(ui, &MainPage::About.name());
        paragraph(ui, RichText::new(text::version()));
        paragraph(ui, RichText::new(text::what_it_is()));
        if let Some(facts) = &self.facts {
            section(ui, &text::places());
            places(ui, facts, context);
            ui.add_space(16.0);
            let (named, said) = &facts.notice;
            notice(ui, named, said);
        }
        section(ui, &text::problem());
        paragraph(ui, RichText::new(text::problem_how()));
        self.report(ui, context);
        section(ui, &text::licences());
        for line in text::licence_lines() {
            paragraph(ui, RichText::new(line));
        }
    }

    fn report(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        let Some(report) = &self.report else {
            if ui.button(text::show_report()).clicked() {
                context.order(AboutOrder::Report);
            }
            return;
        };
        ui.horizontal_wrapped(|ui| {
            if ui.button(text::copy_report()).clicked() {
                ui.ctx().copy_text(report.clone());
                self.copied = true;
            }
            if ui.button(text::keep_report()).clicked() {
                context.order(AboutOrder::KeepReport(report.clone()));
            }
            if self.copied {
                ui.label(text::report_copied());
            }
        });
        if let Some((said, folder)) = &self.kept {
            paragraph(ui, RichText::new(said));
            if ui.button(text::open_folder()).clicked() {
                context.order(AboutOrder::OpenFolder(folder.clone()));
            }
        }
        ScrollArea::vertical().id_salt("report").max_height(REPORT).show(ui, |ui| {
            let mut shown = report.as_str();
            let text_edit = TextEdit::multiline(&mut shown).font(TextStyle::Monospace).desired_width(f32::INFINITY);
            let response = ui.add(text_edit);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(text::problem()));
        });
    }
}

/// What is kept, each with where, and a button that shows it there.
fn places(ui: &mut Ui, facts: &AboutFacts, context: &PageContext<'_>) {
    for place in &facts.places {
        paragraph(ui, RichText::new(&place.name).strong());
        paragraph(ui, RichText::new(place.path.display().to_string()).weak());
        let response = ui.button(text::open_folder());
        let name = text::open_folder_of(&place.name);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
        if response.clicked() {
            context.order(AboutOrder::OpenFolder(place.folder.clone()));
        }
        ui.add_space(8.0);
    }
    paragraph(ui, RichText::new(text::nothing_sent()));
}
