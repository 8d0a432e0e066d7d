//! What the browser's databases answer, waited for. Not for what is asked.
//!
//! `idb` could wait by itself, but every request that it waits for leaves its callbacks behind for as long as the
//! page lives.

use std::cell::Cell;
use std::rc::Rc;

use icewall_ui::answer::promise;
use idb::request::OpenDatabaseRequest;
use idb::{Database, Error, Request, Transaction};
use wasm_bindgen::JsValue;

/// What a request gives, once it is done; `undefined` for what is not there.
pub(crate) async fn answered(mut request: impl Request) -> Result<JsValue, Error> {
    let (promise, answer) = promise();
    let done = Rc::new(Cell::new(Some(promise)));
    let failed = Rc::clone(&done);
    request.on_success(move |_| drop(done.take()));
    request.on_error(move |_| drop(failed.take()));
    // Whichever it was, the request knows: the promise is never kept, only ended.
    let _: Result<(), _> = answer.await;
    match request.error()? {
        Some(error) => Err(Error::DomException(error)),
        None => request.result(),
    }
}

/// The database that a request opens.
pub(crate) async fn opened(request: OpenDatabaseRequest) -> Result<Database, Error> {
    answered(request).await?.try_into()
}

/// Commits a transaction and waits until what it changed is kept. A browser without room may say so only here.
pub(crate) async fn committed(transaction: Transaction) -> Result<(), Error> {
    let mut transaction = transaction.commit()?;
    let (promise, answer) = promise();
    let complete = Rc::new(Cell::new(Some(promise)));
    let aborted = Rc::clone(&complete);
    transaction.on_complete(move |_| {
        if let Some(promise) = complete.take() {
            promise.keep(());
        }
    });
    transaction.on_abort(move |_| drop(aborted.take()));
    // A transaction that the browser gives up is no error of any request: it has an error of its own.
    answer.await.map_err(|_| transaction.error().map_or(Error::DomExceptionNotFound, Error::DomException))
}
