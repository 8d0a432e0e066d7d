//! Parts of what a job gives, told to the rooms while the job holds the worker's thread. Not for how far it
//! is: engine and workshop share that.

use std::cell::RefCell;

use icewall_protocol::workshop::Made;

use crate::sheets::Sheet;

type Listener = Box<dyn Fn(Made, Vec<Sheet>)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Does `work` while `listener` hears the parts of what it gives.
pub(crate) fn told<T>(listener: impl Fn(Made, Vec<Sheet>) + 'static, work: impl FnOnce() -> T) -> T {
    LISTENER.replace(Some(Box::new(listener)));
    let result = work();
    LISTENER.take();
    result
}

/// Says a part of what the job under way gives.
pub(crate) fn part(made: Made, sheets: Vec<Sheet>) {
    LISTENER.with_borrow(|listener| {
        if let Some(listener) = listener {
            listener(made, sheets);
        }
    });
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn a_part_is_heard_while_somebody_listens() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let told_to = Rc::clone(&heard);
        told(move |made, _| told_to.borrow_mut().push(made), || part(Made::Nothing, Vec::new()));
        part(Made::WholeFile, Vec::new());
        assert_eq!(*heard.borrow(), [Made::Nothing]);
    }
}
