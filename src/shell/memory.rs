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

/// Hands back what only the start needed: free memory at once, and the pages of our own code, which the system reads
/// again from the file for whatever is still used. Most of that code (settings, library, connecting) never is.
pub(crate) fn hand_back() {
    #[cfg(target_env = "gnu")]
    // SAFETY: it gives free pages of the heap back and moves nothing.
    unsafe {
        libc::malloc_trim(0);
    }
    for (from, to) in std::fs::read_to_string("/proc/self/maps").map(|maps| own_code(&maps)).unwrap_or_default() {
        // SAFETY: the range is one mapping of our program, executable and not writable: its pages are those of the
        // file, nothing of them lives in memory alone, and each is mapped again when it is next needed.
        let _ = unsafe { madvise(from as *mut c_void, to - from, Advice::LinuxDontNeed) };
    }
}

/// The mappings of the program's own code, from the kernel's list: private, executable, never writable, not relocated.
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
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
        let code = own_code(&maps);
        assert!(!code.is_empty(), "our code is found in:\n{maps}");
        let here = own_code as fn(&str) -> Vec<(usize, usize)> as usize;
        assert!(code.iter().any(|(from, to)| (*from..*to).contains(&here)));
        hand_back();
        assert_eq!(own_code(&maps), code);
    }
}
