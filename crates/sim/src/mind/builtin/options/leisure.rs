//! What free time is for: play, company, rest, shopping, the town, a post.

use super::Choice;
use crate::{
    campus::{
        About, Item, PlaceKind, Posture, Pursuit, SpotKind,
        people::{Doing, Need},
    },
    memory::{Acquaintance, MemoryKind},
    mind::{
        outlook::Outlook,
        state::{Action, ActionStep, Consideration},
        talk::speech,
        utility::Evaluator,
        why::Why,
    },
    tools::{self, Destination, ToolCall},
};
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    time::{HOUR, MINUTE},
};

/// Where somebody looks for company.
const COMPANY_PLACE: Draw = Draw::of("options: where to look for company");
/// Where somebody plays.
const PLAY_PLACE: Draw = Draw::of("options: where to play");
/// Where somebody rests, and for how long.
const REST_PLACE: Draw = Draw::of("options: where to rest");
const REST_TIME: Draw = Draw::of("options: how long to rest");
/// Whether it is time for the shop again, which one it is, and for what.
const SHOP: Draw = Draw::of("options: whether to shop");
const SHOP_PLACE: Draw = Draw::of("options: which shop to go to");
const WARES: Draw = Draw::of("options: what to shop for");

impl Outlook<'_> {
    pub(super) fn play(&self) -> Option<Choice> {
        if self.free_seconds() < 30 * MINUTE {
            return None;
        }
        let musical = self.persona.group == "music";
        let kinds: &[PlaceKind] = if musical {
            &[PlaceKind::MusicRoom]
        } else {
            &[PlaceKind::CommonRoom, PlaceKind::MusicRoom]
        };
        let place = self.nearest_with(kinds, &[SpotKind::Play], PLAY_PLACE)?;
        if self.free_seconds_at(place) < 15 * MINUTE {
            return None;
        }
        let hour = self.now.hour();
        let parts = vec![
            (
                Consideration::Need,
                0.55 * Evaluator::Power(2).evaluate(self.lack(Need::Fun)).get(),
            ),
            (Consideration::Hour, if hour > 17.0 { 0.12 } else { 0.0 }),
            (Consideration::Character, if musical { 0.16 } else { 0.0 }),
            (
                Consideration::Habit,
                if self.habits.hours_since(Action::Play, self.now) < 3.0
                    && !self.planned(Action::Play)
                {
                    -0.2
                } else {
                    0.0
                },
            ),
        ];
        let list = [self.go(place, Some(self.stay(place, Doing::Playing, 35.0)))];
        Some(self.option(Action::Play, parts, Why::Fun, list))
    }

    pub(in crate::mind) fn socialise(&self) -> Option<Choice> {
        if self.free_seconds() < 15 * MINUTE || self.body.posture == Posture::Away || self.night() {
            return None;
        }
        let Some((who, known)) = self.friend_about() else {
            return self.look_for_company();
        };
        let traits = &self.persona.traits;
        let parts = vec![
            (
                Consideration::Need,
                self.lack(Need::Company) * (0.25 + 0.45 * traits.sociability),
            ),
            (
                Consideration::Character,
                0.02 * known.closeness * traits.sociability,
            ),
        ];
        let why = Why::See(who);
        let find = ActionStep::Call(ToolCall::Move(tools::Move {
            to: Destination::Person(who),
            then: None,
            hurry: false,
        }));
        Some(self.option(
            Action::Socialise,
            parts,
            why,
            [find, ActionStep::TalkTo(who)],
        ))
    }

    /// Where people are, for those who have planned to be with others and know of no friend about.
    fn look_for_company(&self) -> Option<Choice> {
        if !self.planned(Action::Socialise) {
            return None;
        }
        let what = self.plan.at(self.now)?.what.clone();
        let kinds = [PlaceKind::CommonRoom, PlaceKind::Cafe, PlaceKind::Plaza];
        let place = self.nearest(&kinds, COMPANY_PLACE)?;
        if self.free_seconds_at(place) < 5 * MINUTE {
            return None;
        }
        let wish = self.lack(Need::Company) * (0.25 + 0.45 * self.persona.traits.sociability);
        let list = [self.go(place, Some(self.stay(place, Doing::Resting, 25.0)))];
        let parts = vec![(Consideration::Need, wish)];
        Some(self.option(Action::Socialise, parts, Why::Plan(what), list))
    }

    /// The closest of those they know, were with lately, and have not talked with for a while.
    fn friend_about(&self) -> Option<(AgentId, &Acquaintance)> {
        let recently = self.now.minus(40 * MINUTE);
        let meant = self.plan.at(self.now).map(|part| &part.what);
        if let Some(Pursuit::See(who)) = meant
            && let Some(known) = self.social.known.get(who)
            && !self.habits.avoids_person(*who, self.now)
            && known
                .talked
                .is_none_or(|at| self.now.since(at) > 90 * MINUTE)
        {
            return Some((*who, known));
        }
        let mut best: Option<(AgentId, &Acquaintance)> = None;
        for (who, known) in &self.social.known {
            // Of those equally close the first.
            if best.is_none_or(|(_, best)| known.closeness > best.closeness)
                && known
                    .talked
                    .is_none_or(|at| self.now.since(at) > 90 * MINUTE)
                && self.social.has_noticed_since(*who, recently)
                && !self.habits.avoids_person(*who, self.now)
            {
                best = Some((*who, known));
            }
        }
        best
    }

    pub(super) fn rest(&self) -> Option<Choice> {
        let daylight = (8.0..20.5).contains(&self.now.hour());
        let kinds: &[PlaceKind] = match (daylight, self.persona.home) {
            (true, _) => &[PlaceKind::Lawn, PlaceKind::Plaza, PlaceKind::CommonRoom],
            (false, Some(_)) => &[PlaceKind::Bedroom, PlaceKind::CommonRoom],
            (false, None) => &[PlaceKind::CommonRoom, PlaceKind::Plaza],
        };
        let place = self.nearest(kinds, REST_PLACE)?;
        if self.free_seconds_at(place) < 5 * MINUTE {
            return None;
        }
        let parts = vec![
            (
                Consideration::Need,
                0.2 * self.lack(Need::Sleep) + 0.18 * self.lack(Need::Fun),
            ),
            (
                Consideration::Character,
                0.12 * (1.0 - self.persona.traits.diligence) + 0.04,
            ),
            (
                Consideration::Habit,
                if self.habits.hours_since(Action::Rest, self.now) < 1.0 {
                    -0.12
                } else {
                    0.0
                },
            ),
        ];
        let minutes = 18.0 + 22.0 * self.roll(REST_TIME).unit();
        let list = [self.go(place, Some(self.stay(place, Doing::Resting, minutes)))];
        Some(self.option(Action::Rest, parts, Why::Break(place), list))
    }

    pub(in crate::mind) fn shop(&self) -> Option<Choice> {
        let since = self.habits.hours_since(Action::Shop, self.now);
        let rhythm = 40.0 + 40.0 * self.roll(SHOP).unit() * self.persona.traits.thrift;
        if since < rhythm.min(72.0)
            || self.free_seconds() < 30 * MINUTE
            || self.spare_cents() < 2500
        {
            return None;
        }
        let open = self
            .map
            .of_kind(PlaceKind::Shop)
            .filter(|p| !self.habits.avoids_place(*p, self.now))
            .filter(|p| {
                let arrival = self.now.plus(self.walk_seconds(*p));
                self.map.place(*p).is_open(arrival)
                    && self.map.place(*p).is_open(arrival.plus(20 * MINUTE))
            });
        let shop = self.nearest_of(open, SHOP_PLACE)?;
        if self.free_seconds_at(shop) < 10 * MINUTE {
            return None;
        }
        let wares: Vec<Item> = self
            .map
            .place(shop)
            .prices
            .iter()
            .map(|(item, _)| *item)
            .collect();
        let item = *self.roll(WARES).pick(&wares)?;
        let parts = vec![
            (
                Consideration::Character,
                0.3 * (1.2 - self.persona.traits.thrift),
            ),
            (
                Consideration::Hour,
                if (10.0..18.0).contains(&self.now.hour()) {
                    0.06
                } else {
                    0.0
                },
            ),
        ];
        let list = [
            self.go(shop, Some(self.stay(shop, Doing::Browsing, 5.0))),
            ActionStep::Buy(item),
        ];
        Some(self.option(Action::Shop, parts, Why::Wants(item), list))
    }

    pub(super) fn go_to_town(&self) -> Option<Choice> {
        if self.persona.home.is_some()
            || self.free_seconds() < 90 * MINUTE
            || self.body.posture == Posture::Away && !self.night()
        {
            return None;
        }
        let gate = self.map.of_kind(PlaceKind::Gate).next()?;
        let hour = self.now.hour();
        let parts = vec![
            (
                Consideration::Hour,
                if hour > 18.5 {
                    0.4
                } else if hour > 16.0 {
                    0.2
                } else {
                    0.05
                },
            ),
            (Consideration::Need, 0.15 * self.lack(Need::Sleep)),
        ];
        let list = [self.go(gate, Some(self.stay(gate, Doing::InTown, 150.0)))];
        Some(self.option(Action::GoToTown, parts, Why::Town, list))
    }

    pub(super) fn post(&self) -> Option<Choice> {
        if self.habits.hours_since(Action::Post, self.now) < 7.0
            || self.body.posture == Posture::Away
            || self.night()
        {
            return None;
        }
        let (number, fresh) = self.episodic.iter().rev().take(12).find(|(_, m)| {
            matches!(m.kind, MemoryKind::Observation | MemoryKind::Deed)
                && m.importance >= 4
                && self.now.since(m.at) < 2 * HOUR
        })?;
        let text = speech::post(self, &fresh.text);
        let about = About::Memory(number);
        let parts = vec![(
            Consideration::Character,
            0.5 * self.persona.traits.sociability * (1.1 - self.persona.traits.quietness),
        )];
        Some(self.option(
            Action::Post,
            parts,
            Why::Tell,
            [ActionStep::Call(ToolCall::Post(tools::Post {
                text,
                about,
            }))],
        ))
    }
}
