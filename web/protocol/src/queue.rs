//! Latest wins: at most one run is under way and one waits; a newer one takes the waiting one's
//! place.
//!
//! An engine that computes cannot hear (it has one thread, or its first thread is in the
//! computation), so the only way to cut a run short is to start the engine again, which costs
//! about 40 ms and the text's way across. A short run is therefore let finish; one that has been
//! under way for longer than the page's patience is cut short by the newer one.

/// The runs that are under way and waiting. `T` is whatever a run needs to be sent.
#[derive(Debug)]
pub struct Queue<T> {
    current: Option<u32>,
    next: Option<T>,
    last: u32,
}

/// What the page has to do now.
#[derive(Debug, PartialEq, Eq)]
pub enum Step<T> {
    /// Send this run, under this number.
    Send(u32, T),
    /// Wait: an engine computes, or there is nothing to do.
    Wait,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self { current: None, next: None, last: 0 }
    }
}

impl<T> Queue<T> {
    /// A new run is wanted. Replaces one that waits.
    pub fn push(&mut self, run: T) -> Step<T> {
        self.next = Some(run);
        self.advance()
    }

    /// The engine answered this run. Tells whether the answer is one to show (an answer to a run
    /// that was cut short is not), and what comes next.
    pub fn answered(&mut self, run: u32) -> (bool, Step<T>) {
        let awaited = self.current == Some(run);
        if awaited {
            self.current = None;
        }
        (awaited, self.advance())
    }

    /// The engine was started again: what it computed is lost, what waits goes first.
    pub fn restarted(&mut self) -> Step<T> {
        self.current = None;
        self.advance()
    }

    /// Nothing is wanted any more: what waits is dropped, and what is under way is not awaited.
    pub fn clear(&mut self) {
        self.current = None;
        self.next = None;
    }

    /// The run under way.
    pub fn current(&self) -> Option<u32> {
        self.current
    }

    /// Whether a run waits for the one under way.
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    fn advance(&mut self) -> Step<T> {
        if self.current.is_some() {
            return Step::Wait;
        }
        let Some(run) = self.next.take() else { return Step::Wait };
        self.last = self.last.wrapping_add(1);
        self.current = Some(self.last);
        Step::Send(self.last, run)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_run_is_sent_at_once() {
        assert_eq!(Queue::default().push("a"), Step::Send(1, "a"));
    }

    #[test]
    fn of_those_that_wait_only_the_latest_is_sent() {
        let mut queue = Queue::default();
        queue.push("a");
        assert_eq!(queue.push("b"), Step::Wait);
        assert_eq!(queue.push("c"), Step::Wait);
        assert_eq!(queue.answered(1), (true, Step::Send(2, "c")));
        assert_eq!(queue.answered(2), (true, Step::Wait));
    }

    #[test]
    fn after_a_restart_the_waiting_run_goes_and_the_lost_answer_is_not_shown() {
        let mut queue = Queue::default();
        queue.push("a");
        queue.push("b");
        assert_eq!(queue.restarted(), Step::Send(2, "b"));
        assert_eq!(queue.answered(1), (false, Step::Wait));
        assert_eq!(queue.current(), Some(2));
    }

    #[test]
    fn a_cleared_queue_awaits_nothing() {
        let mut queue = Queue::default();
        queue.push("a");
        queue.push("b");
        queue.clear();
        assert_eq!((queue.current(), queue.has_next()), (None, false));
        assert_eq!(queue.push("c"), Step::Send(2, "c"));
    }
}
