//! Which of PipeWire's objects mean that the screen is shown to others. Owns what is remembered of them (numbers
//! alone); never asks PipeWire, never reads a stream's title.
//!
//! What counts, by the class and the name of a node, which is the name of the program that makes it:
//! - `Stream/Output/Video`: a compositor's own cast lives as long as the share (Mutter, GNOME Shell, niri). Not
//!   gamescope's, which is there as long as the game; not a camera's.
//! - the same by KWin: Plasma's taskbar and its dialogs show windows by such streams too, so it counts only while
//!   somebody other than Plasma itself reads it.
//! - `Video/Source`: the portals of wlroots compositors, Hyprland and COSMIC make casts look like cameras; their
//!   names tell them apart. Every other `Video/Source` is a camera.
//!
//! A stream into a program (`Stream/Input/Video`) never counts: it may read a camera, and a cast has its source.

use super::wire::Properties;
use std::collections::{BTreeMap, BTreeSet};

/// Objects of one sort that are remembered at most.
// Nobody casts as many screens; what is kept for a server gone wild has an end.
const MOST: usize = 256;

/// Beginnings of the names of casts that look like cameras.
const PORTALS: [&str; 4] = ["xdg-desktop-portal", "xdpw-stream-", "xdph-streaming-", "cosmic-screenshot"];

/// Beginnings of the names of programs that put out video which is no cast.
const NO_CASTS: [&str; 1] = ["gamescope"];

/// Beginnings of the names of compositors whose casts may be their own desktop's pictures of windows.
const PICTURED: [&str; 1] = ["kwin"];

/// Beginnings of the names of those that read such pictures.
const PICTURES: [&str; 2] = ["plasmashell", "plasma-screencast"];

/// What is known of the objects.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// Casts that count while they live.
    casts: BTreeSet<u32>,
    /// Casts that count while they are read.
    pictured: BTreeSet<u32>,
    /// Readers that do not count.
    pictures: BTreeSet<u32>,
    /// Links from a pictured cast to a reader that counts, with the cast.
    reads: BTreeMap<u32, u32>,
}

impl Graph {
    /// A new object, with its kind and its properties.
    pub(super) fn added(&mut self, id: u32, kind: &str, properties: Properties<'_>) {
        // The server may use a number again.
        self.removed(id);
        if kind == "PipeWire:Interface:Node" {
            self.node(id, properties);
        } else if kind == "PipeWire:Interface:Link" {
            let end = |name| properties.get(name).and_then(|id| id.parse::<u32>().ok());
            if let (Some(cast), Some(reader)) = (end("link.output.node"), end("link.input.node"))
                && self.pictured.contains(&cast)
                && !self.pictures.contains(&reader)
                && self.reads.len() < MOST
            {
                self.reads.insert(id, cast);
            }
        }
    }

    fn node(&mut self, id: u32, properties: Properties<'_>) {
        let name = properties.get("node.name").unwrap_or_default();
        let begins = |with: &[&str]| with.iter().any(|with| name.starts_with(with));
        let camera = properties.get("media.role") == Some("Camera");
        let set = match properties.get("media.class") {
            Some("Stream/Output/Video") if camera || begins(&NO_CASTS) => return,
            Some("Stream/Output/Video") if begins(&PICTURED) => &mut self.pictured,
            Some("Stream/Output/Video") => &mut self.casts,
            Some("Video/Source") if !camera && begins(&PORTALS) => &mut self.casts,
            Some("Stream/Input/Video") if begins(&PICTURES) => &mut self.pictures,
            Some(_) | None => return,
        };
        if set.len() < MOST {
            set.insert(id);
        }
    }

    /// An object is gone.
    pub(super) fn removed(&mut self, id: u32) {
        for set in [&mut self.casts, &mut self.pictured, &mut self.pictures] {
            set.remove(&id);
        }
        self.reads.remove(&id);
        self.reads.retain(|_, cast| *cast != id);
    }

    /// Whether the screen, or a part of it, is shown to others now.
    pub(super) fn casting(&self) -> bool {
        !self.casts.is_empty() || !self.reads.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::wire::{Message, Value, request};
    use super::Graph;
    use futures_lite::future;

    fn add(graph: &mut Graph, id: u32, kind: &str, properties: &[(&str, &str)]) {
        let mut values = vec![Value::Int(0)];
        values.extend(properties.iter().flat_map(|(name, value)| [Value::Text(name), Value::Text(value)]));
        let bytes = request(0, 0, 0, &[Value::Group(&values)]);
        let message = future::block_on(Message::next(&mut bytes.as_slice())).unwrap();
        graph.added(id, &format!("PipeWire:Interface:{kind}"), message.values().properties().unwrap());
    }

    fn node(graph: &mut Graph, id: u32, class: &str, name: &str) {
        add(graph, id, "Node", &[("media.class", class), ("node.name", name)]);
    }

    fn alone(class: &str, name: &str, role: &str) -> bool {
        let mut graph = Graph::default();
        add(&mut graph, 5, "Node", &[("media.class", class), ("node.name", name), ("media.role", role)]);
        let casting = graph.casting();
        graph.removed(5);
        assert!(!graph.casting());
        casting
    }

    #[test]
    fn compositors_and_portals_cast() {
        for name in ["gnome-shell", "mutter", "niri", "meta-screen-cast-src", ""] {
            assert!(alone("Stream/Output/Video", name, ""), "{name}");
        }
        for name in ["xdg-desktop-portal-hyprland", "xdpw-stream-aB3", "xdph-streaming-x", "cosmic-screenshot"] {
            assert!(alone("Video/Source", name, ""), "{name}");
        }
    }

    #[test]
    fn cameras_players_recorders_and_games_do_not() {
        assert!(!alone("Video/Source", "v4l2_input.pci-0000", "Camera"));
        assert!(!alone("Video/Source", "v4l2_input.pci-0000", ""));
        assert!(!alone("Video/Source", "xdg-desktop-portal-x", "Camera"));
        assert!(!alone("Stream/Output/Video", "virtual", "Camera"));
        assert!(!alone("Stream/Output/Video", "gamescope", ""));
        assert!(!alone("Stream/Input/Video", "obs", "Screen"));
        assert!(!alone("Stream/Input/Audio", "pw-record", ""));
        assert!(!alone("Stream/Output/Audio", "gnome-shell", ""));
    }

    #[test]
    fn plasmas_own_pictures_of_windows_are_no_cast() {
        let mut graph = Graph::default();
        node(&mut graph, 40, "Stream/Output/Video", "kwin_wayland");
        assert!(!graph.casting());
        node(&mut graph, 41, "Stream/Input/Video", "plasmashell");
        add(&mut graph, 42, "Link", &[("link.output.node", "40"), ("link.input.node", "41")]);
        assert!(!graph.casting());
        node(&mut graph, 43, "Stream/Input/Video", "chromium");
        add(&mut graph, 44, "Link", &[("link.output.node", "40"), ("link.input.node", "43")]);
        assert!(graph.casting());
        graph.removed(42);
        assert!(graph.casting());
        graph.removed(40);
        assert!(!graph.casting(), "without the cast its link means nothing");
    }

    #[test]
    fn a_number_used_again_is_a_new_object() {
        let mut graph = Graph::default();
        node(&mut graph, 40, "Stream/Output/Video", "gnome-shell");
        node(&mut graph, 40, "Stream/Output/Audio", "gnome-shell");
        assert!(!graph.casting());
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut graph = Graph::default();
        for id in 0..2000 {
            node(&mut graph, id, "Stream/Output/Video", "x");
            add(&mut graph, 5000 + id, "Link", &[("link.output.node", "1")]);
        }
        assert!(graph.casts.len() <= super::MOST && graph.reads.is_empty());
    }
}
