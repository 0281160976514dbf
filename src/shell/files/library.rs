//! A person's own library files on disk. Owns reading them and how many of their problems are said; what they mean is
//! `library`'s.

use super::{read, shown};
use crate::library::{self, Library, OWN_FILES};
use crate::parts::{FileProblem, Means, PartId, Report, own};
use crate::shell::paths::Paths;
use crate::text::{files as said, library as library_text, own_files as text};

/// What is wrong with a library is said so often at most.
// A file of megabytes can be wrong in each of its lines, and all that is said is kept.
const MOST_SAID: usize = 100;

/// A person's own library files as they are on disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Own {
    /// Name and text of those that are there.
    files: Vec<(String, String)>,
    /// What could not be read.
    unread: Vec<FileProblem>,
}

impl Own {
    /// The library with these laid over it, and what is wrong with them.
    pub(crate) fn library(&self) -> (Library, Wrong) {
        let files: Vec<(&str, &str)> = self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let (library, problems) = library_text::content(&files);
        let count = self.unread.len() + problems.len();
        let in_it = |problem: &library::Problem| FileProblem::Library(Box::new(problem.clone()));
        let whole = problems.iter().find(|problem| problem.whole()).map(in_it);
        let whole = self.unread.first().cloned().or(whole);
        let all: Vec<_> = self.unread.iter().cloned().chain(problems.iter().map(in_it)).take(MOST_SAID).collect();
        (library, Wrong { more: count - all.len(), all, whole })
    }
}

/// What is wrong with a person's own library files.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wrong {
    /// Those that are said.
    pub all: Vec<FileProblem>,
    /// How many more there are.
    pub more: usize,
    /// Of a file that counts for nothing as a whole.
    pub whole: Option<FileProblem>,
}

impl Wrong {
    /// How many entries are left out.
    pub(crate) fn count(&self) -> usize {
        self.all.len() + self.more
    }

    /// A line for each; the last one of very many says how many more there are.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.all.iter().map(text::problem).collect();
        if let Some(last) = lines.last_mut().filter(|_| self.more > 0) {
            *last = said::and_more(last, self.more);
        }
        lines
    }

    /// How the library is with it: a file that counts for nothing is a failure, an entry that is left out is none.
    pub(crate) fn report(&self, exercises: usize) -> Report {
        if let Some(problem) = &self.whole {
            let says = own::Says::LibraryFailed(problem.clone());
            return Report::failed(PartId::Library, Means::Nothing, says, own::Advice::CheckSettings);
        }
        let says = own::Says::Library { exercises, left_out: self.count() };
        let mut report = Report::works(PartId::Library, Means::Nothing, says);
        if !self.all.is_empty() {
            report.advice = own::Advice::CheckSettings.into();
        }
        report
    }
}

/// Reads a person's own library files.
pub(crate) fn own_library(paths: &Paths) -> Own {
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for name in OWN_FILES {
        let path = paths.settings_folder().join(name);
        match read(&path) {
            Ok((text, None)) if text.is_empty() => {}
            Ok((text, None)) => files.push((name.to_owned(), text)),
            Ok((_, Some(line))) => unread.push(FileProblem::NotUtf8(shown(&path), line)),
            Err(problem) => unread.push(problem),
        }
    }
    Own { files, unread }
}
