//! Invented memories for measurements: what somebody on a campus might come to remember in years,
//! made from templates with a seed.

use collegium_core::{
    dice::{Dice, Draw, Stream},
    time::{DAY, HOUR, SimTime},
};

/// What is remembered.
const MEMORY: Draw = Draw::of("invented: a memory");
/// What is asked.
const QUESTION: Draw = Draw::of("invented: a question");

/// How many memories a day brings.
const A_DAY: u32 = 100;

const PEOPLE: &[&str] = &[
    "Ruta Vainauskaite",
    "Kwame Asante",
    "Odile Rakotoarisoa",
    "Elliot Pryce",
    "Aisyah Zulkarnain",
    "Rustam Ergashev",
    "Thandeka Mbatha",
    "Kalolaine Fifita",
    "Hana Novak",
    "Mateo Rivas",
    "Ingrid Solheim",
    "Tuan Le",
    "Mei Lin",
    "Samuel Okoro",
    "Noor Haddad",
    "Petra Zeman",
    "Jonas Weber",
    "Lucia Ferri",
    "Arun Menon",
    "Sofia Duarte",
    "Bram de Vries",
    "Yara Costa",
    "Oskar Lind",
    "Farah Aziz",
    "Dinh Tran",
    "Clara Moreau",
    "Ivo Petrov",
    "Amara Diallo",
    "Leo Fischer",
    "Naomi Adler",
    "Rosa Vidal",
    "Emil Larsen",
    "Zeynep Kaya",
    "Pavel Hora",
    "Greta Holm",
    "Ravi Nair",
];

const PLACES: &[&str] = &[
    "Refectory",
    "Fig Tree Café",
    "Library Reading Room",
    "Fountain Plaza",
    "Alder Common Room",
    "Physics Laboratory",
    "Computing Workshop",
    "Greenhouse",
    "Music Room",
    "Faculty Offices",
    "South Lawn",
    "Gymnasium",
    "Campus Store",
    "Lecture Hall",
    "Seminar Room",
    "Observatory Steps",
    "Elm Dormitory",
    "Bicycle Shed",
    "Archive",
    "Clinic",
];

const DEEDS: &[&str] = &[
    "studying",
    "eating",
    "having coffee",
    "reading",
    "waiting",
    "walking",
    "playing chess",
    "rehearsing",
    "writing",
    "looking for a seat",
    "mending a bicycle",
    "drawing",
    "talking on the phone",
    "exercising",
    "resting",
    "sorting notes",
];

const THINGS: &[&str] = &[
    "the star map",
    "a lost notebook",
    "the essay on sources",
    "a recipe for dumplings",
    "the broken telescope",
    "the club fair",
    "the chemistry midterm",
    "the open-mic evening",
    "an old plan of the library",
    "the chess league",
    "a letter from home",
    "the seed catalogue",
    "the robot arm",
    "a part-time job",
    "the rent",
    "the blue umbrella",
    "the archive key",
    "a borrowed guitar",
    "the field trip",
    "the poster session",
    "the coffee machine",
    "a blister",
    "the fern collection",
    "a proof by induction",
    "the noise at night",
    "the bell that rang twice",
    "the scholarship",
    "a film about rivers",
    "the drama group",
    "the vegetable stall",
    "a missing kettle",
    "the thesis outline",
    "the election of the council",
    "the observatory visit",
    "a sprained ankle",
    "the new timetable",
    "the fire drill",
    "a birthday cake",
    "the swimming lesson",
    "the translation",
    "the compost heap",
    "the debate",
    "the barometer",
];

const FEELINGS: &[&str] = &[
    "worried about",
    "proud of",
    "tired of",
    "curious about",
    "angry about",
    "happy with",
    "unsure about",
    "hopeful about",
    "bored by",
    "grateful for",
    "surprised by",
    "late with",
    "ashamed of",
    "excited about",
];

const WAYS: &[&str] = &[
    "in the end",
    "since this morning",
    "for the third time",
    "with a friend",
    "without telling anybody",
    "in the rain",
    "after the lecture",
    "before breakfast",
    "as promised",
    "against all advice",
    "by chance",
    "for a bet",
    "once more",
    "in a hurry",
    "on the last day",
    "with great care",
    "half asleep",
    "behind closed doors",
    "at the second attempt",
];

const SAYINGS: &[&str] = &[
    "I have been {feeling} {thing} {way}",
    "you should ask {other} about {thing}",
    "{thing} can wait until {hour}",
    "{other} knows more about {thing} than I do",
    "we could meet at the {place} because of {thing}",
    "did you hear about {other} and {thing}",
    "I lost {thing} near the {place} {way}",
    "{other} was {feeling} {thing}",
];

const TASKS: &[&str] = &[
    "choose and rehearse three songs for the open-mic evening",
    "make an inventory of the old plans and find the missing sheet",
    "choose a subject for the first essay in Reading the Past",
    "collect one recipe from home from each of ten students",
    "repair the broken telescope before the observatory visit",
];

/// An invented memory.
pub struct Invented {
    /// When it happened, in simulated time.
    pub at: SimTime,
    /// How much it matters, 1 to 10.
    pub importance: u8,
    /// In words.
    pub text: String,
}

fn word<'a>(roll: &mut Stream, words: &[&'a str]) -> &'a str {
    words[roll.index(words.len())]
}

fn fill(template: &str, roll: &mut Stream) -> String {
    let mut text = template
        .replace("{person}", word(roll, PEOPLE))
        .replace("{other}", word(roll, PEOPLE));
    for (mark, words) in [
        ("{place}", PLACES),
        ("{deed}", DEEDS),
        ("{feeling}", FEELINGS),
        ("{thing}", THINGS),
        ("{way}", WAYS),
    ] {
        text = text.replace(mark, word(roll, words));
    }
    let (hour, number) = (7 + roll.index(15), 2 + roll.index(40));
    text.replace("{hour}", &format!("{hour}:{:02}", 5 * roll.index(12)))
        .replace("{n}", &number.to_string())
}

/// The memory of that number: the same for the same seed and number.
pub fn memory(seed: u64, number: u32) -> Invented {
    let mut roll = Dice { seed }.stream(number, MEMORY, 0);
    let at = SimTime(number / A_DAY * DAY + 7 * HOUR + number % A_DAY * (15 * HOUR / A_DAY));
    let draw = roll.unit();
    // Mostly sights and talks, as in the campus' own streams; what matters is seldom.
    let (template, importance) = if draw < 0.30 {
        ("{person} is {deed} ({place})".to_owned(), 2)
    } else if draw < 0.62 {
        let saying = word(&mut roll, SAYINGS);
        (
            format!("I talked with {{person}} ({{place}}), who said: “{saying}.”"),
            2 + roll.index(4) as u8,
        )
    } else if draw < 0.72 {
        (
            "I waited {n} minutes for lunch at {place} and thought of {thing}".to_owned(),
            3,
        )
    } else if draw < 0.80 {
        (
            "{person} and {other} arranged to meet at {hour} ({place}) about {thing}".to_owned(),
            2 + roll.index(4) as u8,
        )
    } else if draw < 0.88 {
        (
            "My plan for today: finish {thing} at {hour}, then {deed} with {person} at {place}"
                .to_owned(),
            3,
        )
    } else if draw < 0.97 {
        (
            "{person} is {feeling} {thing} {way}".to_owned(),
            3 + roll.index(5) as u8,
        )
    } else {
        (
            "I will never forget how {person} spoke of {thing} at {place} {way}".to_owned(),
            6 + roll.index(5) as u8,
        )
    };
    Invented {
        at,
        importance,
        text: fill(&template, &mut roll),
    }
}

/// A question of that number, as a speaker's mind would ask it.
pub fn question(seed: u64, number: u32) -> String {
    let mut roll = Dice { seed }.stream(number, QUESTION, 0);
    let saying = word(&mut roll, SAYINGS);
    fill(&format!("{{person}} {saying}"), &mut roll)
}

/// A long-term task.
pub fn task(number: u32) -> &'static str {
    TASKS[number as usize % TASKS.len()]
}
