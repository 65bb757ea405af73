//! What prompts tell of somebody's courses: how much they understand of each, and what the last test
//! came to.

use crate::campus::{
    courses::Term,
    people::{Learning, Test},
};
use serde_json::{Value, json};

/// The most courses that are told of, so that the line stays short.
const MOST: usize = 4;

/// The courses that somebody understands least, with how much of each they do, and their last test,
/// as prompts read it; null for whoever takes none.
pub fn courses(learning: &Learning, term: &Term) -> Value {
    let code = |course: u16| {
        term.courses
            .get(usize::from(course))
            .map(|c| c.code.as_str())
    };
    let mut levels: Vec<(f32, &str)> = learning
        .all()
        .filter_map(|(course, grasp)| Some((grasp.level, code(course)?)))
        .collect();
    if levels.is_empty() {
        return Value::Null;
    }
    levels.sort_by(|a, b| a.0.total_cmp(&b.0));
    levels.truncate(MOST);
    let told = levels
        .iter()
        .map(|(level, code)| format!("{code} {:.0} %", level * 100.0));
    let tests = learning.all();
    let tests = tests.filter_map(|(course, grasp)| Some((grasp.last?, code(course)?)));
    let last: Option<(Test, &str)> = tests.max_by_key(|(test, _)| test.at);
    json!({
        "understood": told.collect::<Vec<_>>().join(", "),
        "test": last.map(|(test, code)| json!({
            "course": code,
            "result": test.result,
            "expected": test.expected,
        })),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, mind::model::prompts};
    use collegium_core::{i18n::Language, time::SimTime};
    use collegium_llm::Purpose;

    /// About how many tokens a text takes: a character that is no letter of English is one.
    fn tokens(text: &str) -> usize {
        let others = text.chars().filter(|c| !c.is_ascii()).count();
        others + (text.chars().count() - others).div_ceil(4)
    }

    #[test]
    fn a_prompt_has_a_short_line_of_them_in_every_language() {
        let (scenario, _) = testing::first_week();
        let levels = [(0, 0.5), (1, 0.25), (2, 0.75), (3, 0.3)];
        let mut learning = Learning::new(levels, SimTime(0));
        learning.tested(0, 1.0, 0.0, SimTime(10));
        let told = courses(&learning, &scenario.term);
        let mut persona = scenario.people[0].0.clone();
        for language in Language::ALL.iter().copied() {
            persona.language = language;
            for purpose in [Purpose::Plan, Purpose::Questions] {
                let asked = |courses: &Value| {
                    json!({"day": "x", "wakes": "x", "sleeps": "x", "now": "x", "count": 3,
                           "statements": [], "courses": courses})
                };
                let user = |courses: &Value| {
                    prompts::render(purpose, &persona, asked(courses), &json!({})).user
                };
                let (with, without) = (user(&told), user(&Value::Null));
                assert!(!without.is_empty() && with.contains("/100"), "{with}");
                let line = with.lines().find(|line| !without.contains(line)).unwrap();
                assert!(line.contains("25 %"), "{line}");
                let more = tokens(&with) - tokens(&without);
                println!("{language} {purpose}: {more} tokens: {line}");
                assert!(more < 40, "{more}: {line}");
                assert_eq!(with.lines().count(), without.lines().count() + 1);
            }
        }
    }

    #[test]
    fn courses_understood_least_come_first_with_the_last_test() {
        let (scenario, _) = testing::first_week();
        let term = &scenario.term;
        let levels = [(0, 0.5), (1, 0.25), (2, 0.75), (3, 0.3), (4, 0.9)];
        let mut learning = Learning::new(levels, SimTime(0));
        let none = courses(&Learning::default(), term);
        assert!(none.is_null());
        assert!(courses(&learning, term)["test"].is_null());
        learning.tested(0, 1.0, 0.0, SimTime(10));
        let result = learning.tested(1, 1.0, 0.0, SimTime(20)).unwrap().result;
        let told = courses(&learning, term);
        let code = |n: usize| &term.courses[n].code;
        let understood = format!(
            "{} 25 %, {} 30 %, {} 50 %, {} 75 %",
            code(1),
            code(3),
            code(0),
            code(2)
        );
        assert_eq!(told["understood"], understood);
        assert_eq!(told["test"]["course"], **code(1));
        assert_eq!(told["test"]["result"], result);
    }
}
