//! The `give` tool: something out of the bag is handed or lent to somebody in reach, and what was
//! lent is given back.

use super::{
    Does, Names, Observed, Possible, Reader, Refusal, Stage, ToolSchema, tell,
    tool::{ArgumentKind, Tool, Tried, may, need, object, refuse},
};
use crate::campus::{
    Item, Posture,
    bag::{Lent, Loan, Thing},
    people::{Doing, Need},
    talks::Speech,
};
use collegium_core::{
    i18n::{Value as Filled, Words},
    ids::AgentId,
    named,
    time::{DAY, HOUR},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// How long something lent may be kept, in seconds.
pub const LOAN: u32 = DAY;

/// How much company it is to give and to be given, out of 1.
const COMPANY: f32 = 0.04;

/// How much it cheers up to be given something, out of 1.
const CHEER: f32 = 0.08;

/// A call to hand something to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Give {
    /// The person it is handed to.
    pub with: AgentId,
    /// What changes hands; the giver must carry it.
    pub item: Item,
    /// Whether it is to be given back.
    pub lend: bool,
}

named! {
    /// How something was handed over.
    How {
        /// The other may keep it.
        Given = "gave",
        /// To be given back.
        Lent = "lent",
        /// What was lent is with its owner again.
        Returned = "gave_back",
    }
}

/// What was handed to whom, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// The person it was handed to.
    pub with: AgentId,
    /// What changes hands; the giver must carry it.
    pub item: Item,
    /// Given, lent or given back.
    pub how: How,
}

impl Tool for Give {
    const NAME: &'static str = "give";

    fn schema() -> ToolSchema {
        ToolSchema {
            name: Self::NAME,
            purpose: "Hand or lend something out of one's bag to somebody in reach, or give it \
                      back",
            arguments: vec![
                need(
                    "with",
                    ArgumentKind::Person,
                    "the name of a person in reach",
                ),
                need("item", ArgumentKind::Carried, "something in one's bag"),
                may("lend", ArgumentKind::Flag, "whether it is wanted back"),
            ],
            who: "everybody; what is borrowed can only be given to whom it belongs",
            when: "awake, not on the way, as near as a low voice carries and in sight".into(),
            effects: format!(
                "the item changes bags; what is lent stays the lender's and is wanted back within \
                 {} hours; what its owner is given is given back; both remember it, and giving and \
                 lending bring them closer",
                LOAN / HOUR
            )
            .into(),
            duration: "none".into(),
            refusals: &[
                "asleep",
                "away",
                "nobody",
                "not_now",
                "not_carried",
                "not_yours_to_give",
                "used_up",
                "partner_busy",
                "out_of_reach",
                "bag_full",
            ],
        }
    }

    fn offered(now: &Possible<'_>) -> bool {
        !hands_full(now.doing)
    }

    fn read(call: &Reader<'_>) -> Result<Self, String> {
        Ok(Self {
            with: call.person("with")?,
            item: Item::parse(&call.word("item")?)?,
            lend: call.flag("lend"),
        })
    }

    fn write(&self, names: &Names<'_>) -> Map<String, Value> {
        let (with, item) = (names.person(self.with), self.item.word());
        object(json!({"with": with, "item": item, "lend": self.lend}))
    }

    fn carry_out(&self, stage: &mut Stage, agent: AgentId, _: Speech) -> Tried {
        let Self { with, item, lend } = *self;
        if with == agent || with.0 as usize >= stage.roster.len() {
            refuse!(Refusal::Nobody);
        }
        let (me, other) = (stage.look(agent)?, stage.look(with)?);
        if me.body.posture == Posture::Away {
            refuse!(Refusal::Away);
        }
        if hands_full(me.activity.doing) {
            refuse!(Refusal::NotNow);
        }
        let back = me.bag.loan(item, with).is_some();
        if !back && me.bag.own(item) == 0 {
            let borrowed = me.bag.borrowed().find(|(held, _)| *held == item);
            refuse!(match borrowed {
                Some((_, loan)) => Refusal::NotYoursToGive { owner: loan.owner },
                None => Refusal::NotCarried { item },
            });
        }
        let how = match (back, lend) {
            (true, _) => How::Returned,
            (false, true) => How::Lent,
            (false, false) => How::Given,
        };
        if how == How::Lent && !item.lasts() {
            refuse!(Refusal::UsedUp { item });
        }
        if other.body.posture == Posture::Away
            || other.activity.doing == Doing::Sleeping
            || hands_full(other.activity.doing)
        {
            refuse!(Refusal::PartnerBusy { who: with });
        }
        if !stage.hears(me.body.tile, other.body.tile, false) {
            refuse!(Refusal::OutOfReach { who: with });
        }
        // What is one's own is taken back whatever else one carries.
        if how != How::Returned && other.bag.is_full() {
            refuse!(Refusal::BagFull { who: with });
        }
        let now = stage.now();
        let due = now.plus(LOAN);
        let mut giver = stage.person(agent)?;
        giver.bag.take(item, back.then_some(with));
        if how == How::Lent {
            let to = with;
            giver.bag.lent.push(Lent { item, to, due });
        }
        giver.needs.add(Need::Company, COMPANY, now);
        let mut taker = stage.person(with)?;
        match how {
            How::Given => taker.bag.put(item),
            How::Returned => taker.bag.has_back(item, agent),
            How::Lent => taker.bag.things.push(Thing {
                item,
                loan: Some(Loan {
                    owner: agent,
                    since: now,
                    due,
                }),
            }),
        }
        taker.needs.add(Need::Company, COMPANY, now);
        if how == How::Given {
            taker.needs.add(Need::Fun, CHEER, now);
        }
        stage.note(agent, Handover { with, item, how }.into())?;
        Ok(Ok(Observed::Done))
    }

    fn told(&self, words: &Words, names: &Names<'_>) -> String {
        let item = tell::an_item(words, self.item);
        let values = [
            ("name", names.person(self.with).into()),
            ("what", item.into()),
        ];
        if self.lend {
            words.say_with("call-lend", &values)
        } else {
            words.say_with("call-give", &values)
        }
    }
}

/// Whether somebody doing that can neither hand over nor take anything.
pub const fn hands_full(doing: Doing) -> bool {
    matches!(doing, Doing::Walking | Doing::Washing | Doing::InTown)
}

impl Does for Handover {
    fn words() -> Vec<&'static str> {
        How::ALL.iter().map(|how| how.word()).collect()
    }

    fn word(&self) -> &'static str {
        self.how.word()
    }

    fn with(&self) -> AgentId {
        self.with
    }

    fn values<'a>(&self, words: &'a Words) -> Vec<(&'static str, Filled<'a>)> {
        let what = match self.how {
            How::Given | How::Lent => tell::an_item(words, self.item),
            How::Returned => self.matter(words),
        };
        vec![("what", what.into())]
    }

    fn importance(&self) -> u8 {
        match self.how {
            How::Given | How::Lent => 4,
            How::Returned => 3,
        }
    }

    fn matter<'a>(&self, words: &'a Words) -> Cow<'a, str> {
        words.label("item", self.item.word())
    }

    fn warmth(&self) -> f32 {
        match self.how {
            How::Given | How::Lent => 0.08,
            How::Returned => 0.02,
        }
    }

    fn cooperates(&self) -> bool {
        self.how != How::Returned
    }
}
