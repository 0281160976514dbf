//! The weight of the resident process. Owns what is handed back to the system once the start is over;
//! never touches anything that is in use.
#![expect(unsafe_code, reason = "mallopt, malloc_trim and madvise have no safe form; each call says why it is sound")]

use rustix::mm::{Advice, madvise};
use std::ffi::c_void;

/// One pool of memory for all threads instead of one each: ours allocate little and seldom at the same time.
/// To be called before the first thread starts.
pub(crate) fn share_one_pool() {
    #[cfg(target_env = "gnu")]
    // SAFETY: it takes two numbers and changes only where later allocations come from.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// The program's own code in memory.
#[derive(Debug)]
pub(crate) struct Code {
    /// The mappings, first byte and the one after the last.
    ranges: Vec<(usize, usize)>,
}

impl Code {
    /// Finds it once; mappings of a program do not move.
    pub(crate) fn find() -> Self {
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap_or_default();
        Self { ranges: own_code(&maps) }
    }

    /// Hands back what a long wait does not need: free memory, and the pages of our own code, which the system maps
    /// again from the file as soon as they are used. Between two events minutes pass, and most code is for the start.
    pub(crate) fn hand_back(&self) {
        #[cfg(target_env = "gnu")]
        // SAFETY: it gives free pages of the heap back and moves nothing.
        unsafe {
            libc::malloc_trim(0);
        }
        for &(from, to) in &self.ranges {
            // SAFETY: the range is one mapping of our program, executable and not writable: its pages are those of the
            // file, nothing of them lives in memory alone, and each is mapped again when it is next needed.
            let _ = unsafe { madvise(from as *mut c_void, to - from, Advice::LinuxDontNeed) };
        }
    }
}

/// The mappings of the program's own code, from the kernel's list: private, executable, never writable.
fn own_code(maps: &str) -> Vec<(usize, usize)> {
    let program = std::env::current_exe().unwrap_or_default();
    let ours = |line: &&str| line.split_whitespace().nth(5).is_some_and(|path| program.as_os_str() == path);
    let code = maps.lines().filter(ours).filter(|line| line.split_whitespace().nth(1) == Some("r-xp"));
    let range = |line: &str| {
        let (from, to) = line.split_whitespace().next()?.split_once('-')?;
        Some((usize::from_str_radix(from, 16).ok()?, usize::from_str_radix(to, 16).ok()?))
    };
    code.filter_map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_handed_back_and_it_comes_again() {
        let code = Code::find();
        assert!(!code.ranges.is_empty(), "our code is found");
        let here = own_code as fn(&str) -> Vec<(usize, usize)> as usize;
        assert!(code.ranges.iter().any(|(from, to)| (*from..*to).contains(&here)));
        code.hand_back();
        assert_eq!(Code::find().ranges, code.ranges);
    }
}
