//! A finished picture as a file. Not for what it shows.

use super::sheet::Made;
use crate::browser::pictures;

/// How many pixels of a PNG there are to one of the drawing.
const RATIO: f64 = 2.0;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Svg,
    Png,
}

impl Kind {
    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }
}

/// Saves a picture under a name, to which the ending is added; says what came of it.
pub(super) async fn save(made: &Made, name: &str, kind: Kind) -> String {
    let file = match kind {
        Kind::Svg => {
            let name = [name, ".svg"].concat();
            Ok((pictures::svg(&name, &made.svg), name))
        }
        Kind::Png => {
            let name = [name, ".png"].concat();
            let png = pictures::png(&name, &made.svg, [made.width, made.height], RATIO).await;
            png.map(|file| (file, name))
        }
    };
    match file {
        Ok((file, name)) => {
            file.download();
            format!("{name} is saved.")
        }
        Err(why) => format!("The picture could not be made: {why}."),
    }
}
