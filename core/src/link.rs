//! A configuration as a few characters that can stand in an address, and back.
//!
//! Every character carries six bits (the alphabet of RFC 4648 §5). The first names the version, the
//! last two are a check sum: half a link is no link. Between them stand the parameters that differ
//! from the default, the length of each profile, and every height in as many bits as the tallest
//! section takes: 2,000 sections up to 31 feet are some 1,700 characters.
//!
//! Two configurations in one address ([`pack_beside`]): where both have the same wall, the second says so
//! in one bit, and takes a few characters. What else an address says (view, day) stands beside it, readable.

use std::fmt;

use crate::config::{Config, Key, Parameters, SECTIONS_MOST, Wall};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The first character of what [`pack`] writes.
const VERSION: char = '1';
/// The first character of what is read beside another configuration, whose wall it has.
const BESIDE: char = '2';
/// Bits of a character, of the number of bits a height takes, of a letter of a parameter's value.
const SIX: u32 = 6;
const WIDTH: u32 = 4;
const LETTER: u32 = 7;

/// Why a text is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// Another version wrote it.
    Version,
    /// Some of it is missing or changed.
    Broken,
}

impl fmt::Display for LinkFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "this link was made by another version of Icewall, which this one cannot read",
            Self::Broken => "this link is broken: some of it is missing or was changed",
        })
    }
}

impl std::error::Error for LinkFault {}

/// Writes a configuration.
pub fn pack(config: &Config) -> String {
    let mut bits = Bits::default();
    put_parameters(config.parameters(), &mut bits);
    put_wall(config.wall(), &mut bits);
    sealed(VERSION, bits)
}

/// Writes a configuration that is read beside another one: it need not repeat the other's wall.
pub fn pack_beside(config: &Config, other: &Config) -> String {
    if config.wall() != other.wall() {
        return pack(config);
    }
    let mut bits = Bits::default();
    put_parameters(config.parameters(), &mut bits);
    sealed(BESIDE, bits)
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// [`LinkFault::Version`] where it begins with another version, [`LinkFault::Broken`] where it is not
/// what was written.
pub fn unpack(text: &str) -> Result<Config, LinkFault> {
    read(text, VERSION, |bits| {
        let parameters = take_parameters(bits)?;
        Config::new(parameters, take_wall(bits)?).ok()
    })
}

/// Reads what [`pack_beside`] wrote, beside the same other configuration.
///
/// # Errors
/// As [`unpack`].
pub fn unpack_beside(text: &str, other: &Config) -> Result<Config, LinkFault> {
    if !text.starts_with(BESIDE) {
        return unpack(text);
    }
    read(text, BESIDE, |bits| Config::new(take_parameters(bits)?, other.wall().clone()).ok())
}

fn put_parameters(parameters: &Parameters, bits: &mut Bits) {
    let usual = Parameters::default();
    for key in Key::ALL {
        let value = parameters.value(key);
        let differs = value != usual.value(key);
        bits.put(u32::from(differs), 1);
        if differs {
            bits.put_number(u32::try_from(value.len()).unwrap_or(u32::MAX));
            value.bytes().for_each(|byte| bits.put(u32::from(byte), LETTER));
        }
    }
}

fn put_wall(wall: &Wall, bits: &mut Bits) {
    bits.put_number(u32::try_from(wall.profiles()).unwrap_or(u32::MAX));
    wall.iter().for_each(|profile| bits.put_number(u32::try_from(profile.len()).unwrap_or(u32::MAX)));
    let tallest = wall.heights().iter().max().copied().unwrap_or_default();
    let width = u16::BITS - tallest.leading_zeros();
    bits.put(width, WIDTH);
    wall.heights().iter().for_each(|&height| bits.put(u32::from(height), width));
}

/// What was written, between its version and its check sum.
fn sealed(version: char, bits: Bits) -> String {
    let mut text = String::from(version);
    text.push_str(&bits.done());
    let sum = check_sum(text.as_bytes());
    text.extend([sum >> SIX, sum & 63].map(letter));
    text
}

fn read(
    text: &str,
    version: char,
    take: impl FnOnce(&mut Taker<'_>) -> Option<Config>,
) -> Result<Config, LinkFault> {
    if !text.starts_with(version) {
        let plain = text.bytes().next().is_some_and(|first| value_of(first).is_some());
        return Err(if plain { LinkFault::Version } else { LinkFault::Broken });
    }
    opened(text).and_then(|mut bits| take(&mut bits)).ok_or(LinkFault::Broken)
}

/// The bits of what [`sealed`] wrote.
fn opened(text: &str) -> Option<Taker<'_>> {
    let (body, sum) = text.as_bytes().split_last_chunk::<2>()?;
    if value_of(sum[0])? << SIX | value_of(sum[1])? != check_sum(body) {
        return None;
    }
    Some(Taker { letters: body.get(1..)?, at: 0 })
}

fn take_parameters(bits: &mut Taker<'_>) -> Option<Parameters> {
    let mut parameters = Parameters::default();
    for key in Key::ALL {
        if bits.take(1)? == 1 {
            let length = bits.take_number()?;
            let value: Option<String> =
                (0..length.min(64)).map(|_| char::from_u32(bits.take(LETTER)?)).collect();
            parameters = parameters.with(key, &value?).ok()?;
        }
    }
    Some(parameters)
}

fn take_wall(bits: &mut Taker<'_>) -> Option<Wall> {
    // Each length takes a character at least: no number of profiles can ask for more than is there.
    let profiles = bits.take_number()?;
    let mut end = 0_u32;
    let mut ends = Vec::new();
    for _ in 0..profiles {
        end = end.checked_add(bits.take_number()?).filter(|end| *end <= SECTIONS_MOST)?;
        ends.push(end);
    }
    let width = bits.take(WIDTH)?;
    if u64::from(end) * u64::from(width) > bits.left() {
        return None;
    }
    let heights: Option<Vec<u16>> = (0..end).map(|_| u16::try_from(bits.take(width)?).ok()).collect();
    Wall::new(heights?, ends).ok()
}

/// Twelve bits over everything before them (FNV-1a, folded).
fn check_sum(bytes: &[u8]) -> u32 {
    let hash =
        bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 12 ^ hash >> 24) & 0xfff
}

fn letter(value: u32) -> char {
    char::from(ALPHABET.get(value as usize).copied().unwrap_or(b'A'))
}

fn value_of(letter: u8) -> Option<u32> {
    ALPHABET.iter().position(|known| *known == letter).and_then(|at| u32::try_from(at).ok())
}

/// Bits being written, six to a character.
#[derive(Default)]
struct Bits {
    text: String,
    held: u64,
    count: u32,
}

impl Bits {
    /// The lowest `bits` bits of a value, up to 32.
    fn put(&mut self, value: u32, bits: u32) {
        self.held = self.held << bits | u64::from(value);
        self.count += bits;
        while self.count >= SIX {
            self.count -= SIX;
            self.text.push(letter((self.held >> self.count & 63) as u32));
        }
        self.held &= (1 << self.count) - 1;
    }

    /// A number in groups of four bits, the lowest first, each after a bit that says whether more come.
    fn put_number(&mut self, mut value: u32) {
        while value > 15 {
            self.put(16 | value & 15, 5);
            value >>= 4;
        }
        self.put(value, 5);
    }

    fn done(mut self) -> String {
        if self.count > 0 {
            self.put(0, SIX - self.count);
        }
        self.text
    }
}

/// Bits being read.
struct Taker<'a> {
    letters: &'a [u8],
    /// The next bit.
    at: u64,
}

impl Taker<'_> {
    fn left(&self) -> u64 {
        self.letters.len() as u64 * u64::from(SIX) - self.at
    }

    fn take(&mut self, bits: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..bits {
            let letter = self.letters.get(usize::try_from(self.at / u64::from(SIX)).ok()?)?;
            let shift = 5 - u32::try_from(self.at % u64::from(SIX)).ok()?;
            value = value << 1 | value_of(*letter)? >> shift & 1;
            self.at += 1;
        }
        Some(value)
    }

    fn take_number(&mut self) -> Option<u32> {
        let mut value = 0_u32;
        for group in 0..8 {
            let bits = self.take(5)?;
            value |= (bits & 15) << (4 * group);
            if bits < 16 {
                return Some(value);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(values: &[(Key, &str)], profiles: &[Vec<u16>]) -> Config {
        let parameters = values.iter().fold(Parameters::default(), |parameters, (key, value)| {
            parameters.with(*key, value).expect("allowed")
        });
        Config::new(parameters, Wall::from_profiles(profiles).expect("a wall")).expect("fits")
    }

    #[track_caller]
    fn check(config: &Config) -> usize {
        let text = pack(config);
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{text}");
        assert_eq!(unpack(&text).as_ref(), Ok(config), "{text}");
        text.len()
    }

    #[test]
    fn the_example_comes_back() {
        assert_eq!(check(&Config::default()), 17);
    }

    #[test]
    fn every_parameter_comes_back() {
        check(&config(
            &[
                (Key::NumTeams, "20"),
                (Key::StartDate, "2024-08-11"),
                (Key::CpuWorktime, "0.000001"),
                (Key::Dispatch, "round_robin"),
                (Key::TargetHeight, "1000"),
                (Key::OverheadPerDay, "1000000"),
            ],
            &[vec![0, 1000], vec![17]],
        ));
    }

    #[test]
    fn two_thousand_sections_take_at_most_1_800_characters() {
        let heights = (0..2000).map(|at| at % 31).collect();
        assert!(check(&config(&[], &[heights])) <= 1_800);
    }

    #[test]
    fn a_finished_wall_and_one_of_zeros_come_back() {
        check(&config(&[], &[vec![30; 7]]));
        check(&config(&[], &[vec![0; 7], vec![0]]));
    }

    #[test]
    fn beside_a_configuration_with_the_same_wall_a_few_characters_will_do() {
        let heights: Vec<u16> = (0..2000).map(|at| at % 31).collect();
        let other = config(&[(Key::NumTeams, "20")], std::slice::from_ref(&heights));
        let own = config(&[(Key::NumTeams, "21")], std::slice::from_ref(&heights));
        let text = pack_beside(&own, &other);
        assert!(text.len() <= 12, "{text}");
        assert_eq!(unpack_beside(&text, &other), Ok(own.clone()));
        assert_eq!(unpack_beside(&text[..5], &other), Err(LinkFault::Broken));
        assert_eq!(unpack(&text), Err(LinkFault::Version), "alone it is no wall");
        let another = config(&[], &[heights, vec![7]]);
        assert_eq!(unpack_beside(&pack_beside(&another, &own), &own), Ok(another));
        // Beside another wall its parameters may not be allowed.
        let low = pack_beside(&config(&[(Key::TargetHeight, "8")], &[vec![7]]), &config(&[], &[vec![7]]));
        assert_eq!(unpack_beside(&low, &other), Err(LinkFault::Broken));
    }

    #[test]
    fn half_a_link_and_a_changed_one_are_broken() {
        let text = pack(&Config::default());
        for end in 1..text.len() {
            assert_eq!(unpack(&text[..end]), Err(LinkFault::Broken), "{end}");
        }
        assert_eq!(unpack(""), Err(LinkFault::Broken));
        assert_eq!(unpack(&text.replace(&text[5..6], "ü")), Err(LinkFault::Broken));
        assert_eq!(unpack(&format!("2{}", &text[1..])), Err(LinkFault::Version));
    }
}
