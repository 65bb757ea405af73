//! What an activity that ends has brought: a class and study understanding, work its part of a task.

use crate::campus::{
    courses::Term,
    people::{Activity, Came, Doing, Engagement, Focus, Learning, Need, Needs, Persona, Works},
};
use collegium_core::time::{DAY, SimTime};

/// One part in so many of a shift is left for one's own task.
const OF_A_SHIFT: u32 = 4;

/// Enters what somebody has understood by what they did until now. Who studies and does not say
/// what, studies the course that they understand least. Gives what came of their task by it.
pub(super) fn learn(
    (learning, works): (&mut Learning, &mut Works),
    persona: &Persona,
    activity: &Activity,
    needs: &Needs,
    term: &Term,
    now: SimTime,
) -> Option<Came> {
    let rested = needs.level(Need::Sleep, now);
    match (activity.doing, &activity.focus) {
        (Doing::InClass, Some(Focus::Engagement(Engagement::Class(course, session)))) => {
            let sessions = term.courses.get(usize::from(*course)).map(|c| &c.sessions);
            let hours = sessions.and_then(|s| s.get(usize::from(*session)))?;
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
        (Doing::Studying, Some(Focus::Task)) => {
            let parts = persona
                .task_of(works.task)
                .map_or(0, |task| task.parts.len());
            return works.works(now.since(activity.since), parts, now);
        }
        (Doing::Working, Some(Focus::Engagement(Engagement::Shift(_)))) => {
            let parts = persona
                .task_of(works.task)
                .map_or(0, |task| task.parts.len());
            let seconds = now.since(activity.since) / OF_A_SHIFT;
            return works.works(seconds, parts, now);
        }
        _ => {}
    }
    None
}
