//! Another user of the same machine, for real: what they put into a folder that all may write to is neither followed nor
//! changed. Only root can play two users; elsewhere these tests say that they did not run.

use crate::house::until;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Two who need no account.
const VICTIM: u32 = 54_321;
const NEIGHBOUR: u32 = 54_322;

/// A machine with a shared folder, a home of the victim's, and the program where both can run it.
struct Machine {
    dir: tempfile::TempDir,
}

#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn not_run(test: &str) {
    eprintln!("{test}: not run, it needs root to be two other users");
}

/// A folder that a user without an account can come to: the folder for temporary files may be one user's own.
fn open_to_all() -> PathBuf {
    let passable = |folder: &Path| fs::metadata(folder).is_ok_and(|meta| meta.mode() & 0o001 != 0);
    let all = [std::env::temp_dir(), "/dev/shm".into(), "/tmp".into(), "/var/tmp".into()];
    let found = all.into_iter().find(|folder| folder.ancestors().all(passable));
    found.expect("a folder for temporary files that all may enter")
}

impl Machine {
    fn new(test: &str) -> Option<Self> {
        if !rustix::process::geteuid().is_root() {
            not_run(test);
            return None;
        }
        let machine = Self { dir: tempfile::tempdir_in(open_to_all()).expect("a folder") };
        let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("changed");
        mode(machine.dir.path(), 0o755);
        fs::create_dir(machine.path("tmp")).expect("made");
        mode(&machine.path("tmp"), 0o1777);
        fs::create_dir_all(machine.home()).expect("made");
        chown(machine.home(), Some(VICTIM), Some(VICTIM)).expect("given");
        // Where the program lies not everybody may look. Not copied by this process: a child of another test's would hold
        // the copy open to write.
        let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_unhunch")).arg(machine.path("unhunch")).status();
        assert!(copied.expect("runs").success());
        mode(&machine.path("unhunch"), 0o755);
        Some(machine)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A home whose socket would have too long a path, so that the shared folder is used.
    fn home(&self) -> PathBuf {
        self.path(&"long".repeat(30))
    }

    /// The program as the victim calls it, without a session: from a terminal elsewhere.
    fn command(&self, arguments: &[&str]) -> Command {
        let user = format!("--reuid={VICTIM}");
        let mut command = Command::new("setpriv");
        command.args([&user, &format!("--regid={VICTIM}"), "--clear-groups", "--"]).arg(self.path("unhunch"));
        command.args(arguments).env_clear().env("HOME", self.home()).env("TMPDIR", self.path("tmp"));
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).current_dir(self.dir.path());
        command.env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus").stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// A folder of the victim's with a file in it, which must stay as they are.
    fn private(&self, name: &str) -> PathBuf {
        let folder = self.home().join(name);
        fs::create_dir(&folder).expect("made");
        for (name, text) in [("socket", "mine"), ("settings.toml", "goal = 70\n"), ("notification", "mine")] {
            fs::write(folder.join(name), text).expect("written");
            chown(folder.join(name), Some(VICTIM), Some(VICTIM)).expect("given");
        }
        chown(&folder, Some(VICTIM), Some(VICTIM)).expect("given");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("changed");
        folder
    }

    /// Puts a link to `to` into the shared folder, as the neighbour.
    fn plant(&self, name: &str, to: &Path) -> PathBuf {
        let user = format!("--reuid={NEIGHBOUR}");
        let link = self.path("tmp").join(name);
        let mut command = Command::new("setpriv");
        command.args([&user, &format!("--regid={NEIGHBOUR}"), "--clear-groups", "--", "ln", "-s"]);
        assert!(command.arg(to).arg(&link).status().expect("runs").success());
        link
    }
}

/// What is in a folder and of it: names, texts, modes, owners.
fn all_of(folder: &Path) -> Vec<(String, String, u32, u32)> {
    let of = |path: &Path| {
        let meta = fs::metadata(path).expect("there");
        let text = fs::read_to_string(path).unwrap_or_default();
        (path.display().to_string(), text, meta.mode(), meta.uid())
    };
    let mut all: Vec<_> = fs::read_dir(folder).expect("read").map(|entry| of(&entry.expect("read").path())).collect();
    all.push(of(folder));
    all.sort();
    all
}

fn code(mut child: Child) -> (Option<i32>, String) {
    let ended = until("it ends", || child.try_wait().expect("asked"));
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().expect("a pipe"), &mut said).expect("read");
    (ended.code(), said)
}

#[test]
fn a_link_in_place_of_the_runtime_folder_is_refused_and_nothing_behind_it_changes() {
    let Some(machine) = Machine::new("a link of a neighbour") else { return };
    let own = machine.private("private");
    let link = machine.plant(&format!("unhunch-{VICTIM}"), &own);
    let before = all_of(&own);
    for arguments in [&[][..], &["status"], &["config", "set", "goal", "70"], &["quit"]] {
        let (code, said) = code(machine.command(arguments).spawn().expect("runs"));
        assert!(code.is_some_and(|code| code != 0 || arguments.first() == Some(&"config")), "{arguments:?}: {said}");
        assert_eq!(all_of(&own), before, "{arguments:?}");
    }
    let (_, said) = code(machine.command(&[]).spawn().expect("runs"));
    assert!(said.contains("belongs to another user") || said.contains("ermission denied"), "{said}");
    assert!(fs::symlink_metadata(link).expect("there").is_symlink());
}

#[test]
fn a_folder_of_the_neighbours_in_that_place_is_refused() {
    let Some(machine) = Machine::new("a folder of a neighbour") else { return };
    let trap = machine.path("tmp").join(format!("unhunch-{VICTIM}"));
    fs::create_dir(&trap).expect("made");
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o777)).expect("opened");
    chown(&trap, Some(NEIGHBOUR), Some(NEIGHBOUR)).expect("given");
    let (code, said) = code(machine.command(&[]).spawn().expect("runs"));
    assert!(code == Some(1) && said.contains("belongs to another user"), "{code:?} {said}");
    assert_eq!(fs::read_dir(&trap).expect("read").count(), 0);
}

#[test]
fn what_looks_like_the_rest_of_a_demo_is_left_alone_where_it_is_not_ours() {
    let Some(machine) = Machine::new("a demo of a neighbour") else { return };
    let own = machine.private("private");
    let before = all_of(&own);
    let link = machine.plant("unhunch-demo-0123456789abcdef", &own);
    let theirs = machine.path("tmp/unhunch-demo-fedcba9876543210");
    fs::create_dir(&theirs).expect("made");
    chown(&theirs, Some(NEIGHBOUR), Some(NEIGHBOUR)).expect("given");
    let mut app = machine.command(&[]).spawn().expect("runs");
    let answers = || machine.command(&["status"]).output().expect("runs").status.success();
    until("it answers", || answers().then_some(()));
    let runtime = machine.path("tmp").join(format!("unhunch-{VICTIM}"));
    let meta = fs::symlink_metadata(&runtime).expect("there");
    assert_eq!((meta.uid(), meta.mode() & 0o777, meta.is_dir()), (VICTIM, 0o700, true));
    assert!(machine.command(&["quit"]).output().expect("runs").status.success());
    app.wait().expect("ended");
    assert_eq!(all_of(&own), before);
    assert!(theirs.exists() && fs::symlink_metadata(link).expect("there").is_symlink());
    // Ours, with nobody in it, goes.
    let rest = machine.path("tmp/unhunch-demo-00000000deadbeef");
    fs::create_dir(&rest).expect("made");
    fs::create_dir(rest.join("run")).expect("made");
    symlink(&own, rest.join("link")).expect("linked");
    for path in [&rest, &rest.join("run")] {
        chown(path, Some(VICTIM), Some(VICTIM)).expect("given");
    }
    let mut app = machine.command(&[]).spawn().expect("runs");
    until("it answers", || answers().then_some(()));
    assert!(!rest.exists());
    assert!(machine.command(&["quit"]).output().expect("runs").status.success());
    app.wait().expect("ended");
    assert_eq!(all_of(&own), before);
}
