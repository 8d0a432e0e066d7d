//! When the engine is started again, and with which build: the decisions, without the deeds.
//!
//! Times are milliseconds of one steady clock. The client tells what happened and does what a
//! [`Verdict`] says. A *strike* is a stop nobody asked for: a crash, a hang, a start that fails.

/// A run under way for longer than this is cut short by a newer one.
const PATIENCE_MS: f64 = 250.0;
/// So long a run shows no progress.
const QUIET_MS: f64 = 200.0;
/// An engine that gives no sign of life for so long hangs.
const HANG_MS: f64 = 5_000.0;
/// An engine that is not ready after so long does not come up.
const START_MS: f64 = 10_000.0;
/// A browser that lets so much time pass between two ticks (sleep, a tab in the background) says
/// nothing about the engine.
const SLEPT_MS: f64 = 2_000.0;
/// Strikes are forgotten when the engine has answered a run and so long has passed.
const FORGIVEN_MS: f64 = 30_000.0;

/// Which build the engine shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Whichever the browser can run best.
    Best,
    /// The one without threads.
    Single,
}

/// What stopped the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It said so, or its script failed.
    Crash(String),
    /// It gave no sign of life during a run.
    Hang,
    /// It did not come up.
    NoStart,
}

/// What the client has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    GoOn,
    /// Start the engine again for the newer run that waits.
    CutShort,
    /// Start it again and repeat what was lost.
    Restart(Stop),
    /// Leave it down.
    GiveUp(Stop),
}

/// What the page knows of the engine that runs.
#[derive(Debug)]
pub(super) struct Policy {
    wanted: Wanted,
    ready: bool,
    /// Whether the engine owes an answer.
    owes: bool,
    run_since: Option<f64>,
    life: f64,
    tick: f64,
    strikes: u32,
    struck: f64,
    proven: bool,
}

impl Policy {
    /// An engine that is started now.
    pub(super) fn new(wanted: Wanted, now: f64) -> Self {
        Self {
            wanted,
            ready: false,
            owes: false,
            run_since: None,
            life: now,
            tick: now,
            strikes: 0,
            struck: now,
            proven: false,
        }
    }

    /// Which build to start.
    pub(super) fn wanted(&self) -> Wanted {
        self.wanted
    }

    /// Whether the engine can be asked.
    pub(super) fn ready(&self) -> bool {
        self.ready
    }

    /// Whether [`Policy::tick`] has anything to watch.
    pub(super) fn watches(&self) -> bool {
        !self.ready || self.owes
    }

    /// The engine is started (again).
    pub(super) fn started(&mut self, now: f64) {
        self.ready = false;
        self.owes = false;
        self.run_since = None;
        self.seen(now);
    }

    /// The engine is up.
    pub(super) fn came_up(&mut self, now: f64) {
        self.ready = true;
        self.seen(now);
    }

    /// The engine gave a sign of life.
    pub(super) fn seen(&mut self, now: f64) {
        self.life = now;
        self.tick = now;
    }

    /// A run was sent.
    pub(super) fn run_sent(&mut self, now: f64) {
        self.run_since = Some(now);
        self.asked(now);
    }

    /// The run was answered.
    pub(super) fn run_answered(&mut self) {
        self.run_since = None;
        self.proven = true;
    }

    /// A question was sent.
    pub(super) fn asked(&mut self, now: f64) {
        if !self.owes {
            self.seen(now);
        }
        self.owes = true;
    }

    /// Nothing is owed any more.
    pub(super) fn settled(&mut self) {
        self.owes = false;
    }

    /// Whether the run under way has taken long enough for its progress to be shown.
    pub(super) fn shows_progress(&self, now: f64) -> bool {
        self.run_since.is_some_and(|since| now - since >= QUIET_MS)
    }

    /// Time has passed. `waits`: a newer run waits for the one under way.
    pub(super) fn tick(&mut self, now: f64, waits: bool) -> Verdict {
        let slept = now - self.tick > SLEPT_MS;
        self.tick = now;
        if slept {
            self.life = now;
        }
        let silent = now - self.life;
        if !self.ready && silent >= START_MS {
            return self.strike(Stop::NoStart, now);
        }
        if self.ready && self.owes && silent >= HANG_MS {
            return self.strike(Stop::Hang, now);
        }
        if waits && self.run_since.is_some_and(|since| now - since > PATIENCE_MS) {
            return Verdict::CutShort;
        }
        Verdict::GoOn
    }

    /// The engine stopped of itself: once it is started again as it was; the second time without
    /// threads, if it had them; then no more.
    pub(super) fn strike(&mut self, stop: Stop, now: f64) -> Verdict {
        if self.proven && now - self.struck > FORGIVEN_MS {
            self.strikes = 0;
        }
        self.proven = false;
        self.struck = now;
        self.strikes += 1;
        match (self.strikes, self.wanted) {
            (1, _) => Verdict::Restart(stop),
            (2, Wanted::Best) => {
                self.wanted = Wanted::Single;
                Verdict::Restart(stop)
            }
            _ => Verdict::GiveUp(stop),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crash() -> Stop {
        Stop::Crash("out of memory".to_owned())
    }

    fn up(wanted: Wanted) -> Policy {
        let mut policy = Policy::new(wanted, 0.0);
        policy.came_up(50.0);
        policy
    }

    /// Ticks as the client does, every 100 ms, until something is to be done or `until` comes.
    fn watch(policy: &mut Policy, from: f64, until: f64, waits: bool) -> (f64, Verdict) {
        let mut now = from;
        while now < until {
            now += 100.0;
            let verdict = policy.tick(now, waits);
            if verdict != Verdict::GoOn {
                return (now, verdict);
            }
        }
        (now, Verdict::GoOn)
    }

    #[test]
    fn an_engine_that_does_not_come_up_in_ten_seconds_is_started_again() {
        let mut policy = Policy::new(Wanted::Best, 0.0);
        assert_eq!(watch(&mut policy, 0.0, 20_000.0, false), (10_000.0, Verdict::Restart(Stop::NoStart)));
    }

    #[test]
    fn a_run_without_a_sign_of_life_for_five_seconds_hangs() {
        let mut policy = up(Wanted::Best);
        policy.run_sent(100.0);
        assert_eq!(watch(&mut policy, 100.0, 4_000.0, false).1, Verdict::GoOn);
        policy.seen(4_000.0);
        assert_eq!(watch(&mut policy, 4_000.0, 20_000.0, false), (9_000.0, Verdict::Restart(Stop::Hang)));
    }

    #[test]
    fn an_idle_engine_is_left_alone() {
        let mut policy = up(Wanted::Best);
        assert!(!policy.watches());
        assert_eq!(watch(&mut policy, 0.0, 60_000.0, false).1, Verdict::GoOn);
    }

    #[test]
    fn a_browser_that_slept_does_not_make_the_engine_a_culprit() {
        let mut policy = up(Wanted::Best);
        policy.run_sent(100.0);
        assert_eq!(policy.tick(3_600_000.0, false), Verdict::GoOn);
        assert_eq!(policy.tick(3_600_100.0, false), Verdict::GoOn);
    }

    #[test]
    fn a_newer_run_waits_for_a_short_one_and_cuts_a_long_one_short() {
        let mut policy = up(Wanted::Best);
        policy.run_sent(100.0);
        assert_eq!(policy.tick(200.0, true), Verdict::GoOn);
        assert_eq!(policy.tick(351.0, false), Verdict::GoOn);
        assert_eq!(policy.tick(400.0, true), Verdict::CutShort);
    }

    #[test]
    fn progress_is_shown_after_a_fifth_of_a_second() {
        let mut policy = up(Wanted::Best);
        policy.run_sent(100.0);
        assert!(!policy.shows_progress(299.0));
        assert!(policy.shows_progress(300.0));
    }

    #[test]
    fn threads_are_tried_twice_then_one_thread_then_nothing() {
        let mut policy = up(Wanted::Best);
        assert_eq!(policy.strike(crash(), 1_000.0), Verdict::Restart(crash()));
        assert_eq!(policy.wanted(), Wanted::Best);
        assert_eq!(policy.strike(crash(), 2_000.0), Verdict::Restart(crash()));
        assert_eq!(policy.wanted(), Wanted::Single);
        assert_eq!(policy.strike(crash(), 3_000.0), Verdict::GiveUp(crash()));
    }

    #[test]
    fn one_thread_is_tried_twice() {
        let mut policy = up(Wanted::Single);
        assert_eq!(policy.strike(crash(), 1_000.0), Verdict::Restart(crash()));
        assert_eq!(policy.strike(crash(), 2_000.0), Verdict::GiveUp(crash()));
    }

    #[test]
    fn strikes_are_forgotten_only_after_an_answer_and_a_while() {
        let mut policy = up(Wanted::Single);
        policy.strike(crash(), 1_000.0);
        assert_eq!(policy.strike(crash(), 90_000.0), Verdict::GiveUp(crash()));

        let mut policy = up(Wanted::Single);
        policy.strike(crash(), 1_000.0);
        policy.run_answered();
        assert_eq!(policy.strike(crash(), 90_000.0), Verdict::Restart(crash()));
    }
}
