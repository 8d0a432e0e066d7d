//! How many crew-days are worked before the next one is lost, by chance.
//!
//! Trials of one probability: the gap between two losses is geometric. It has no memory, so what
//! is left of a gap when a section is done holds for the next section, and a gap of more days than
//! the table has is drawn in parts. The table is an alias table (Walker 1977, Vose 1991) in whole
//! numbers: one number is drawn and one place looked up for each lost day, and none for a day that
//! is worked. Its probabilities are exact to 2^-40.
//!
//! Not here: whose days they are (the course).

/// Places of the table; the last stands for "at least so many, draw again".
const PLACES: usize = 256;
/// What a place weighs: the whole table weighs 2^40.
const WEIGHT: u64 = 1 << 32;
/// Gaps that are drawn at a time.
const AHEAD: usize = 32;
/// A gap without an end, from which every section may be taken.
const NEVER: u64 = 1 << 62;
/// 2^64 over the golden ratio, odd: multiples of it visit every number (Steele, Lea, Flood 2014).
const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The numbers of one run: draw n is a function of the seed, the run and n alone.
struct Draws(u64);

impl Draws {
    fn new(seed: u64, run: u32) -> Self {
        Self(mixed(mixed(seed.wrapping_add(STRIDE)).wrapping_add(STRIDE.wrapping_mul(u64::from(run) + 1))))
    }

    #[inline]
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STRIDE);
        mixed(self.0)
    }
}

/// Every bit of the number changes every bit of the result with an even chance: the finisher of
/// `SplitMix64` (Steele, Lea, Flood 2014, with Stafford's constants).
#[inline]
fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One place: its own gap below the threshold, else another.
#[derive(Clone, Copy, Debug)]
struct Place {
    threshold: u32,
    /// The other gap below 2^16, its own above.
    gaps: u32,
}

impl Place {
    fn new(threshold: u32, own: u16, other: u16) -> Self {
        Self { threshold, gaps: u32::from(own) << 16 | u32::from(other) }
    }

    /// The gap for such a number. Without a branch: nobody could guess which way it goes.
    #[inline]
    fn gap(self, number: u32) -> u64 {
        let own = u32::from(number < self.threshold);
        u64::from(self.gaps >> (own << 4) & 0xffff)
    }
}

/// The table for one probability; none where no day is ever lost.
#[derive(Clone, Debug)]
pub(super) struct Gaps {
    places: Option<Box<[Place; PLACES]>>,
    /// Thousandths of the days that are worked.
    worked: usize,
}

impl Gaps {
    pub(super) fn new(per_mille: u16) -> Self {
        let places = (per_mille > 0).then(|| Box::new(aliased(weights(per_mille))));
        Self { places, worked: usize::from(1000u16.saturating_sub(per_mille)).max(1) }
    }

    /// More days than a section of so many days of work takes with all that it loses: twice the
    /// mean, and 64 times what one day takes. The chance of more is below 2^-60.
    pub(super) fn days_most(&self, days: usize) -> usize {
        if self.places.is_none() { days } else { ((2 * days + 64) * 1000).div_ceil(self.worked) }
    }

    /// Crew-days worked before the next that is lost.
    #[inline]
    fn draw(&self, draws: &mut Draws) -> u64 {
        let Some(places) = &self.places else { return NEVER };
        let mut gap = 0;
        loop {
            let bits = draws.next();
            let part = places[(bits >> 56) as usize % PLACES].gap(low(bits));
            gap += part;
            if part < PLACES as u64 - 1 {
                return gap;
            }
        }
    }
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low half is wanted")]
fn low(bits: u64) -> u32 {
    bits as u32
}

/// The gaps of one run in their order, some of them drawn before they are needed: where a processor
/// guesses wrong whether a section loses a day, it need not wait for the draw as well.
pub(super) struct Ahead<'a> {
    gaps: &'a Gaps,
    draws: Draws,
    drawn: [u64; AHEAD],
    next: usize,
}

impl<'a> Ahead<'a> {
    pub(super) fn new(gaps: &'a Gaps, seed: u64, run: u32) -> Self {
        Self { gaps, draws: Draws::new(seed, run), drawn: [0; AHEAD], next: AHEAD }
    }

    /// Crew-days worked before the next that is lost.
    #[inline]
    pub(super) fn next(&mut self) -> u64 {
        if self.next == AHEAD {
            self.fill();
        }
        let gap = self.drawn[self.next % AHEAD];
        self.next += 1;
        gap
    }

    #[inline(never)]
    fn fill(&mut self) {
        for gap in &mut self.drawn {
            *gap = self.gaps.draw(&mut self.draws);
        }
        self.next = 0;
    }
}

/// What each gap weighs, the last place all that are as long or longer.
fn weights(per_mille: u16) -> [u64; PLACES] {
    let worked = u128::from(1000u16.saturating_sub(per_mille));
    // The chance of so many worked days in a row, in 2^-64, and rounded to 2^-40.
    let mut chance = 1u128 << 64;
    let mut weights = [0; PLACES];
    let rounded = |chance: u128| u64::try_from(chance >> 24).unwrap_or(u64::MAX);
    for weight in &mut weights[..PLACES - 1] {
        let next = chance * worked / 1000;
        *weight = rounded(chance) - rounded(next);
        chance = next;
    }
    weights[PLACES - 1] = rounded(chance);
    weights
}

/// Fills every light place up from a heavy one (Vose 1991); exact, as the weights are whole.
fn aliased(mut weights: [u64; PLACES]) -> [Place; PLACES] {
    let mut own = 0u16..;
    let mut places = weights.map(|_| own.next().map_or(Place::new(0, 0, 0), |own| Place::new(0, own, own)));
    let (mut light, mut heavy): (Vec<u16>, Vec<u16>) =
        (0u16..).take(PLACES).partition(|&place| weights[usize::from(place)] < WEIGHT);
    while let (Some(&to), Some(&from)) = (light.last(), heavy.last()) {
        let (lacking, giving) = (usize::from(to), usize::from(from));
        light.pop();
        let threshold = u32::try_from(weights[lacking]).unwrap_or(u32::MAX);
        places[lacking] = Place::new(threshold, to, from);
        weights[giving] -= WEIGHT - weights[lacking];
        if weights[giving] < WEIGHT {
            heavy.pop();
            light.push(from);
        }
    }
    places
}

#[cfg(test)]
#[expect(clippy::cast_precision_loss, reason = "numbers of at most 2^40 are exact in a double")]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_those_of_the_geometric_distribution() {
        for per_mille in [1, 50, 500, 900] {
            let weights = weights(per_mille);
            assert_eq!(weights.iter().sum::<u64>(), WEIGHT * PLACES as u64);
            let worked = 1.0 - f64::from(per_mille) / 1000.0;
            for (gap, &weight) in (0i32..255).zip(&weights) {
                let chance = worked.powi(gap) * (1.0 - worked);
                let weight = weight as f64 / (1u64 << 40) as f64;
                assert!((weight - chance).abs() < 2.0 / (1u64 << 40) as f64, "{per_mille} {gap}");
            }
        }
    }

    #[test]
    fn the_places_give_each_gap_its_weight() {
        for per_mille in [1, 50, 500, 900] {
            let mut sums = [0; PLACES];
            for place in aliased(weights(per_mille)) {
                sums[usize::try_from(place.gap(0)).expect("a place")] += u64::from(place.threshold);
                sums[usize::try_from(place.gap(u32::MAX)).expect("a place")] +=
                    WEIGHT - u64::from(place.threshold);
            }
            assert_eq!(sums, weights(per_mille));
        }
    }

    #[test]
    fn a_draw_depends_on_seed_run_and_number_alone() {
        let numbers = |seed, run| {
            let mut draws = Draws::new(seed, run);
            [draws.next(), draws.next(), draws.next()]
        };
        assert_eq!(numbers(7, 3), numbers(7, 3));
        assert_ne!(numbers(7, 3), numbers(7, 4));
        assert_ne!(numbers(7, 3), numbers(8, 3));
        // The published first numbers of SplitMix64 from the seed 0.
        let mut draws = Draws(0);
        assert_eq!((draws.next(), draws.next()), (0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4));
    }

    #[test]
    fn long_gaps_are_drawn_in_parts() {
        let gaps = Gaps::new(1);
        let mut draws = Draws::new(1, 1);
        let count = 20_000u32;
        let sum: u64 = (0..count).map(|_| gaps.draw(&mut draws)).sum();
        let mean = sum as f64 / f64::from(count);
        assert!((mean - 999.0).abs() < 30.0, "{mean}");
    }

    #[test]
    fn without_a_probability_no_day_is_lost() {
        assert_eq!(Gaps::new(0).draw(&mut Draws::new(1, 1)), NEVER);
    }
}
