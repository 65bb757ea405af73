//! XML of bounded size as a tree: what Tiled's files are read into before anything else looks at
//! them.

use quick_xml::{
    Reader,
    escape::{escape, resolve_predefined_entity, unescape},
    events::{BytesStart, Event},
};

/// How many tags the files of a map may have: sixteen times as many as the map has on which a
/// thousand people live. Each takes some hundred bytes in memory.
const MOST_TAGS: usize = 80_000;

/// How many attributes all of them together.
const MOST_ATTRIBUTES: usize = 300_000;

/// How many attributes a tag.
const MOST_IN_TAG: usize = 32;

/// How long a tag may be, in bytes.
const LONGEST_TAG: usize = 64 << 10;

/// How deep tags may lie in one another: what reads them calls itself for each.
const DEEPEST: usize = 24;

/// A tag with what lies in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The tag's name.
    pub name: Box<str>,
    /// Its attributes, in the file's order, each name once.
    pub attributes: Vec<(Box<str>, Box<str>)>,
    /// The text directly in it, its pieces joined.
    pub text: String,
    /// The tags directly in it, in the file's order.
    pub children: Vec<Element>,
    /// Where it begins, in bytes.
    pub at: usize,
}

/// How much the files of a map have so far of what is bounded for all of them together.
#[derive(Debug, Default)]
pub(super) struct Sizes {
    tags: usize,
    attributes: usize,
}

/// What is wrong with a text that should be XML, and where.
#[derive(Debug)]
pub(super) struct BadXml {
    /// In bytes from the beginning.
    pub at: usize,
    /// What was found and expected.
    pub what: String,
}

impl Element {
    /// The value of an attribute; none where the tag has no such attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| **key == *name);
        found.map(|(_, value)| &**value)
    }

    /// The tags directly in it that bear a name, in the file's order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |c| &*c.name == name)
    }

    /// Writes it as XML of the plainest form.
    pub fn write(&self, onto: &mut String) {
        onto.push('<');
        onto.push_str(&self.name);
        for (key, value) in &self.attributes {
            for piece in [" ", key, "=\"", &escape(&**value), "\""] {
                onto.push_str(piece);
            }
        }
        if self.text.is_empty() && self.children.is_empty() {
            onto.push_str("/>");
            return;
        }
        onto.push('>');
        onto.push_str(&escape(&self.text));
        for child in &self.children {
            child.write(onto);
        }
        for piece in ["</", &self.name, ">"] {
            onto.push_str(piece);
        }
    }
}

/// Reads a text as XML: elements, attributes and text, within bounds of depth, and of size together
/// with what was read before. Document types, further documents and prefixed names are refused.
pub(super) fn parse(text: &str, sizes: &mut Sizes) -> Result<Element, BadXml> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let bad = |what: String| BadXml { at, what };
        let event = reader
            .read_event()
            .map_err(|error| bad(format!("is not XML ({error}); expected a file of Tiled's")))?;
        match event {
            Event::Start(tag) => {
                let element = element(&tag, at, sizes).map_err(bad)?;
                if open.len() >= DEEPEST {
                    return Err(bad(format!(
                        "tags lie more than {DEEPEST} deep in one another; expected fewer"
                    )));
                }
                open.push(element);
            }
            Event::Empty(tag) => {
                let element = element(&tag, at, sizes).map_err(bad)?;
                close(element, &mut open, &mut root).map_err(bad)?;
            }
            Event::End(_) => {
                // The reader has seen to it that it ends the tag that is open.
                if let Some(element) = open.pop() {
                    close(element, &mut open, &mut root).map_err(bad)?;
                }
            }
            Event::Text(piece) => {
                let piece = piece.decode().map_err(|error| bad(error.to_string()))?;
                add_text(&piece, &mut open).map_err(bad)?;
            }
            Event::CData(piece) => {
                let piece = piece.decode().map_err(|error| bad(error.to_string()))?;
                add_text(&piece, &mut open).map_err(bad)?;
            }
            Event::GeneralRef(name) => {
                let c = name
                    .resolve_char_ref()
                    .map_err(|error| bad(error.to_string()))?;
                let name = name.decode().map_err(|error| bad(error.to_string()))?;
                match (c, resolve_predefined_entity(&name)) {
                    (Some(c), _) => add_text(c.encode_utf8(&mut [0; 4]), &mut open),
                    (None, Some(known)) => add_text(known, &mut open),
                    (None, None) => Err(format!("found &{name};; expected no such entity")),
                }
                .map_err(bad)?;
            }
            Event::DocType(_) => {
                return Err(bad("found a document type; expected none".to_owned()));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let end = |what: &str| BadXml {
        at: text.len(),
        what: what.to_owned(),
    };
    if let Some(element) = open.last() {
        return Err(BadXml {
            at: element.at,
            what: format!("<{}> is not closed; expected </{0}>", element.name),
        });
    }
    root.ok_or_else(|| end("holds no tag; expected a file of Tiled's"))
}

fn element(tag: &BytesStart<'_>, at: usize, sizes: &mut Sizes) -> Result<Element, String> {
    if tag.len() > LONGEST_TAG {
        return Err(format!(
            "found a tag of {} bytes; expected at most {LONGEST_TAG}",
            tag.len()
        ));
    }
    let name = plain(tag.name().as_ref())?;
    let mut element = Element {
        name,
        at,
        ..Element::default()
    };
    // Their number is bounded before each is compared with all others.
    let mut unchecked = tag.attributes();
    unchecked.with_checks(false);
    if unchecked.take(MOST_IN_TAG + 1).count() > MOST_IN_TAG {
        return Err(format!(
            "<{}> has more than {MOST_IN_TAG} attributes; expected fewer",
            element.name
        ));
    }
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| format!("<{}>: {error}", element.name))?;
        let value = std::str::from_utf8(&attribute.value).map_err(|error| error.to_string())?;
        let value = unescape(value).map_err(|error| format!("<{}>: {error}", element.name))?;
        element
            .attributes
            .push((plain(attribute.key.as_ref())?, value.into()));
    }
    sizes.tags += 1;
    sizes.attributes += element.attributes.len();
    if sizes.tags > MOST_TAGS || sizes.attributes > MOST_ATTRIBUTES {
        return Err(format!(
            "more than {MOST_TAGS} tags or {MOST_ATTRIBUTES} attributes were found; expected fewer"
        ));
    }
    Ok(element)
}

/// A name of letters, digits, dashes and underscores.
fn plain(name: &[u8]) -> Result<Box<str>, String> {
    let name = String::from_utf8_lossy(name);
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if name.is_empty() || !name.chars().all(fits) {
        return Err(format!(
            "found the name “{name}”; expected letters and digits"
        ));
    }
    Ok(name.into())
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) -> Result<(), String> {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None if root.is_some() => {
            return Err(format!(
                "found a second <{}>; expected one root",
                element.name
            ));
        }
        None => *root = Some(element),
    }
    Ok(())
}

fn add_text(piece: &str, open: &mut [Element]) -> Result<(), String> {
    match open.last_mut() {
        Some(element) => element.text.push_str(piece),
        None if piece
            .trim_matches([' ', '\t', '\r', '\n', '\u{feff}'])
            .is_empty() => {}
        None => return Err("found text outside of all tags; expected none".to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Element, BadXml> {
        parse(text, &mut Sizes::default())
    }

    fn what(text: &str) -> String {
        read(text).unwrap_err().what
    }

    #[test]
    fn a_tree_is_read_and_written_alike() {
        let text = "<?xml version=\"1.0\"?>\n<a x='1 &amp; 2'><!-- no --><b>t&lt;<![CDATA[u]]>&#10;</b><c/></a>\n";
        let tree = read(text).unwrap();
        assert_eq!(tree.get("x"), Some("1 & 2"));
        assert_eq!(tree.children[0].text, "t<u\n");
        assert_eq!(tree.children[0].at, text.find("<b>").unwrap());
        let mut plain = String::new();
        tree.write(&mut plain);
        let mut again = String::new();
        read(&plain).unwrap().write(&mut again);
        assert_eq!(plain, again);
    }

    #[test]
    fn what_has_no_bounds_is_refused() {
        assert!(what(&"<g>".repeat(5000)).contains("deep in one another"));
        let wide: String = (0..20_000).map(|i| format!(" a{i}=\"\"")).collect();
        assert!(what(&format!("<g{wide}/>")).contains("bytes"));
        let wide: String = (0..40).map(|i| format!(" a{i}=\"\"")).collect();
        assert!(what(&format!("<g{wide}/>")).contains("attributes"));
        assert!(what(&format!("<g>{}</g>", "<a/>".repeat(MOST_TAGS + 1))).contains("tags"));
        assert!(what("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").contains("document type"));
        assert!(what("<a>&b;</a>").contains("no such entity"));
        assert!(what("<a><b></a>").contains("not XML"));
        assert!(what("<a>").contains("not closed"));
        assert!(what("<a x=\"1\" x=\"2\"/>").contains("<a>"));
        assert!(what("<a/><b/>").contains("second <b>"));
        assert!(what("<x:a/>").contains("letters and digits"));
        assert!(what("").contains("no tag"));
        assert!(what("text").contains("outside"));
        // Several files have together what one may have.
        let half = format!("<g>{}</g>", "<a/>".repeat(MOST_TAGS / 2));
        let mut sizes = Sizes::default();
        assert!(parse(&half, &mut sizes).is_ok());
        let refused = parse(&half, &mut sizes).unwrap_err().what;
        assert!(refused.contains("tags"), "{refused}");
    }
}
