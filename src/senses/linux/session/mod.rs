//! The session: the locked screen and announced sleep. Owns who is asked for them: logind on the system bus, the
//! screen savers on the session bus. And its end.

pub(super) mod end;
pub(super) mod lock;
pub(super) mod login1;
pub(super) mod logind;
pub(super) mod saver;
mod savers;
mod sleep;
