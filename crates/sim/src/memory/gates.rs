//! The gates that every insight passes before it becomes a memory: something to rest on, nothing
//! said twice, nothing against what is fixed.
//!
//! The published code of Generative Agents stores what it cannot read as the thought “this is
//! blank”, keeps “Isabella is a regular at Hobbs Cafe” twice, and does not notice that she owns it.
//! Each of these is a gate here, and each refusal is counted.

use super::{
    item::{Memory, MemoryKind},
    stream::Episodic,
};
use crate::campus::people::{Persona, Relation, Role};
use collegium_core::{
    i18n::Language,
    ids::{AgentId, PlaceId},
    time::{DAY, SimTime},
};

/// How alike two thoughts are that say the same (cosine of their vectors).
pub const SAME: f32 = 0.92;

/// How long a thought is kept, in simulated seconds: thirty days, as the originals write down and
/// do not enforce.
pub const KEPT_FOR: u32 = 30 * DAY;

/// The most characters of an insight.
pub const LONGEST: usize = 240;

/// The most evidence one insight cites.
pub const MOST_EVIDENCE: usize = 12;

pub use crate::tools::{Established, Flaw};

/// What becomes of an insight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is new.
    Fresh,
    /// It says what the thought of this number says.
    Same(u32),
    /// It is refused: why, what is fixed that it goes against, and what it says.
    Refused(Flaw, Option<Established>, String),
}

/// What is fixed about the one who thinks.
pub struct Identity<'a> {
    /// Who they are.
    pub persona: &'a Persona,
    /// Everybody's full name, by number.
    pub names: &'a dyn Fn(AgentId) -> &'a str,
    /// How many people there are.
    pub people: u32,
    /// What others are to them.
    pub relations: &'a dyn Fn(AgentId) -> Option<Relation>,
    /// The name of every place.
    pub places: &'a [(PlaceId, &'a str)],
    /// The name of every group.
    pub groups: &'a [&'a str],
}

/// Judges an insight with the evidence it cites. What a model has written is read for who they are
/// whose insight it is; what follows from facts says nothing against them, and is not.
pub fn judge(
    text: &str,
    evidence: &[u32],
    stream: &Episodic,
    written_for: Option<&Identity<'_>>,
    now: SimTime,
) -> Judgement {
    if written_for.is_some() && blank(text) {
        return Judgement::Refused(Flaw::Empty, None, text.chars().take(60).collect());
    }
    if evidence.is_empty() || evidence.iter().any(|i| *i >= stream.count()) {
        return Judgement::Refused(Flaw::NoEvidence, None, text.to_owned());
    }
    if let Some(fixed) = written_for.and_then(|identity| contradiction(text, identity)) {
        return Judgement::Refused(Flaw::Contradiction, Some(fixed), text.to_owned());
    }
    let thought = |m: &Memory| m.kind == MemoryKind::Thought && m.lives(now);
    match stream.nearest(text, thought) {
        Some((index, likeness)) if likeness > SAME => Judgement::Same(index),
        _ => Judgement::Fresh,
    }
}

/// Whether a text says nothing: too short, or one of the things models say where they have nothing
/// to say.
pub fn blank(text: &str) -> bool {
    let plain = text
        .trim()
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
    // A Chinese sentence needs few characters.
    let least = if plain
        .chars()
        .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    {
        4
    } else {
        8
    };
    const NOTHING: [&str; 14] = [
        "this is blank",
        "blank",
        "n/a",
        "none",
        "null",
        "no insight",
        "not enough information",
        "i don't know",
        "i do not know",
        "as an ai",
        "insight 1",
        "token limit exceeded",
        "chatgpt error",
        "lorem ipsum",
    ];
    letters < least
        || NOTHING
            .iter()
            .any(|n| plain == *n || n.len() > 8 && plain.starts_with(n))
}

/// Words of a text: lower case, without marks.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '-')
        .map(|w| w.trim_matches(['\'', '’', '-']).replace('’', "'"))
        .filter(|w| !w.is_empty())
        .collect()
}

/// What in a text goes against who the person is, if anything does. The rules know sentences about
/// oneself (“I am (not) …”, “I am from …”, “I work at …”, “my name is …”) and about others (“… is
/// (not) my …”), and ages, names in Chinese and Vietnamese.
fn contradiction(text: &str, identity: &Identity<'_>) -> Option<Established> {
    if identity.persona.language != Language::English
        && let Some(found) = in_other_tongues(text, identity.persona)
    {
        return Some(found);
    }
    text.split(['.', '!', ';', '?', '\n']).find_map(|sentence| {
        let words = words(sentence);
        about_me(&words, identity).or_else(|| about_others(&words, identity))
    })
}

/// Age and name in Chinese and Vietnamese.
fn in_other_tongues(text: &str, persona: &Persona) -> Option<Established> {
    let age = persona.age.to_string();
    let number_before = |mark: &str, lead: &str| {
        let (before, _) = text.split_once(mark)?;
        let digits: String = before
            .trim_end()
            .chars()
            .rev()
            .take_while(char::is_ascii_digit)
            .collect();
        let digits: String = digits.chars().rev().collect();
        let rest = before.trim_end().strip_suffix(digits.as_str())?.trim_end();
        let mine = rest.to_lowercase().ends_with(lead) && !digits.is_empty();
        (mine && digits != age).then_some(Established::Age(persona.age))
    };
    let name_after = |lead: &str| {
        let (_, after) = text.split_once(lead)?;
        let after = after.trim_start();
        let fits = persona.name.split(' ').any(|part| after.starts_with(part))
            || after.starts_with(&persona.name);
        (!fits && !after.is_empty()).then_some(Established::Name)
    };
    number_before("岁", "我")
        .or_else(|| number_before("tuổi", "tôi"))
        .or_else(|| name_after("我叫"))
        .or_else(|| name_after("Tôi tên là"))
}

/// Sentences about oneself.
fn about_me(words: &[String], identity: &Identity<'_>) -> Option<Established> {
    let persona = identity.persona;
    let first = persona.first_name().to_lowercase();
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    for i in 0..words.len() {
        // "my name is X"
        if word(i) == "my" && word(i + 1) == "name" && word(i + 2) == "is" {
            let mine = persona.name.to_lowercase();
            if !word(i + 3).is_empty() && !mine.split(' ').any(|part| part == word(i + 3)) {
                return Some(Established::Name);
            }
        }
        // "I work at X", "I work as a X"
        if word(i) == "i"
            && matches!(word(i + 1), "work" | "am")
            && word(i + 1 + usize::from(word(i + 1) == "am")) == "employed"
            || word(i) == "i" && word(i + 1) == "work"
        {
            let at = (i + 2..i + 4).find(|j| matches!(word(*j), "at" | "for"));
            if let Some(why) = at.and_then(|j| wrong_work(&words[j + 1..], identity)) {
                return Some(why);
            }
            if let Some(j) = (i + 2..i + 4).find(|j| word(*j) == "as")
                && let Some(why) = wrong_role(&words[j + 1..], persona, false)
            {
                return Some(why);
            }
        }
        // "I am (not) …", "I'm …", "<first name> is …"
        let after = match word(i) {
            "i'm" => i + 1,
            "i" if word(i + 1) == "am" => i + 2,
            me if me == first && word(i + 1) == "is" => i + 2,
            _ => continue,
        };
        let not = word(after) == "not";
        let rest = words.get(after + usize::from(not)..).unwrap_or_default();
        if let Some(why) = wrong_self(rest, not, identity) {
            return Some(why);
        }
    }
    None
}

/// What follows “I am” or “I am not”, where it goes against what is fixed.
fn wrong_self(rest: &[String], not: bool, identity: &Identity<'_>) -> Option<Established> {
    let persona = identity.persona;
    let word = |i: usize| rest.get(i).map_or("", String::as_str);
    if let Ok(age) = word(0).parse::<u32>() {
        let years = rest.len() == 1 || matches!(word(1), "years" | "and" | "year");
        if years && (age == u32::from(persona.age)) == not {
            return Some(Established::Age(persona.age));
        }
    }
    if word(0) == "from" || word(0) == "originally" && word(1) == "from" {
        let origin = words(&persona.origin);
        let named: Vec<&String> = rest
            .iter()
            .skip_while(|w| *w != "from")
            .skip(1)
            .take(3)
            .collect();
        let fits = named.iter().any(|w| origin.contains(w));
        if !named.is_empty() && !origin.is_empty() && fits == not {
            return Some(Established::Origin);
        }
    }
    if let Some(why) = wrong_role(rest, persona, not) {
        return Some(why);
    }
    // "I am in (the) computing (group)", "I am a computing student"
    let named = identity.groups.iter().find(|g| {
        let group = words(g);
        let at = usize::from(word(0) == "in")
            + usize::from(matches!(
                word(usize::from(word(0) == "in")),
                "the" | "a" | "an"
            ));
        !group.is_empty()
            && rest
                .get(at..at + group.len())
                .is_some_and(|w| w == group.as_slice())
            && matches!(word(at + group.len()), "student" | "group" | "staff")
    });
    if let Some(group) = named
        && (**group == persona.group) == not
    {
        return Some(Established::Group);
    }
    // "I am Ravi"
    let other = (0..identity.people).map(AgentId).find(|a| {
        let name = (identity.names)(*a).to_lowercase();
        let mut parts = name.split(' ');
        let first = parts.next().unwrap_or_default();
        first == word(0) && (rest.len() == 1 || parts.next() == Some(word(1)))
    });
    if let Some(other) = other {
        let mine = (identity.names)(other) == persona.name;
        if mine == not && !(not && rest.len() > 2) {
            return Some(Established::Name);
        }
    }
    None
}

/// “… a nurse”: another role than one's own, or the denial of one's own.
fn wrong_role(rest: &[String], persona: &Persona, not: bool) -> Option<Established> {
    let article = usize::from(matches!(
        rest.first().map_or("", String::as_str),
        "a" | "an" | "the"
    ));
    // "a new student", "a student": one word may stand between.
    let role = rest
        .iter()
        .skip(article)
        .take(2)
        .find_map(|w| Role::find(w))?;
    // "the nurse's friend" has a mark and is no role word; "a student of life" is let pass, for it
    // is one's own role or a figure of speech.
    ((role == persona.role) == not && article > 0).then_some(Established::Role(persona.role))
}

/// “I work at X”, where X is a place without a shift of one's own.
fn wrong_work(rest: &[String], identity: &Identity<'_>) -> Option<Established> {
    let rest = if rest.first().is_some_and(|w| w == "the") {
        &rest[1..]
    } else {
        rest
    };
    let (place, _) = identity.places.iter().find(|(_, name)| {
        let named = words(name);
        !named.is_empty()
            && rest
                .get(..named.len())
                .is_some_and(|w| w == named.as_slice())
    })?;
    let works_there = identity.persona.shifts.iter().any(|s| s.place == *place);
    (!works_there).then_some(Established::NoShiftAt(*place))
}

/// What others are to one: “X is (not) my Y”, “my Y X”.
fn about_others(words: &[String], identity: &Identity<'_>) -> Option<Established> {
    let word = |i: usize| words.get(i).map_or("", String::as_str);
    for i in 0..words.len() {
        let Some(kind) = relation(word(i + 1)).filter(|_| word(i) == "my") else {
            continue;
        };
        let not = i >= 1 && word(i - 1) == "not";
        let verb = i
            .checked_sub(1 + usize::from(not))
            .filter(|v| matches!(word(*v), "is" | "was"));
        // "Hana Kovářová is my …": the name ends before the verb; "my … Hana": it begins after the
        // relation.
        let person = verb
            .and_then(|v| ending(&words[..v], identity))
            .or_else(|| beginning(&words[i + 2..], identity));
        let Some(person) = person else { continue };
        let known = (identity.relations)(person);
        // Acquaintances and friends change; what remains are ties that a thought cannot make.
        let fixed = |k: Relation| {
            !matches!(
                k,
                Relation::Friend | Relation::Acquaintance | Relation::Rival
            )
        };
        let wrong = if not {
            known == Some(kind) && fixed(kind)
        } else {
            fixed(kind) && known != Some(kind)
        };
        if wrong {
            return Some(Established::Tie(person, known));
        }
    }
    None
}

/// The person whose name ends a list of words.
fn ending(words: &[String], identity: &Identity<'_>) -> Option<AgentId> {
    named_by(identity, |name| {
        words.ends_with(name) || words.last() == name.first()
    })
}

/// The person whose name begins a list of words.
fn beginning(words: &[String], identity: &Identity<'_>) -> Option<AgentId> {
    named_by(identity, |name| {
        words.starts_with(name) || words.first() == name.first()
    })
}

fn named_by(identity: &Identity<'_>, fits: impl Fn(&[String]) -> bool) -> Option<AgentId> {
    let all = (0..identity.people).map(AgentId);
    // A first name that two people share says nothing of which is meant.
    let mut found = all.filter(|a| fits(&words((identity.names)(*a))));
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

/// The relation a word names, ours and its everyday kin.
fn relation(word: &str) -> Option<Relation> {
    Some(match word {
        "brother" | "sister" | "twin" => Relation::Sibling,
        "wife" | "husband" | "girlfriend" | "boyfriend" => Relation::Partner,
        "flatmate" | "room-mate" => Relation::Roommate,
        "professor" => Relation::Teacher,
        "co-worker" | "coworker" => Relation::Colleague,
        _ => return Relation::find(word),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campus::testing, memory::Grounds};

    /// Judges what Hana Kovářová, a student of 27, might come to think.
    fn hana(check: impl FnOnce(&dyn Fn(&str) -> Option<Established>)) {
        let (scenario, map) = testing::first_week();
        let me = scenario
            .people
            .iter()
            .position(|(p, _)| p.name.starts_with("Hana"))
            .unwrap();
        let persona = &scenario.people[me].0;
        let places: Vec<(PlaceId, &str)> = map
            .places
            .iter()
            .enumerate()
            .map(|(i, p)| (PlaceId(i as u16), p.name.as_str()))
            .collect();
        let identity = Identity {
            persona,
            names: &|a| scenario.people[a.0 as usize].0.name.as_str(),
            people: scenario.people.len() as u32,
            relations: &|a| {
                persona
                    .relationships
                    .iter()
                    .find(|r| r.with == a)
                    .map(|r| r.kind)
            },
            places: &places,
            groups: &["biology", "computing", "music", "staff"],
        };
        check(&|text| contradiction(text, &identity));
    }

    #[test]
    fn what_is_fixed_cannot_be_thought_away() {
        hana(|found| {
            for wrong in [
                "I am Ravi.",
                "My name is Ximena and I like it here",
                "I am not a student",
                "I'm a nurse at heart",
                "Hana is a barista",
                "I am 19 years old.",
                "I am 31",
                "I'm not 27 years old",
                "I am from Nigeria",
                "I am a music student",
                "I work at the Refectory in the mornings",
                "I work as a cook",
                "Elliot Pryce is my brother",
                "Lately I see that my roommate Elliot needs quiet",
                "Nyambura is not my teacher",
                "Ravi is my professor",
            ] {
                assert!(found(wrong).is_some(), "{wrong}");
            }
            for right in [
                "I am Hana, and I finish what I begin",
                "I am a student who was a carpenter",
                "I am 27 years old and the oldest but one",
                "I'm from Olomouc",
                "I am a computing student with a bad wrist",
                "I work at night when it is quiet",
                "I am not from here",
                "Nyambura Gathogo is my teacher and I trust her",
                "Elliot is my friend",
                "Ravi is not my friend yet",
                "I am late for COM101 more often than I like",
                "I am 10 minutes late each day",
                "My friend Behrouz borrows my screwdrivers",
                "I am not sure that Mateo likes me",
            ] {
                assert_eq!(found(right), None, "{right}");
            }
        });
    }

    #[test]
    fn ages_and_names_in_other_tongues() {
        let (scenario, _) = testing::first_week();
        let mut persona = scenario.people[0].0.clone();
        (persona.age, persona.name) = (20, "李梅".to_owned());
        assert!(in_other_tongues("我22岁了", &persona).is_some());
        assert!(in_other_tongues("我20岁了", &persona).is_none());
        assert!(in_other_tongues("我叫王芳", &persona).is_some());
        assert!(in_other_tongues("我叫李梅", &persona).is_none());
        assert!(in_other_tongues("Tôi 19 tuổi", &persona).is_some());
        assert!(in_other_tongues("Anh ấy 19 tuổi", &persona).is_none());
    }

    #[test]
    fn nothing_is_not_an_insight() {
        for nothing in [
            "",
            "  ",
            "This is blank",
            "…",
            "N/A",
            "none",
            "Not enough information to say.",
            "insight 1",
            "ok",
        ] {
            assert!(blank(nothing), "{nothing}");
        }
        for something in ["I like tea.", "我喜欢茶。", "Tôi hay đến muộn."] {
            assert!(!blank(something), "{something}");
        }
    }

    #[test]
    fn evidence_must_be_there_and_the_same_is_not_thought_twice() {
        let (scenario, _) = testing::first_week();
        let identity = Identity {
            persona: &scenario.people[0].0,
            names: &|a| scenario.people[a.0 as usize].0.name.as_str(),
            people: scenario.people.len() as u32,
            relations: &|_| None,
            places: &[],
            groups: &[],
        };
        let now = SimTime(100);
        let mut stream = Episodic::of(vec![Memory {
            text: "I came late".to_owned(),
            ..Memory::default()
        }]);
        let text = "I keep coming late to the first class of the morning";
        let judged = |stream: &Episodic, text: &str, evidence: &[u32], now| {
            judge(text, evidence, stream, Some(&identity), now)
        };
        assert!(matches!(
            judged(&stream, text, &[], now),
            Judgement::Refused(Flaw::NoEvidence, ..)
        ));
        assert!(matches!(
            judged(&stream, text, &[1], now),
            Judgement::Refused(Flaw::NoEvidence, ..)
        ));
        assert!(matches!(
            judged(&stream, "this is blank", &[0], now),
            Judgement::Refused(Flaw::Empty, ..)
        ));
        assert_eq!(judged(&stream, text, &[0], now), Judgement::Fresh);
        let thought = Memory {
            kind: MemoryKind::Thought,
            text: text.to_owned(),
            at: now,
            ..Memory::default()
        };
        let index = stream.conclude(thought, &[0], Some(now.plus(KEPT_FOR)));
        let grounds = Grounds {
            evidence: vec![0],
            depth: 1,
            expires: Some(now.plus(KEPT_FOR)),
        };
        assert_eq!(
            stream.get(index).unwrap().grounds.as_deref(),
            Some(&grounds)
        );
        let again = "And so I keep coming late to the first class of the morning.";
        assert_eq!(judged(&stream, again, &[0], now), Judgement::Same(index));
        // An expired thought may be thought again.
        assert_eq!(
            judged(&stream, again, &[0], now.plus(KEPT_FOR)),
            Judgement::Fresh
        );
    }
}
