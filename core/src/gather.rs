//! Independent pieces of work, gathered in order: on rayon's current pool with the feature
//! `parallel`, one after the other without it. The results are the same.

/// Sections that a long loop takes at a time, in a function that is never inlined. A browser begins with
/// slow code and has fast code ready some milliseconds later, for the next call: after a cold start
/// 2,000,000 sections were read and scheduled in 15.5 ms instead of 25 (V8, with `xtask`'s wasm-opt flags).
pub(crate) const STRETCH: usize = 1 << 14;

/// `each` of 0, 1, … `count` − 1, in that order.
#[cfg(feature = "parallel")]
pub(crate) fn in_order<T: Send>(count: usize, each: impl Fn(usize) -> T + Sync) -> Vec<T> {
    use std::sync::Mutex;
    let slots: Vec<Mutex<Option<T>>> = (0..count).map(|_| Mutex::new(None)).collect();
    at_once(count, &|index| {
        let result = each(index);
        // Each slot has one writer, so no lock is ever waited for, or found poisoned.
        if let Some(Ok(mut slot)) = slots.get(index).map(Mutex::lock) {
            *slot = Some(result);
        }
    });
    slots.into_iter().filter_map(|slot| slot.into_inner().ok().flatten()).collect()
}

/// The only loop that goes through the pool. Not generic: a copy of rayon's machinery for each
/// caller would be a tenth of the engine's size.
#[cfg(feature = "parallel")]
fn at_once(count: usize, each: &(dyn Fn(usize) + Sync)) {
    use rayon::prelude::*;
    (0..count).into_par_iter().for_each(each);
}

/// `each` of 0, 1, … `count` − 1, in that order.
#[cfg(not(feature = "parallel"))]
pub(crate) fn in_order<T: Send>(count: usize, each: impl Fn(usize) -> T + Sync) -> Vec<T> {
    (0..count).map(each).collect()
}

/// `each` of 0, 1, … `count` − 1, in that order, `size` of them at a time: for work too small to be handed out
/// one by one.
pub(crate) fn in_pieces<T: Send>(count: usize, size: usize, each: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let piece = |piece: usize| (piece * size..((piece + 1) * size).min(count)).map(&each).collect::<Vec<T>>();
    in_order(count.div_ceil(size), piece).into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn pieces_leave_nothing_out() {
        for (count, size) in [(0, 4), (3, 4), (4, 4), (9, 4)] {
            assert_eq!(super::in_pieces(count, size, |i| i), (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_order_is_that_of_the_plain_loop() {
        let plain: Vec<usize> = (0..10_000).map(|i| i * i).collect();
        assert_eq!(super::in_order(10_000, |i| i * i), plain);
    }
}
