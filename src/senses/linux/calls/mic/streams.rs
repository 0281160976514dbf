//! Which of the streams on a sound server's list mean that a microphone is in use. Pure. Owns that rule and the
//! choice of the name; never looks at what a stream is called, which may be a tab's title.

use crate::senses::calls::{Use, name};
use pulseaudio::protocol::{Prop, Props, SourceInfo, SourceOutputInfo};
use std::ffi::CStr;

/// What PipeWire calls the streams and devices of one filter by: whatever it records it gives out elsewhere.
const GROUP: &CStr = c"node.link-group";

/// Whether somebody records from a microphone. `own` is our process.
pub(super) fn in_use(sources: &[SourceInfo], outputs: &[SourceOutputInfo], own: u32) -> Use {
    let live = outputs.iter().find(|output| {
        let source = sources.iter().find(|source| source.index == output.source_index);
        source.is_some_and(|source| !is_monitor(source)) && records(output, own) && !offers(output, sources)
    });
    live.map_or(Use::Free, |output| Use::By(program(output)))
}

/// A filter against noise records to offer another microphone, from when it is loaded on: it counts by whoever listens
/// to that one, who is on the list too.
fn offers(output: &SourceOutputInfo, sources: &[SourceInfo]) -> bool {
    let group = text(&output.props, GROUP).filter(|group| !group.is_empty());
    group.is_some() && sources.iter().any(|source| !is_monitor(source) && text(&source.props, GROUP) == group)
}

/// A source that gives back what is played is no microphone.
fn is_monitor(source: &SourceInfo) -> bool {
    source.monitor_of_sink_index.is_some() || source.monitor_of_sink_name.is_some()
}

/// Whether a stream records for somebody else than us.
fn records(output: &SourceOutputInfo, own: u32) -> bool {
    // A module's stream, such as that of an echo canceller, counts by whoever listens to it.
    let modules = output.owner_module_index.is_some() && output.client_index.is_none();
    let ours = text(&output.props, Prop::ApplicationProcessId.to_c_str()) == Some(own.to_string().as_bytes());
    // A muted stream counts: the person only does not speak. A paused one does not: Chromium and Firefox keep theirs on
    // the list after the call.
    !output.corked && !modules && !ours && !is_meter(output)
}

/// Whether it only shows how loud it is.
fn is_meter(output: &SourceOutputInfo) -> bool {
    let says = |key: &CStr| text(&output.props, key) == Some(b"true");
    // PulseAudio tells by how it samples. On PipeWire that says nothing (pavucontrol looked like a call), only what was
    // asked.
    output.resample_method.as_deref() == Some(c"peaks") || says(c"resample.peaks") || says(c"stream.monitor")
}

/// The program's name: as it calls itself, else its file's, else what its package is called. A stream that no program
/// opened, as one of the server's own settings, is called by its node; a program's own stream may have a title there.
fn program(output: &SourceOutputInfo) -> Option<String> {
    let said = |key: &CStr| text(&output.props, key).and_then(name);
    // Not by media.name: Firefox puts the title of the tab there.
    let own = [c"application.name", c"application.process.binary", c"application.id", c"pipewire.access.portal.app_id"];
    let by_server = output.client_index.is_none();
    let node = [c"node.description", c"node.name"].into_iter().filter(|_| by_server);
    own.into_iter().chain(node).find_map(said)
}

/// A value without the zero that ends it.
fn text<'a>(props: &'a Props, key: &CStr) -> Option<&'a [u8]> {
    props.get_bytes(key).map(|value| value.strip_suffix(&[0]).unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::{GROUP, in_use};
    use crate::senses::calls::Use;
    use pulseaudio::protocol::{Prop, SourceInfo, SourceOutputInfo};

    const OWN: u32 = 77;

    fn sources() -> [SourceInfo; 2] {
        let mic = SourceInfo { index: 1, ..SourceInfo::default() };
        let monitor = SourceInfo { index: 2, monitor_of_sink_name: Some(c"speaker".into()), ..SourceInfo::default() };
        [mic, monitor]
    }

    fn stream(source: u32) -> SourceOutputInfo {
        let mut stream =
            SourceOutputInfo { source_index: source, client_index: Some(5), ..SourceOutputInfo::default() };
        stream.props.set(Prop::ApplicationName, c"Browser");
        stream.props.set(Prop::ApplicationProcessBinary, c"browser-bin");
        stream.props.set(Prop::ApplicationProcessId, c"4711");
        stream.props.set(Prop::MediaName, c"Secret plans - Browser");
        stream
    }

    fn judged(change: impl FnOnce(&mut SourceOutputInfo)) -> Use {
        let mut stream = stream(1);
        change(&mut stream);
        in_use(&sources(), &[stream], OWN)
    }

    fn by(program: &str) -> Use {
        Use::By(Some(program.into()))
    }

    #[test]
    fn a_recording_is_named_by_its_program_and_nothing_else() {
        assert_eq!(judged(|_| {}), by("Browser"));
        assert_eq!(judged(|stream| stream.muted = true), by("Browser"));
        assert_eq!(judged(|stream| stream.props.set(Prop::ApplicationName, c"\n")), by("browser-bin"));
        let nameless = |stream: &mut SourceOutputInfo| {
            stream.props = pulseaudio::protocol::Props::new();
            stream.props.set(Prop::MediaName, c"Secret plans");
        };
        assert_eq!(judged(nameless), Use::By(None));
    }

    #[test]
    fn what_is_no_recording_is_passed_over() {
        assert_eq!(judged(|stream| stream.corked = true), Use::Free);
        assert_eq!(judged(|stream| stream.source_index = 2), Use::Free);
        assert_eq!(judged(|stream| stream.source_index = u32::MAX), Use::Free, "not linked yet");
        assert_eq!(judged(|stream| stream.resample_method = Some(c"peaks".into())), Use::Free);
        assert_eq!(judged(|stream| stream.props.set_bytes(c"resample.peaks", b"true\0")), Use::Free);
        assert_eq!(judged(|stream| stream.props.set_bytes(c"stream.monitor", b"true")), Use::Free);
        assert_eq!(judged(|stream| stream.props.set(Prop::ApplicationProcessId, c"77")), Use::Free);
        let modules =
            |stream: &mut SourceOutputInfo| (stream.client_index, stream.owner_module_index) = (None, Some(3));
        assert_eq!(judged(modules), Use::Free);
    }

    #[test]
    fn a_filter_counts_by_whoever_listens_to_it() {
        let [mic, monitor] = sources();
        let mut offered = SourceInfo { index: 3, ..SourceInfo::default() };
        offered.props.set_bytes(GROUP, b"denoise-7\0");
        let mut filter = SourceOutputInfo { source_index: 1, ..SourceOutputInfo::default() };
        filter.props.set_bytes(GROUP, b"denoise-7\0");
        filter.props.set_bytes(c"node.name", b"capture.denoise\0");
        let all = [mic.clone(), monitor.clone(), offered.clone()];
        assert_eq!(in_use(&all, &[filter.clone()], OWN), Use::Free);
        assert_eq!(in_use(&all, &[filter.clone(), stream(3)], OWN), by("Browser"));
        // Without a microphone of its own, or with another's, it records for something else.
        assert_eq!(in_use(&[mic.clone(), monitor], &[filter.clone()], OWN), by("capture.denoise"));
        offered.props.set_bytes(GROUP, b"other\0");
        assert_eq!(in_use(&[mic.clone(), offered.clone()], &[filter.clone()], OWN), by("capture.denoise"));
        filter.props.set_bytes(GROUP, b"\0");
        offered.props.set_bytes(GROUP, b"\0");
        assert_eq!(in_use(&[mic, offered], &[filter], OWN), by("capture.denoise"));
    }

    #[test]
    fn what_is_known_of_a_program_without_a_name_is_told() {
        let told = |key: &std::ffi::CStr, client| {
            judged(|stream| {
                stream.props = pulseaudio::protocol::Props::new();
                stream.props.set_bytes(key, b"org.example.Talk\0");
                stream.client_index = client;
            })
        };
        for key in [c"application.id", c"pipewire.access.portal.app_id"] {
            assert_eq!(told(key, Some(5)), by("org.example.Talk"));
        }
        assert_eq!(told(c"node.description", None), by("org.example.Talk"));
        assert_eq!(told(c"node.name", Some(5)), Use::By(None), "which may be a title");
    }

    #[test]
    fn one_recording_among_others_is_found() {
        let meter = SourceOutputInfo { resample_method: Some(c"peaks".into()), ..stream(1) };
        let paused = SourceOutputInfo { corked: true, ..stream(1) };
        let mut other = stream(1);
        other.props.set(Prop::ApplicationName, c"Talk");
        assert_eq!(in_use(&sources(), &[meter, paused, stream(2), other], OWN), by("Talk"));
    }
}
