//! The schemas of the tools: what a mind is told of them, and what the docs show.

use super::Refusal;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// An argument of a tool.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    /// Its name.
    pub name: &'static str,
    /// `string`, `integer` or `boolean`.
    pub kind: &'static str,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it means.
    pub meaning: &'static str,
}

/// A tool: arguments, who may call it and when, effects, duration, and every reason for refusal.
#[derive(Clone, Copy, Debug)]
pub struct ToolSchema {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub purpose: &'static str,
    /// Its arguments.
    pub arguments: &'static [Argument],
    /// Who may call it.
    pub who: &'static str,
    /// When it may be called.
    pub when: &'static str,
    /// What it changes.
    pub effects: &'static str,
    /// How long it takes.
    pub duration: &'static str,
    /// The words of its refusals.
    pub refusals: &'static [&'static str],
}

const fn need(name: &'static str, kind: &'static str, meaning: &'static str) -> Argument {
    Argument {
        name,
        kind,
        optional: false,
        meaning,
    }
}

const fn may(name: &'static str, kind: &'static str, meaning: &'static str) -> Argument {
    Argument {
        name,
        kind,
        optional: true,
        meaning,
    }
}

/// The eleven tools.
pub const SCHEMAS: [ToolSchema; 11] = [
    ToolSchema {
        name: "move",
        purpose: "Walk to a place or a person and, if wanted, stay there doing something",
        arguments: &[
            need("to", "string", "the name of a place or person"),
            may(
                "activity",
                "string",
                "what is done there: sleeping, washing, eating, having_coffee, exercising, playing, resting, browsing, waiting",
            ),
            may("minutes", "integer", "for how long, 1 to 720"),
            may("hurry", "boolean", "half as fast again"),
        ],
        who: "everybody",
        when: "awake",
        effects: "holds a free spot, walks there, then does the activity; meals and drinks come out of the bag",
        duration: "two tiles a tick, three in a hurry; then the minutes",
        refusals: &[
            "asleep",
            "bad_length",
            "closed",
            "full",
            "no_free_spot",
            "no_way",
            "wrong_place",
            "not_your_room",
            "nobody",
            "nothing_to_eat",
        ],
    },
    ToolSchema {
        name: "talk",
        purpose: "Say something to somebody in earshot",
        arguments: &[
            need("with", "string", "the name of a person in earshot"),
            need("text", "string", "what is said"),
            may("loud", "boolean", "with a voice that carries"),
        ],
        who: "everybody",
        when: "awake, not in class, not on the way, and in a conversation only in one's turn",
        effects: "opens, joins or continues a conversation of two to five people; they remember it; too loud for the place is a violation",
        duration: "10 to 20 seconds a line",
        refusals: &[
            "asleep",
            "away",
            "nobody",
            "out_of_earshot",
            "partner_busy",
            "talk_full",
            "not_now",
            "not_your_turn",
            "bad_text",
        ],
    },
    ToolSchema {
        name: "attend",
        purpose: "Take part in a class, shift, event or meeting where it is held",
        arguments: &[need("what", "string", "a commitment of one's timetable")],
        who: "those enrolled, teaching, on shift or invited",
        when: "in the place, from 20 minutes before it begins until it ends",
        effects: "takes a seat or the staff's place; coming late to a class or shift is a violation",
        duration: "until it ends",
        refusals: &[
            "asleep",
            "not_yours",
            "not_there",
            "too_early",
            "over",
            "no_free_spot",
            "no_way",
        ],
    },
    ToolSchema {
        name: "buy",
        purpose: "Queue at the counter of the place one is in and buy something",
        arguments: &[
            need("item", "string", "what"),
            may("cut_in", "boolean", "step in front of those who wait"),
        ],
        who: "everybody",
        when: "in an open place that sells it",
        effects: "stands in the queue, is served in order, pays, and has the item in the bag; cutting in is a violation",
        duration: "as long as the queue takes",
        refusals: &[
            "asleep",
            "away",
            "not_sold",
            "closed",
            "nobody_serves",
            "cannot_afford",
            "already_queueing",
            "queue_full",
            "no_way",
        ],
    },
    ToolSchema {
        name: "study",
        purpose: "Study where one is",
        arguments: &[
            need("subject", "string", "what"),
            need("minutes", "integer", "for how long, 1 to 720"),
        ],
        who: "everybody",
        when: "awake, in a place with desks or seats",
        effects: "takes a desk, or else a seat",
        duration: "the minutes",
        refusals: &[
            "asleep",
            "away",
            "bad_length",
            "bad_text",
            "wrong_place",
            "no_free_spot",
            "closed",
            "no_way",
        ],
    },
    ToolSchema {
        name: "post",
        purpose: "Write a post on the campus feed",
        arguments: &[need("text", "string", "what it says")],
        who: "everybody",
        when: "awake, not in class, not on the way",
        effects: "the post can be read by everybody",
        duration: "one minute",
        refusals: &["asleep", "not_now", "bad_text"],
    },
    ToolSchema {
        name: "schedule",
        purpose: "Arrange to meet somebody in earshot",
        arguments: &[
            need("with", "string", "the name of a person in earshot"),
            need("place", "string", "where to meet"),
            need("begins", "string", "a day and a time such as Tue 17:00"),
            need("minutes", "integer", "for how long, 10 to 240"),
        ],
        who: "everybody",
        when: "within two weeks, where neither has something else",
        effects: "both have the meeting in their timetables",
        duration: "none",
        refusals: &[
            "asleep",
            "away",
            "nobody",
            "out_of_earshot",
            "partner_busy",
            "bad_time",
            "bad_length",
            "clash",
        ],
    },
    ToolSchema {
        name: "invite",
        purpose: "Invite somebody in earshot to an event, or to something of one's own",
        arguments: &[
            need("with", "string", "the name of a person in earshot"),
            need(
                "what",
                "string",
                "the title of an event, or one of meal, coffee, walk, play, study",
            ),
            may("course", "string", "the code of the course that is studied"),
            may("place", "string", "where, for something of one's own"),
            may(
                "begins",
                "string",
                "a day and a time such as Tue 17:00, likewise",
            ),
            may("minutes", "integer", "for how long, 10 to 240, likewise"),
        ],
        who: "everybody; to an event those whom it is for",
        when: "before it begins, within two weeks, where the host has nothing else",
        effects: "the other is invited and may reply",
        duration: "none",
        refusals: &[
            "asleep",
            "away",
            "nobody",
            "out_of_earshot",
            "partner_busy",
            "not_yours",
            "bad_time",
            "bad_length",
            "clash",
            "already_invited",
        ],
    },
    ToolSchema {
        name: "reply",
        purpose: "Accept or decline an invitation",
        arguments: &[
            need("invitation", "integer", "the number of the invitation"),
            need("accept", "boolean", "yes or no"),
        ],
        who: "the one who was invited",
        when: "awake, before it begins, once",
        effects: "an accepted invitation is in the timetables of guest and host",
        duration: "none",
        refusals: &["asleep", "not_yours", "over", "clash"],
    },
    ToolSchema {
        name: "gesture",
        purpose: "Greet, thank, help or say sorry to somebody in sight, without a conversation",
        arguments: &[
            need("with", "string", "the name of a person nearby"),
            need(
                "gesture",
                "string",
                "wave, ask_help, help, thank or apologise",
            ),
        ],
        who: "everybody",
        when: "awake, within six tiles and in sight",
        effects: "the other notices it; help and returned greetings bring people closer",
        duration: "none",
        refusals: &["asleep", "away", "nobody", "out_of_earshot", "partner_busy"],
    },
    ToolSchema {
        name: "search",
        purpose: "Look something up in the library catalogue and on the campus feed",
        arguments: &[need("query", "string", "what is looked for")],
        who: "everybody",
        when: "awake, not in class, not on the way",
        effects: "the caller learns of courses, places, events and posts with these words",
        duration: "two minutes",
        refusals: &["asleep", "not_now", "bad_text"],
    },
];

/// A tool's schema as JSON Schema, in the form that chat-model APIs take for function calls.
pub fn json_schema(tool: &ToolSchema) -> Value {
    let mut properties = serde_json::Map::new();
    for argument in tool.arguments {
        properties.insert(
            argument.name.to_owned(),
            json!({"type": argument.kind, "description": argument.meaning}),
        );
    }
    let required: Vec<&str> = tool
        .arguments
        .iter()
        .filter(|a| !a.optional)
        .map(|a| a.name)
        .collect();
    json!({
        "name": tool.name,
        "description": tool.purpose,
        "parameters": {"type": "object", "properties": properties, "required": required, "additionalProperties": false},
    })
}

/// The tools and their refusals as Markdown: the text of `docs/tools.md`.
pub fn markdown_table() -> String {
    let mut text = String::from(
        "# Tool calls\n\nEverything an agent does is one of these eleven calls. The executor checks each against the world; a refused call\n\
         comes back to the agent as an observation that says why, and is recorded.\n\n\
         | tool | arguments | who may call it, and when | effects | duration |\n| --- | --- | --- | --- | --- |\n",
    );
    for tool in SCHEMAS {
        let arguments: Vec<String> = tool
            .arguments
            .iter()
            .map(|a| {
                format!(
                    "`{}`{} ({}): {}",
                    a.name,
                    if a.optional { "?" } else { "" },
                    a.kind,
                    a.meaning
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
    for tool in SCHEMAS {
        for word in tool.refusals {
            let meaning = Refusal::TABLE
                .iter()
                .find(|(w, _)| w == word)
                .map_or("", |(_, m)| *m);
            let _ = writeln!(text, "| `{}` | `{word}` | {meaning} |", tool.name);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_explained_and_every_explanation_used() {
        for tool in SCHEMAS {
            for word in tool.refusals {
                assert!(Refusal::TABLE.iter().any(|(w, _)| w == word), "{word}");
            }
        }
        for (word, _) in Refusal::TABLE {
            assert!(
                SCHEMAS.iter().any(|t| t.refusals.contains(word)),
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
