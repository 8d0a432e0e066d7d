//! A wall as it is brought to a workshop. Not for where it comes from.

use icewall_protocol::Setting;

use crate::browser::files::Held;

/// A wall: its text, or the file that holds it, and its parameters.
pub(crate) trait Brought {
    /// Another number for another wall.
    fn number(&self) -> u32;

    /// What the parameter fields hold.
    fn settings(&self) -> &[Setting];

    /// Its text; none where it is a file.
    fn text(&self) -> Option<&str>;

    /// The file that holds its text; none where it is a text.
    fn file(&self) -> Option<&Held>;
}
