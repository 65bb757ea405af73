//! What a JSON schema says of a value: its bounds, and what the branches of a union have in common.

use serde_json::Value;

/// The largest integer that every JSON reader keeps exactly.
pub const EXACT: f64 = 9_007_199_254_740_991.0;

/// A schema without the union `key`, with everything that its branches say put in.
pub fn merged(schema: &Value, key: &str, branches: &[Value]) -> Value {
    let mut all = schema.as_object().cloned().unwrap_or_default();
    all.remove(key);
    for (name, value) in branches.iter().filter_map(Value::as_object).flatten() {
        match (all.get_mut(name), value) {
            (Some(Value::Object(there)), Value::Object(more)) => there.extend(more.clone()),
            (Some(Value::Array(there)), Value::Array(more)) if name == "required" => {
                there.extend(more.clone());
            }
            _ => {
                all.insert(name.clone(), value.clone());
            }
        }
    }
    Value::Object(all)
}

/// A number, also when it is written as text, as in Gemini's schemas.
pub fn number(value: &Value) -> Option<f64> {
    value
        .as_f64()
        .or_else(|| value.as_str()?.parse().ok())
        .filter(|number| number.is_finite())
}

/// A number that can be a length.
pub fn count(value: &Value) -> Option<usize> {
    number(value)
        .filter(|&count| count >= 0.0)
        .map(|count| count as usize)
}

/// The bounds of a number; `step` is kept from exclusive ones.
pub fn bounds(schema: &Value, step: f64) -> (f64, f64) {
    let after = |bound: f64| {
        if step < 1.0 {
            bound + step
        } else {
            bound.floor() + 1.0
        }
    };
    let before = |bound: f64| {
        if step < 1.0 {
            bound - step
        } else {
            bound.ceil() - 1.0
        }
    };
    let least = number(&schema["minimum"])
        .into_iter()
        .chain(number(&schema["exclusiveMinimum"]).map(after));
    let most = number(&schema["maximum"])
        .into_iter()
        .chain(number(&schema["exclusiveMaximum"]).map(before));
    (least.fold(-EXACT, f64::max), most.fold(EXACT, f64::min))
}

/// The part of a range that an ordinary answer falls into.
pub fn tame<T>(schema: &Value, least: T, most: T) -> std::ops::RangeInclusive<T>
where
    T: Copy + PartialOrd + From<i32> + std::ops::Add<Output = T> + std::ops::Sub<Output = T>,
{
    let open_below = schema["minimum"].is_null() && schema["exclusiveMinimum"].is_null();
    let open_above = schema["maximum"].is_null() && schema["exclusiveMaximum"].is_null();
    let zero = T::from(0);
    let span = T::from(100);
    match (open_below, open_above) {
        (true, true) => zero..=span,
        (true, false) if most >= zero => zero..=most,
        (true, false) => most - span..=most,
        (false, true) => least..=least + span,
        (false, false) => least..=most,
    }
}
