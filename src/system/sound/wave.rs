//! A sound as the file that Windows and macOS play (RIFF WAVE).

use super::Tone;

/// What stands before the samples, in bytes, from behind its own length on.
const HEAD: u32 = 36;
/// Two bytes a sample, of one channel.
const WIDTH: u16 = 2;

/// The whole file.
pub(super) fn file(tone: &Tone) -> Vec<u8> {
    let length = u32::try_from(tone.samples.len()).unwrap_or(u32::MAX - HEAD);
    let (plain, channels, bits) = (1_u16, 1_u16, WIDTH * 8);
    [
        &b"RIFF"[..],
        &(HEAD + length).to_le_bytes(),
        b"WAVEfmt ",
        &16_u32.to_le_bytes(), // how long the form is that follows
        &plain.to_le_bytes(),
        &channels.to_le_bytes(),
        &tone.rate.to_le_bytes(),
        &(tone.rate * u32::from(WIDTH)).to_le_bytes(),
        &WIDTH.to_le_bytes(),
        &bits.to_le_bytes(),
        b"data",
        &length.to_le_bytes(),
        &tone.samples,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lengths_are_those_of_what_follows() {
        let file = file(&Tone { samples: vec![7; 10], rate: 44_100 });
        let number = |at: usize| u32::from_le_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]);
        assert_eq!((file.len(), number(4), number(40)), (54, 46, 10));
    }
}
