//! Tests of validation.

use super::*;
use serde_json::json;

fn plan() -> Schema {
    Schema::compile(
        &json!({
            "type": "object", "additionalProperties": false, "required": ["steps"],
            "properties": {
                "mood": {"type": "string"},
                "steps": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/step"}},
            },
            "$defs": {"step": {
                "type": "object", "additionalProperties": false, "required": ["what", "minutes", "noise"],
                "properties": {
                    "what": {"type": "string", "minLength": 1},
                    "minutes": {"type": "integer", "minimum": 5, "maximum": 15},
                    "noise": {"enum": ["low_voice", "silent"]},
                    "with": {"type": "array", "items": {"type": "string"}},
                },
            }},
        })
        .to_string(),
    )
    .unwrap()
}

#[test]
fn a_fitting_answer_is_left_alone() {
    let value = json!({"steps": [{"what": "read", "minutes": 10, "noise": "silent"}]});
    assert_eq!(
        plan().check(value.clone()).unwrap(),
        Fitting {
            value,
            coerced: vec![]
        }
    );
}

#[test]
fn gentle_corrections() {
    let value = json!({"Steps": {"what": "read", "minutes": "10 minutes", "noise": "Low Voice", "with": "Ada", "why": "fun"},
        "mood": null});
    let fitting = plan().check(value).unwrap();
    assert_eq!(
        fitting.value,
        json!({"steps": [{"what": "read", "minutes": 10, "noise": "low_voice", "with": ["Ada"]}]})
    );
    assert_eq!(fitting.coerced.len(), 7, "{:?}", fitting.coerced);
    let listed = json!([{"steps": [{"what": ["read"], "minutes": 5.0, "noise": ["silent"]}]}]);
    assert_eq!(
        plan().check(listed).unwrap().value["steps"][0]["noise"],
        "silent"
    );
}

#[test]
fn a_list_that_may_be_empty_and_is_not_there_is_empty() {
    let schema = json!({
        "type": "object", "additionalProperties": false, "required": ["say", "used", "parts"],
        "properties": {
            "say": {"type": "string", "minLength": 1},
            "used": {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
            "parts": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        },
    });
    let schema = Schema::compile(&schema.to_string()).unwrap();
    let fitting = schema
        .check(json!({"say": "hello", "parts": ["one"]}))
        .unwrap();
    assert_eq!(fitting.value["used"], json!([]));
    assert_eq!(fitting.coerced.len(), 1, "{:?}", fitting.coerced);
    for wrong in [
        json!({}),
        json!({"say": "hello"}),
        json!({"parts": ["one"]}),
    ] {
        assert!(schema.check(wrong.clone()).is_err(), "{wrong}");
    }
}

#[test]
fn errors_are_short_and_exact() {
    let value = json!({"steps": [{"what": "", "minutes": 90, "noise": "loud"}, {"minutes": "ten", "noise": "silent"}, 5]});
    let errors = plan().check(value).unwrap_err();
    for expected in [
        "at /steps/0/minutes: 90 is more than 15",
        "at /steps/0/what: the text is empty",
        "at /steps/0/noise: found \"loud\"; expected one of \"low_voice\", \"silent\"",
        "at /steps/1: \"what\" is missing",
        "at /steps/1/minutes: found \"ten\"; expected \"integer\"",
        "at /steps/2: found 5; expected \"object\"",
    ] {
        assert!(
            errors.iter().any(|e| e == expected),
            "{expected} in {errors:#?}"
        );
    }
    assert_eq!(
        plan().check(json!({"steps": []})).unwrap_err(),
        ["at /steps: the list has fewer than 1 items"]
    );
    let many = json!({"steps": vec![5; 50]});
    assert_eq!(plan().check(many).unwrap_err().len(), MOST_ERRORS);
}

#[test]
fn tool_calls_are_corrected_by_their_branch() {
    let schema = Schema::compile(
        &json!({"oneOf": [
            {"type": "object", "properties": {"tool": {"const": "walk_to"}, "place": {"type": "string"}},
             "required": ["tool", "place"], "additionalProperties": false},
            {"type": "object", "properties": {"tool": {"const": "wait"}, "minutes": {"type": "integer"}},
             "required": ["tool", "minutes"], "additionalProperties": false},
        ]})
        .to_string(),
    )
    .unwrap();
    let fitting = schema
        .check(json!({"tool": "Wait", "minutes": "5", "thought": "hm"}))
        .unwrap();
    assert_eq!(fitting.value, json!({"tool": "wait", "minutes": 5}));
    assert!(schema.check(json!({"tool": "fly"})).is_err());
}

#[test]
fn schemas_are_kept_and_bad_ones_refused() {
    let schemas = Schemas::default();
    let first = schemas.get("{\"type\":\"string\"}").unwrap();
    assert!(Arc::ptr_eq(
        &first,
        &schemas.get("{\"type\":\"string\"}").unwrap()
    ));
    assert!(schemas.get("").unwrap().fits(&json!(3)));
    assert!(schemas.get("{").is_err());
    assert!(schemas.get("{\"type\":\"nonsense\"}").is_err());
}

proptest::proptest! {
    #[test]
    fn any_value_is_survived(text in "[\\[\\]{}\":, a-z0-9]{0,60}") {
        if let Some(found) = crate::extract::extract(&text, |_| false) {
            let _ = plan().check(found.value);
        }
    }
}
