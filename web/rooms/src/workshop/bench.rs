//! Which job is under way and which wait: the decisions of a workshop's client, without the deeds.
//! Times are milliseconds of one steady clock.

use std::collections::VecDeque;

/// A job that gives no sign of life for so long hangs.
const HANG_MS: f64 = 15_000.0;
/// A worker that is not up after so long does not come up.
const START_MS: f64 = 10_000.0;

/// How the worker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Health {
    /// There is none: it starts when there is a job.
    Off,
    /// It was started and has not said that it is up.
    Starting,
    /// It is up.
    Up,
    /// It stopped too often; it is not started again unless somebody says so.
    Down,
}

/// What the client has to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next<T> {
    /// Nothing.
    Wait,
    /// Start a worker, without threads if they are why the last ones stopped.
    Start {
        /// Without threads.
        single: bool,
    },
    /// Bring the wall; nothing else is sent before it is there.
    Bring(u32),
    /// Send this job under this number.
    Send(u32, T),
}

/// The jobs, and what is known of the worker.
#[derive(Debug)]
pub(super) struct Bench<T> {
    health: Health,
    strikes: u32,
    waiting: VecDeque<(u32, T)>,
    /// What the worker does now; the wall being brought has a number as well.
    current: Option<u32>,
    /// Which wall the worker holds, or is being brought, and which is wanted.
    holds: Option<u32>,
    wall: Option<u32>,
    last: u32,
    life: f64,
}

impl<T> Default for Bench<T> {
    fn default() -> Self {
        Self {
            health: Health::Off,
            strikes: 0,
            waiting: VecDeque::new(),
            current: None,
            holds: None,
            wall: None,
            last: 0,
            life: 0.0,
        }
    }
}

impl<T> Bench<T> {
    /// How the worker is.
    pub(super) fn health(&self) -> Health {
        self.health
    }

    /// What the worker does now.
    pub(super) fn current(&self) -> Option<u32> {
        self.current
    }

    /// Another wall is shown: jobs sent from now on are about it.
    pub(super) fn wall(&mut self, wall: u32) {
        self.wall = Some(wall);
    }

    /// A job is wanted; gives its number.
    pub(super) fn push(&mut self, job: T) -> u32 {
        self.last = self.last.wrapping_add(1);
        self.waiting.push_back((self.last, job));
        self.last
    }

    /// A job is not wanted any more. Tells whether the worker has to be ended for it.
    pub(super) fn drop(&mut self, number: u32) -> bool {
        self.waiting.retain(|(waits, _)| *waits != number);
        self.current == Some(number)
    }

    /// The worker was ended on purpose: what it held is gone.
    pub(super) fn ended(&mut self) {
        if self.health != Health::Down {
            self.health = Health::Off;
        }
        self.current = None;
        self.holds = None;
    }

    /// The worker stopped of itself; gives the job that is lost by it.
    pub(super) fn struck(&mut self) -> Option<u32> {
        let lost = self.current;
        self.strikes += 1;
        self.health = if self.strikes >= 3 { Health::Down } else { Health::Off };
        self.current = None;
        self.holds = None;
        lost
    }

    /// Somebody wants it to be tried again.
    pub(super) fn revive(&mut self) {
        self.strikes = 0;
        if self.health == Health::Down {
            self.health = Health::Off;
        }
    }

    /// The worker says that it is up.
    pub(super) fn came_up(&mut self, now: f64) {
        self.health = Health::Up;
        self.life = now;
    }

    /// A sign of life.
    pub(super) fn seen(&mut self, now: f64) {
        self.life = now;
    }

    /// What was under way is done. Tells whether it was this.
    pub(super) fn done(&mut self, number: u32) -> bool {
        let awaited = self.current == Some(number);
        if awaited {
            self.current = None;
            self.strikes = 0;
        }
        awaited
    }

    /// Whether the worker has been silent for too long.
    pub(super) fn hangs(&self, now: f64) -> bool {
        match self.health {
            Health::Starting => now - self.life > START_MS,
            Health::Up => self.current.is_some() && now - self.life > HANG_MS,
            Health::Off | Health::Down => false,
        }
    }

    /// Whether there is something to look after.
    pub(super) fn watches(&self) -> bool {
        self.health == Health::Starting || self.current.is_some()
    }

    /// All jobs that wait, given up.
    pub(super) fn give_up(&mut self) -> Vec<(u32, T)> {
        self.waiting.drain(..).collect()
    }

    /// What is to be done now.
    pub(super) fn next(&mut self, now: f64) -> Next<T> {
        let Some(wall) = self.wall else { return Next::Wait };
        if self.waiting.is_empty() || self.current.is_some() {
            return Next::Wait;
        }
        match self.health {
            Health::Starting | Health::Down => Next::Wait,
            Health::Off => {
                self.health = Health::Starting;
                self.life = now;
                Next::Start { single: self.strikes >= 2 }
            }
            Health::Up if self.holds != Some(wall) => {
                self.holds = Some(wall);
                self.last = self.last.wrapping_add(1);
                self.current = Some(self.last);
                self.life = now;
                Next::Bring(self.last)
            }
            Health::Up => match self.waiting.pop_front() {
                Some((number, job)) => {
                    self.current = Some(number);
                    self.life = now;
                    Next::Send(number, job)
                }
                None => Next::Wait,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn up() -> Bench<&'static str> {
        let mut bench = Bench::default();
        bench.wall(1);
        bench.push("a");
        assert_eq!(bench.next(0.0), Next::Start { single: false });
        bench.came_up(1.0);
        bench
    }

    #[test]
    fn the_wall_goes_before_the_first_job_and_once() {
        let mut bench = up();
        assert_eq!(bench.next(1.0), Next::Bring(2));
        assert_eq!(bench.next(1.0), Next::Wait);
        assert!(bench.done(2));
        assert_eq!(bench.next(2.0), Next::Send(1, "a"));
        assert!(bench.done(1));
        bench.push("b");
        assert_eq!(bench.next(3.0), Next::Send(3, "b"));
    }

    #[test]
    fn nothing_is_started_without_a_wall_or_a_job() {
        let mut bench = Bench::default();
        bench.push("a");
        assert_eq!(bench.next(0.0), Next::Wait);
        let mut bench = Bench::<&str>::default();
        bench.wall(1);
        assert_eq!(bench.next(0.0), Next::Wait);
    }

    #[test]
    fn another_wall_is_brought_before_the_next_job() {
        let mut bench = up();
        bench.next(1.0);
        bench.done(2);
        bench.next(1.0);
        bench.wall(2);
        bench.push("b");
        assert!(bench.done(1));
        assert_eq!(bench.next(2.0), Next::Bring(4));
    }

    #[test]
    fn a_job_that_waits_is_dropped_and_one_under_way_ends_the_worker() {
        let mut bench = up();
        bench.next(1.0);
        bench.done(2);
        bench.next(1.0);
        let second = bench.push("b");
        assert!(!bench.drop(second));
        assert!(bench.drop(1));
        bench.ended();
        assert_eq!(bench.next(2.0), Next::Wait);
        bench.push("c");
        assert_eq!(bench.next(2.0), Next::Start { single: false });
    }

    #[test]
    fn it_is_started_twice_more_then_single_then_not_at_all() {
        let mut bench = up();
        bench.next(1.0);
        assert_eq!(bench.struck(), Some(2));
        assert_eq!(bench.next(2.0), Next::Start { single: false });
        assert_eq!(bench.struck(), None);
        assert_eq!(bench.next(3.0), Next::Start { single: true });
        bench.struck();
        assert_eq!((bench.health(), bench.next(4.0)), (Health::Down, Next::Wait));
        assert_eq!(bench.give_up().len(), 1);
        bench.revive();
        bench.push("b");
        assert_eq!(bench.next(5.0), Next::Start { single: false });
    }

    #[test]
    fn silence_is_a_hang_only_where_something_is_owed() {
        let mut bench = up();
        assert!(!bench.hangs(1e9));
        bench.next(1.0);
        assert!(!bench.hangs(1_000.0) && bench.hangs(20_000.0));
        bench.seen(19_000.0);
        assert!(!bench.hangs(20_000.0));
    }
}
