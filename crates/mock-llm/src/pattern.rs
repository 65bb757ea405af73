//! Strings that match a simple regular expression: literals, classes, groups, alternatives and
//! counts.

use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;
use std::{iter::Peekable, str::Chars};

enum Node {
    /// One character out of ranges.
    One(Vec<(char, char)>),
    /// One of several sequences.
    Group(Vec<Vec<Node>>),
    /// A node several times, both bounds included.
    Repeat(Box<Node>, usize, usize),
}

/// A string that the pattern matches as a whole; `None` when the pattern uses something that is not
/// understood.
pub fn matching(pattern: &str, dice: &mut Pcg64Mcg) -> Option<String> {
    let inner = pattern.strip_prefix('^').unwrap_or(pattern);
    let inner = inner
        .strip_suffix('$')
        .filter(|rest| !rest.ends_with('\\'))
        .unwrap_or(inner);
    let mut chars = inner.chars().peekable();
    let group = alternatives(&mut chars, 0)?;
    if chars.next().is_some() {
        return None;
    }
    let mut text = String::new();
    write(&group, dice, &mut text);
    Some(text)
}

fn alternatives(chars: &mut Peekable<Chars<'_>>, depth: usize) -> Option<Node> {
    if depth > 16 {
        return None;
    }
    let mut branches = vec![Vec::new()];
    while let Some(&c) = chars.peek() {
        if c == ')' {
            break;
        }
        chars.next();
        let node = match c {
            '|' => {
                branches.push(Vec::new());
                continue;
            }
            '(' => {
                if chars.peek() == Some(&'?') {
                    chars.next();
                    chars.next().filter(|&c| c == ':')?;
                }
                let group = alternatives(chars, depth + 1)?;
                chars.next().filter(|&c| c == ')')?;
                group
            }
            '[' => class(chars)?,
            '\\' => Node::One(escape(chars.next()?)?),
            '.' => Node::One(vec![('a', 'z')]),
            '^' | '$' | '*' | '+' | '?' | '{' => return None,
            literal => Node::One(vec![(literal, literal)]),
        };
        let node = counted(node, chars)?;
        branches.last_mut()?.push(node);
    }
    Some(Node::Group(branches))
}

fn counted(node: Node, chars: &mut Peekable<Chars<'_>>) -> Option<Node> {
    let (least, most) = match chars.peek() {
        Some('?') => (0, 1),
        Some('*') => (0, 3),
        Some('+') => (1, 4),
        Some('{') => {
            chars.next();
            let mut inside = String::new();
            while *chars.peek()? != '}' {
                inside.push(chars.next()?);
            }
            let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
            let least: usize = least.parse().ok()?;
            (
                least,
                if most.is_empty() {
                    least + 3
                } else {
                    most.parse().ok()?
                },
            )
        }
        _ => return Some(node),
    };
    chars.next();
    (least <= most && most <= 200).then(|| Node::Repeat(Box::new(node), least, most))
}

fn class(chars: &mut Peekable<Chars<'_>>) -> Option<Node> {
    let mut ranges = Vec::new();
    loop {
        match chars.next()? {
            ']' => break,
            '^' if ranges.is_empty() => return None,
            '\\' => ranges.extend(escape(chars.next()?)?),
            from => {
                let mut ahead = chars.clone();
                if ahead.next() == Some('-') && ahead.peek().is_some_and(|&c| c != ']') {
                    chars.next();
                    let to = chars.next().filter(|&to| to >= from && to != '\\')?;
                    ranges.push((from, to));
                } else {
                    ranges.push((from, from));
                }
            }
        }
    }
    (!ranges.is_empty()).then_some(Node::One(ranges))
}

fn escape(c: char) -> Option<Vec<(char, char)>> {
    match c {
        'd' => Some(vec![('0', '9')]),
        'w' => Some(vec![('a', 'z'), ('A', 'Z'), ('0', '9')]),
        's' => Some(vec![(' ', ' ')]),
        c if c.is_alphanumeric() => None,
        c => Some(vec![(c, c)]),
    }
}

fn write(node: &Node, dice: &mut Pcg64Mcg, text: &mut String) {
    // Counts within counts could grow without end.
    if text.len() > 10_000 {
        return;
    }
    match node {
        Node::One(ranges) => {
            let (from, to) = ranges[dice.random_range(0..ranges.len())];
            text.push(dice.random_range(from..=to));
        }
        Node::Group(branches) => {
            let branch = dice.random_range(0..branches.len());
            branches[branch]
                .iter()
                .for_each(|node| write(node, dice, text));
        }
        Node::Repeat(node, least, most) => {
            for _ in 0..dice.random_range(*least..=*most) {
                write(node, dice, text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::dice;

    #[test]
    fn strings_match_their_pattern() {
        for pattern in [
            "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            "^[a-z_]{3,8}$",
            r"^\d{2}\.\d+$",
            "^(?:mon|tues)day( morning)?$",
            "^[a-c-]x*$",
            "^$",
        ] {
            let validator =
                jsonschema::validator_for(&serde_json::json!({"pattern": pattern})).unwrap();
            for seed in 0..40 {
                let text = matching(pattern, &mut dice(&[seed])).unwrap();
                assert!(
                    validator.is_valid(&text.clone().into()),
                    "{pattern}: '{text}'"
                );
            }
        }
    }

    #[test]
    fn what_is_not_understood_is_left_alone() {
        for pattern in [
            "(?=x)",
            "[^a]",
            "(",
            "[",
            "a{",
            "a{3,1}",
            "a)b",
            "\\",
            r"\b",
            "*",
            "a{999999999}",
        ] {
            assert!(matching(pattern, &mut dice(&[1])).is_none(), "{pattern}");
        }
    }
}
