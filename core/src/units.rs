//! The units of the model as types of their own, so that feet are never taken for days.
//!
//! Not for the small fields of tables (a height is a `u16`): only for the amounts and days that
//! functions take and answer.

use std::fmt;

/// The most that any amount may be: 2^53, up to which every whole number is exact in a double.
pub const AMOUNT_MOST: u64 = 1 << 53;

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// So many.
            pub const fn new(amount: u64) -> Self {
                Self(amount)
            }

            /// The bare number.
            pub const fn get(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

unit! {
    /// Feet of wall.
    Feet
}
unit! {
    /// Cubic yards of ice.
    CubicYards
}
unit! {
    /// Gold Dragons, the coin that the Wall is paid in.
    GoldDragons
}
unit! {
    /// A day of the project, numbered from 1.
    Day
}

/// An exact fraction. Its parts are as they came about, not reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line.
    pub numerator: u64,
    /// Below the line; 0 only where somebody made it so, and then the fraction is more than any.
    pub denominator: u64,
}

impl Fraction {
    /// A part of a whole; none where the whole is nothing.
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then_some(Self { numerator: part, denominator: whole })
    }

    /// Whether it is at least as much as another.
    pub fn is_at_least(self, other: Self) -> bool {
        u128::from(self.numerator) * u128::from(other.denominator)
            >= u128::from(other.numerator) * u128::from(self.denominator)
    }

    /// In thousandths, half up; none where that is no number of 32 bits.
    pub fn permille(self) -> Option<u32> {
        let (of, whole) = (u128::from(self.numerator), u128::from(self.denominator));
        u32::try_from((of * 2000 + whole).checked_div(2 * whole)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_told_in_thousandths_half_up() {
        let permille = |part, whole| Fraction::of(part, whole).and_then(Fraction::permille);
        assert_eq!([permille(87, 104), permille(1, 2000), permille(1, 2001)], [Some(837), Some(1), Some(0)]);
        assert_eq!(
            [permille(u64::MAX, u64::MAX), permille(u64::MAX, 1), permille(1, 0)],
            [Some(1000), None, None]
        );
        assert_eq!(Fraction { numerator: 1, denominator: 0 }.permille(), None);
    }

    #[test]
    fn a_unit_prints_its_bare_number() {
        assert_eq!(Day::new(13).to_string(), "13");
    }
}
