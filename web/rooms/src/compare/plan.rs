//! A plan that is kept beside the wall that is shown: its text as a file of the browser's, and its parameters.
//! Not for its figures: a workshop of its own has them.

use icewall_protocol::Setting;

use crate::browser::files::Held;
use crate::desk::Wall;
use crate::workshop::Brought;

/// What the plan is called where a file must have a name.
pub(super) const NAME: &str = "plan-a.txt";

/// A plan.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    number: u32,
    settings: Vec<Setting>,
    file: Held,
}

impl Plan {
    /// A plan of a text in a file. Every plan has a number of its own.
    pub(super) fn new(number: u32, settings: Vec<Setting>, file: Held) -> Self {
        Self { number, settings, file }
    }

    /// The wall that is shown; none where its text is not there.
    pub(super) fn of_wall(number: u32, wall: &Wall) -> Option<Self> {
        let text = wall.shown.text.as_deref().map(|text| Held::from_text(NAME, text));
        Some(Self {
            number,
            settings: wall.shown.settings.clone(),
            file: text.or_else(|| wall.file.clone())?,
        })
    }
}

impl Brought for Plan {
    fn number(&self) -> u32 {
        self.number
    }

    fn settings(&self) -> &[Setting] {
        &self.settings
    }

    fn text(&self) -> Option<&str> {
        None
    }

    fn file(&self) -> Option<&Held> {
        Some(&self.file)
    }
}
