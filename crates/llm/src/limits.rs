//! The gate before a profile: who may call next, how many at once, and how much within a minute.

use super::request::Purpose;
use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Notify, oneshot},
    time::Instant,
};

/// The window that limits per minute are counted in.
const MINUTE: Duration = Duration::from_secs(60);

/// The order in which purposes are served when calls have to wait; the lowest first. Somebody
/// stands and waits for the next line and the next act; plans come next; what is thought about
/// afterwards can wait.
pub const fn rank(purpose: Purpose) -> u8 {
    match purpose {
        Purpose::Line | Purpose::Act => 0,
        Purpose::Plan | Purpose::Steps => 1,
        Purpose::Impression | Purpose::Questions | Purpose::Insights | Purpose::Diary => 2,
    }
}

/// A place in the line: the lowest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket {
    /// How pressing the purpose is, by [`rank`]; 0 comes first.
    pub rank: u8,
    /// How many had come before: who came first goes first among equals.
    pub number: u64,
}

/// What was spent within the last minute. Unlike a token bucket it never lets more through in any
/// minute, however the minute is laid.
#[derive(Debug, Default)]
pub struct Window {
    limit: Option<u64>,
    spent: VecDeque<(Instant, u64, u64)>,
    sum: u64,
}

impl Window {
    /// A window with so much per minute; without a limit when there is none.
    pub fn new(limit: Option<u64>) -> Self {
        Self {
            limit,
            spent: VecDeque::new(),
            sum: 0,
        }
    }

    /// When `amount` fits: `now`, or the moment at which enough has left the window. More than the
    /// whole limit fits into an empty window.
    pub fn ready(&mut self, now: Instant, amount: u64) -> Instant {
        let Some(limit) = self.limit else { return now };
        while let Some((at, spent, _)) = self.spent.front()
            && now.duration_since(*at) >= MINUTE
        {
            self.sum = self.sum.saturating_sub(*spent);
            self.spent.pop_front();
        }
        let mut sum = self.sum;
        let mut when = now;
        for (at, spent, _) in &self.spent {
            if sum.saturating_add(amount) <= limit {
                break;
            }
            sum = sum.saturating_sub(*spent);
            when = *at + MINUTE;
        }
        when
    }

    /// Spends an amount, which can be put right later under its ticket.
    pub fn spend(&mut self, now: Instant, amount: u64, ticket: u64) {
        if self.limit.is_some() {
            self.spent.push_back((now, amount, ticket));
            self.sum = self.sum.saturating_add(amount);
        }
    }

    /// Puts an estimate right.
    pub fn settle(&mut self, ticket: u64, amount: u64) {
        if let Some(entry) = self.spent.iter_mut().rev().find(|(_, _, t)| *t == ticket) {
            self.sum = self.sum.saturating_sub(entry.1).saturating_add(amount);
            entry.1 = amount;
        }
    }
}

#[derive(Debug)]
struct Waiting {
    tokens: u64,
    grant: oneshot::Sender<Permit>,
}

#[derive(Debug)]
struct Inside {
    most: usize,
    used: usize,
    requests: Window,
    tokens: Window,
    hold: Option<Instant>,
    line: BTreeMap<Ticket, Waiting>,
    tickets: u64,
}

/// The gate of one profile. Cheap to clone; all clones are the same gate.
#[derive(Clone, Debug)]
pub struct Gate {
    inside: Arc<Mutex<Inside>>,
    changed: Arc<Notify>,
}

/// The right to make one call; given back when dropped.
#[derive(Debug)]
pub struct Permit {
    gate: Gate,
    ticket: u64,
}

/// Leaves the line when its owner stops waiting.
struct InLine<'a>(&'a Gate, Ticket);

impl Drop for InLine<'_> {
    fn drop(&mut self) {
        // The sender, dropped after the lock, gives back a permit that was just being granted.
        let gone = self.0.lock().line.remove(&self.1);
        drop(gone);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.gate.lock().used -= 1;
        self.gate.changed.notify_one();
    }
}

impl Permit {
    /// Puts the estimate of this call's tokens right.
    pub fn settle(&self, tokens: u64) {
        self.gate.lock().tokens.settle(self.ticket, tokens);
        self.gate.changed.notify_one();
    }
}

impl Gate {
    /// A gate for so many calls at once, and so many calls and tokens within any minute.
    pub fn new(
        most: usize,
        requests_per_minute: Option<u64>,
        tokens_per_minute: Option<u64>,
    ) -> Self {
        let inside = Inside {
            most: most.max(1),
            used: 0,
            requests: Window::new(requests_per_minute),
            tokens: Window::new(tokens_per_minute),
            hold: None,
            line: BTreeMap::new(),
            tickets: 0,
        };
        Self {
            inside: Arc::new(Mutex::new(inside)),
            changed: Arc::new(Notify::new()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits in line for a call that is expected to take so many tokens. Each turn may stand in
    /// line only once. [`Gate::serve`] must run.
    pub async fn enter(&self, turn: Ticket, tokens: u64) -> Option<Permit> {
        let (grant, granted) = oneshot::channel();
        self.lock().line.insert(turn, Waiting { tokens, grant });
        let _in_line = InLine(self, turn);
        self.changed.notify_one();
        granted.await.ok()
    }

    /// Lets nobody through before a moment, as the server asked.
    pub fn hold(&self, until: Instant) {
        let mut inside = self.lock();
        inside.hold = Some(inside.hold.map_or(until, |before| before.max(until)));
        drop(inside);
        self.changed.notify_one();
    }

    /// Whether a call that is expected to take so many tokens would now wait for a limit of time
    /// rather than for other calls.
    pub fn holds(&self, now: Instant, tokens: u64) -> bool {
        let mut inside = self.lock();
        inside.hold.is_some_and(|until| until > now)
            || inside.requests.ready(now, 1) > now
            || inside.tokens.ready(now, tokens) > now
    }

    /// How many calls are under way, and how many wait.
    pub fn load(&self) -> (usize, usize) {
        let inside = self.lock();
        (inside.used, inside.line.len())
    }

    /// Lets through all who may go now; the moment at which the next one may, if that is a matter
    /// of time.
    fn pump(&self, now: Instant) -> Option<Instant> {
        loop {
            let mut inside = self.lock();
            if inside.used >= inside.most {
                return None;
            }
            let tokens = inside.line.first_key_value()?.1.tokens;
            let when = inside
                .requests
                .ready(now, 1)
                .max(inside.tokens.ready(now, tokens))
                .max(inside.hold.unwrap_or(now));
            if when > now {
                return Some(when);
            }
            let (_, next) = inside.line.pop_first()?;
            inside.used += 1;
            inside.tickets += 1;
            let ticket = inside.tickets;
            inside.requests.spend(now, 1, ticket);
            inside.tokens.spend(now, tokens, ticket);
            drop(inside);
            // One who has gone meanwhile gives the permit back by dropping it.
            let _ = next.grant.send(Permit {
                gate: self.clone(),
                ticket,
            });
        }
    }

    /// Serves the line for ever; to be run beside those who wait.
    pub async fn serve(self) {
        loop {
            match self.pump(Instant::now()) {
                None => self.changed.notified().await,
                Some(when) => {
                    tokio::select! {
                        () = self.changed.notified() => {}
                        () = tokio::time::sleep_until(when) => {}
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap()
    }

    #[test]
    fn no_minute_sees_more_than_the_limit() {
        let runtime = runtime();
        let _guard = runtime.enter();
        let start = Instant::now();
        let mut window = Window::new(Some(10));
        let mut now = start;
        let mut times = Vec::new();
        for ticket in 0..40 {
            now = window.ready(now, 2).max(now);
            window.spend(now, 2, ticket);
            times.push(now);
            now += Duration::from_secs(3);
        }
        for at in &times {
            let within = times
                .iter()
                .filter(|t| **t >= *at && t.duration_since(*at) < MINUTE)
                .count();
            assert!(within <= 5, "{within}");
        }
        assert!(times.last().unwrap().duration_since(start) <= MINUTE * 8);
    }

    #[test]
    fn estimates_are_put_right_and_large_ones_pass_alone() {
        let runtime = runtime();
        let _guard = runtime.enter();
        let now = Instant::now();
        let mut window = Window::new(Some(100));
        assert_eq!(
            window.ready(now, 5000),
            now,
            "more than the limit fits into an empty window"
        );
        window.spend(now, 90, 1);
        assert_eq!(window.ready(now, 20), now + MINUTE);
        window.settle(1, 30);
        assert_eq!(window.ready(now, 20), now);
        assert_eq!(Window::new(None).ready(now, u64::MAX), now);
    }

    #[test]
    fn lines_before_plans_before_diaries_and_first_come_first_served() {
        runtime().block_on(async {
            let gate = Gate::new(1, None, None);
            tokio::spawn(gate.clone().serve());
            let first = gate.enter(Ticket { rank: 0, number: 0 }, 1).await.unwrap();
            let order = Arc::new(Mutex::new(Vec::new()));
            let mut tasks = Vec::new();
            for (number, purpose) in [
                Purpose::Diary,
                Purpose::Plan,
                Purpose::Line,
                Purpose::Plan,
                Purpose::Act,
            ]
            .into_iter()
            .enumerate()
            {
                let (gate, order) = (gate.clone(), Arc::clone(&order));
                tasks.push(tokio::spawn(async move {
                    let permit = gate
                        .enter(
                            Ticket {
                                rank: rank(purpose),
                                number: number as u64 + 1,
                            },
                            1,
                        )
                        .await;
                    order.lock().unwrap().push(number);
                    drop(permit);
                }));
            }
            tokio::task::yield_now().await;
            assert_eq!(gate.load(), (1, 5));
            // One of those who wait goes away.
            tasks.remove(3).abort();
            tokio::task::yield_now().await;
            drop(first);
            for task in tasks {
                task.await.unwrap();
            }
            assert_eq!(*order.lock().unwrap(), [2, 4, 1, 0]);
            assert_eq!(gate.load(), (0, 0));
        });
    }

    #[test]
    fn nobody_passes_while_held() {
        runtime().block_on(async {
            let gate = Gate::new(4, None, None);
            tokio::spawn(gate.clone().serve());
            let start = Instant::now();
            gate.hold(start + Duration::from_millis(80));
            assert!(gate.holds(start, 1));
            let permit = gate.enter(Ticket { rank: 0, number: 0 }, 1).await;
            assert!(permit.is_some() && start.elapsed() >= Duration::from_millis(80));
        });
    }
}
