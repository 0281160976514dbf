//! Settings as the pages change them: through the file, as the command line does. Owns what a change puts back when it is
//! undone, and that every change of the file, whoever makes it, is told; what fits is `settings`'.

use super::Backend;
use crate::settings::{self, Origin};
use crate::shell::appearance::look;
use crate::shell::files::{self, Loaded};
use crate::shell::output;
use crate::shell::rewrite::{rewrite, taken_up};
use crate::system::watch::Watch;
use crate::text::{adjust as text, own_files};
use crate::windows::main::talk::{
    Lost, MainUpdate, PutBack, SettingsChange, SettingsNow, SettingsOrder, SettingsUpdate,
};

/// Settings by key: the value in plain words, or none where the default is to count.
type Each = Vec<(String, Option<String>)>;

/// Tells how the settings are now, and from now on at every change of their file for as long as the value lives.
pub(super) fn watch(backend: &Backend) -> Option<Watch> {
    backend.tell_settings();
    let told = backend.clone();
    // Without a watch what is changed elsewhere is seen when the window is opened anew.
    files::watch(&backend.paths, move || {
        told.dress();
        told.tell_settings();
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
            SettingsOrder::Questions => self.run(["setup".into(), "--window".into()]),
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
            Err(why) => self.refused(why),
        }
        self.tell_settings();
    }

    /// Keeps a file aside that is not understood, and begins another. Nothing is lost by it, and it was asked for.
    fn begin_anew(&self) {
        match files::begin_anew(&self.paths.settings) {
            Ok((kept, fresh)) => match taken_up(&self.paths, &fresh) {
                Ok(()) => self.done(text::begun_anew(&kept), None),
                Err(why) => self.refused(why),
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
                let unread = Some(Lost::Unread(own_files::problem(&problem)));
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
