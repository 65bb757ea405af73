//! Lifestyle policies as a file: days and steps that minds have thought out in one run, to be used
//! again in another, of this scenario or of others. `collegium policies` writes one, a scenario or
//! `--policies` names it.

pub use super::policies_written::text;

use super::resolve::ranged;
use crate::campus::{
    CampusMap, Pursuit, Routine,
    people::{Doing, Persona},
};
use collegium_core::{
    ids::{AgentId, PlaceId},
    input::{BadInput, Mistakes, Source, did_you_mean},
    named,
    time::{MINUTE, parse_clock},
};
use serde::{Deserialize, Serialize};
use std::{ops::Range, path::Path};
use toml::Spanned;

/// The version of the format.
pub(super) const VERSION: i64 = 1;

/// Whose name stands for everybody.
const EVERYONE: &str = "everyone";

/// The longest step, in minutes.
const LONGEST_STEP: i64 = 240;

named! {
    /// What a part of a day that was thought out is for.
    Occupation {
        /// Sleep.
        Sleep = "sleep",
        /// A shower.
        Wash = "wash",
        /// A meal.
        Eat = "eat",
        /// A coffee or something sweet.
        Coffee = "coffee",
        /// Work over books.
        Study = "study",
        /// Sport.
        Exercise = "exercise",
        /// Play and music.
        Play = "play",
        /// Company.
        Socialise = "socialise",
        /// Rest.
        Rest = "rest",
        /// Shopping.
        Shop = "shop",
        /// The way home to town.
        GoToTown = "go_to_town",
        /// Writing on the feed.
        Post = "post",
    }
}

/// What somebody, or everybody, has thought out before the run begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Whose it is; none for everybody.
    pub who: Option<AgentId>,
    /// Whole days.
    pub days: Vec<DayPolicy>,
    /// Parts of days, step by step.
    pub steps: Vec<StepsPolicy>,
}

/// A day that was thought out, for days with the same engagements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayPolicy {
    /// Whether it is for the end of a week.
    pub weekend: bool,
    /// What is fixed on such a day: from when to when, in seconds of the day, and where.
    pub fixed: Vec<(u32, u32, PlaceId)>,
    /// What is done beside that, in order of time.
    pub parts: Vec<PartPolicy>,
}

/// A part of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartPolicy {
    /// When it begins, in seconds of the day.
    pub from: u32,
    /// When it ends, in seconds of the day.
    pub to: u32,
    /// What it is for.
    pub occupation: Occupation,
    /// Where, when that is fixed.
    pub place: Option<PlaceId>,
    /// What it is in words.
    pub what: Pursuit,
}

/// The steps of a part of a day, for parts of the same words in the same circumstances.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepsPolicy {
    /// What the part is in words.
    pub task: String,
    /// What it is for.
    pub occupation: Occupation,
    /// Where, when that is fixed.
    pub place: Option<PlaceId>,
    /// Whether that place is open.
    pub open: bool,
    /// Whether somebody one knows well is near.
    pub company: bool,
    /// What is done, one after the other.
    pub steps: Vec<StepPolicy>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepPolicy {
    /// How long it lasts, in seconds.
    pub seconds: u32,
    /// What is done.
    pub doing: Doing,
    /// Where, when that is fixed.
    pub place: Option<PlaceId>,
    /// What it is in words.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PoliciesFile {
    version: Spanned<i64>,
    #[serde(default)]
    people: Vec<PersonFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonFile {
    name: Spanned<String>,
    #[serde(default)]
    days: Vec<DayFile>,
    #[serde(default)]
    steps: Vec<StepsFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayFile {
    weekend: bool,
    #[serde(default)]
    fixed: Vec<FixedFile>,
    parts: Vec<PartFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FixedFile {
    from: Spanned<String>,
    to: Spanned<String>,
    place: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartFile {
    from: Spanned<String>,
    to: Spanned<String>,
    #[serde(rename = "do")]
    occupation: Spanned<String>,
    place: Option<Spanned<String>>,
    what: Option<Spanned<String>>,
    routine: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepsFile {
    task: Spanned<String>,
    #[serde(rename = "do")]
    occupation: Spanned<String>,
    place: Option<Spanned<String>>,
    open: bool,
    company: bool,
    steps: Vec<StepFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFile {
    minutes: Spanned<i64>,
    #[serde(rename = "do")]
    doing: Spanned<String>,
    place: Option<Spanned<String>>,
    what: Spanned<String>,
}

/// What is read, and against what.
struct Reader<'a> {
    source: &'a Source,
    map: &'a CampusMap,
    mistakes: &'a mut Mistakes,
    /// How many days and parts are of another map.
    elsewhere: usize,
}

/// A place that is named: none is, it is on the map, or on another.
enum Where {
    Anywhere,
    At(PlaceId),
    Elsewhere,
}

impl Where {
    /// The place, where it is not on another map.
    const fn here(&self) -> Option<Option<PlaceId>> {
        match self {
            Where::Anywhere => Some(None),
            Where::At(place) => Some(Some(*place)),
            Where::Elsewhere => None,
        }
    }
}

/// Reads a file of policies for the people of a scenario. What names other people or places on
/// other maps is left out; a name that is a slip away from one that is there is a mistake.
pub(super) fn read(
    file: &Path,
    map: &CampusMap,
    people: &[(Persona, u32)],
    mistakes: &mut Mistakes,
) -> Vec<Policy> {
    let Some(mut source) = mistakes.take(Source::read(file)) else {
        return Vec::new();
    };
    let Some(file) = source.toml_with::<PoliciesFile>(mistakes) else {
        return Vec::new();
    };
    if *file.version.get_ref() != VERSION {
        let what = format!("version is {}; expected {VERSION}", file.version.get_ref());
        mistakes.note(source.error(file.version.span(), what));
        return Vec::new();
    }
    let names: Vec<&str> = people.iter().map(|(p, _)| p.name.as_str()).collect();
    let mut reader = Reader {
        source: &source,
        map,
        mistakes,
        elsewhere: 0,
    };
    let mut all = Vec::new();
    for person in &file.people {
        if reader.mistakes.is_full() {
            break;
        }
        let known = reader.who(&person.name, &names);
        let days = person.days.iter().filter_map(|d| reader.day(d)).collect();
        let steps = person.steps.iter().filter_map(|s| reader.steps(s));
        let steps = steps.collect();
        if let Some(who) = known {
            all.push(Policy { who, days, steps });
        }
    }
    if reader.elsewhere > 0 {
        tracing::info!(
            "{} lifestyle policies name places that are not on map {}, and are left out",
            reader.elsewhere,
            map.name
        );
    }
    all
}

impl Reader<'_> {
    fn note(&mut self, span: Range<usize>, what: String) {
        let error: BadInput = self.source.error(span, what);
        self.mistakes.note(error);
    }

    /// Whose policies they are: one of the people, or everybody; none for people of elsewhere.
    fn who(&mut self, name: &Spanned<String>, names: &[&str]) -> Option<Option<AgentId>> {
        let word = name.get_ref().as_str();
        if word == EVERYONE {
            return Some(None);
        }
        let found = names.iter().position(|n| *n == word);
        let near = match found {
            Some(at) => return Some(Some(AgentId(at as u32))),
            None => did_you_mean(word, names.iter().copied().chain([EVERYONE])),
        };
        if !near.is_empty() {
            let what = format!("nobody is called “{word}”; expected a name, or {EVERYONE}{near}");
            self.note(name.span(), what);
        }
        None
    }

    fn place(&mut self, name: Option<&Spanned<String>>) -> Where {
        let Some(name) = name else {
            return Where::Anywhere;
        };
        let word = name.get_ref().as_str();
        if let Some(place) = self.map.find(word) {
            return Where::At(place);
        }
        let near = did_you_mean(word, self.map.places.iter().map(|p| p.name.as_str()));
        if !near.is_empty() {
            let map = &self.map.name;
            self.note(
                name.span(),
                format!("“{word}” is not on map {map}; expected the name of a place{near}"),
            );
        }
        Where::Elsewhere
    }

    fn clock(&mut self, text: &Spanned<String>) -> u32 {
        let read = parse_clock(text.get_ref());
        let read = read.map_err(|what| self.source.error(text.span(), what));
        self.mistakes.take(read).unwrap_or(0)
    }

    /// From when to when, in seconds of the day.
    fn span(&mut self, from: &Spanned<String>, to: &Spanned<String>) -> (u32, u32) {
        let before = self.mistakes.is_empty();
        let (begins, ends) = (self.clock(from), self.clock(to));
        if begins >= ends && before == self.mistakes.is_empty() {
            let what = format!(
                "it ends at {} and begins at {}; expected an end after the beginning",
                to.get_ref(),
                from.get_ref()
            );
            self.note(to.span(), what);
        }
        (begins, ends)
    }

    fn word<T>(
        &mut self,
        text: &Spanned<String>,
        parse: fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let read = parse(text.get_ref());
        let read = read.map_err(|what| self.source.error(text.span(), what));
        self.mistakes.take(read)
    }

    fn words(&mut self, text: &Spanned<String>) -> String {
        let words = text.get_ref().trim();
        if words.is_empty() || words.contains('\n') {
            let what = "the text is empty or of several lines; expected words in one line";
            self.note(text.span(), what.to_owned());
        }
        words.to_owned()
    }

    fn day(&mut self, file: &DayFile) -> Option<DayPolicy> {
        let (mut fixed, mut parts, mut here) = (Vec::new(), Vec::new(), true);
        for one in &file.fixed {
            let (from, to) = self.span(&one.from, &one.to);
            match self.place(Some(&one.place)) {
                Where::At(place) => fixed.push((from, to, place)),
                _ => here = false,
            }
        }
        for one in &file.parts {
            let (from, to) = self.span(&one.from, &one.to);
            let occupation = self.word(&one.occupation, Occupation::parse);
            let what = match (&one.what, &one.routine) {
                (Some(words), None) => Some(Pursuit::Words(self.words(words))),
                (None, Some(word)) => self.word(word, Routine::parse).map(Pursuit::Routine),
                _ => {
                    let what = "expected either what, in words, or a routine".to_owned();
                    self.note(one.occupation.span(), what);
                    None
                }
            };
            match (self.place(one.place.as_ref()).here(), occupation, what) {
                (Some(place), Some(occupation), Some(what)) => parts.push(PartPolicy {
                    from,
                    to,
                    occupation,
                    place,
                    what,
                }),
                _ => here = false,
            }
        }
        self.elsewhere += usize::from(!here);
        here.then_some(DayPolicy {
            weekend: file.weekend,
            fixed,
            parts,
        })
    }

    fn steps(&mut self, file: &StepsFile) -> Option<StepsPolicy> {
        let task = self.words(&file.task);
        let occupation = self.word(&file.occupation, Occupation::parse);
        let place = self.place(file.place.as_ref()).here();
        let (mut steps, mut here) = (Vec::new(), true);
        for one in &file.steps {
            let minutes = ranged(self.source, &one.minutes, "minutes", 1, LONGEST_STEP);
            let minutes = self.mistakes.take(minutes);
            let doing = self.word(&one.doing, Doing::parse);
            let text = self.words(&one.what);
            match (self.place(one.place.as_ref()).here(), doing, minutes) {
                (Some(place), Some(doing), Some(minutes)) => steps.push(StepPolicy {
                    seconds: minutes as u32 * MINUTE,
                    doing,
                    place,
                    text,
                }),
                _ => here = false,
            }
        }
        let made = |place, occupation| StepsPolicy {
            task,
            occupation,
            place,
            open: file.open,
            company: file.company,
            steps,
        };
        match (place, occupation) {
            (Some(place), Some(occupation)) if here => Some(made(place, occupation)),
            _ => {
                self.elsewhere += 1;
                None
            }
        }
    }
}

impl Policy {
    /// The places that it names.
    pub(super) fn places(&self) -> impl Iterator<Item = PlaceId> + '_ {
        let days = self.days.iter().flat_map(|day| {
            let fixed = day.fixed.iter().map(|(_, _, place)| *place);
            fixed.chain(day.parts.iter().filter_map(|part| part.place))
        });
        let steps = self.steps.iter().flat_map(|part| {
            let all = part.steps.iter().filter_map(|step| step.place);
            all.chain(part.place)
        });
        days.chain(steps)
    }
}
