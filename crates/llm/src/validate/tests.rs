//! Tests of validation.

use super::*;
use proptest::{prelude::*, strategy::ValueTree as _};
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

fn kinds(fitting: &Fitting) -> Vec<Mending> {
    fitting.repairs.iter().map(|repair| repair.what).collect()
}

#[test]
fn a_fitting_answer_is_left_alone() {
    let value = json!({"steps": [{"what": "read", "minutes": 10, "noise": "silent"}]});
    assert_eq!(
        plan().check(value.clone()).unwrap(),
        Fitting {
            value,
            repairs: vec![]
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
    assert_eq!(
        kinds(&fitting),
        [
            Mending::Named,
            Mending::Unasked,
            Mending::Listed,
            Mending::Unasked,
            Mending::Number,
            Mending::Named,
            Mending::Listed,
        ]
    );
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
    assert_eq!(fitting.repairs.len(), 1, "{:?}", fitting.repairs);
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
    let value = json!({"steps": [{"what": "", "minutes": [], "noise": "loud"}, {"minutes": "ten", "noise": "silent"}, 5]});
    let errors = plan().check(value).unwrap_err();
    for expected in [
        "at /steps/0/minutes: found a list; expected \"integer\"",
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

/// A schema with everything that is repaired.
fn day() -> Schema {
    let clock = json!({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"});
    Schema::compile(
        &json!({
            "type": "object", "additionalProperties": false,
            "required": ["parts", "tells", "leaves", "answer", "mood"],
            "properties": {
                "parts": {"type": "array", "minItems": 1, "maxItems": 3, "items": {
                    "type": "object", "additionalProperties": false,
                    "required": ["from", "minutes", "do", "place", "what"],
                    "properties": {
                        "from": clock,
                        "minutes": {"type": "integer", "minimum": 5, "maximum": 90},
                        "do": {"type": "string", "enum": ["eat", "study", "rest"]},
                        "place": {"type": "string", "enum": ["Library", "North Hall", "South Hall"]},
                        "what": {"type": "string", "minLength": 3, "maxLength": 30},
                    },
                }},
                "tells": {"type": "array", "items": {"type": "integer", "enum": [2, 5]}, "maxItems": 2},
                "leaves": {"type": "boolean"},
                "answer": {"type": "string", "enum": ["accept", "none"]},
                "mood": {"type": "integer", "minimum": 1, "maximum": 10, "default": 5},
            },
        })
        .to_string(),
    )
    .unwrap()
}

fn part() -> Value {
    json!({"from": "09:00", "minutes": 30, "do": "study", "place": "Library", "what": "read on"})
}

fn answer(parts: &Value) -> Value {
    json!({"parts": parts, "tells": [2], "leaves": false, "answer": "none", "mood": 3})
}

#[test]
fn what_is_clear_is_repaired_and_told() {
    for (field, found, made, what) in [
        ("minutes", json!(3), json!(5), Mending::Clamped),
        ("minutes", json!(525_108), json!(90), Mending::Clamped),
        ("minutes", json!("-4"), json!(5), Mending::Number),
        ("minutes", json!(29.6), json!(30), Mending::Rounded),
        ("minutes", json!("1 hour"), json!(60), Mending::Number),
        ("from", json!("9 am"), json!("09:00"), Mending::Time),
        ("from", json!("9.00"), json!("09:00"), Mending::Time),
        ("from", json!(9), json!("09:00"), Mending::Plain),
        ("do", json!("Studying"), json!("study"), Mending::Named),
        (
            "place",
            json!("the Library"),
            json!("Library"),
            Mending::Named,
        ),
        (
            "place",
            json!("Nórth Hal"),
            json!("North Hall"),
            Mending::Named,
        ),
        (
            "place",
            json!(["Library", "South Hall"]),
            json!("Library"),
            Mending::Picked,
        ),
        (
            "what",
            json!({"text": "read on"}),
            json!("read on"),
            Mending::Unwrapped,
        ),
        (
            "what",
            json!("read the second chapter once more and then some"),
            json!("read the second chapter once"),
            Mending::Cut,
        ),
    ] {
        let mut one = part();
        one[field] = found.clone();
        let fitting = day().check(answer(&json!([one]))).unwrap();
        assert_eq!(fitting.value["parts"][0][field], made, "{field} {found}");
        let first = &fitting.repairs[0];
        assert_eq!(
            (first.what, first.at.as_str()),
            (what, &*format!("/parts/0/{field}"))
        );
        assert!(
            !first.found.is_empty() && !first.made.is_empty(),
            "{first:?}"
        );
    }
}

#[test]
fn lists_are_cut_thinned_out_and_put_in_their_place() {
    let spoilt = |field: &str, value: Value| {
        let mut one = part();
        one[field] = value;
        one
    };
    let many = answer(&json!(vec![part(); 7]));
    let fitting = day().check(many).unwrap();
    assert_eq!(fitting.value["parts"].as_array().unwrap().len(), 3);
    assert_eq!(kinds(&fitting), [Mending::Surplus; 4]);
    // Of parts that cannot be used the others are left; with none left it is no answer.
    let moon = spoilt("place", json!("the Moon"));
    let fitting = day().check(answer(&json!([moon, part()]))).unwrap();
    assert_eq!(fitting.value["parts"], json!([part()]));
    assert_eq!(kinds(&fitting), [Mending::Unusable]);
    assert!(day().check(answer(&json!([moon, 5, null]))).is_err());
    assert!(day().check(answer(&json!([]))).is_err());
    // A list of numbers is a choice: one that is not there is no other one.
    let mut chosen = answer(&json!([part()]));
    chosen["tells"] = json!("5, 99");
    assert_eq!(day().check(chosen).unwrap().value["tells"], json!([5]));
    // What says nothing is filled with that.
    let fitting = day().check(json!({"parts": [part()]})).unwrap();
    let mut bare = answer(&json!([part()]));
    (bare["tells"], bare["mood"]) = (json!([]), json!(5));
    assert_eq!(
        (kinds(&fitting), fitting.value),
        (vec![Mending::Filled; 4], bare)
    );
    assert!(day().check(json!({})).is_err() && day().check(json!({"mood": 4})).is_err());
    // Parts without their name, one part alone, and an answer within something.
    for (found, what) in [
        (json!([part(), part()]), Mending::Wrapped),
        (part(), Mending::Wrapped),
        (json!({"plan": {"parts": [part()]}}), Mending::Unwrapped),
        (json!([1, {"parts": [part()]}]), Mending::Picked),
    ] {
        let fitting = day().check(found.clone()).unwrap();
        assert_eq!(fitting.value["parts"][0], part(), "{found}");
        assert_eq!(fitting.repairs[0].what, what, "{found}");
        // Beside others such a value is not the one that is meant.
        assert!(!day().fits(&found), "{found}");
    }
}

#[test]
fn servers_get_schemas_without_what_fills_fields() {
    let schema = day();
    assert!(!schema.value.to_string().contains("default"));
    assert_eq!(schema.value["properties"]["mood"]["maximum"], 10);
    let named = json!({"type": "object", "properties": {"default": {"type": "string"}}});
    assert_eq!(Schema::compile(&named.to_string()).unwrap().value, named);
}

#[test]
fn what_a_model_wrote_steers_no_screen_as_a_repair() {
    let mut one = part();
    one["place"] = json!("\u{1b}[2Jlibrary\u{202e}");
    let fitting = day().check(answer(&json!([one]))).unwrap();
    let told = &fitting.repairs[0];
    assert!(
        !told.found.contains('\u{1b}') && !told.found.contains('\u{202e}'),
        "{told:?}"
    );
    let mut long = answer(&json!([part()]));
    long[&"x".repeat(5000)] = json!(1);
    assert!(day().check(long).unwrap().repairs[0].found.chars().count() <= 61);
}

/// Values as models may put them into any field.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-20.0_f64..200.0).prop_map(Value::from),
        "[ a-zA-Z0-9:.é学]{0,40}".prop_map(Value::from),
        prop::sample::select(vec![
            "9 am",
            "noon",
            "15 minutes",
            "library",
            "Hall",
            "eat",
            "studying",
            "yes",
            "2, 5",
            "none"
        ])
        .prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "parts", "Parts", "from", "minutes", "do", "place", "what", "tells", "leaves", "answer",
        "mood", "extra", "plan", "",
    ]);
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A good answer of which so many fields have been given any value, or taken away.
fn damaged() -> impl Strategy<Value = Value> {
    let field = prop::sample::select(vec![
        "/parts",
        "/parts/0",
        "/parts/1/from",
        "/parts/0/minutes",
        "/parts/1/do",
        "/parts/0/place",
        "/parts/0/what",
        "/tells",
        "/tells/0",
        "/leaves",
        "/answer",
        "/mood",
    ]);
    prop::collection::vec((field, prop::option::of(values())), 0..5).prop_map(|changes| {
        let mut value = answer(&json!([part(), part()]));
        for (at, other) in changes {
            let (above, name) = at.rsplit_once('/').unwrap();
            match (value.pointer_mut(at), other) {
                (Some(field), Some(other)) => *field = other,
                (_, None) => {
                    if let Some(map) = value.pointer_mut(above).and_then(Value::as_object_mut) {
                        map.remove(name);
                    }
                }
                (None, Some(_)) => {}
            }
        }
        value
    })
}

/// What holds of every repair.
fn repairs_hold(value: &Value) -> Result<bool, TestCaseError> {
    let schema = day();
    let strict = jsonschema::validator_for(&schema.rules).unwrap();
    match schema.check(value.clone()) {
        Ok(fitting) => {
            prop_assert!(
                strict.is_valid(&fitting.value),
                "{} from {value}",
                fitting.value
            );
            prop_assert!(fitting.repairs.len() <= MOST_REPAIRS);
            prop_assert_eq!(
                fitting.repairs.is_empty(),
                strict.is_valid(value),
                "{}",
                value
            );
            let again = schema.check(fitting.value.clone()).unwrap();
            prop_assert!(again.repairs.is_empty());
            prop_assert_eq!(again.value, fitting.value);
            Ok(true)
        }
        Err(errors) => {
            prop_assert!(!strict.is_valid(value));
            prop_assert!(!errors.is_empty() && errors.len() <= MOST_ERRORS);
            Ok(false)
        }
    }
}

#[test]
fn most_of_what_is_a_little_wrong_is_repaired() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let tree = |runner: &mut _| damaged().new_tree(runner).unwrap().current();
    let repaired = (0..300)
        .filter(|_| day().check(tree(&mut runner)).is_ok())
        .count();
    assert!(repaired > 150, "{repaired} of 300");
}

proptest! {
    #[test]
    fn repairing_ends_with_what_fits_and_is_done_once(value in values()) {
        repairs_hold(&value)?;
    }

    #[test]
    fn repairing_a_damaged_answer_ends_with_what_fits_and_is_done_once(value in damaged()) {
        repairs_hold(&value)?;
    }

    #[test]
    fn any_value_is_survived(text in "[\\[\\]{}\":, a-z0-9]{0,60}") {
        if let Some(found) = crate::extract::extract(&text, |_| false) {
            let _ = plan().check(found.value);
        }
    }
}
