//! One pass over the list with few crews, the commonest on a staircase: few sections start on a day, and each is
//! short enough for a day's bit.
//!
//! Not here: many crews, and sections that take longer (the pass).

use super::list::List;
use super::pass::Pace;

/// Days that have a place and a bit; every section takes fewer.
const DAYS: usize = u64::BITS as usize;

/// What few crews make of the list; none where they are many, or a section takes long.
pub(super) fn pass(list: &List, crews: u32, until: u64) -> Option<Pace> {
    // Of more, the list's tallies make the first days quicker, and later ones are about as quick either way.
    let are_few = crews as usize <= 4 * list.mark;
    let are_whole = list.short().is_empty() && until == 0;
    (are_few && list.longest < DAYS)
        .then(|| if are_whole { run::<true>(list, crews, 0) } else { run::<false>(list, crews, until) })
}

/// `WHOLE`: every day of work is a full one, and no day is asked for.
fn run<const WHOLE: bool>(list: &List, crews: u32, until: u64) -> Pace {
    // By the day, in a ring: crews that are free from it on, and feet by which the day before falls short.
    let (mut back, mut short) = ([0u32; DAYS], [0u64; DAYS]);
    // A bit for each day from today on that has such crews.
    let mut soon = 0u64;
    let mut pace = Pace::default();
    let (mut free, mut at_work, mut most) = (crews, 0u64, 0);
    let (mut left, mut left_short) = (list.days(), list.short());
    let mut at = 0;
    loop {
        let starting = first(&mut left, free);
        for &days in starting {
            back[(at + usize::from(days)) % DAYS] += 1;
            soon |= 1 << (usize::from(days) % DAYS);
        }
        if !WHOLE {
            for (&days, &feet) in starting.iter().zip(first(&mut left_short, free)) {
                short[(at + usize::from(days)) % DAYS] += u64::from(feet);
            }
        }
        at_work += starting.len() as u64;
        if at_work == 0 {
            pace.peak = pace.peak.max(list.rate * most);
            return pace;
        }
        let days = soon.trailing_zeros() % u64::BITS;
        // Today's bit is done with.
        soon = soon >> days & !1;
        at += days as usize;
        if WHOLE {
            most = most.max(at_work);
            pace.finish += u64::from(days);
        } else {
            pace.add(list.rate * at_work, std::mem::take(&mut short[at % DAYS]), u64::from(days), until);
        }
        free = std::mem::take(&mut back[at % DAYS]);
        at_work -= u64::from(free);
    }
}

/// Takes the first so many off, or all there are.
#[inline]
fn first<'a>(left: &mut &'a [u16], count: u32) -> &'a [u16] {
    let (first, rest) = left.split_at_checked(count as usize).unwrap_or((left, &[]));
    *left = rest;
    first
}
