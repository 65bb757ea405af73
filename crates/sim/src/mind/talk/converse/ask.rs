//! Asking for a line: what it is for, and what a model is told and answers.

use super::voice::{Voices, speaker};
use crate::{
    campus::talks::{SpeechAct, Topic},
    conduct::Conducting,
    mind::{
        talk::{
            prompts::{self, LONGEST_LINE},
            speech,
        },
        thinking::{Ask, LineAsk},
        thought_queue::{Heard, ThoughtQueue},
    },
    social::Ledger,
    tools::Stage,
};
use bevy::prelude::*;
use collegium_core::{
    dice::Draw,
    ids::AgentId,
    text::{one_line, without_harm},
};
use collegium_llm::extract::extract;
use serde::{Deserialize, Serialize};

const MEANT: Draw = Draw::of("talk: what a line is for");

/// The answer of a model that was asked for a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineAnswer {
    /// The words of the line.
    pub say: String,
    /// The numbers of the facts they tell, of those offered.
    #[serde(default)]
    pub tells: Vec<u32>,
    /// `accept` or `decline`, where an invitation waits for an answer.
    #[serde(default)]
    pub answer: Option<String>,
    /// Whether the speaker leaves after it.
    #[serde(default)]
    pub leaves: bool,
    /// The memories that it rests on, by their numbers in the prompt.
    #[serde(default)]
    pub used: Option<serde_json::Value>,
}

impl LineAnswer {
    /// The words in an answer of which only the beginning may have come; none before they begin.
    pub fn words_so_far(text: &str) -> Option<String> {
        let said = |text: &str| {
            let found = extract(text, |value| value.get("say").is_some())?;
            Some(found.value.get("say")?.as_str()?.to_owned())
        };
        // Of a text that broke off nothing is given, so it is ended where it stands.
        let said = said(text).or_else(|| said(&format!("{}\"}}", before_escape(text))))?;
        let words = one_line(&without_harm(&said), LONGEST_LINE);
        Some(words).filter(|words| !words.is_empty())
    }
}

/// The text without an escape of JSON that has only begun.
fn before_escape(text: &str) -> &str {
    let Some(start) = text.rfind('\\') else {
        return text;
    };
    let before = &text[..start];
    let escaped = before.len() - before.trim_end_matches('\\').len();
    let begun = match text[start + 1..].strip_prefix('u') {
        Some(digits) => digits.len() < 4,
        None => start + 1 == text.len(),
    };
    if begun && escaped.is_multiple_of(2) {
        before
    } else {
        text
    }
}

/// Has somebody think about a line. Gives whether a model was asked.
///
/// # Errors
/// Never for people of the roster.
pub(super) fn ask_for_line(
    stage: &Stage,
    (ledger, conduct): (&Ledger, &Conducting),
    voices: &Voices,
    (thoughts, heard): (&mut ThoughtQueue, &mut Heard),
    (agent, with, number): (AgentId, AgentId, Option<u32>),
    act: Option<SpeechAct>,
) -> Result<bool> {
    let mut me = speaker(stage, ledger, voices, agent)?;
    me.around.theirs = Some(stage.look(with)?.activity.doing);
    let talk = number.and_then(|n| stage.talks.live.get(&n));
    let spoken = talk.map_or(0, |t| t.lines.len());
    let mut roll = stage
        .dice
        .stream(agent.0, MEANT.nth(spoken as u64), stage.clock.tick);
    let mut ask = match act {
        Some(act) => LineAsk::new(with, act, Topic::Courtesy),
        None => speech::choose(&me, with, talk, stage.map(), &mut roll),
    };
    (ask.talk, ask.spoken) = (number, spoken as u16);
    let (.., mind) = voices.get(stage.roster.entity(agent))?;
    if mind.is_model() {
        ask.offers = speech::tellable(&me, with, talk)
            .into_iter()
            .map(|(_, fact)| fact)
            .take(4)
            .collect();
        let more: Vec<u32> = ask
            .tells
            .iter()
            .copied()
            .filter(|f| !ask.offers.contains(f))
            .collect();
        ask.offers.extend(more);
        ask.memories = prompts::called_to_mind(&me, &ask, talk, &stage.setting.0);
    }
    let features = &stage.setting.0.features;
    thoughts.ask(
        heard,
        (agent, me.persona, mind),
        me.now,
        Ask::Line(Box::new(ask)),
        |ask| match ask {
            Ask::Line(ask) => {
                let lessons = conduct.lessons(agent).map(|l| &**l);
                prompts::line((&me, lessons), ask, talk, features.social_impressions)
            }
            // Only a line was asked for.
            _ => collegium_llm::Prompt {
                system: String::new(),
                user: String::new(),
                schema: String::new(),
                most_tokens: 1,
            },
        },
    );
    Ok(mind.is_model())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_while_it_is_written() {
        let whole = "{\"answer\":\"none\",\"leaves\":false,\"say\":\"Đi ăn \\\"phở\\\"\\u0021\\n \\\\Now\",\"tells\":[]}";
        let mut before = String::new();
        let mut times = 0;
        for (end, _) in whole.char_indices() {
            let Some(words) = LineAnswer::words_so_far(&whole[..end]) else {
                assert!(before.is_empty(), "gone at {}", &whole[..end]);
                continue;
            };
            times += usize::from(words != before);
            before = words;
        }
        assert!(times > 10, "grew {times} times");
        assert_eq!(before, "Đi ăn \"phở\"!  \\Now");
        let in_prose = LineAnswer::words_so_far("Sure:\n```json\n{\"say\": \"Good mor");
        assert_eq!(in_prose.as_deref(), Some("Good mor"));
        let thoughts = "<think>They want me to say {\"say\": 1} or so";
        assert_eq!(LineAnswer::words_so_far(thoughts), None);
        assert_eq!(LineAnswer::words_so_far("Good morning"), None);
    }
}
