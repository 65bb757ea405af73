//! The table `[generate]` of a scenario: who is drawn from the seed.

use super::{
    super::{MOST_PEOPLE, Overrides, files::Loaded},
    words::ranged,
};
use crate::campus::{
    courses::Term,
    population::{Drawing, Vacancies},
};
use collegium_core::input::{Mistakes, Source};
use toml::Spanned;

/// The share of students where a scenario names none.
const STUDENTS: f32 = 0.8;

/// The share of those who live on the campus where a scenario names none.
const HOUSED: f32 = 0.85;

/// Who is drawn besides those that have files.
pub(super) fn drawing(
    loaded: &Loaded,
    overrides: &Overrides,
    there: usize,
    term: &Term,
    mistakes: &mut Mistakes,
) -> Drawing {
    let (source, file) = &loaded.scenario;
    let table = file.generate.as_ref();
    let mut people = match (overrides.agents, table) {
        (Some(n), _) => n.saturating_sub(there),
        (None, Some(generate)) => {
            let people = ranged(source, &generate.people, "people", 0, MOST_PEOPLE as i64);
            mistakes.take(people).unwrap_or(1) as usize
        }
        (None, None) => 0,
    };
    let students = table.and_then(|g| g.students.as_ref());
    let students = share(source, students, ("students", STUDENTS), mistakes);
    let housed = table.and_then(|g| g.housed.as_ref());
    let housed = share(source, housed, ("housed", HOUSED), mistakes);
    let groups = groups(loaded, mistakes);
    let posts = table.is_some_and(|g| g.posts);
    if there + people == 0 && loaded.lacks_people() {
        people = 0;
    } else if there + people == 0 || there + people > MOST_PEOPLE {
        let what = format!(
            "found {} people in personas and generate; expected 1 to {MOST_PEOPLE}",
            there + people
        );
        mistakes.note(source.error(source.span_of(&["personas"]), what));
        people = 0;
    }
    Drawing {
        people,
        students,
        housed,
        groups,
        posts: posts.then(|| vacancies(loaded, term)),
    }
}

/// A share, 0 to 1, with its name and what it is where it is left out.
fn share(
    source: &Source,
    written: Option<&Spanned<f32>>,
    (name, usual): (&str, f32),
    mistakes: &mut Mistakes,
) -> f32 {
    match written {
        None => usual,
        Some(share) if (0.0..=1.0).contains(share.get_ref()) => *share.get_ref(),
        Some(share) => {
            let what = format!("{name} is {}; expected 0 to 1", share.get_ref());
            mistakes.note(source.error(share.span(), what));
            usual
        }
    }
}

/// The groups that students are drawn for.
fn groups(loaded: &Loaded, mistakes: &mut Mistakes) -> Vec<String> {
    let (source, file) = &loaded.scenario;
    let mut groups = Vec::new();
    for group in file.generate.iter().flat_map(|g| &g.groups) {
        if mistakes.is_full() {
            break;
        }
        let name = group.get_ref();
        if name.trim().is_empty() || groups.contains(name) {
            let what = format!("the group “{name}” is empty or named twice; expected a group");
            mistakes.note(source.error(group.span(), what));
        } else {
            groups.push(name.clone());
        }
    }
    groups
}

/// The courses that nobody of the scenario teaches, with the names that the term gives their
/// teachers.
fn vacancies(loaded: &Loaded, term: &Term) -> Vacancies {
    let written = loaded.term.iter().flat_map(|(_, file)| &file.courses);
    let vacant = written.filter_map(|course| {
        let same = |c: &crate::campus::courses::Course| c.code == *course.code.get_ref();
        let number = term.courses.iter().position(same)?;
        let name = course.teacher.get_ref();
        let vacant = term.courses[number].teacher.is_none() && !name.trim().is_empty();
        vacant.then(|| (name.clone(), number))
    });
    vacant.collect()
}
