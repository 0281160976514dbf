//! Where a path leads, link by link. Owns the following of links, whether or not the file is there; opens nothing.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// Links that are followed one after the other at most.
// As many as Linux follows (path_resolution(7)).
const MOST_LINKS: u32 = 40;

/// Where a path leads: through links to the file, be it there or not.
///
/// # Errors
/// When it leads nowhere: in a circle, or where nobody may look.
pub(crate) fn target(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Ok(way(path).last().map_or_else(|| path.to_owned(), |(folder, name)| folder.join(name)))
        }
        found => found,
    }
}

/// Each name that decides where a path leads, in its folder: the links on the way, then the file itself, or the first
/// name that is not there with the rest of the path behind it.
pub(crate) fn way(path: &Path) -> Vec<(PathBuf, PathBuf)> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (mut at, mut names, mut links) = (root(&path), Vec::new(), 0);
    let mut left: VecDeque<OsString> = parts(&path);
    while let Some(part) = left.pop_front() {
        if part == ".." {
            at.pop();
            continue;
        }
        let next = at.join(&part);
        if let Ok(to) = fs::read_link(&next) {
            names.push((at.clone(), PathBuf::from(&part)));
            links += 1;
            if links > MOST_LINKS {
                break;
            }
            if to.is_absolute() {
                at = root(&to);
            }
            for part in parts(&to).into_iter().rev() {
                left.push_front(part);
            }
        } else if left.is_empty() || !next.is_dir() {
            let rest: PathBuf = [part].into_iter().chain(left).collect();
            names.push((at, rest));
            break;
        } else {
            at = next;
        }
    }
    names
}

/// Where an absolute path begins.
fn root(path: &Path) -> PathBuf {
    path.components().take_while(|part| matches!(part, Component::Prefix(_) | Component::RootDir)).collect()
}

fn parts(path: &Path) -> VecDeque<OsString> {
    let part = |part| match part {
        Component::Normal(name) => Some(name.to_owned()),
        Component::ParentDir => Some("..".into()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
    };
    path.components().filter_map(part).collect()
}
