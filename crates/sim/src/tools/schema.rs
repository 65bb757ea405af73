//! What is made of the tools' schemas: what minds are told of them, the shapes of calls that are
//! possible now, and the docs.

use super::{
    LONGEST_TEXT, TOOLS, tell,
    tool::{Argument, ArgumentKind, Span, ToolSchema},
};
use crate::campus::{Item, PlaceKind, invitations::Cause, people::Doing};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

impl ArgumentKind {
    /// The type in JSON: `string`, `integer` or `boolean`.
    pub const fn json_type(&self) -> &'static str {
        match self {
            ArgumentKind::Flag => "boolean",
            ArgumentKind::Invitation | ArgumentKind::Minutes(_) => "integer",
            _ => "string",
        }
    }
}

impl Argument {
    /// What it means, with what can be given for it.
    pub fn described(&self) -> String {
        match self.kind {
            ArgumentKind::Minutes(Span { least, most }) => {
                format!("{}, {least} to {most}", self.meaning)
            }
            ArgumentKind::Word(words) => format!("{}: {}", self.meaning, words().join(", ")),
            ArgumentKind::Occasion => {
                let causes: Vec<&str> = Cause::ALL.iter().map(|cause| cause.word()).collect();
                format!("{}, or one of {}", self.meaning, causes.join(", "))
            }
            ArgumentKind::Ware => {
                let items: Vec<&str> = Item::ALL.iter().map(|item| item.word()).collect();
                format!("{}: {}", self.meaning, items.join(", "))
            }
            ArgumentKind::Moment => format!("{}: a day and a time such as Tue 17:00", self.meaning),
            ArgumentKind::Text => format!("{}, {LONGEST_TEXT} characters at most", self.meaning),
            _ => self.meaning.to_owned(),
        }
    }
}

/// What somebody does and can name in a call now.
#[derive(Clone, Debug)]
pub struct Possible<'a> {
    /// What they do.
    pub doing: Doing,
    /// What kind of place they are in; none on the way.
    pub here: Option<PlaceKind>,
    /// The names of the places that are open.
    pub places: Vec<&'a str>,
    /// The names of the people in earshot.
    pub people: Vec<&'a str>,
    /// The names of today's commitments.
    pub engagements: Vec<String>,
    /// What their bag holds, which may hold one thing twice.
    pub carried: Vec<Item>,
    /// What they can buy where they are, at this hour.
    pub sold: Vec<Item>,
    /// The numbers of the invitations that they have not answered.
    pub invitations: Vec<u32>,
}

/// The words of some items, each once.
fn words_of(items: &[Item]) -> Vec<&'static str> {
    let held = Item::ALL.iter().filter(|item| items.contains(item));
    held.map(|item| item.word()).collect()
}

impl Possible<'_> {
    /// With nothing that could be named.
    pub const fn of(doing: Doing, here: Option<PlaceKind>) -> Self {
        Self {
            doing,
            here,
            places: Vec::new(),
            people: Vec::new(),
            engagements: Vec::new(),
            carried: Vec::new(),
            sold: Vec::new(),
            invitations: Vec::new(),
        }
    }

    /// The shape of an argument; none where nothing can be given for it.
    fn shape(&self, kind: ArgumentKind) -> Option<Value> {
        let one_of = |names: Vec<&str>| {
            (!names.is_empty()).then(|| json!({"type": "string", "enum": names}))
        };
        match kind {
            ArgumentKind::Place => one_of(self.places.clone()),
            ArgumentKind::Person => one_of(self.people.clone()),
            ArgumentKind::PlaceOrPerson => one_of([&self.places[..], &self.people[..]].concat()),
            ArgumentKind::Engagement => {
                one_of(self.engagements.iter().map(String::as_str).collect())
            }
            ArgumentKind::Carried => one_of(words_of(&self.carried)),
            ArgumentKind::Ware => one_of(words_of(&self.sold)),
            ArgumentKind::Invitation => (!self.invitations.is_empty())
                .then(|| json!({"type": "integer", "enum": self.invitations})),
            ArgumentKind::Word(words) => one_of(words()),
            ArgumentKind::Text
            | ArgumentKind::Occasion
            | ArgumentKind::Course
            | ArgumentKind::Moment => Some(json!({"type": "string", "maxLength": LONGEST_TEXT})),
            ArgumentKind::Minutes(Span { least, most }) => {
                Some(json!({"type": "integer", "minimum": least, "maximum": most}))
            }
            ArgumentKind::Flag => Some(json!({"type": "boolean"})),
        }
    }

    /// The shape of a call of a tool; none where something that it must have cannot be given.
    fn call(&self, tool: &ToolSchema) -> Option<Value> {
        let mut properties = Map::new();
        let name = json!({"type": "string", "enum": [tool.name]});
        properties.insert("tool".to_owned(), name);
        let mut required = vec!["tool"];
        for argument in tool.arguments.iter().filter(|a| a.asked) {
            let Some(shape) = self.shape(argument.kind) else {
                if argument.optional {
                    continue;
                }
                return None;
            };
            properties.insert(argument.name.to_owned(), shape);
            required.push(argument.name);
        }
        Some(json!({
            "type": "object", "properties": properties, "required": required,
            "additionalProperties": false,
        }))
    }
}

/// The JSON schema of a call: one alternative for each tool, with the names that are possible now
/// where they are given.
pub fn call_schema(now: &Possible<'_>, only: Option<&str>) -> Value {
    let offered = TOOLS.iter().filter(|entry| (entry.offered)(now));
    let tools = offered.map(|entry| (entry.schema)());
    let chosen = tools.filter(|tool| only.is_none_or(|only| tool.name == only));
    let shapes = chosen.filter_map(|tool| now.call(&tool));
    let alternatives: Vec<Value> = shapes.collect();
    json!({"anyOf": alternatives})
}

/// The tools in a few lines, for prompts; the one of that name where `only` one is in question.
pub fn tool_list(only: Option<&str>) -> String {
    let line = |tool: &ToolSchema| {
        let asked = tool.arguments.iter().filter(|a| a.asked);
        let names: Vec<&str> = asked.map(|a| a.name).collect();
        format!("- {}({}): {}", tool.name, names.join(", "), tool.purpose)
    };
    let tools = TOOLS.iter().map(|entry| (entry.schema)());
    let chosen = tools.filter(|tool| only.is_none_or(|only| tool.name == only));
    let lines: Vec<String> = chosen.map(|tool| line(&tool)).collect();
    lines.join("\n")
}

/// The tools and their refusals as Markdown: the text of `docs/tools.md`.
pub fn markdown_table() -> String {
    let mut text = String::from(
        "# Tool calls\n\n\
         Everything an agent does is one of these calls. The executor checks each against the \
         world and answers it:\n\
         a call that is carried out with what is observed of it (how many wait, what was found), a \
         refused one with why. Both are recorded.\n\n\
         | tool | arguments | who may call it, and when | effects | duration |\n\
         | --- | --- | --- | --- | --- |\n",
    );
    for tool in TOOLS.iter().map(|entry| (entry.schema)()) {
        let arguments: Vec<String> = tool
            .arguments
            .iter()
            .map(|a| {
                format!(
                    "`{}`{} ({}): {}",
                    a.name,
                    if a.optional { "?" } else { "" },
                    a.kind.json_type(),
                    a.described()
                )
            })
            .collect();
        let _ = writeln!(
            text,
            "| `{}` | {} | {}; {} | {} | {} |",
            tool.name,
            arguments.join("<br>"),
            tool.who,
            tool.when,
            tool.effects,
            tool.duration
        );
    }
    text.push_str("\n## Refusals\n\n| tool | reason | meaning |\n| --- | --- | --- |\n");
    for tool in TOOLS.iter().map(|entry| (entry.schema)()) {
        for word in tool.refusals {
            let meaning = tell::ENGLISH.label("refusal", word);
            let _ = writeln!(text, "| `{}` | `{word}` | {meaning} |", tool.name);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::Refusal;

    fn tools(now: &Possible<'_>) -> Vec<String> {
        let schema = call_schema(now, None);
        let shapes = schema["anyOf"].as_array().unwrap();
        let name = |shape: &Value| {
            shape["properties"]["tool"]["enum"][0]
                .as_str()
                .map(str::to_owned)
        };
        shapes.iter().filter_map(name).collect()
    }

    #[test]
    fn only_what_is_possible_now_is_asked_for() {
        let alone = Possible {
            places: vec!["Library"],
            carried: vec![Item::Tea, Item::Book, Item::Tea],
            ..Possible::of(Doing::Idle, Some(PlaceKind::Library))
        };
        assert_eq!(tools(&alone), ["move", "study", "post", "search"]);
        let outdoors = Possible {
            here: Some(PlaceKind::Gate),
            ..alone.clone()
        };
        assert_eq!(tools(&outdoors), ["move", "post", "search"]);
        let in_class = Possible {
            doing: Doing::InClass,
            ..alone.clone()
        };
        assert_eq!(tools(&in_class), ["move", "study"]);
        let together = Possible {
            people: vec!["Ana"],
            ..alone.clone()
        };
        let schema = call_schema(&together, None);
        let give = schema["anyOf"].as_array().unwrap().last().unwrap();
        assert_eq!(give["properties"]["tool"]["enum"], json!(["give"]));
        assert_eq!(give["properties"]["item"]["enum"], json!(["tea", "book"]));
        assert_eq!(give["properties"]["with"]["enum"], json!(["Ana"]));
        let empty_handed = Possible {
            carried: Vec::new(),
            ..together
        };
        assert!(!tools(&empty_handed).contains(&"give".to_owned()));
        let served = Possible {
            sold: vec![Item::Tea],
            invitations: vec![4],
            ..alone
        };
        assert_eq!(
            tools(&served),
            ["move", "buy", "study", "post", "reply", "search"]
        );
    }

    #[test]
    fn every_refusal_is_explained_and_every_explanation_used() {
        for tool in TOOLS.iter().map(|entry| (entry.schema)()) {
            for word in tool.refusals {
                assert!(Refusal::WORDS.contains(word), "{word}");
            }
        }
        for word in Refusal::WORDS {
            assert!(
                TOOLS.iter().any(|t| (t.schema)().refusals.contains(word)),
                "{word} is in no tool's list"
            );
        }
    }

    #[test]
    fn the_docs_hold_the_table() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join("docs/tools.md");
        if std::env::var_os("COLLEGIUM_BLESS").is_some() {
            std::fs::write(&file, markdown_table()).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(file).unwrap(),
            markdown_table(),
            "run the tests with COLLEGIUM_BLESS=1 to renew docs/tools.md"
        );
    }
}
