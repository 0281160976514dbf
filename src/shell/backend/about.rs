//! What the page About tells, and the report as a file. Owns which places are named; the report is `report`'s.

use super::Backend;
use super::data::{folder_of, free};
use crate::shell::report::report;
use crate::system::files::whole;
use crate::text::files::because;
use crate::text::{about as text, data, library};
use crate::windows::main::talk::{AboutFacts, AboutOrder, AboutUpdate, KeptPlace};
use std::path::Path;

impl Backend {
    /// Does what is ordered on the page About.
    pub(super) fn about(&self, order: AboutOrder) {
        match order {
            AboutOrder::Look => self.tell(AboutUpdate::Facts(Box::new(self.facts()))),
            AboutOrder::Report => self.tell(AboutUpdate::Report(report(&self.paths))),
            AboutOrder::KeepReport(report) => self.keep_report(&report),
            AboutOrder::OpenFolder(folder) => self.open_folder(&folder),
        }
    }

    fn facts(&self) -> AboutFacts {
        let place = |name: String, path: &Path| KeptPlace { name, path: path.to_owned(), folder: folder_of(path) };
        let cache =
            self.paths.cache().map(|cache| KeptPlace { name: text::place_cache(), path: cache.clone(), folder: cache });
        let places = [
            Some(place(text::place_record(), &self.paths.ledger)),
            Some(place(text::place_settings(), &self.paths.settings)),
            // Made when something is fetched; what is not there cannot be opened.
            cache.filter(|cache| cache.path.is_dir()),
        ];
        let flags = library::red_flags();
        AboutFacts {
            places: places.into_iter().flatten().collect(),
            notice: (flags.notice_title.clone(), flags.notice_in_one()),
        }
    }

    fn keep_report(&self, report: &str) {
        let file = free(&self.persons_folder().join("unhunch-report.txt"));
        match whole::write(&file, report) {
            Ok(()) => self.tell(AboutUpdate::Kept(text::report_kept(&file), folder_of(&file))),
            Err(error) => self.refused(data::not_kept(&file, &because(&error))),
        }
    }
}
