//! How much, and for how long.

use core::time::Duration;

/// How many ticks a stream of events has. Countersign decides before it opens, so it does not stay
/// open for ever: whoever comes again is asked again.
pub const TICKS: usize = 60;
/// How long it is from tick to tick.
pub const TICK: Duration = Duration::from_secs(1);
/// How long a socket stays open, for the same reason.
pub const LONGEST_SOCKET: Duration = Duration::from_secs(600);
/// The longest message that a socket echoes, in bytes.
pub const LONGEST_MESSAGE: usize = 64 * 1024;
/// The largest form, in bytes.
pub const LARGEST_FORM: usize = 16 * 1024;
/// How long open connections are waited for at the end.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// How long letters that are on their way are waited for afterwards. With [`PATIENCE`] it is less than the
/// ten seconds after which many a supervisor kills what it has asked to end.
pub const LAST_LETTERS: Duration = Duration::from_secs(6);
