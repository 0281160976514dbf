//! Whether a message of PulseAudio's protocol holds what it claims. Pure. Owns the check that comes before the parser,
//! which takes each length at its word and would make room for it.

/// Whether every value lies within the message. Numbers are in network order; each value begins with its kind.
pub(super) fn are_whole(message: &[u8]) -> bool {
    let mut rest = message;
    while let Some((&kind, values)) = rest.split_first() {
        // The kinds and sizes of pulsecore/tagstruct.c. Behind a kind that is not among them nothing can be found.
        let length = match kind {
            b't' => values.iter().position(|byte| *byte == 0).map(|end| end + 1),
            // Nothing, true, false, and the beginnings of a list of properties and of a format.
            b'N' | b'1' | b'0' | b'P' | b'f' => Some(0),
            b'B' => Some(1),
            b'L' | b'V' => Some(4),
            b'a' => Some(6),
            b'R' | b'r' | b'T' | b'U' => Some(8),
            b'x' => number(values).and_then(|length| length.checked_add(4)),
            b'm' => values.first().map(|channels| 1 + usize::from(*channels)),
            b'v' => values.first().map(|channels| 1 + 4 * usize::from(*channels)),
            _ => None,
        };
        let Some(after) = length.and_then(|length| values.get(length..)) else { return false };
        rest = after;
    }
    true
}

fn number(bytes: &[u8]) -> Option<usize> {
    let bytes: [u8; 4] = bytes.get(..4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}

#[cfg(test)]
mod tests {
    use super::are_whole;
    use pulseaudio::protocol::{
        self, ChannelMap, ChannelVolume, Command, DESCRIPTOR_SIZE, Prop, Props, SourceInfo, SourceOutputInfo, Volume,
    };

    /// Real answers, as the parser's other half writes them.
    fn answers() -> Vec<Vec<u8>> {
        let mut cvolume = ChannelVolume::empty();
        cvolume.push(Volume::NORM);
        cvolume.push(Volume::NORM);
        let mut props = Props::new();
        props.set(Prop::ApplicationName, c"Talk");
        let output =
            SourceOutputInfo { cvolume, channel_map: ChannelMap::stereo(), props, ..SourceOutputInfo::default() };
        let source = SourceInfo { cvolume, description: Some(c"Mic".into()), ..SourceInfo::default() };
        let mut all = [vec![], vec![], vec![]];
        protocol::write_reply_message(&mut all[0], 1, &vec![output.clone(), output], 35).unwrap();
        protocol::write_reply_message(&mut all[1], 1, &vec![source.clone(), source], 20).unwrap();
        protocol::write_command_message(&mut all[2], 1, &Command::GetSourceInfoList, 20).unwrap();
        all.into_iter().map(|message| message[DESCRIPTOR_SIZE..].to_vec()).collect()
    }

    #[test]
    fn a_real_answer_is_whole_and_a_piece_of_it_is_not_always() {
        for answer in answers() {
            assert!(are_whole(&answer));
            assert!(!are_whole(&answer[..answer.len() - 1]) || b"N10Pf".contains(answer.last().unwrap()));
        }
    }

    #[test]
    fn a_length_beyond_the_end_is_refused() {
        assert!(are_whole(b"x\0\0\0\x02ab"));
        assert!(!are_whole(b"x\0\0\0\x03ab"));
        assert!(!are_whole(b"x\xff\xff\xff\xffab"));
        assert!(!are_whole(b"x\0\0"));
        assert!(!are_whole(b"tendless"));
        assert!(!are_whole(b"v\x02\0\0\0\0"));
        assert!(!are_whole(b"m\x20ab"));
        assert!(!are_whole(b"?"));
    }
}
