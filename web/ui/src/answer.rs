//! One answer, promised: the asker waits for it, whoever holds the other end keeps the promise.
//!
//! A promise that is dropped unkept answers [`Lost`]. For one thread only. Not for more than one
//! answer.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The answer will not come: whoever would have given it was started again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

#[derive(Debug)]
enum Slot<T> {
    Waiting(Option<Waker>),
    Settled(Option<Result<T, Lost>>),
}

/// The end that keeps the promise.
#[derive(Debug)]
pub struct Promise<T>(Rc<RefCell<Slot<T>>>);

/// The end that waits.
#[derive(Debug)]
pub struct Answer<T>(Rc<RefCell<Slot<T>>>);

/// A promise and what it promises.
pub fn promise<T>() -> (Promise<T>, Answer<T>) {
    let slot = Rc::new(RefCell::new(Slot::Waiting(None)));
    (Promise(Rc::clone(&slot)), Answer(slot))
}

impl<T> Promise<T> {
    /// Gives the answer.
    pub fn keep(self, answer: T) {
        self.settle(Ok(answer));
    }

    fn settle(&self, answer: Result<T, Lost>) {
        let old = {
            let mut slot = self.0.borrow_mut();
            if matches!(*slot, Slot::Settled(_)) {
                return;
            }
            std::mem::replace(&mut *slot, Slot::Settled(Some(answer)))
        };
        // Woken with the slot free again: the waker may poll at once.
        if let Slot::Waiting(Some(waker)) = old {
            waker.wake();
        }
    }
}

impl<T> Drop for Promise<T> {
    fn drop(&mut self) {
        self.settle(Err(Lost));
    }
}

impl<T> Future for Answer<T> {
    type Output = Result<T, Lost>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self.0.borrow_mut() {
            Slot::Settled(answer) => Poll::Ready(answer.take().unwrap_or(Err(Lost))),
            Slot::Waiting(waker) => {
                *waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll<T>(answer: &mut Answer<T>) -> Poll<Result<T, Lost>> {
        Pin::new(answer).poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn a_kept_promise_is_answered_once() {
        let (promise, mut answer) = promise();
        assert_eq!(poll(&mut answer), Poll::Pending);
        promise.keep(7);
        assert_eq!(poll(&mut answer), Poll::Ready(Ok(7)));
    }

    #[test]
    fn a_promise_dropped_unkept_is_lost() {
        let (promise, mut answer) = promise::<u32>();
        drop(promise);
        assert_eq!(poll(&mut answer), Poll::Ready(Err(Lost)));
    }
}
