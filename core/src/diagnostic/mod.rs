//! What is found wrong with a configuration or its text: data first, words on demand.
//!
//! Nothing is judged here; the readers and [`Config`](crate::config::Config) do that.

mod hint;
mod list;
mod message;
mod near;

pub(crate) use hint::number as number_hint;
pub use list::Diagnostics;
pub(crate) use message::grouped;
pub(crate) use near::nearest;

use crate::config::Key;
use crate::input::Kind;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing is taken over until it is mended.
    Fault,
    /// It is passed over.
    Warning,
}

/// Where a diagnostic stands. Ordered: parameters, then the text from its start, then the wall.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a parameter outside the text.
    Parameter(Key),
    /// In the text.
    Text {
        /// The line, from 1.
        line: u32,
        /// The first character in its line, from 1, in Unicode scalar values.
        column: u32,
        /// How many characters, at least 1. Never past the line's end.
        length: u32,
        /// For JSON, the pointer (RFC 6901).
        pointer: Option<String>,
    },
    /// The wall as a whole.
    Wall,
}

/// A fault or a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: DiagnosticKind,
}

/// What was found, as data. A `found` text is as it stands, cut short where it is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// The text is no text: not UTF-8, or with a NUL in it.
    NotText {
        /// Whether it looks like UTF-16.
        utf16: bool,
    },
    /// What stands in a height's place is none.
    NotAHeight {
        /// What stands there.
        found: String,
        /// The greatest height allowed, in feet.
        most: u16,
    },
    /// A height above the target.
    TooTall {
        /// The height.
        found: String,
        /// The greatest height allowed, in feet.
        most: u16,
    },
    /// A comma with no height before it.
    EmptyPlace,
    /// A semicolon between two numbers: what follows it counts as a comment.
    SemicolonComment,
    /// A profile with too many sections.
    SectionsInProfile {
        /// How many it has.
        found: u64,
        /// How many it may have.
        most: u32,
    },
    /// A wall with more than 10,000,000 sections.
    SectionsInWall {
        /// How many it has.
        found: u64,
    },
    /// No profile at all, in a text of this kind.
    NoProfiles {
        /// How the text was read.
        kind: Kind,
    },
    /// An INI file without `[Profiles]`, or a JSON object without `profiles`.
    MissingProfiles {
        /// How the text was read.
        kind: Kind,
    },
    /// A profile without a section (JSON).
    EmptyProfile,
    /// JSON `profiles` that is no list, or a profile that is none.
    NotAList {
        /// What stands there.
        found: String,
        /// Whether the list of profiles is meant, not a profile.
        profiles: bool,
    },
    /// A value that the parameter does not allow.
    Value {
        /// The parameter.
        key: Key,
        /// What stands there; empty where nothing does.
        found: String,
    },
    /// A key that is not known (in this section, in an INI file).
    UnknownKey {
        /// The key.
        found: String,
        /// A known one that is close, or where this one belongs.
        near: Option<Near>,
    },
    /// A section of an INI file that is not known.
    UnknownSection {
        /// Its name.
        found: String,
        /// A known one that is close.
        near: Option<&'static str>,
    },
    /// A key or section that was there already.
    Twice {
        /// Its name as it stands.
        found: String,
        /// The line of the first, from 1.
        first_line: u32,
    },
    /// A line of an INI file that is neither a section nor `key = value`.
    NotAnEntry {
        /// The line.
        found: String,
    },
    /// An INI section's line that is not `[name]`.
    NotASection {
        /// The line.
        found: String,
    },
    /// The JSON text breaks the rules of JSON.
    Syntax(SyntaxFault),
    /// The cost of the ice is over 2^53.
    Cost {
        /// In Gold Dragons.
        total: u128,
    },
    /// The cost with wages is over 2^53.
    CostWithWages {
        /// In Gold Dragons.
        total: u128,
    },
}

/// What an unknown key might have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// A known key that is close.
    Name(&'static str),
    /// The key is known in this section of an INI file.
    Section(&'static str),
}

/// How a text breaks the rules of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// It ends before its brackets and quotation marks are closed.
    EndsEarly,
    /// More than 200 lists or objects stand in one another.
    TooDeep,
    /// Something else, in the parser's words.
    Other(String),
}

impl Diagnostic {
    /// What was found and what is allowed, in a sentence without a full stop.
    pub fn message(&self) -> String {
        message::of(&self.kind)
    }

    /// What might have been meant, where that can be told.
    pub fn hint(&self) -> Option<String> {
        hint::of(&self.kind)
    }
}

/// The most characters of a found text that are kept.
const FOUND_MOST: usize = 40;

/// A found text, cut short with an ellipsis where it is long.
pub(crate) fn shortened(found: &str) -> String {
    match found.char_indices().nth(FOUND_MOST) {
        None => found.to_owned(),
        Some((end, _)) => format!("{}…", found.get(..end).unwrap_or_default()),
    }
}
