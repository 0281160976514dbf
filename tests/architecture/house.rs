//! The sources as modules, and every path that they name. Owns how a path finds its file; never says which may.

use crate::scan::{self, Piece};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::LazyLock;

/// One file of the sources.
pub(crate) struct Source {
    pub(crate) file: PathBuf,
    /// Its module below the crate: `engine`, `holds`.
    pub(crate) module: Vec<String>,
    pub(crate) text: String,
    /// What a build without tests sees of it.
    pub(crate) pieces: Vec<Piece>,
    pub(crate) named: Vec<Named>,
}

/// A path as a file names it: `use` trees one by one, `self` and `super` resolved.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// Below the crate, or of another one.
    pub(crate) ours: bool,
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
    /// The name that a `use` gives it.
    name: Option<String>,
}

impl Source {
    pub(crate) fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// `mod.rs`: the face of its folder.
    pub(crate) fn is_face(&self) -> bool {
        self.file.file_name().is_some_and(|name| name == "mod.rs" || name == "lib.rs")
    }

    pub(crate) fn name(&self) -> String {
        self.file.display().to_string().replace(MAIN_SEPARATOR, "/")
    }
}

/// The whole house.
pub(crate) struct House {
    pub(crate) sources: Vec<Source>,
    by_module: BTreeMap<Vec<String>, usize>,
}

/// The house as it is, read once.
pub(crate) static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let mut files = Vec::new();
    walk(Path::new("src"), &mut files);
    files.sort();
    House::of(files.into_iter().map(|file| (file.clone(), std::fs::read_to_string(file).unwrap())))
});

fn walk(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            walk(&entry.unwrap().path(), files);
        }
    } else if path.extension().is_some_and(|e| e == "rs") {
        files.push(path.to_path_buf());
    }
}

/// `src/engine/mod.rs` is `engine`, `src/engine/holds.rs` is `engine::holds`.
fn module(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix("src").unwrap().with_extension("");
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    parts.pop_if(|last| last == "mod" || last == "lib");
    parts
}

impl House {
    pub(crate) fn of(files: impl Iterator<Item = (PathBuf, String)>) -> House {
        let (mut sources, mut tests) = (Vec::new(), Vec::new());
        for (file, text) in files {
            let (pieces, only) = scan::without_tests(&scan::tokens(&text));
            let module = module(&file);
            tests.extend(only.into_iter().map(|name| [module.clone(), vec![name]].concat()));
            sources.push(Source { file, module, text, pieces, named: Vec::new() });
        }
        sources.retain(|source| !tests.iter().any(|test| source.module.starts_with(test)));
        let modules: BTreeSet<Vec<String>> = sources.iter().map(|source| source.module.clone()).collect();
        for source in &mut sources {
            source.named = Paths::of(&source.pieces, source.module.clone(), &modules);
        }
        let by_module = sources.iter().enumerate().map(|(n, source)| (source.module.clone(), n)).collect();
        House { sources, by_module }
    }

    /// The file that a path leads to, through what a face passes on.
    pub(crate) fn target(&self, path: &[String]) -> Option<usize> {
        let mut path = path.to_vec();
        for _ in 0..4 {
            let depth = (0..=path.len()).rev().find(|&depth| self.by_module.contains_key(&path[..depth]))?;
            let found = self.by_module[&path[..depth]];
            let passed = path.get(depth).and_then(|next| {
                self.sources[found].named.iter().find(|named| named.ours && named.name.as_ref() == Some(next))
            });
            match passed {
                Some(on) if on.path != path => path = [&on.path, &path[depth + 1..]].concat(),
                _ => return Some(found),
            }
        }
        None
    }

    /// Which file knows which: a face and the files of its own folder are one thing seen from outside, so that it names
    /// them makes no arrow.
    pub(crate) fn arrows(&self) -> Vec<BTreeSet<usize>> {
        let arrows = self.sources.iter().enumerate().map(|(from, source)| {
            let known = source.named.iter().filter(|named| named.ours).filter_map(|named| self.target(&named.path));
            let own = |to: usize| source.is_face() && self.sources[to].module.starts_with(&source.module);
            known.filter(|&to| to != from && !own(to)).collect()
        });
        arrows.collect()
    }
}

/// Walks the tokens of a file with the module it is in, which `mod x { .. }` changes.
struct Paths<'a> {
    pieces: &'a [Piece],
    at: usize,
    /// The module, and the depth of brackets at which it ends.
    within: Vec<(Vec<String>, usize)>,
    modules: &'a BTreeSet<Vec<String>>,
    named: Vec<Named>,
}

impl Paths<'_> {
    fn of(pieces: &[Piece], module: Vec<String>, modules: &BTreeSet<Vec<String>>) -> Vec<Named> {
        let mut walk = Paths { pieces, at: 0, within: vec![(module, 0)], modules, named: Vec::new() };
        let mut depth = 0;
        while let Some(piece) = pieces.get(walk.at) {
            if piece.is('{') {
                depth += 1;
                if let [.., first, name, _] = &pieces[..=walk.at]
                    && first.word() == Some("mod")
                {
                    let inner = [walk.module().clone(), vec![name.word().unwrap().to_owned()]].concat();
                    walk.within.push((inner, depth));
                }
            } else if piece.is('}') {
                walk.within.pop_if(|(_, at)| *at == depth);
                depth -= 1;
            }
            match piece.word() {
                Some("use") if !pieces.get(walk.at + 1).is_some_and(|next| next.is('<')) => {
                    walk.at += 1;
                    walk.tree(&[]);
                }
                Some(_) if walk.joined(walk.at + 1) => {
                    let (line, path) = (piece.line, walk.segments());
                    walk.name(&path, line, None);
                }
                _ => walk.at += 1,
            }
        }
        walk.named
    }

    fn module(&self) -> &Vec<String> {
        &self.within.last().unwrap().0
    }

    /// `::` stands here.
    fn joined(&self, at: usize) -> bool {
        matches!(self.pieces.get(at..at + 2), Some([a, b]) if a.is(':') && b.is(':'))
    }

    /// `a::b::c` from here on; leaves the place after it, or after a last `::`.
    fn segments(&mut self) -> Vec<String> {
        let mut path = Vec::new();
        while let Some(word) = self.pieces.get(self.at).and_then(Piece::word) {
            path.push(word.to_owned());
            self.at += 1;
            if !self.joined(self.at) {
                break;
            }
            self.at += 2;
        }
        path
    }

    /// One branch of a `use`, with those in its braces.
    fn tree(&mut self, stem: &[String]) {
        let line = self.pieces.get(self.at).map_or(0, |piece| piece.line);
        if self.joined(self.at) {
            self.at += 2;
        }
        let path = [stem, &self.segments()].concat();
        if self.pieces.get(self.at).is_some_and(|piece| piece.is('{')) {
            let end = scan::closes(self.pieces, self.at);
            while self.at < end {
                self.at += 1;
                if self.at < end {
                    self.tree(&path);
                }
            }
            self.at = end + 1;
            return;
        }
        let mut name = path.last().cloned();
        if self.pieces.get(self.at).is_some_and(|piece| piece.is('*')) {
            (name, self.at) = (None, self.at + 1);
        }
        if self.pieces.get(self.at).and_then(Piece::word) == Some("as") {
            name = self.pieces.get(self.at + 1).and_then(Piece::word).map(str::to_owned);
            self.at += 2;
        }
        self.name(&path, line, name);
    }

    fn name(&mut self, path: &[String], line: usize, name: Option<String>) {
        let mut base = match path.first().map(String::as_str) {
            Some("crate") => Some(Vec::new()),
            Some("self" | "super") => Some(self.module().clone()),
            Some(child) if self.modules.contains(&[self.module().clone(), vec![child.to_owned()]].concat()) => {
                Some(self.module().clone())
            }
            _ => None,
        };
        let ours = base.is_some();
        for part in path {
            let full = base.get_or_insert_default();
            match part.as_str() {
                "crate" | "self" => {}
                "super" => drop(full.pop()),
                other => full.push(other.to_owned()),
            }
        }
        self.named.push(Named { ours, path: base.unwrap_or_default(), line, name });
    }
}

#[test]
fn paths_are_found_in_every_form() {
    let text = |file: &str, text: &str| (PathBuf::from(file), text.to_owned());
    let house = House::of(
        [
            text("src/lib.rs", "mod a; mod b;"),
            text("src/a/mod.rs", "mod one; mod two; pub use two::Two; #[cfg(test)] mod far;"),
            text("src/a/far.rs", "use crate::b::no;"),
            text("src/a/one.rs", "mod in_ { use super::super::two; } use super::{Two as T, super::b::{self, c}};"),
            text("src/a/two.rs", "fn f() { crate::b::g(std::fs::read(x)) }"),
            text("src/b.rs", "use crate::a::one;"),
        ]
        .into_iter(),
    );
    let names: Vec<String> = house.sources.iter().map(Source::name).collect();
    assert_eq!(names, ["src/lib.rs", "src/a/mod.rs", "src/a/one.rs", "src/a/two.rs", "src/b.rs"]);
    let arrows: Vec<Vec<usize>> = house.arrows().into_iter().map(|to| to.into_iter().collect()).collect();
    assert_eq!(arrows, [vec![], vec![], vec![3, 4], vec![4], vec![2]], "a face passes on what it got from elsewhere");
    assert!(house.sources[3].named.iter().any(|named| !named.ours && named.path == ["std", "fs", "read"]));
}
