//! A circuit breaker: a model that fails again and again is left alone for a while, then tried
//! once.

use std::time::Duration;
use tokio::time::Instant;

/// The longest that a model is left alone.
const LONGEST: Duration = Duration::from_secs(300);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BreakerState {
    Closed { failures: u32 },
    Open { until: Instant },
    Trying { since: Instant },
}

/// The breaker of one profile: after failures in a row no call is made for a while.
#[derive(Clone, Copy, Debug)]
pub struct Breaker {
    state: BreakerState,
    most: u32,
    first: Duration,
    rest: Duration,
}

impl Breaker {
    /// Opens after so many failures in a row, for `rest` at first and twice as long each time that
    /// a trial fails.
    pub fn new(most: u32, rest: Duration) -> Self {
        Self {
            state: BreakerState::Closed { failures: 0 },
            most: most.max(1),
            first: rest,
            rest,
        }
    }

    /// Whether a call may be made. The first after the rest is a trial; until it has ended no other
    /// is let through, unless it takes longer than `patience`.
    pub fn admit(&mut self, now: Instant, patience: Duration) -> bool {
        match self.state {
            BreakerState::Closed { .. } => true,
            BreakerState::Open { until } if until > now => false,
            BreakerState::Trying { since } if now.duration_since(since) < patience => false,
            BreakerState::Open { .. } | BreakerState::Trying { .. } => {
                self.state = BreakerState::Trying { since: now };
                true
            }
        }
    }

    /// A call went well.
    pub fn success(&mut self) {
        self.state = BreakerState::Closed { failures: 0 };
        self.rest = self.first;
    }

    /// Notes that a call failed; after too many in a row, or a trial, no call is made for the rest.
    pub fn failure(&mut self, now: Instant) {
        match self.state {
            BreakerState::Closed { failures } if failures + 1 < self.most => {
                self.state = BreakerState::Closed {
                    failures: failures + 1,
                }
            }
            BreakerState::Closed { .. } => {
                self.state = BreakerState::Open {
                    until: now + self.rest,
                }
            }
            BreakerState::Trying { .. } => {
                self.rest = (self.rest * 2).min(LONGEST.max(self.first));
                self.state = BreakerState::Open {
                    until: now + self.rest,
                };
            }
            BreakerState::Open { .. } => {}
        }
    }

    /// Leaves the model alone until a moment that the server has named, but no longer than the
    /// longest rest.
    pub fn rest_until(&mut self, now: Instant, until: Instant) {
        self.state = BreakerState::Open {
            until: until.min(now + LONGEST),
        };
    }

    /// A trial ended without telling anything, since nobody waited for it any more: the next call
    /// is the trial.
    pub fn undecided(&mut self, now: Instant) {
        if matches!(self.state, BreakerState::Trying { .. }) {
            self.state = BreakerState::Open { until: now };
        }
    }

    /// How much longer the model is left alone; none while calls go through.
    pub fn open_for(&self, now: Instant) -> Option<Duration> {
        match self.state {
            BreakerState::Closed { .. } => None,
            BreakerState::Open { until } => Some(until.saturating_duration_since(now)),
            BreakerState::Trying { .. } => Some(Duration::ZERO),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_tries_and_closes() {
        let second = Duration::from_secs(1);
        let mut now = Instant::now();
        let mut breaker = Breaker::new(3, second * 10);
        breaker.failure(now);
        breaker.failure(now);
        breaker.success();
        breaker.failure(now);
        breaker.failure(now);
        assert!(breaker.admit(now, second));
        breaker.failure(now);
        assert_eq!(breaker.open_for(now), Some(second * 10));
        assert!(!breaker.admit(now, second));
        now += second * 10;
        assert!(breaker.admit(now, second), "one trial");
        assert!(!breaker.admit(now, second), "and only one");
        breaker.failure(now);
        assert_eq!(breaker.open_for(now), Some(second * 20), "twice as long");
        now += second * 20;
        assert!(breaker.admit(now, second));
        breaker.undecided(now);
        assert!(
            breaker.admit(now, second),
            "a trial that was dropped is tried again"
        );
        assert!(
            breaker.admit(now + second, second),
            "and so is one that takes too long"
        );
        breaker.success();
        assert!(breaker.open_for(now).is_none() && breaker.admit(now, second));
    }

    #[test]
    fn a_server_may_ask_to_be_left_alone() {
        let (second, now) = (Duration::from_secs(1), Instant::now());
        let mut breaker = Breaker::new(3, second);
        breaker.rest_until(now, now + second * 60);
        assert!(
            !breaker.admit(now + second * 59, second) && breaker.admit(now + second * 60, second)
        );
        breaker.rest_until(now, now + second * 86_400);
        assert_eq!(breaker.open_for(now), Some(LONGEST));
    }
}
