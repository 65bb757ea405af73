//! What is concluded of goals that were met or given up.

use super::reflection::{Finding, Item, Reflection};
use crate::{
    campus::people::{Stands, Toward},
    memory::{Concern, Object},
    mind::reflect::insight_words::Pattern,
    tools::tell,
};

impl Reflection<'_> {
    /// Goals of one's own that ended lately, one by one.
    pub(super) fn of_goals(&self, items: &[Item<'_>], all: &mut Vec<Finding>) {
        let words = self.names.words_of(self.agent);
        for item in items.iter().filter(|item| self.is_fresh(&[**item])) {
            let Some(Object::Ended { toward, stands }) = item.1.object else {
                continue;
            };
            let pattern = if stands == Stands::Met {
                Pattern::GoalMet
            } else {
                Pattern::GoalGivenUp
            };
            let what = tell::toward(words, toward, self.names);
            let fill = [("what", what.as_str())];
            let mut found = self.finding(pattern, &[*item], &fill, 5, Concern::Goal);
            match toward {
                Toward::Person(who) => found.about = Some(who),
                Toward::Place(place) => found.place = Some(place),
                Toward::Action(_) | Toward::SettingOffEarly => {}
            }
            all.push(found);
        }
    }
}
