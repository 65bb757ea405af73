//! The teller: events, calls and moments in words, in the language of whoever reads them or
//! remembers them. Screens, the command line and memories say nothing of them that does not come
//! from here.

mod event;
mod fixed;
mod news;
mod phrase;
mod recall;
#[cfg(test)]
pub(crate) mod samples;
mod topic;
mod values;

pub use event::event;
pub use news::{news, work};
pub(in crate::tools) use phrase::place;
pub use phrase::{
    ENGLISH, an_item, day, day_and_time, engagement, feels, finds, matter, money, occasion,
    own_duty, pursuit, short_day, toward,
};
#[cfg(test)]
pub use recall::has_text;
pub use recall::{LONG_WAIT, doing, recalled, received, seen};
pub use topic::{subject, topic};

use super::{Answered, News, SimEvent, Source};

/// Whether an event is one that a reader is told of as it happens.
pub const fn is_told(event: &SimEvent) -> bool {
    match event {
        SimEvent::Done { .. } | SimEvent::Merged { .. } | SimEvent::Dismissed { .. } => false,
        // That a model has answered says nothing to a reader; that it has not, does.
        SimEvent::Thought { answered, .. } => !matches!(answered, Answered::Ok),
        // Whoever is invited learns of it by the invitation, which is told of.
        SimEvent::Learned {
            source: Source::Told,
            from: Some(from),
            news: News::Gathering { host, .. },
            ..
        } if from.0 == host.0 => false,
        // What somebody saw themselves or knew from the start is no news.
        SimEvent::Learned { source, .. } => {
            matches!(
                source,
                Source::Told | Source::Overheard | Source::Read | Source::LookedUp
            )
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        samples::{SOMEBODY, all, gathering},
        values::text_of,
        *,
    };
    use crate::{
        campus::testing,
        tools::{Names, Occurrence},
    };
    use collegium_core::{
        i18n::{Language, Words},
        ids::AgentId,
    };
    use std::collections::BTreeSet;

    #[test]
    fn every_event_is_told_in_every_language() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let kinds: BTreeSet<&str> = all().iter().map(SimEvent::kind).collect();
        assert_eq!(kinds, SimEvent::KINDS.iter().copied().collect());
        let tells = |words: &Words, event: SimEvent| {
            let key = format!("event-{}", text_of(&event).replace('_', "-"));
            assert!(words.has(&key), "{key}");
            super::event(words, &Occurrence::of(Some(AgentId(0)), event), &names)
        };
        for language in Language::ALL.iter().copied() {
            let words = Words::new(language);
            let mut as_in_english = 0;
            for event in all() {
                let text = tells(&words, event.clone());
                assert!(
                    !text.is_empty() && !text.contains(['{', '_', '$']),
                    "{event:?}: {text}"
                );
                as_in_english += usize::from(text == tells(&ENGLISH, event));
            }
            // A quoted line looks alike in some languages.
            assert!(language == Language::English || as_in_english < 3);
        }
    }

    #[test]
    fn answers_to_invitations_are_told_in_the_language_of_the_app() {
        let (scenario, map) = testing::first_week();
        let names = Names {
            map: &map,
            scenario: &scenario,
        };
        let told = |language, accept| {
            let event = SimEvent::Replied {
                with: SOMEBODY,
                invitation: 0,
                to: gathering(None),
                accept,
            };
            super::event(
                &Words::new(language),
                &Occurrence::of(Some(AgentId(0)), event),
                &names,
            )
        };
        assert!(told(Language::English, true).ends_with(": yes (coffee together)"));
        assert!(told(Language::Chinese, true).contains("同意（一起喝咖啡）"));
        assert!(told(Language::Vietnamese, false).contains("từ chối (cùng uống cà phê)"));
    }
}
