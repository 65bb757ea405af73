//! Tests of finding JSON.

use super::*;
use proptest::prelude::*;
use serde_json::json;
use std::time::{Duration, Instant};

fn best(text: &str) -> Option<Value> {
    extract(text, |_| false).map(|found| found.value)
}

fn mends(text: &str) -> Vec<Mend> {
    extract(text, |_| false)
        .map(|found| found.mended.into_iter().collect())
        .unwrap_or_default()
}

#[test]
fn plain_json_needs_no_mending() {
    assert_eq!(
        extract(" {\"a\": 1}\n", |_| true).unwrap(),
        Extracted {
            value: json!({"a": 1}),
            mended: BTreeSet::new()
        }
    );
    assert_eq!(best("7"), Some(json!(7)));
}

#[test]
fn json_is_found_in_what_models_write() {
    let a = json!({"a": [1, 2], "b": "x"});
    for (text, mended) in [
        (
            "Sure! Here it is:\n```json\n{\"a\": [1, 2], \"b\": \"x\"}\n```\nAnything else?",
            Mend::Prose,
        ),
        (
            "<think>maybe {\"a\": 9}?</think>{\"a\": [1, 2], \"b\": \"x\"}",
            Mend::Thoughts,
        ),
        (
            "so I choose {\"a\": 0}\n</think>\n{\"a\": [1, 2], \"b\": \"x\"}",
            Mend::Thoughts,
        ),
        ("{\"a\": [1, 2,], \"b\": \"x\",}", Mend::Commas),
        ("{\"a\": [1 2] \"b\": \"x\"}", Mend::Commas),
        ("{'a': [1, 2], 'b': 'x'}", Mend::Quotes),
        ("{a: [1, 2], b: \"x\"}", Mend::Quotes),
        ("{“a”: [1, 2], “b”: “x”}", Mend::Quotes),
        (
            "{\"a\": [1, 2], // two\n \"b\": /* x */ \"x\"} # done",
            Mend::Comments,
        ),
        ("{\"a\": [+1, 2], \"b\": \"x\"}", Mend::Words),
        ("{\"a\": [1, 2], \"b\": \"\\x\"}", Mend::Escapes),
        (
            "\"{\\\"a\\\": [1, 2], \\\"b\\\": \\\"x\\\"}\"",
            Mend::Wrapped,
        ),
        ("{\"a\": [1, 2], \"b\": \"x\"", Mend::BrokenOff),
        (
            "{\"a\": [1, 2], \"b\": \"x\", \"c\": \"unfin",
            Mend::BrokenOff,
        ),
    ] {
        let found = extract(text, |_| false).unwrap_or_else(|| panic!("nothing in {text}"));
        let mut expected = a.clone();
        if text.contains("+1") {
            expected["a"][0] = json!(1.0);
        }
        assert_eq!(found.value, expected, "{text}");
        assert!(found.mended.contains(&mended), "{text}: {:?}", found.mended);
    }
    assert_eq!(
        best("{\"a\": True, \"b\": None, \"c\": FALSE}"),
        Some(json!({"a": true, "b": null, "c": false}))
    );
    assert_eq!(
        best("{\"say\": \"He said \"hi\" to me\", \"n\": 1}"),
        Some(json!({"say": "He said \"hi\" to me", "n": 1}))
    );
    assert_eq!(
        best("{'say': 'it's fine'}"),
        Some(json!({"say": "it's fine"}))
    );
    assert_eq!(
        best("{\"say\": \"two\nlines\"}"),
        Some(json!({"say": "two\nlines"}))
    );
    assert_eq!(
        best("{\"e\": \"\\ud83d\\ude00 \\ud83d \\uzz\"}"),
        Some(json!({"e": "😀 \u{fffd} \u{fffd}zz"}))
    );
    assert_eq!(
        best("{\"say\": \"<think> is a tag\"} ok"),
        Some(json!({"say": "<think> is a tag"}))
    );
}

#[test]
fn nothing_is_found_where_nothing_is() {
    for text in ["", "I cannot do that.", "<think>hm", "{oops}", "]}"] {
        assert_eq!(best(text), None, "{text}");
    }
}

#[test]
fn an_unclosed_thought_is_looked_into_last() {
    assert_eq!(best("<think>hm, {\"a\": 1}"), Some(json!({"a": 1})));
    assert_eq!(
        mends("<think>hm, {\"a\": 1}"),
        [Mend::Thoughts, Mend::Prose]
    );
}

#[test]
fn the_last_that_fits_wins_else_the_largest() {
    let text = "Like {\"say\": \"no\"}, so {\"say\": \"yes\"}. Notes: {\"n\": 1} and [1, 2, 3, 4, 5, 6, 7, 8]";
    assert_eq!(
        extract(text, |v| v.get("say").is_some()).unwrap().value,
        json!({"say": "yes"})
    );
    assert_eq!(best(text), Some(json!({"say": "yes"})));
}

#[test]
fn a_list_that_broke_off_loses_its_last_element() {
    let text =
        "{\"steps\": [{\"what\": \"a\", \"minutes\": 5}, {\"what\": \"b\", \"tags\": [\"x\", \"y";
    let whole = |v: &Value| {
        v["steps"]
            .as_array()
            .is_some_and(|s| s.iter().all(|s| s.get("minutes").is_some()))
    };
    assert_eq!(
        extract(text, whole).unwrap().value,
        json!({"steps": [{"what": "a", "minutes": 5}]})
    );
    let text = "{\"steps\": [{\"what\": \"a\", \"minutes\": 5}, {\"what\": \"b\", \"min";
    assert_eq!(
        best(text),
        Some(json!({"steps": [{"what": "a", "minutes": 5}]}))
    );
    assert_eq!(
        best("{\"n\": 1, \"m\": 2"),
        Some(json!({"n": 1})),
        "2 may be the beginning of 25"
    );
}

#[test]
fn large_and_hostile_texts_take_linear_time() {
    for text in [
        "[".repeat(800_000),
        "{\"a\":".repeat(150_000),
        "{ \"".repeat(250_000),
        "\"".repeat(800_000),
        "<think>".repeat(100_000),
        "{'a': \"b\" ".repeat(80_000),
        "[1] ".repeat(180_000),
        format!("{{\"a\": \"{}", " \"".repeat(250_000)),
    ] {
        let _ = extract(&text, |_| false);
    }
    let long = format!("here {{\"a\": \"{}\"}}", "x".repeat(11_000_000));
    assert_eq!(
        best(&long),
        Some(json!({})),
        "no more than the first 10 MB are read"
    );
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(|n| json!(n)),
        "[^<]{0,12}".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            proptest::collection::btree_map("[a-z]{1,6}", inner, 1..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_is_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = extract(&String::from_utf8_lossy(&bytes), |_| false);
    }

    #[test]
    fn any_soup_of_json_is_survived(parts in proptest::collection::vec(
        prop_oneof!["[\\[\\]{}:,\"'\\\\ \n]", "<think>|</think>", "[a-z0-9.+-]{1,4}", "[“”‘’é]", "//|/\\*|\\*/|#"], 0..60)) {
        let _ = extract(&parts.concat(), |_| false);
    }

    #[test]
    fn json_in_prose_comes_back(value in any_json(), before in "[A-Za-z .,!\n]{0,20}", after in "[A-Za-z .,!\n]{0,20}") {
        let value = json!({"answer": value});
        let text = format!("{before}\n```json\n{value}\n```\n{after}");
        prop_assert_eq!(best(&text), Some(value.clone()));
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(best(&format!("<think>{before}</think>{before}{pretty}{after}")), Some(value));
    }

    #[test]
    fn json_that_broke_off_is_closed(value in any_json(), share in 0.0..1.0f64) {
        let text = json!({"answer": value}).to_string();
        let mut cut = (text.len() as f64 * share) as usize;
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        if cut > 0 {
            prop_assert!(best(&text[..cut]).is_some());
        }
    }
}

#[test]
fn deep_nesting_costs_little() {
    for open in [
        "[", "{\"a\":", "[{\"a\":", "{", "[[\"", "[1,[", "[\n", "<think>[", "\\[", "[][",
    ] {
        let deep = open.repeat(1_000_000 / open.len());
        let begun = now();
        assert_eq!(extract(&deep, |_| true), None);
        let took = begun.elapsed();
        println!("{open}: {took:?}");
        assert!(took < Duration::from_millis(200), "{open}: {took:?}");
    }
}

#[expect(clippy::disallowed_methods, reason = "what is asked for is real time")]
fn now() -> Instant {
    Instant::now()
}
