//! Why a call was refused.

use crate::campus::{Item, SpotKind, people::Doing};
use collegium_core::{
    ids::{AgentId, PlaceId},
    time::SimTime,
};
use serde::{Deserialize, Serialize};

/// Declares the refusals with the word by which they are counted and the sentence that the table in
/// the docs shows.
macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident: $type:ty),+ })? = $word:literal, $table:literal;)+) => {
        /// Why a call was refused: what the agent is told, and what is counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Refusal {
            $($(#[$doc])* $variant $({ $($(#[$fdoc])* $field: $type),+ })?,)+
        }

        impl Refusal {
            /// The word by which it is counted.
            pub const fn word(&self) -> &'static str {
                match self { $(Refusal::$variant { .. } => $word),+ }
            }

            /// All words with what they mean, for the docs.
            pub const TABLE: &'static [(&'static str, &'static str)] = &[$(($word, $table)),+];
        }
    };
}

refusals! {
    /// Asleep.
    Asleep = "asleep", "the caller is asleep";
    /// Away in town.
    Away = "away", "the caller is away in town, and the call needs the campus";
    /// Nothing can be done of that length.
    BadLength = "bad_length", "the length is shorter or longer than the tool takes";
    /// The place is closed.
    Closed {
        /// Which.
        place: PlaceId
    } = "closed", "the place is closed";
    /// The place is full.
    Full {
        /// Which.
        place: PlaceId
    } = "full", "as many people as the place holds are inside or on their way";
    /// No spot of that kind is free.
    NoFreeSpot {
        /// Which kind.
        kind: SpotKind
    } = "no_free_spot", "every spot of the kind that the activity needs is taken";
    /// No way leads there.
    NoWay = "no_way", "no walkable way leads there";
    /// That cannot be done there.
    WrongPlace {
        /// What.
        doing: Doing
    } = "wrong_place", "the activity is not possible in that place";
    /// A bedroom of somebody else.
    NotYourRoom = "not_your_room", "the bedroom is somebody else's, and nobody of the house is in";
    /// Nobody of that name.
    Nobody = "nobody", "no such person, or oneself";
    /// Out of earshot or out of sight.
    OutOfEarshot {
        /// Who.
        who: AgentId
    } = "out_of_earshot", "the other is too far away to hear, or a wall is between";
    /// The other is asleep, in class, walking or talking with somebody else.
    PartnerBusy {
        /// Who.
        who: AgentId
    } = "partner_busy", "the other is asleep, in class, on the way, or talking with somebody else";
    /// The caller is in the middle of something in which one does not talk.
    NotNow = "not_now", "the caller is in class, on the way or otherwise not free to do that";
    /// It is the other's turn.
    NotYourTurn = "not_your_turn", "it is the other's turn to speak";
    /// The conversation is as large as conversations get.
    TalkFull = "talk_full", "as many people as a conversation holds take part in it already";
    /// Invited already.
    AlreadyInvited = "already_invited", "the other was invited to that already, or is its host";
    /// No words, or too many.
    BadText = "bad_text", "the text is empty or too long";
    /// Not enrolled, not on that shift, not invited.
    NotYours = "not_yours", "the caller is not enrolled, not on that shift, or not invited";
    /// Not where it is held.
    NotThere {
        /// Where it is held.
        place: PlaceId
    } = "not_there", "the caller is not in the place where it is held";
    /// Too early.
    TooEarly {
        /// When it begins.
        begins: SimTime
    } = "too_early", "it does not begin soon enough to come already";
    /// Over.
    Over = "over", "it is over, or already settled";
    /// Not sold here.
    NotSold {
        /// What.
        item: Item
    } = "not_sold", "the place the caller is in does not sell that, or not at this time of day";
    /// Nobody serves.
    NobodyServes = "nobody_serves", "nobody is behind the counter, though somebody of the scenario works there at other hours";
    /// Too expensive.
    CannotAfford {
        /// The price in cents.
        price: u32
    } = "cannot_afford", "the caller has less money than the price";
    /// Already in the queue.
    AlreadyQueueing = "already_queueing", "the caller stands in that queue already";
    /// The queue is too long.
    QueueFull = "queue_full", "the queue is as long as queues get there";
    /// In the past, or too far ahead.
    BadTime = "bad_time", "the time is past, or too far ahead";
    /// One of the two has something else then.
    Clash = "clash", "one of the two has something else at that time";
    /// Nothing to eat or drink.
    NothingToEat = "nothing_to_eat", "the bag holds nothing to eat or drink";
    /// Not in the bag.
    NotCarried {
        /// What.
        item: Item
    } = "not_carried", "the bag does not hold it";
    /// Borrowed, and of somebody else.
    NotYoursToGive {
        /// Whose it is.
        owner: AgentId
    } = "not_yours_to_give", "it is borrowed, and the other is not the one whom it belongs to";
    /// Gone when it is used, so that it cannot be given back.
    UsedUp {
        /// What.
        item: Item
    } = "used_up", "it is gone when it is used, so it can be given but not lent";
    /// Out of reach or out of sight.
    OutOfReach {
        /// Who.
        who: AgentId
    } = "out_of_reach", "the other is too far away to be handed something, or a wall is between";
    /// The other's bag is full.
    BagFull {
        /// Whose.
        who: AgentId
    } = "bag_full", "the other's bag holds as much as it can";
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = self.word();
        let sentence = Refusal::TABLE
            .iter()
            .find(|(w, _)| *w == word)
            .map_or(word, |(_, s)| *s);
        f.write_str(sentence)
    }
}
