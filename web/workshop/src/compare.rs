//! What comparing two walls asks of the core: the figures of one with what they rest on, and links of both. Not
//! for how the two differ.

use std::hash::{DefaultHasher, Hash, Hasher};

use icewall_answers::{linked, summary};
use icewall_core::config::{Config, Key, Wall};
use icewall_core::ledger::Ledger;
use icewall_core::link;
use icewall_protocol::workshop::{CompareJob, CompareMade, WallFigures};
use icewall_protocol::{LinkedWall, Setting};

/// Does a job about a wall that stands beside another one; none where the other one is none.
pub(crate) fn work(ledger: &Ledger, job: &CompareJob) -> Option<CompareMade> {
    Some(match job {
        CompareJob::Figures => CompareMade::Figures(Box::new(figures(ledger))),
        CompareJob::Pack { other } => {
            let other = link::unpack(other).ok()?;
            let own = ledger.config();
            CompareMade::Packed { own: link::pack(own), other: link::pack_beside(&other, own) }
        }
        CompareJob::Unpack { packed, beside } => CompareMade::Unpacked(unpacked(packed, beside)),
    })
}

fn figures(ledger: &Ledger) -> WallFigures {
    WallFigures {
        summary: summary(ledger),
        parameters: parameters(ledger.config()),
        heights: heights(ledger.config().wall()),
    }
}

fn parameters(config: &Config) -> Vec<Setting> {
    let setting =
        |key: Key| Setting { key: key.json_name().to_owned(), value: config.parameters().value(key) };
    Key::ALL.into_iter().map(setting).collect()
}

/// A number that tells whether two walls are the same: two workers compare it instead of the heights.
fn heights(wall: &Wall) -> u64 {
    let mut hasher = DefaultHasher::new();
    wall.heights().hash(&mut hasher);
    wall.iter().for_each(|profile| profile.len().hash(&mut hasher));
    hasher.finish()
}

fn unpacked(packed: &str, beside: &str) -> Result<LinkedWall, String> {
    let other = link::unpack(beside).and_then(|beside| link::unpack_beside(packed, &beside));
    Ok(linked(&other.map_err(|fault| fault.to_string())?))
}

#[cfg(test)]
mod tests {
    use icewall_core::config::Parameters;
    use icewall_core::control::Unwatched;

    use super::*;

    fn ledger(crews: &str, profiles: &[Vec<u16>]) -> Ledger {
        let parameters = Parameters::default().with(Key::NumTeams, crews).expect("allowed");
        let wall = Wall::from_profiles(profiles).expect("a wall");
        Ledger::new(Config::new(parameters, wall).expect("fits"), &Unwatched).expect("not called off")
    }

    #[test]
    fn the_figures_say_what_they_rest_on() {
        let [one, same, other] =
            [vec![vec![1, 2], vec![3]], vec![vec![1, 2], vec![3]], vec![vec![1], vec![2, 3]]]
                .map(|profiles| figures(&ledger("2", &profiles)));
        assert_eq!((one.heights, &one.summary), (same.heights, &same.summary));
        assert_ne!(one.heights, other.heights, "the same heights in other profiles");
        let crews = one.parameters.iter().find(|setting| setting.key == "num_teams");
        assert_eq!(crews.map(|setting| setting.value.as_str()), Some("2"));
    }

    #[test]
    fn a_link_of_both_gives_both_and_half_of_one_is_broken() {
        let (own, other) = (ledger("2", &[vec![1, 2]]), ledger("7", &[vec![1, 2]]));
        let job = CompareJob::Pack { other: link::pack(other.config()) };
        let Some(CompareMade::Packed { own, other }) = work(&own, &job) else { panic!("packed") };
        let wall = unpacked(&other, &own).expect("whole");
        assert_eq!(
            (wall.text.as_str(), wall.settings),
            ("1 2", vec![("num_teams".to_owned(), "7".to_owned())])
        );
        assert!(
            unpacked(&other, &own[1..]).is_err_and(|why| why.contains("broken") || why.contains("version"))
        );
        assert!(unpacked(&other[..2], &own).is_err());
    }
}
