//! The talk with a model until its answer has the right shape: what is clear is repaired, other errors
//! are named to it, at most twice; what broke off gets more room, once.

use super::{
    exchange::{Asker, GaveUp, Question, exchange},
    flight::SoFar,
    lane::Lane,
};
use crate::{
    endpoint::{ChatRole, Completion, Finish},
    extract::{self, Mend},
    repair::{MOST_REPAIRS, Mending, Repair},
    request::{Fault, Outcome},
    secrets::Secrets,
    validate::Schema,
};

/// Corrections that a model is asked for.
const MOST_CORRECTIONS: u32 = 2;
/// The most of a wrong answer that is shown to the model again, in characters.
const SHOWN_AGAIN: usize = 4000;

/// What is wrong with a reply.
struct Wrong {
    fault: Fault,
    errors: Vec<String>,
}

/// Talks with a profile's model about a request.
///
/// # Errors
/// When no usable answer came: why, and whether another profile may be asked.
pub(super) async fn talk(
    asker: &Asker<'_>,
    lane: &Lane,
    schema: &Schema,
    so_far: &mut SoFar,
) -> Result<Outcome, GaveUp> {
    let prompt = &asker.request.prompt;
    let mut turns = vec![(ChatRole::User, prompt.user.clone())];
    let mut most_tokens = prompt.most_tokens.max(1);
    let mut longer = false;
    let mut corrections = 0;
    let mut wrongs = Vec::new();
    loop {
        let question = Question {
            turns: &turns,
            schema: &schema.value,
            most_tokens,
        };
        let reply = exchange(asker, lane, &question, so_far).await?;
        let wrong = match judge(&reply, schema, &lane.secrets) {
            Ok(Usable {
                text,
                faults,
                repairs,
            }) => {
                so_far.faults.extend_from_slice(&faults);
                so_far.repairs.extend(repairs);
                so_far.repairs.truncate(MOST_REPAIRS);
                wrongs.extend(faults);
                return Ok(if wrongs.is_empty() {
                    Outcome::Ok(text)
                } else {
                    Outcome::Repaired(text, wrongs)
                });
            }
            Err(wrong) => wrong,
        };
        asker.hub.so_far.forget(asker.request.id);
        so_far.faults.push(wrong.fault);
        wrongs.push(wrong.fault);
        let why = wrong.errors.first().map_or("", String::as_str);
        let again = Repair::new(Mending::AskedAgain, "", why, "");
        if reply.finish == Finish::Length && !longer {
            longer = true;
            so_far.repairs.push(again);
            most_tokens = most_tokens.saturating_mul(2);
            continue;
        }
        if corrections == MOST_CORRECTIONS || wrong.fault == Fault::Rejected {
            let what = format!("profile {}: {}", lane.profile.name, wrong.errors.join("; "));
            let elsewhere = wrong.fault == Fault::Rejected;
            return Err(GaveUp {
                fault: wrong.fault,
                what,
                elsewhere,
            });
        }
        corrections += 1;
        so_far.repairs.push(again);
        turns.truncate(1);
        if wrong.fault != Fault::Empty {
            turns.push((
                ChatRole::Model,
                reply.text.trim().chars().take(SHOWN_AGAIN).collect(),
            ));
            turns.push((ChatRole::User, correction(&wrong.errors)));
        }
    }
}

/// What the model is told about its wrong answer.
fn correction(errors: &[String]) -> String {
    let mut text = "That answer cannot be used:\n".to_owned();
    for error in errors {
        text.push_str("- ");
        text.push_str(error);
        text.push('\n');
    }
    text.push_str("Give the whole answer again, with this put right. Answer with the JSON only.");
    text
}

/// An answer that can be used.
struct Usable {
    /// Its JSON.
    text: String,
    /// What was wrong with it at first.
    faults: Vec<Fault>,
    /// What was done about that.
    repairs: Vec<Repair>,
}

/// The answer as it can be used, or what is wrong.
fn judge(reply: &Completion, schema: &Schema, secrets: &Secrets) -> Result<Usable, Wrong> {
    if reply.finish == Finish::Withheld {
        return Err(Wrong {
            fault: Fault::Rejected,
            errors: vec!["the server withheld the answer".to_owned()],
        });
    }
    if reply.text.trim().is_empty() {
        let fault = if reply.finish == Finish::Length {
            Fault::Truncated
        } else {
            Fault::Empty
        };
        return Err(Wrong {
            fault,
            errors: vec!["the answer is empty".to_owned()],
        });
    }
    let cut = reply.finish == Finish::Length;
    let Some(found) = extract::extract(&reply.text, |value| schema.fits(value)) else {
        let fault = if cut {
            Fault::Truncated
        } else {
            Fault::NotJson
        };
        return Err(Wrong {
            fault,
            errors: vec!["no JSON was found in the answer".to_owned()],
        });
    };
    let broken = found.mended.contains(&Mend::BrokenOff);
    let mut mended = Vec::new();
    if broken {
        mended.push(Fault::Truncated);
    }
    if found.mended.iter().any(|mend| *mend != Mend::BrokenOff) {
        mended.push(Fault::NotJson);
    }
    let mut value = found.value;
    // What was hidden behind escapes of JSON is plain only now.
    secrets.scrub_json(&mut value);
    match schema.check(value) {
        Ok(fitting) => {
            if !fitting.repairs.is_empty() {
                mended.push(Fault::WrongShape);
            }
            let of_text = found
                .mended
                .iter()
                .map(|mend| Repair::of_text((*mend).into()));
            Ok(Usable {
                text: fitting.value.to_string(),
                faults: mended,
                repairs: of_text.chain(fitting.repairs).collect(),
            })
        }
        Err(errors) => {
            let fault = if broken || cut {
                Fault::Truncated
            } else {
                Fault::WrongShape
            };
            Err(Wrong { fault, errors })
        }
    }
}
