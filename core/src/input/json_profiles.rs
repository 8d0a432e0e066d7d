//! Reads the heights of a JSON object: `profiles`, a list of lists of whole numbers.
//!
//! The text has been checked to be JSON already, so a list of nothing but digits, commas and blanks
//! is read by a plain loop; any other is visited value by value and explained.

use super::locator::{Locator, offset_in};
use super::rows::{Limits, Rows};
use super::slow::{height_fault, height_kind};
use super::visit::each_element;
use crate::control::{Cancelled, Watch};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Place, Severity, shortened};

/// Bytes between two steps of the watch, at least.
const STEP: usize = 1 << 20;

/// Reads the value of `profiles`, a slice of `text`; tells its place too.
pub(super) fn read<'t>(
    text: &'t str,
    list: &'t str,
    limits: Limits,
    watch: &dyn Watch,
) -> Result<(Rows, Place), Cancelled> {
    let mut locator = Locator::new(text);
    let place = locator.place_of(list, Some("/profiles".to_owned()));
    let mut reader = Reader { rows: Rows::default(), limits, locator, index: 0 };
    if !list.starts_with('[') {
        let kind = DiagnosticKind::NotAList { found: shortened(list), profiles: true };
        reader.fault(list, Inside::Nothing, || kind);
        return Ok((reader.rows, place));
    }
    let mut next_step = STEP;
    each_element(list, &mut |profile| {
        reader.profile(profile);
        let done = offset_in(text, profile) + profile.len();
        if done >= next_step {
            next_step = done + STEP;
            watch.step(done as u64, text.len() as u64)?;
        }
        Ok(())
    })?;
    Ok((reader.rows, place))
}

struct Reader<'t> {
    rows: Rows,
    limits: Limits,
    locator: Locator<'t>,
    /// The profile, from 0.
    index: usize,
}

/// Which part of the list a fault stands at.
#[derive(Clone, Copy)]
enum Inside {
    /// The list itself.
    Nothing,
    /// The profile being read.
    Profile,
    /// A section of it, from 0.
    Section(usize),
}

impl<'t> Reader<'t> {
    fn profile(&mut self, profile: &'t str) {
        let before = self.rows.heights.len();
        if !fast_profile(profile.as_bytes(), self.limits, &mut self.rows.heights) {
            self.rows.heights.truncate(before);
            self.slow_profile(profile);
        }
        self.rows.end_profile(before);
        self.rows.count_since(before);
        self.index += 1;
    }

    fn slow_profile(&mut self, profile: &'t str) {
        if !profile.starts_with('[') {
            return self.fault(profile, Inside::Profile, || DiagnosticKind::NotAList {
                found: shortened(profile),
                profiles: false,
            });
        }
        let sections = count(profile);
        if sections == 0 {
            return self.fault(profile, Inside::Profile, || DiagnosticKind::EmptyProfile);
        }
        let most = self.limits.sections_most;
        let mut section = 0;
        each_of_profile(profile, &mut |value| {
            if section == most as usize {
                let kind = DiagnosticKind::SectionsInProfile { found: sections, most };
                self.fault(value, Inside::Section(section), || kind);
            }
            self.height(value, section);
            section += 1;
        });
    }

    fn height(&mut self, value: &str, section: usize) {
        let most = self.limits.height_most;
        let height = height_fault(value, most).unwrap_or_else(|too_tall| {
            self.fault(value, Inside::Section(section), || height_kind(value, most, too_tall));
            0
        });
        self.rows.heights.push(height);
    }

    /// A fault at a slice of the text; the pointer tells which part of the list it is.
    fn fault(&mut self, part: &str, inside: Inside, kind: impl FnOnce() -> DiagnosticKind) {
        let (locator, profile) = (&mut self.locator, self.index);
        self.rows.diagnostics.add(Severity::Fault, || {
            let pointer = match inside {
                Inside::Nothing => "/profiles".to_owned(),
                Inside::Profile => format!("/profiles/{profile}"),
                Inside::Section(section) => format!("/profiles/{profile}/{section}"),
            };
            let place = locator.place_of(part, Some(pointer));
            Diagnostic { severity: Severity::Fault, place, kind: kind() }
        });
    }
}

/// Reads a list of nothing but allowed heights, which is valid JSON; tells whether it was one, and
/// leaves some heights behind where not.
fn fast_profile(list: &[u8], limits: Limits, heights: &mut Vec<u16>) -> bool {
    let start = heights.len();
    let Some((b'[', rest)) = list.split_first() else { return false };
    let mut height = None;
    for &byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            let longer = height.unwrap_or(0) * 10 + u16::from(digit);
            if longer > limits.height_most {
                return false;
            }
            height = Some(longer);
            continue;
        }
        if !matches!(byte, b',' | b']' | b' ' | b'\t' | b'\n' | b'\r') {
            return false;
        }
        heights.extend(height.take());
    }
    let sections = heights.len() - start;
    sections > 0 && sections <= limits.sections_most as usize
}

/// As [`each_element`], for one profile: that is never called off.
fn each_of_profile<'t>(list: &'t str, take: &mut dyn FnMut(&'t str)) {
    let visited = each_element(list, &mut |element| {
        take(element);
        Ok(())
    });
    debug_assert_eq!(visited, Ok(()), "the list is valid");
}

fn count(list: &str) -> u64 {
    let mut count = 0;
    each_of_profile(list, &mut |_| count += 1);
    count
}
