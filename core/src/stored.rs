//! A configuration as bytes for a store: quick to read, and two bytes a section at the most.
//!
//! Not for an address (that is [`link`](crate::link)) and not for people (that is
//! [`output`](crate::output)).
//!
//! | bytes | what |
//! | --- | --- |
//! | 4 | `ICW1`: whose it is, and the version |
//! | 1 | the kind of the text that it was read from |
//! | 1 | bytes a section, 1 or 2 |
//! | 2 | how long the parameters are |
//! | … | those that differ from the default, as `key=value` lines |
//! | … | each height, little-endian, its highest bit set for the last section of a profile |
//! | 8 | a check sum of everything before |

use crate::config::{Config, Key, Parameters, Wall};
use crate::gather::STRETCH;
use crate::input::Kind;

const MARK: [u8; 4] = *b"ICW1";
const KINDS: [Kind; 3] = [Kind::Lines, Kind::Ini, Kind::Json];
/// The bit of a height that ends a profile, in one byte and in two.
const END: u8 = 1 << 7;
const WIDE_END: u16 = 1 << 15;

/// Writes a configuration that was read from a text of this kind.
///
/// ```
/// use icewall_core::{config::Config, input::Kind, stored};
/// let bytes = stored::write(&Config::default(), Kind::Lines);
/// assert_eq!(bytes.len(), 8 + 9 + 8);
/// assert_eq!(stored::read(&bytes), Some((Config::default(), Kind::Lines)));
/// ```
pub fn write(config: &Config, kind: Kind) -> Vec<u8> {
    let wall = config.wall();
    let wide = wall.tallest() >= u16::from(END);
    let mut parameters = String::new();
    for (key, value) in config.parameters().unusual() {
        for part in [key.json_name(), "=", &value, "\n"] {
            parameters.push_str(part);
        }
    }
    let kind = KINDS.iter().position(|known| *known == kind).unwrap_or_default();
    let [low, high, ..] = parameters.len().to_le_bytes();
    let mut bytes = Vec::with_capacity(512 + 2 * wall.heights().len());
    bytes.extend_from_slice(&MARK);
    bytes.extend_from_slice(&[u8::try_from(kind).unwrap_or_default(), 1 + u8::from(wide), low, high]);
    bytes.extend_from_slice(parameters.as_bytes());
    for profile in wall.iter() {
        for height in profile {
            let [low, high] = height.to_le_bytes();
            bytes.push(low);
            if wide {
                bytes.push(high);
            }
        }
        // Heights are below the bit, and no profile is empty.
        if let Some(last) = bytes.last_mut() {
            *last |= END;
        }
    }
    let sum = check_sum(&bytes);
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes
}

/// Reads what [`write()`] wrote; none where it is anything else, or another version's.
pub fn read(bytes: &[u8]) -> Option<(Config, Kind)> {
    let (body, sum) = bytes.split_last_chunk()?;
    let body = (check_sum(body) == u64::from_le_bytes(*sum)).then_some(body)?;
    let (mark, rest) = body.split_first_chunk::<4>()?;
    let ([kind, width, length @ ..], rest) = rest.split_first_chunk::<4>()?;
    let kind = *KINDS.get(usize::from(*kind)).filter(|_| *mark == MARK)?;
    let (said, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
    let mut parameters = Parameters::default();
    for line in std::str::from_utf8(said).ok()?.lines() {
        let (key, value) = line.split_once('=')?;
        parameters = parameters.with(Key::from_json_name(key)?, value).ok()?;
    }
    let wall = match width {
        1 => narrow(rest),
        2 => broad(rest),
        _ => None,
    }?;
    Some((Config::new(parameters, wall).ok()?, kind))
}

/// The marks of the last sections in eight bytes of heights.
const ENDS: u64 = u64::from_le_bytes([END; 8]);
const WIDE_ENDS: u64 = u64::from_le_bytes([0, END, 0, END, 0, END, 0, END]);

fn narrow(rest: &[u8]) -> Option<Wall> {
    let mut sections = Sections::with_room(rest.len());
    rest.chunks(STRETCH).for_each(|part| sections.add_narrow(part));
    sections.wall()
}

fn broad(rest: &[u8]) -> Option<Wall> {
    let (pairs, odd) = rest.as_chunks::<2>();
    let mut sections = Sections::with_room(pairs.len());
    pairs.chunks(STRETCH).for_each(|part| sections.add_broad(part));
    odd.is_empty().then(|| sections.wall())?
}

/// The sections read so far.
struct Sections {
    heights: Vec<u16>,
    /// One past the last section of each profile.
    ends: Vec<u32>,
}

impl Sections {
    /// Room for a profile of each section: a list that grows is touched twice, room that is not used never.
    fn with_room(sections: usize) -> Self {
        Self { heights: Vec::with_capacity(sections), ends: Vec::with_capacity(sections) }
    }

    fn wall(mut self) -> Option<Wall> {
        self.ends.shrink_to_fit();
        Wall::new(self.heights, self.ends).ok()
    }

    #[inline(never)]
    fn add_narrow(&mut self, part: &[u8]) {
        self.add_ends(part, ENDS, 8);
        self.heights.extend(part.iter().map(|&byte| u16::from(byte & !END)));
    }

    #[inline(never)]
    fn add_broad(&mut self, part: &[[u8; 2]]) {
        self.add_ends(part.as_flattened(), WIDE_ENDS, 16);
        self.heights.extend(part.iter().map(|pair| u16::from_le_bytes(*pair) & !WIDE_END));
    }

    /// Adds the ends of profiles, eight bytes at a time: mostly few of them have any, or all.
    fn add_ends(&mut self, part: &[u8], ends: u64, bits_a_section: u32) {
        let (words, rest) = part.as_chunks::<8>();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(last, byte)| *last = *byte);
        let mut after = u32::try_from(self.heights.len()).unwrap_or(u32::MAX).saturating_add(1);
        for word in words.iter().chain([&last]) {
            let mut marks = u64::from_le_bytes(*word) & ends;
            if marks == ends {
                self.ends.extend((0..u64::BITS / bits_a_section).map(|ahead| after.saturating_add(ahead)));
                marks = 0;
            }
            while marks != 0 {
                self.ends.push(after.saturating_add(marks.trailing_zeros() / bits_a_section));
                marks &= marks - 1;
            }
            after = after.saturating_add(u64::BITS / bits_a_section);
        }
    }
}

/// 64 bits over everything, eight bytes at a time. Each step can be undone, so bytes that differ
/// within one word never have the same sum; the multiplier is that of FNV-1a.
fn check_sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.chunks(STRETCH).fold(bytes.len() as u64, mix_part);
    rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}

#[inline(never)]
fn mix_part(sum: u64, words: &[[u8; 8]]) -> u64 {
    words.iter().fold(sum, |sum, word| mix(sum, u64::from_le_bytes(*word)))
}

fn mix(sum: u64, word: u64) -> u64 {
    let mixed = (sum ^ word).wrapping_mul(0x0100_0000_01b3);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes with a right check sum in place of theirs.
    fn summed(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes.truncate(bytes.len() - 8);
        let sum = check_sum(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    #[track_caller]
    fn check(values: &[(Key, &str)], profiles: &[Vec<u16>], length: usize) {
        let parameters = values.iter().fold(Parameters::default(), |parameters, (key, value)| {
            parameters.with(*key, value).expect("allowed")
        });
        let config = Config::new(parameters, Wall::from_profiles(profiles).expect("a wall")).expect("fits");
        for kind in KINDS {
            let bytes = write(&config, kind);
            assert_eq!(bytes.len(), length);
            assert_eq!(read(&bytes), Some((config.clone(), kind)));
        }
    }

    #[test]
    fn a_section_takes_a_byte_or_two() {
        check(&[], &[vec![0, 30], vec![29]], 16 + 3);
        let target = (Key::TargetHeight, "1000");
        check(&[target], &[vec![127], vec![0, 1]], 16 + 19 + 3);
        check(&[target], &[vec![128], vec![1000, 0]], 16 + 19 + 6);
    }

    #[test]
    fn another_version_and_what_cannot_be_is_refused() {
        let bytes = write(&Config::default(), Kind::Lines);
        let changed = |at: usize, byte: u8| {
            let mut bytes = bytes.clone();
            bytes[at] = byte;
            read(&summed(bytes))
        };
        assert!(changed(3, b'1').is_some());
        for (at, byte) in [(3, b'2'), (4, 3), (5, 0), (5, 3), (5, 2), (6, 1), (6, 255), (16, 17), (8, 31)] {
            assert_eq!(changed(at, byte), None, "{at} {byte}");
        }
        assert_eq!(read(&[]), None);
        assert_eq!(read(&summed(vec![0; 8])), None);
    }
}
