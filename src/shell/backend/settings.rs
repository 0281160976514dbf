//! Settings as the pages change them: through the file, as the command line does. Owns what a change puts back when it is
//! undone, and that every change of the file, whoever makes it, is told; what fits is `settings`'.

use super::Backend;
use crate::settings::{self, Origin};
use crate::shell::appearance::look;
use crate::shell::files::{self, Loaded};
use crate::shell::output;
use crate::shell::rewrite::{rewrite, taken_up};
use crate::system::watch::Watch;
use crate::text::{adjust as text, mistakes};
use crate::windows::main::talk::{
    Lost, MainUpdate, PutBack, SettingsChange, SettingsNow, SettingsOrder, SettingsUpdate,
};
use std::sync::mpsc;
use std::thread;

/// Settings by key: the value in plain words, or none where the default is to count.
type Each = Vec<(String, Option<String>)>;

/// Tells how the settings are now, and from now on at every change of their file for as long as the value lives.
pub(super) fn watch(backend: &Backend) -> Option<Watch> {
    backend.tell_settings();
    let told = backend.clone();
    let (changed, read_again) = mpsc::channel();
    let tell = move || {
        for () in read_again {
            told.dress();
            told.tell_settings();
        }
    };
    // Without a watch what is changed elsewhere is seen when the window is opened anew. The thread that watches has too
    // little stack to read a file: it only says that there is something to read.
    thread::Builder::new().name("settings".into()).spawn(tell).ok()?;
    files::watch(&backend.paths, move || {
        // The thread that reads lives as long as this end does.
        let _ = changed.send(());
    })
    .ok()
}

impl Backend {
    /// Does what is ordered on the page Settings.
    pub(super) fn settings(&self, order: SettingsOrder) {
        match order {
            SettingsOrder::Change(change) => self.change_settings(change),
            SettingsOrder::PutBack(change) => self.put_back(*change),
            SettingsOrder::BeginAnew => self.begin_anew(),
            SettingsOrder::Questions => self.questions(),
        }
    }

    /// Asks the first questions; answers go into no file that is not understood.
    pub(super) fn questions(&self) {
        match files::load(&self.paths.settings) {
            Ok(Loaded { broken: false, .. }) => self.run(["setup".into(), "--window".into()]),
            Ok(_) => self.refused(mistakes::not_understood()),
            Err(problem) => self.refused(mistakes::of_file(&problem)),
        }
    }

    /// Changes settings, says so, and offers to take it back.
    pub(super) fn change_settings(&self, SettingsChange { all, said }: SettingsChange) {
        self.rewritten(said, &all, |text| changed(text, &all));
    }

    /// Takes a change back: as a whole where nobody has changed anything since, one by one otherwise.
    fn put_back(&self, PutBack { before, after, each }: PutBack) {
        self.rewritten(text::put_back(), &each, |text| if text == after { Ok(before) } else { changed(text, &each) });
    }

    /// A file that is not understood stays as it is, as the page says at its top.
    fn rewritten(&self, said: String, each: &Each, how: impl FnOnce(&str) -> Result<String, settings::Problem>) {
        match rewrite(&self.paths, |now| how(&now.text)) {
            Ok(done) => {
                let each = own(&done.before.text, each);
                let back = PutBack { before: done.before.text, after: done.text, each };
                self.done(said, Some(SettingsOrder::PutBack(Box::new(back)).into()));
            }
            Err(why) => self.refused(why.sentence()),
        }
        self.tell_settings();
    }

    /// Keeps a file aside that is not understood, and begins another. Nothing is lost by it, and it was asked for.
    fn begin_anew(&self) {
        match files::begin_anew(&self.paths.settings) {
            Ok((kept, fresh)) => match taken_up(&self.paths, &fresh) {
                Ok(()) => self.done(mistakes::begun_anew(&kept), None),
                Err(why) => self.refused(why.sentence()),
            },
            Err(why) => self.refused(why),
        }
        self.tell_settings();
    }

    /// How the window looks and in which language it speaks counts at once, in the open one too.
    fn dress(&self) {
        if let Ok(Loaded { settings, .. }) = files::load(&self.paths.settings) {
            output::speak(&settings.language);
            self.tell(MainUpdate::Look(look(settings.look)));
        }
    }

    /// Tells how the settings are.
    fn tell_settings(&self) {
        let file = files::shown(&self.paths.settings);
        let now = match files::load(&self.paths.settings) {
            Ok(loaded) => SettingsNow::of(file, loaded.text, &loaded.problems),
            Err(problem) => {
                let unread = Some(Lost::Unread(mistakes::of_file(&problem)));
                SettingsNow { lost: unread, ..SettingsNow::of(file, String::new(), &[]) }
            }
        };
        self.tell(SettingsUpdate::Now(Box::new(now)));
    }
}

/// The text with each of these in it.
fn changed(text: &str, each: &Each) -> Result<String, settings::Problem> {
    each.iter().try_fold(text.to_owned(), |text, (key, value)| match value {
        Some(value) => settings::set(&text, key, value),
        None => settings::unset(&text, key),
    })
}

/// What a person's own text has for each of these.
fn own(text: &str, each: &Each) -> Each {
    let all = settings::show(text);
    let own = |key: &String| {
        let shown = all.iter().find(|shown| shown.key == *key && shown.origin == Origin::Yours)?;
        Some(shown.plain.clone())
    };
    each.iter().map(|(key, _)| (key.clone(), own(key))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::paths::Paths;
    use crate::windows::main::talk::{Banner, MainOrder, MainUpdate};
    use crate::windows::main::{Updates, updates};
    use std::fs;
    use std::sync::Arc;

    const TEXT: &str = "# mine\ngoal = 70 # a good week\nlull.wiat = \"3min\"\n\n# the rest\nlull.wait = \"1min\"\n";

    struct Desk {
        _dir: tempfile::TempDir,
        backend: Backend,
        told: Updates,
    }

    impl Desk {
        fn with(text: &str) -> Self {
            let dir = tempfile::tempdir().expect("a folder");
            let paths = Paths::find(Some(dir.path())).expect("an absolute path");
            fs::create_dir_all(paths.settings_folder()).expect("made");
            fs::write(&paths.settings, text).expect("written");
            let (window, told) = updates();
            Self { _dir: dir, backend: Backend { paths, window, parts_watch: Arc::default() }, told }
        }

        fn text(&self) -> String {
            fs::read_to_string(&self.backend.paths.settings).expect("read")
        }

        /// What is told of an order, and how the settings are then.
        fn does(&self, order: SettingsOrder) -> (Banner, SettingsNow) {
            self.backend.settings(order);
            let (mut banner, mut now) = (None, None);
            for update in self.told.all() {
                if let MainUpdate::Banner(told) = update {
                    banner = Some(told);
                } else if let MainUpdate::Settings(SettingsUpdate::Now(told)) = update {
                    now = Some(*told);
                }
            }
            (banner.expect("told"), now.expect("told"))
        }

        /// The same for what takes the last one back.
        fn undoes(&self, banner: &Banner) -> (Banner, SettingsNow) {
            let undo = banner.undo.as_deref().expect("an undo").clone();
            let MainOrder::Settings(order) = undo else { panic!("{undo:?}") };
            self.does(order)
        }
    }

    fn change(all: &[(&str, Option<&str>)]) -> SettingsOrder {
        let all = all.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned))).collect();
        SettingsOrder::Change(SettingsChange { all, said: "Done.".into() })
    }

    #[test]
    fn a_change_beside_a_mistake_keeps_every_comment_and_is_taken_back_to_the_last_letter() {
        let desk = Desk::with(TEXT);
        let (banner, now) = desk.does(change(&[("lull.wait", Some("4min")), ("goal", None)]));
        assert_eq!((banner.text.as_str(), banner.refused), ("Done.", false));
        let wanted = "# mine\nlull.wiat = \"3min\"\n\n# the rest\nlull.wait = \"4min\"\n";
        assert_eq!((desk.text().as_str(), now.text.as_str()), (wanted, wanted));
        assert_eq!((now.mistakes.len(), now.mistakes[0].line), (1, 2));
        let (again, now) = desk.undoes(&banner);
        assert_eq!((desk.text().as_str(), now.text.as_str()), (TEXT, TEXT));
        desk.undoes(&again);
        assert_eq!(desk.text(), wanted);
    }

    #[test]
    fn what_somebody_else_changed_meanwhile_stays_when_a_change_is_taken_back() {
        let desk = Desk::with(TEXT);
        let (banner, _) = desk.does(change(&[("lull.wait", Some("4min")), ("settle", Some("2min"))]));
        fs::write(&desk.backend.paths.settings, desk.text().replace("# mine", "# ours")).expect("written");
        desk.undoes(&banner);
        assert_eq!(desk.text(), TEXT.replace("# mine", "# ours"));
    }

    #[test]
    fn a_file_that_is_not_understood_is_kept_aside_before_another_is_begun() {
        let broken = "goal = 70\nnot = [toml";
        let desk = Desk::with(broken);
        let (banner, now) = desk.does(change(&[("goal", Some("80"))]));
        assert!(banner.refused && now.lost == Some(Lost::Broken));
        assert_eq!(desk.text(), broken);
        let (banner, now) = desk.does(SettingsOrder::BeginAnew);
        assert!(!banner.refused && now.lost.is_none() && now.mistakes.is_empty());
        let kept = desk.backend.paths.settings.with_file_name("settings.toml.broken-1");
        assert_eq!(fs::read_to_string(&kept).expect("kept"), broken);
        assert!(banner.text.contains(&files::shown(&kept)), "{}", banner.text);
    }

    #[test]
    fn a_change_from_elsewhere_is_told() {
        let desk = Desk::with("goal = 70\n");
        let watch = watch(&desk.backend);
        fs::write(&desk.backend.paths.settings, "goal = 80\n").expect("written");
        let seen = |update| matches!(update, MainUpdate::Settings(SettingsUpdate::Now(now)) if now.text.contains("80"));
        let told = (0..100).any(|_| {
            thread::sleep(std::time::Duration::from_millis(50));
            desk.told.all().any(seen)
        });
        assert!(told && watch.is_some());
    }
}
