//! What the modules of the page say to one another: the page that stands first, and the rooms that
//! are loaded later (crews, plan, log, walls). They share no memory, so they meet in messages as
//! well.
//!
//! Each kind of message has a topic of its own, and whoever comes later hears the last of each.

use serde::{Deserialize, Serialize};

use crate::{Setting, Summary, View};

/// A kind of message that goes round in the page.
pub trait Topic {
    /// Its name.
    const NAME: &'static str;
}

/// The wall whose result is shown: the page tells it with every result of another wall. One that is
/// held as a file crosses beside the message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownWall {
    /// That of its result: it rises with every one, from 1.
    pub number: u32,
    /// Its text; none where it is a file.
    pub text: Option<String>,
    /// What the parameter fields hold.
    pub settings: Vec<Setting>,
    /// Its figures.
    pub summary: Summary,
    /// Whether it came with a link and so is not the visitor's own.
    pub linked: bool,
}

impl ShownWall {
    /// Whether both are the same text with the same parameters, whichever results tell of it. Files are
    /// not compared.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.linked == other.linked && self.settings == other.settings && self.text == other.text
    }
}

impl Topic for ShownWall {
    const NAME: &'static str = "wall";
}

/// The day that is looked at; none: nothing is pointed at. The page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedAt(pub Option<u64>);

impl Topic for LookedAt {
    const NAME: &'static str = "day";
}

/// The first day that the day axes show, and the last; none: all. The page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownDays(pub Option<(u64, u64)>);

impl Topic for ShownDays {
    const NAME: &'static str = "days";
}

/// Whether what is shown is not what the wall and its fields now say. The page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stale(pub bool);

impl Topic for Stale {
    const NAME: &'static str = "stale";
}

/// Which tables of the first page are open. The page tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// That of the daily chart.
    pub daily: bool,
    /// That of the cost until the day.
    pub until: bool,
    /// The view of the daily chart; none: there is no result.
    pub view: Option<View>,
    /// How many profiles the daily chart tells apart.
    pub rows: u32,
}

impl Topic for Tables {
    const NAME: &'static str = "tables";
}

/// Where in the page the visitor is: the fragment of the address without `#/`. The page tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts(pub String);

impl Topic for Whereabouts {
    const NAME: &'static str = "room";
}

/// A figure of the first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figure {
    /// The finish day.
    Finish,
    /// Ice in all.
    Ice,
    /// Cost in all.
    Cost,
    /// The day with the most ice.
    Peak,
    /// Crew utilisation.
    Busy,
    /// Idle crew-days.
    Idle,
    /// The lower bound of the finish day.
    Bound,
    /// Crews.
    Crews,
    /// Unfinished sections of all.
    Sections,
    /// Wages and overhead.
    Wages,
    /// Ice, cost and cost so far on the day that is looked at.
    Day,
}

/// A figure is asked about: how it comes about. The page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why(pub Figure);

impl Topic for Why {
    const NAME: &'static str = "why";
}

/// The states of wall and parameters that can be gone to, the oldest first. The page tells them for as long as
/// a room wishes for them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Steps {
    /// The index of the one that is shown.
    pub present: u32,
    /// Each of them.
    pub steps: Vec<Step>,
}

impl Topic for Steps {
    const NAME: &'static str = "steps";
}

/// A state that can be gone to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// When it came to be, in milliseconds of the page's own clock.
    pub when: f64,
    /// What the parameter fields hold.
    pub settings: Vec<Setting>,
    /// How its wall differs from the one before.
    pub wall: WallStep,
}

/// How a wall differs from the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WallStep {
    /// Not at all, or there is none before.
    Same,
    /// It is a file of this name.
    File(String),
    /// Its text is another.
    Text(Edit),
}

/// Where a text differs from the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The first line that does, from 1.
    pub line: u32,
    /// The beginning of that line before.
    pub before: String,
    /// The beginning of that line after.
    pub after: String,
    /// How many lines went or changed.
    pub removed: u32,
    /// How many came, or stand there changed.
    pub added: u32,
}

/// What a room wants of the page. The text or file of a wall crosses beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// Look at this day; none: let it go.
    Day(Option<u64>),
    /// Show these days on every day axis, the first and the last; none: all.
    Days(Option<(u64, u64)>),
    /// Set a parameter field, by JSON key, to what could be typed there.
    Set(Setting),
    /// Take a wall in place of the one there is; that one can be put back. Beside: its text or file.
    Take {
        /// The name of the file that it is held as, if it is too large to be edited.
        name: String,
        /// What the parameter fields shall hold; what is left out is as at first.
        settings: Vec<Setting>,
    },
    /// Take back the last step.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Make a link of what is shown, and copy it.
    Share,
    /// Take the example of this key in place of the wall there is; that one can be put back.
    Example(String),
    /// Let the visitor choose a file to open.
    OpenFile,
    /// Tell the profiles apart in this way; none: as suits the wall.
    View(Option<View>),
    /// Open the link that has come into the address; the wall that it takes the place of can be put back.
    OpenLink,
    /// Make the wall of a link the visitor's own.
    Keep,
    /// Tell the states that can be gone to, now and whenever they change, or do so no more.
    Steps(bool),
    /// Go to the state of this index.
    GoTo(u32),
}

impl Topic for Wish {
    const NAME: &'static str = "wish";
}
