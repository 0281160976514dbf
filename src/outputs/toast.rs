//! A notice as Windows reads it: the XML of a toast (schema ToastGeneric). Owns that form and its escaping; shows nothing.

use super::offer::{click_starts, key, silent};
use crate::engine::event::Action;
use crate::engine::notice::Wording;
use std::fmt::Write;
use std::path::Path;

/// The schema takes five buttons, and shows no toast with more.
const BUTTONS: usize = 5;

/// The toast of this notice.
///
/// One that waits for an answer stays on screen, which Windows allows to a reminder alone, and to one with buttons; what it
/// takes for none stays for 25 s, and then in the notification centre. A click beside the buttons takes every toast away:
/// where that starts the break, its word is the button's.
pub(super) fn xml(notice: &Wording, picture: Option<&Path>) -> String {
    let waits = !notice.kind.transient() && !notice.actions.is_empty();
    let starts = click_starts(notice).then_some(("launch", key(Action::Start)));
    let stays = if waits { &[("scenario", "reminder"), ("duration", "long")][..] } else { &[] };
    let picture = picture.and_then(Path::to_str).map(address);
    let mut text = String::new();
    begin(&mut text, "toast", starts.into_iter().chain(stays.iter().copied()));
    begin(&mut text, "visual", []);
    begin(&mut text, "binding", [("template", "ToastGeneric")]);
    for line in [&notice.title, &notice.body] {
        begin(&mut text, "text", []);
        text.push_str(&escaped(line));
        end(&mut text, "text");
    }
    if let Some(picture) = &picture {
        begin(&mut text, "image", [("src", picture.as_str())]);
        end(&mut text, "image");
    }
    end(&mut text, "binding");
    end(&mut text, "visual");
    begin(&mut text, "actions", []);
    for (action, label) in notice.actions.iter().take(BUTTONS) {
        begin(&mut text, "action", [("content", label.as_str()), ("arguments", key(*action))]);
        end(&mut text, "action");
    }
    end(&mut text, "actions");
    begin(&mut text, "audio", [("silent", if silent(notice.kind) { "true" } else { "false" })]);
    end(&mut text, "audio");
    end(&mut text, "toast");
    text
}

fn begin<'a>(text: &mut String, element: &str, attributes: impl IntoIterator<Item = (&'a str, &'a str)>) {
    put(text, format_args!("<{element}"));
    for (name, value) in attributes {
        put(text, format_args!(" {name}=\"{}\"", escaped(value)));
    }
    text.push('>');
}

fn end(text: &mut String, element: &str) {
    put(text, format_args!("</{element}>"));
}

fn put(text: &mut String, more: std::fmt::Arguments) {
    // Writing to a text cannot fail.
    let _ = text.write_fmt(more);
}

/// Plain text as XML 1.0 takes it: of the control characters it allows none but these.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// The address of a file (RFC 8089); a share's begins with its machine.
fn address(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut address = String::from(if path.starts_with("//") { "file:" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                address.push(char::from(byte));
            }
            _ => put(&mut address, format_args!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::notice::NoticeKind;

    fn notice(kind: NoticeKind, actions: &[(Action, &str)]) -> Wording {
        Wording {
            kind,
            title: "Stand up".into(),
            body: "Roll <both> shoulders\n\u{7}3 min & more".into(),
            actions: actions.iter().map(|(action, label)| (*action, (*label).to_owned())).collect(),
            picture: None,
            lasts: None,
        }
    }

    #[test]
    fn a_prompt_stays_and_has_its_buttons_and_its_picture() {
        let prompt = notice(NoticeKind::Prompt, &[(Action::Start, "Start"), (Action::Snooze, "5 \"more\" min")]);
        assert_eq!(
            xml(&prompt, Some(Path::new(r"C:\Users\Jörg O'N\neck 1.png"))),
            "<toast launch=\"start\" scenario=\"reminder\" duration=\"long\"><visual><binding template=\"ToastGeneric\">\
             <text>Stand up</text><text>Roll &lt;both&gt; shoulders\n3 min &amp; more</text>\
             <image src=\"file:///C:/Users/J%C3%B6rg%20O%27N/neck%201.png\"></image></binding></visual>\
             <actions><action content=\"Start\" arguments=\"start\"></action>\
             <action content=\"5 &quot;more&quot; min\" arguments=\"snooze\"></action></actions>\
             <audio silent=\"false\"></audio></toast>"
        );
    }

    #[test]
    fn what_goes_by_itself_is_no_reminder_and_a_click_on_it_starts_nothing() {
        let info = xml(&notice(NoticeKind::Info, &[]), None);
        assert!(!info.contains("reminder") && !info.contains("launch") && info.contains("silent=\"true\""), "{info}");
        let guide = xml(&notice(NoticeKind::Guide, &[(Action::Done, "Done")]), None);
        assert!(!guide.contains("launch"), "{guide}");
    }

    #[test]
    fn a_sixth_button_would_lose_the_toast() {
        let many = [(Action::Start, "a"); 6];
        assert_eq!(xml(&notice(NoticeKind::Question, &many), None).matches("<action ").count(), 5);
    }

    #[test]
    fn a_share_is_named_by_its_machine() {
        assert_eq!(address(r"\\nas\home\a.png"), "file://nas/home/a.png");
    }
}
