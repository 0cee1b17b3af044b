//! Time and chance: the only place that asks the browser for either.

use crate::notes::book::Moment;
use crate::notes::{NoteId, Origin, Time};
use std::cell::OnceCell;

thread_local! {
    /// The word under which this opening of the application writes, made when it first writes.
    static ORIGIN: OnceCell<Origin> = const { OnceCell::new() };
}

/// Now, by the device's clock.
pub fn now() -> Time {
    Time::from_unix_ms(js_sys::Date::now() as i64)
}

/// Now, and which opening of the application it is. Two tabs never have the same word, reloads neither.
pub fn moment() -> Moment {
    let origin = ORIGIN.with(|own| own.get_or_init(|| Origin::from_random(random())).clone());
    Moment { now: now(), origin }
}

pub fn new_note_id() -> NoteId {
    NoteId::from_random(random())
}

/// Random bytes; from the browser's ordinary generator where it has no better one, since they name things and keep no secret.
fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.is_none_or(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_err()) {
        bytes.iter_mut().for_each(|byte| *byte = (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}
