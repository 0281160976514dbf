//! The programs that are run when something happens, as the page Settings has them: named, taken out and tried. Owns how one is
//! looked at before it is named; how one is run is `shell::hooks`'.

use super::Backend;
use super::calendars::typed_file;
use crate::plain::harmless;
use crate::settings::{self, HookEvent};
use crate::shell::rewrite::rewrite;
use crate::shell::{files, hooks};
use crate::system::choose::Wanted;
use crate::text::hooks as text;
use crate::windows::main::talk::{HooksOrder, HooksUpdate};
use std::thread;

/// So many lines of what one printed are shown.
const MOST_LINES: usize = 20;

impl Backend {
    /// Does what is ordered of the programs.
    pub(super) fn hooks(&self, order: HooksOrder) {
        match order {
            HooksOrder::Name(event, words) => match self.name_hook(event, &words) {
                Ok(before) => {
                    self.tell(HooksUpdate::Named(event));
                    let said = if words.is_empty() { text::taken_out() } else { text::named() };
                    self.done(said, Some(HooksOrder::Name(event, before).into()));
                }
                Err(why) => self.tell(HooksUpdate::NotNamed(event, why)),
            },
            HooksOrder::Choose(event) => self.ask_for(Wanted::File, move |path| HooksUpdate::Chosen(event, path)),
            HooksOrder::Try(event) => {
                let backend = self.clone();
                // It may take seconds, and other orders are not to wait for it.
                let run = move || backend.try_hook(event);
                if let Err(error) = thread::Builder::new().name("try".into()).spawn(run) {
                    self.refused(error.to_string());
                }
            }
        }
    }

    /// Names it in the person's settings; what was named before.
    fn name_hook(&self, event: HookEvent, words: &[String]) -> Result<Vec<String>, String> {
        if words.first().is_some_and(|program| !typed_file(program).is_file()) {
            return Err(text::no_program());
        }
        let (mut before, key) = (Vec::new(), event.key());
        let changed = rewrite(&self.paths, |now| {
            before = settings::words(&now.text, &key);
            settings::set_words(&now.text, &key, words)
        });
        changed.map(|_| before).map_err(|why| why.sentence())
    }

    fn try_hook(&self, event: HookEvent) {
        let settings =
            files::load(&self.paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings);
        let Some(named) = settings.hooks.get(&event) else { return self.refused(text::none_named()) };
        let run = hooks::run(named, &hooks::example(&self.paths, &settings, event), true);
        let program = named.first().map(|program| harmless(program)).unwrap_or_default();
        let said = text::tried(&program, run.end.as_ref(), run.took);
        let printed = run.printed.lines().take(MOST_LINES).map(harmless).collect();
        self.tell(HooksUpdate::Tried(event, said, printed));
    }
}
