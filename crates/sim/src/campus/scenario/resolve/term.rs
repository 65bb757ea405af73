//! The term of a scenario: its courses, who teaches them, where and when.

use super::{
    super::files::{CourseFile, Loaded},
    words::{
        Everybody, clash, closed, closed_within, day_number, place, placed, placed_in_term, ranged,
    },
};
use crate::campus::{
    CampusMap, PlaceKind,
    courses::{Course, Term},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    input::{Mistakes, Source},
    time::{DAY, DayHours, SimTime, WEEKDAYS, parse_date, parse_day_hours},
};

/// The longest term, in weeks.
const MOST_WEEKS: u32 = 60;

/// The term, with whatever is wrong in it noted and left out.
pub(super) fn resolve_term(
    loaded: &Loaded,
    map: &CampusMap,
    everybody: &Everybody<'_>,
    mistakes: &mut Mistakes,
) -> Term {
    let Some((source, file)) = &loaded.term else {
        return Term::default();
    };
    let mut term = Term {
        title: file.title.clone(),
        ..Term::default()
    };
    if let Some(weeks) = mistakes.take(ranged(source, &file.weeks, "weeks", 1, MOST_WEEKS.into())) {
        term.weeks = weeks as u32;
    }
    if let Some(begins) = &file.begins {
        let date = placed(source, begins.span(), parse_date(begins.get_ref()));
        term.begins = mistakes.take(date).unwrap_or_default();
    }
    for holiday in &file.holidays {
        if mistakes.is_full() {
            break;
        }
        let day = placed(source, holiday.span(), day_number(holiday.get_ref()));
        let Some(day) = mistakes.take(day) else {
            continue;
        };
        if let Some(weeks) = weeks(loaded) {
            mistakes.take(placed_in_term(source, holiday.span(), day, weeks));
        }
        term.holidays.push(day);
    }
    for course in &file.courses {
        if mistakes.is_full() {
            break;
        }
        if let Some(course) = resolve_course(source, course, &term, map, everybody, mistakes) {
            term.courses.push(course);
        }
    }
    term
}

/// How many weeks the term has; none where nobody knows.
pub(super) fn weeks(loaded: &Loaded) -> Option<u32> {
    let (_, file) = loaded.term.as_ref()?;
    let weeks = u32::try_from(*file.weeks.get_ref()).ok();
    weeks.filter(|weeks| (1..=MOST_WEEKS).contains(weeks))
}

/// A course; none where it cannot be used, which is noted.
fn resolve_course(
    source: &Source,
    file: &CourseFile,
    term: &Term,
    map: &CampusMap,
    everybody: &Everybody<'_>,
    mistakes: &mut Mistakes,
) -> Option<Course> {
    let code = file.code.get_ref();
    if code.is_empty() || term.courses.iter().any(|c| c.code == *code) {
        mistakes.note(source.error(
            file.code.span(),
            format!("course code “{code}” is empty or taken; expected a unique code"),
        ));
        return None;
    }
    let teacher = everybody.find(file.teacher.get_ref());
    if teacher.is_none() {
        mistakes.take(everybody.mistyped(source, &file.teacher));
    }
    let room = mistakes.take(place(source, &file.room, map));
    if let Some(place) = room.map(|room| map.place(room))
        && !place.kind.holds_classes()
    {
        let kinds = PlaceKind::ALL.iter().filter(|kind| kind.holds_classes());
        let kinds: Vec<String> = kinds.map(ToString::to_string).collect();
        let what = format!(
            "“{}” is a {}, where no class can be held; expected one of {}",
            place.name,
            place.kind,
            kinds.join(", ")
        );
        mistakes.note(source.error(file.room.span(), what));
    }
    let mut sessions: Vec<DayHours> = Vec::new();
    let written = file.sessions.get_ref();
    for session in written {
        if mistakes.is_full() {
            break;
        }
        let read = placed(source, session.span(), parse_day_hours(session.get_ref()));
        let Some(hours) = mistakes.take(read) else {
            continue;
        };
        let twice = clash(&sessions, &hours);
        let twice = twice.map(|at| format!("{code} has two sessions {}", when(at)));
        let troubles = twice
            .into_iter()
            .chain(taken(term, teacher, room, &hours, map))
            .chain(room.and_then(|room| closed_at(map, room, &hours)));
        for what in troubles {
            mistakes.note(source.error(session.span(), what));
        }
        sessions.extend(hours);
    }
    if sessions.len() > 40 || written.is_empty() {
        let what = format!(
            "course {code} has {} sessions; expected 1 to 40",
            sessions.len()
        );
        mistakes.note(source.error(file.sessions.span(), what));
    }
    Some(Course {
        code: code.clone(),
        title: file.title.clone(),
        teacher,
        // Its code stays known, so that those who take it are not wrong as well.
        room: room.unwrap_or(PlaceId(0)),
        sessions,
        students: Vec::new(),
    })
}

fn when(at: SimTime) -> String {
    let (day, seconds) = (WEEKDAYS[at.weekday()], at.of_day());
    format!(
        "on {day} at {:02}:{:02}; expected one at a time",
        seconds / 3600,
        seconds / 60 % 60
    )
}

/// Who or what is asked for in two places at once.
fn taken(
    term: &Term,
    teacher: Option<AgentId>,
    room: Option<PlaceId>,
    hours: &[DayHours],
    map: &CampusMap,
) -> Vec<String> {
    let mut all = Vec::new();
    for other in &term.courses {
        let Some(at) = clash(&other.sessions, hours) else {
            continue;
        };
        let (code, when) = (&other.code, when(at));
        if teacher.is_some() && other.teacher == teacher {
            all.push(format!("its teacher also teaches {code} {when}"));
        }
        if room == Some(other.room) {
            let name = &map.place(other.room).name;
            all.push(format!("“{name}” is also {code}'s room {when}"));
        }
    }
    all
}

fn closed_at(map: &CampusMap, room: PlaceId, sessions: &[DayHours]) -> Option<String> {
    let days = |hours: &DayHours| {
        let hours = *hours;
        (0..7u32)
            .filter(move |day| hours.days.contains(*day as usize))
            .map(move |day| {
                (
                    SimTime(day * DAY + hours.from),
                    SimTime(day * DAY + hours.to),
                )
            })
    };
    sessions
        .iter()
        .flat_map(days)
        .find_map(|(from, to)| closed_within(map, room, from, to))
        .map(|moment| closed(map, room, moment))
}
