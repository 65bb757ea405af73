//! Changing a TOML text that was parsed: entries are found by the place where they stand.

use std::{collections::BTreeSet, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

fn is_within(wrong: &Range<usize>, span: Range<usize>) -> bool {
    span.start <= wrong.start && wrong.end <= span.end
}

/// Puts a value in the place of the one in a list that spans `wrong`; false where that is none in a
/// list.
pub(super) fn replaced<'t>(
    table: &mut DeTable<'t>,
    wrong: &Range<usize>,
    by: &Spanned<DeValue<'t>>,
) -> bool {
    let mut values = table.iter_mut().map(|(_, value)| value);
    values.any(|value| replaced_in(value, wrong, by))
}

fn replaced_in<'t>(
    value: &mut Spanned<DeValue<'t>>,
    wrong: &Range<usize>,
    by: &Spanned<DeValue<'t>>,
) -> bool {
    match value.get_mut() {
        DeValue::Table(inner) => replaced(inner, wrong, by),
        DeValue::Array(all) => all.iter_mut().any(|one| {
            if replaced_in(one, wrong, by) {
                return true;
            }
            // What is wrong in a table of the list is an entry of that.
            let whole = one.span();
            let its = is_within(wrong, whole.clone())
                && (whole == *wrong || !matches!(one.get_ref(), DeValue::Table(_)));
            if its {
                *one = by.clone();
            }
            its
        }),
        _ => false,
    }
}

/// An entry that was taken out: where its table stands, its key and its value.
pub(super) type Entry<'t> = (Range<usize>, String, DeValue<'t>);

/// Takes the innermost entry that spans `wrong` out of a table that stands at `at`.
pub(super) fn taken_out<'t>(
    table: &mut DeTable<'t>,
    at: Range<usize>,
    wrong: &Range<usize>,
) -> Option<Entry<'t>> {
    let mut key = None;
    for (name, value) in table.iter_mut() {
        let span = value.span();
        let deeper = taken_out_in(value, wrong);
        if deeper.is_some() {
            return deeper;
        }
        if is_within(wrong, name.span()) || is_within(wrong, span) {
            key = Some(name.clone());
            break;
        }
    }
    let key = key?;
    let value = table.remove(&key)?.into_inner();
    Some((at, key.into_inner().into_owned(), value))
}

fn taken_out_in<'t>(value: &mut Spanned<DeValue<'t>>, wrong: &Range<usize>) -> Option<Entry<'t>> {
    let at = value.span();
    match value.get_mut() {
        DeValue::Table(inner) => taken_out(inner, at, wrong),
        DeValue::Array(all) => all.iter_mut().find_map(|one| taken_out_in(one, wrong)),
        _ => None,
    }
}

/// Puts a value into a table that stands at a place and has no such key: the one after `nth`
/// others, the innermost first.
pub(super) fn filled<'t>(
    table: &mut DeTable<'t>,
    stands: Range<usize>,
    at: &(Range<usize>, String),
    by: &Spanned<DeValue<'t>>,
    nth: &mut usize,
) -> bool {
    let mut values = table.iter_mut().map(|(_, value)| value);
    if values.any(|value| filled_in(value, at, by, nth)) {
        return true;
    }
    let (place, key) = at;
    if stands != *place || table.contains_key(key.as_str()) {
        return false;
    }
    let its = *nth == 0;
    if its {
        let key = Spanned::new(by.span(), key.clone().into());
        table.insert(key, by.clone());
    } else {
        *nth -= 1;
    }
    its
}

fn filled_in<'t>(
    value: &mut Spanned<DeValue<'t>>,
    at: &(Range<usize>, String),
    by: &Spanned<DeValue<'t>>,
    nth: &mut usize,
) -> bool {
    let stands = value.span();
    match value.get_mut() {
        DeValue::Table(inner) => filled(inner, stands, at, by, nth),
        DeValue::Array(all) => all.iter_mut().any(|one| filled_in(one, at, by, nth)),
        _ => false,
    }
}

/// All keys and texts in a value.
pub(super) fn words_of(value: &DeValue<'_>, words: &mut BTreeSet<String>) {
    match value {
        DeValue::String(text) => {
            words.insert(text.to_string());
        }
        DeValue::Array(all) => all.iter().for_each(|one| words_of(one.get_ref(), words)),
        DeValue::Table(table) => {
            for (key, value) in table {
                words.insert(key.get_ref().to_string());
                words_of(value.get_ref(), words);
            }
        }
        _ => {}
    }
}
