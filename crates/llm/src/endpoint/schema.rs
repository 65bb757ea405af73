//! Schemas as the servers want them.

use serde_json::{Map, Value, json};

/// Whether every object names all of its properties as required and takes no others: what OpenAI's
/// strict mode demands.
pub(super) fn is_strict(schema: &Value) -> bool {
    match schema {
        Value::Object(map) => {
            let whole = match map.get("properties") {
                Some(Value::Object(properties)) => {
                    let required = map.get("required").and_then(Value::as_array);
                    properties
                        .keys()
                        .all(|name| required.is_some_and(|list| list.iter().any(|r| r == name)))
                        && map.get("additionalProperties") == Some(&Value::Bool(false))
                }
                _ => map.get("type") != Some(&json!("object")),
            };
            whole
                && map
                    .iter()
                    .filter(|(key, _)| *key != "enum" && *key != "const")
                    .all(|(_, inner)| is_strict(inner))
        }
        Value::Array(list) => list.iter().all(is_strict),
        _ => true,
    }
}

/// A schema in the subset of OpenAPI that Gemini's older field takes: no references, no unknown
/// keywords, `const` as `enum`.
pub(super) fn for_gemini(schema: &Value) -> Value {
    plain(schema, schema, 0)
}

fn plain(schema: &Value, root: &Value, depth: u32) -> Value {
    const KNOWN: [&str; 17] = [
        "type",
        "format",
        "title",
        "description",
        "nullable",
        "enum",
        "maxItems",
        "minItems",
        "properties",
        "required",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "pattern",
        "items",
        "anyOf",
    ];
    let Value::Object(map) = schema else {
        return json!({});
    };
    if depth > 16 {
        return json!({});
    }
    if let Some(target) = map
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|to| root.pointer(to.strip_prefix('#')?))
    {
        return plain(target, root, depth + 1);
    }
    let mut made = Map::new();
    for (key, value) in map {
        let kept = match key.as_str() {
            "properties" => match value.as_object() {
                Some(properties) => Value::Object(
                    properties
                        .iter()
                        .map(|(name, inner)| (name.clone(), plain(inner, root, depth + 1)))
                        .collect(),
                ),
                None => continue,
            },
            "items" => plain(value, root, depth + 1),
            "anyOf" | "oneOf" => match value.as_array() {
                Some(list) => {
                    let list = list
                        .iter()
                        .map(|inner| plain(inner, root, depth + 1))
                        .collect();
                    made.insert("anyOf".to_owned(), Value::Array(list));
                    continue;
                }
                None => continue,
            },
            "const" => {
                made.insert("enum".to_owned(), json!([value]));
                continue;
            }
            known if KNOWN.contains(&known) => value.clone(),
            _ => continue,
        };
        made.insert(key.clone(), kept);
    }
    Value::Object(made)
}
