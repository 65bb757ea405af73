//! Why a call was refused.

use super::tell;
use crate::campus::{Item, SpotKind, people::Doing};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// Declares the refusals with the word by which they are counted; the texts have a sentence of each
/// under `refusal-` and this.
macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident: $type:ty),+ })? = $word:literal;)+) => {
        /// Why a call was refused: what the agent is told, and what is counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Refusal {
            $($(#[$doc])* $variant $({ $($(#[$fdoc])* $field: $type),+ })?,)+
        }

        impl Refusal {
            /// The word by which it is counted, and under which the texts have its sentence.
            pub const fn word(&self) -> &'static str {
                match self { $(Refusal::$variant { .. } => $word),+ }
            }

            /// The words of all refusals, by which they are counted.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
        }
    };
}

refusals! {
    /// The caller is asleep.
    Asleep = "asleep";
    /// The caller is away in town.
    Away = "away";
    /// Nothing can be done of that length.
    BadLength = "bad_length";
    /// The place is closed.
    Closed {
        /// The place that was to be entered.
        place: PlaceId
    } = "closed";
    /// The place is full.
    Full {
        /// The place that was to be entered.
        place: PlaceId
    } = "full";
    /// No spot of that kind is free.
    NoFreeSpot {
        /// The kind of spot that was wanted.
        kind: SpotKind
    } = "no_free_spot";
    /// No way leads there.
    NoWay = "no_way";
    /// That cannot be done there.
    WrongPlace {
        /// What was to be done.
        doing: Doing
    } = "wrong_place";
    /// A bedroom of somebody else.
    NotYourRoom = "not_your_room";
    /// Nobody of that name.
    Nobody = "nobody";
    /// Out of earshot or out of sight.
    OutOfEarshot {
        /// The person the call was meant for.
        who: AgentId
    } = "out_of_earshot";
    /// The other is asleep, in class, walking or talking with somebody else.
    PartnerBusy {
        /// The person the call was meant for.
        who: AgentId
    } = "partner_busy";
    /// The caller is in the middle of something in which one does not talk.
    NotNow = "not_now";
    /// It is the other's turn.
    NotYourTurn = "not_your_turn";
    /// The conversation is as large as conversations get.
    TalkFull = "talk_full";
    /// The guest is invited to it already, by anybody, or invites to it.
    AlreadyInvited = "already_invited";
    /// No words, or too many.
    BadText = "bad_text";
    /// Not enrolled, not on that shift, not invited.
    NotYours = "not_yours";
    /// Not where it is held.
    NotThere {
        /// Where it is held.
        place: PlaceId
    } = "not_there";
    /// It does not begin for some time yet.
    TooEarly {
        /// When it begins; people may come up to [`super::EARLY`] seconds before.
        begins: SimTime
    } = "too_early";
    /// It has ended, or the caller is done with it.
    Over = "over";
    /// It is not sold where the caller is, or not at this hour.
    NotSold {
        /// The thing that was asked for.
        item: Item
    } = "not_sold";
    /// Nobody serves at the counter.
    NobodyServes = "nobody_serves";
    /// It costs more than the caller has.
    CannotAfford {
        /// The price, in cents.
        price: u32
    } = "cannot_afford";
    /// The caller stands in the queue already.
    AlreadyQueueing = "already_queueing";
    /// The queue is too long.
    QueueFull = "queue_full";
    /// In the past, or too far ahead.
    BadTime = "bad_time";
    /// One of the two has something else then.
    Clash = "clash";
    /// Nothing to eat or drink.
    NothingToEat = "nothing_to_eat";
    /// The caller does not carry it.
    NotCarried {
        /// The thing that was to change hands.
        item: Item
    } = "not_carried";
    /// Borrowed, and of somebody else.
    NotYoursToGive {
        /// The person it was borrowed of.
        owner: AgentId
    } = "not_yours_to_give";
    /// Gone when it is used, so that it cannot be given back.
    UsedUp {
        /// The thing that was to change hands.
        item: Item
    } = "used_up";
    /// Out of reach or out of sight.
    OutOfReach {
        /// The person the call was meant for.
        who: AgentId
    } = "out_of_reach";
    /// The other's bag is full.
    BagFull {
        /// The person whose bag it is.
        who: AgentId
    } = "bag_full";
}

impl Refusal {
    /// Whether the place is why: it is full or closed, or nobody is there to serve. Somebody who
    /// comes at another hour may fare better.
    pub const fn of_the_place(&self) -> bool {
        matches!(
            self,
            Refusal::Full { .. }
                | Refusal::Closed { .. }
                | Refusal::NoFreeSpot { .. }
                | Refusal::NobodyServes
        )
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&tell::ENGLISH.label("refusal", self.word()))
    }
}
