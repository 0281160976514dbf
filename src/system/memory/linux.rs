//! Memory on Linux: one pool for all threads, free pages and those of our own file handed back.
#![expect(unsafe_code, reason = "mallopt, malloc_trim and madvise have no safe form; each call says why it is sound")]

use rustix::mm::{Advice, madvise};
use std::ffi::{OsStr, c_void};
use std::sync::OnceLock;

/// One pool of memory for all threads instead of one each. To be called before the first thread starts.
pub(crate) fn share_one_pool() {
    // Ours allocate little and seldom at the same time; each pool of glibc's keeps what it has once taken.
    // SAFETY: it takes two numbers and changes only where later allocations come from.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// The program's own file in memory: its code and what of its data is only ever read.
#[derive(Debug, Default)]
pub(crate) struct Code {
    /// The mappings, first byte and the one after the last. They are found once, for those of a program do not move, and
    /// when they are first needed: the list takes the kernel a while to write, and whoever starts the app waits for its icon.
    ranges: OnceLock<Vec<(usize, usize)>>,
}

impl Code {
    fn ranges(&self) -> &[(usize, usize)] {
        self.ranges.get_or_init(|| {
            let program = std::env::current_exe().unwrap_or_default();
            let smaps = std::fs::read_to_string("/proc/self/smaps").unwrap_or_default();
            unwritten(&smaps, program.as_os_str())
        })
    }

    /// Hands back what a long wait does not need: free memory, and the pages of our own file, which the system maps
    /// again from it as soon as they are used. Between two events minutes pass, and most code is for the start.
    pub(crate) fn hand_back(&self) {
        let ranges = self.ranges();
        // SAFETY: it gives free pages of the heap back and moves nothing.
        unsafe {
            libc::malloc_trim(0);
        }
        for &(from, to) in ranges {
            // SAFETY: the range is one mapping of our program, not writable, of which no page was ever written: all are
            // those of the file, nothing of them lives in memory alone, and each is mapped again when it is next needed.
            let _ = unsafe { madvise(from as *mut c_void, to - from, Advice::LinuxDontNeed) };
        }
    }
}

/// The mappings of the program that cannot be written and never were, from the kernel's list. What the loader has written
/// before it locked it (relocated tables) has anonymous pages, which exist nowhere else.
fn unwritten(smaps: &str, program: &OsStr) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut ours = None;
    for line in smaps.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [range, mode, _, _, _, ref path @ ..] if !range.ends_with(':') => {
                let read_only = matches!(mode, "r-xp" | "r--p") && path.first().is_some_and(|path| program == *path);
                ours = range_of(range).filter(|_| read_only);
            }
            ["Anonymous:", "0", _] => found.extend(ours),
            // It follows in the list.
            ["Swap:", swapped, _] if swapped != "0" && ours == found.last().copied() => drop(found.pop()),
            _ => {}
        }
    }
    found
}

fn range_of(range: &str) -> Option<(usize, usize)> {
    let (from, to) = range.split_once('-')?;
    Some((usize::from_str_radix(from, 16).ok()?, usize::from_str_radix(to, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_constants_are_handed_back_and_come_again() {
        let code = Code::default();
        let within = |here: usize| code.ranges().iter().any(|(from, to)| (*from..*to).contains(&here));
        assert!(within(unwritten as fn(_, _) -> _ as usize), "our code is found");
        assert!(within("a constant of ours".as_ptr() as usize), "so are the constants");
        code.hand_back();
        assert_eq!(Code::default().ranges(), code.ranges());
    }

    #[test]
    fn what_was_written_is_never_handed_back() {
        let mapping = |range: &str, mode: &str, anonymous: u32, swap: u32| {
            format!("{range} {mode} 00000000 fd:00 1 /bin/u\nAnonymous: {anonymous} kB\nSwap: {swap} kB\n")
        };
        let all = [
            mapping("1000-2000", "r--p", 0, 0),
            mapping("2000-3000", "r-xp", 0, 0),
            mapping("3000-4000", "r--p", 4, 0), // relocated
            mapping("4000-5000", "r--p", 0, 4), // relocated, and swapped out
            mapping("5000-6000", "rw-p", 0, 0),
        ]
        .concat();
        let other = all.replace("/bin/u", "/bin/other");
        assert_eq!(unwritten(&format!("{all}{other}"), OsStr::new("/bin/u")), [(0x1000, 0x2000), (0x2000, 0x3000)]);
    }
}
