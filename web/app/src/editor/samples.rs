//! The examples that come with the page.

use icewall_ui::examples::EXAMPLES;

/// A wall to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sample {
    /// Its short name, for the menu.
    pub(crate) key: &'static str,
    /// What the visitor reads.
    pub(crate) name: &'static str,
    file: &'static str,
}

impl Sample {
    /// The wall, as plain lines. The line end at the file's end would be an empty line here.
    pub(crate) fn text(self) -> &'static str {
        self.file.trim_end()
    }
}

/// Every example, the first one being what a first visit shows.
pub(crate) const SAMPLES: [Sample; 5] = [
    sample(0, include_str!("../../../../static/samples/example.txt")),
    sample(1, include_str!("../../../../static/samples/long.txt")),
    sample(2, include_str!("../../../../static/samples/forty.txt")),
    sample(3, include_str!("../../../../static/samples/finished.txt")),
    sample(4, include_str!("../../../../static/samples/faulty.txt")),
];

const fn sample(at: usize, file: &'static str) -> Sample {
    let (key, name) = EXAMPLES[at];
    Sample { key, name, file }
}

/// Whether a text is nobody's work: empty, or an example as it came.
pub(crate) fn is_nobodys(text: &str) -> bool {
    text.trim().is_empty() || SAMPLES.iter().any(|sample| sample.text() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_example_is_the_model_s() {
        assert_eq!(SAMPLES[0].text(), "21 25 28\n17\n17 22 17 19 17");
    }

    #[test]
    fn the_samples_are_as_large_as_their_names_say() {
        let sections = |text: &str| text.split_whitespace().count();
        assert_eq!((SAMPLES[1].text().lines().count(), sections(SAMPLES[1].text())), (1, 2000));
        assert_eq!(SAMPLES[2].text().lines().count(), 40);
        assert!(SAMPLES[3].text().split_whitespace().all(|height| height == "30"));
    }

    #[test]
    fn an_example_that_was_changed_is_somebody_s() {
        assert!(is_nobodys(" \n"));
        assert!(is_nobodys(SAMPLES[2].text()));
        assert!(!is_nobodys("21 25 28\n17\n17 22 17 19 18"));
    }
}
