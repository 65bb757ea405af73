//! What an activity that ends has taught: a class its course, study what was studied.

use crate::campus::{
    courses::Term,
    people::{Activity, Doing, Engagement, Focus, Learning, Need, Needs},
};
use collegium_core::time::{DAY, SimTime};

/// Enters what somebody has understood by what they did until now. Who studies and does not say
/// what, studies the course that they understand least.
pub(super) fn learn(
    learning: &mut Learning,
    activity: &Activity,
    needs: &Needs,
    term: &Term,
    now: SimTime,
) {
    let rested = needs.level(Need::Sleep, now);
    match (activity.doing, &activity.focus) {
        (Doing::InClass, Some(Focus::Engagement(Engagement::Class(course, session)))) => {
            let sessions = term.courses.get(usize::from(*course)).map(|c| &c.sessions);
            let Some(hours) = sessions.and_then(|s| s.get(usize::from(*session))) else {
                return;
            };
            let begins = SimTime(activity.since.day() * DAY).plus(hours.from);
            let late = activity.since > begins.plus(super::GRACE);
            let seconds = now.since(activity.since.max(begins));
            learning.sat_in(*course, seconds, rested, late, now);
        }
        (Doing::Studying, Some(Focus::Course(course))) => {
            learning.studied(*course, now.since(activity.since), rested, now);
        }
        (Doing::Studying, None) => {
            if let Some(course) = learning.weakest() {
                learning.studied(course, now.since(activity.since), rested, now);
            }
        }
        _ => {}
    }
}
