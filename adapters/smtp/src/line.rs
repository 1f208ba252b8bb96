//! One letter over a connection that is kept or new.
//!
//! At most so many connections are open at once; whoever finds none free waits for a turn, in order. One
//! of them is left for codes, for which somebody sits and waits.
//! Connections are kept for the next letter, are asked whether they live before they are used, and say
//! good-bye when nobody has used them for half a minute. One that dies before the server has agreed to
//! the sender has cost nothing, and is replaced by a new one, once.
//!
//! A connection ends with the Tokio runtime in which it was opened, and so with the worker whose runtime
//! that is. It is used in that runtime alone, so that no worker breaks off what another one says.

use core::fmt;
use core::time::Duration;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use countersign::port::{Brink, CourierError};
use tokio::runtime::{Handle, Id};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use crate::composed::Composed;
use crate::conversation::Conversation;
use crate::failure::{Failure, Outcome};
use crate::server::Server;

/// For how long a connection that nobody uses is kept.
const KEPT: Duration = Duration::from_secs(30);

/// The connections to a server.
pub(crate) struct Lines {
    server: Server,
    turns: Semaphore,
    /// All turns but one: those for what nobody waits for.
    leisure: Semaphore,
    idle: Mutex<Idle>,
}

#[derive(Default)]
struct Idle {
    /// The one that was used last stands last.
    kept: Vec<Kept>,
    /// Who looks after them.
    attendant: Option<JoinHandle<()>>,
}

struct Kept {
    since: Instant,
    runtime: Id,
    line: Conversation,
}

impl Lines {
    pub(crate) fn to(server: Server) -> Arc<Self> {
        let turns = Semaphore::new(server.connections);
        let leisure = Semaphore::new(server.connections.saturating_sub(1).max(1));
        Arc::new(Self { server, turns, leisure, idle: Mutex::default() })
    }

    /// Sends a letter.
    pub(crate) async fn send(
        self: &Arc<Self>,
        letter: &Composed,
        brink: Brink<'_>,
    ) -> Result<(), CourierError> {
        let _leisure = match letter.is_awaited {
            true => None,
            false => Some(self.leisure.acquire().await.map_err(CourierError::not_sent)?),
        };
        let _turn = self.turns.acquire().await.map_err(CourierError::not_sent)?;
        let mut line = self.with_sender(letter).await?;
        let announced = line.announce(letter).await;
        let mut line = self.go_on(line, announced).await?;
        // If this says no, the connection ends here: after 354 there is no other way to take a letter
        // back.
        brink.await?;
        let taken = line.hand_over(letter).await;
        let line = self.go_on(line, taken).await?;
        self.keep(line);
        Ok(())
    }

    /// A connection on which the server has agreed to the sender.
    async fn with_sender(self: &Arc<Self>, letter: &Composed) -> Result<Conversation, Failure> {
        if let Some(mut line) = self.kept().await {
            let agreed = line.sender(letter).await;
            let died = agreed.as_ref().is_err_and(|failure| match failure.outcome {
                Outcome::Broken | Outcome::Closing => true,
                Outcome::Later | Outcome::Never | Outcome::Unsure => false,
            });
            if !died {
                return self.go_on(line, agreed).await;
            }
        }
        let mut line = Conversation::open(&self.server).await?;
        let agreed = line.sender(letter).await;
        self.go_on(line, agreed).await
    }

    /// Keeps a connection that can still be used, if the letter cannot go on over it.
    async fn go_on(
        self: &Arc<Self>,
        mut line: Conversation,
        so_far: Result<(), Failure>,
    ) -> Result<Conversation, Failure> {
        let Err(failure) = so_far else { return Ok(line) };
        let usable = match failure.outcome {
            Outcome::Later | Outcome::Never => line.start_over().await,
            Outcome::Broken | Outcome::Closing | Outcome::Unsure => false,
        };
        if usable {
            self.keep(line);
        }
        Err(failure)
    }

    async fn kept(&self) -> Option<Conversation> {
        let runtime = Handle::current().id();
        loop {
            let mut kept = self.idle().last_of(runtime)?;
            if kept.since.elapsed() < KEPT && kept.line.is_alive().await {
                return Some(kept.line);
            }
        }
    }

    fn keep(self: &Arc<Self>, line: Conversation) {
        let mut idle = self.idle();
        idle.kept.push(Kept { since: Instant::now(), runtime: Handle::current().id(), line });
        // An attendant ends with its runtime, too.
        if idle.attendant.as_ref().is_none_or(JoinHandle::is_finished) {
            let lines = Arc::downgrade(self);
            idle.attendant = Some(tokio::spawn(async move {
                loop {
                    sleep(KEPT).await;
                    let Some(lines) = lines.upgrade() else { return };
                    let (old, left) = lines.sort_out();
                    drop(lines);
                    for line in old {
                        line.close().await;
                    }
                    if left == 0 {
                        return;
                    }
                }
            }));
        }
    }

    /// Those that nobody has used for long, and how many are left.
    fn sort_out(&self) -> (Vec<Conversation>, usize) {
        let mut idle = self.idle();
        let old = idle.kept.iter().take_while(|kept| kept.since.elapsed() >= KEPT).count();
        let old = idle.kept.drain(..old).map(|kept| kept.line).collect();
        let left = idle.kept.len();
        if left == 0 {
            idle.attendant = None;
        }
        (old, left)
    }

    fn idle(&self) -> MutexGuard<'_, Idle> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        let idle = self.idle.get_mut().unwrap_or_else(PoisonError::into_inner);
        // Where nothing runs any more, the server sees the connections end.
        let Ok(runtime) = Handle::try_current() else { return };
        for kept in idle.kept.drain(..) {
            runtime.spawn(kept.line.close());
        }
    }
}

impl Idle {
    fn last_of(&mut self, runtime: Id) -> Option<Kept> {
        let last = self.kept.iter().rposition(|kept| kept.runtime == runtime)?;
        Some(self.kept.remove(last))
    }
}

impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("server", &self.server).finish_non_exhaustive()
    }
}
