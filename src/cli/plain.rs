//! Markdown as plain text, for terminals and pipes: of a page of ours what it says, without signs.

/// The widest line, in characters.
const WIDTH: usize = 80;

/// The text of a page in Markdown: paragraphs, headings, lists and tables. Each row of a table
/// becomes a paragraph: its first cell, and below it the others, each with what its column is
/// called.
pub fn plain(markdown: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let lines: Vec<&str> = markdown.lines().map(str::trim).collect();
    for block in lines.split(|line| line.is_empty()) {
        let Some(first) = block.first() else {
            continue;
        };
        if first.starts_with('|') {
            table(block, &mut blocks);
        } else if let Some(heading) = first.strip_prefix('#') {
            blocks.push(words(heading.trim_start_matches('#')));
            if block.len() > 1 {
                blocks.push(filled(&words(&block[1..].join(" ")), "", ""));
            }
        } else if first.starts_with("- ") {
            let items = block.join(" ");
            let items = items.trim_start_matches("- ").split(" - ");
            let items: Vec<String> = items.map(|item| filled(&words(item), "- ", "  ")).collect();
            blocks.push(items.join("\n"));
        } else {
            blocks.push(filled(&words(&block.join(" ")), "", ""));
        }
    }
    blocks.join("\n\n") + "\n"
}

/// The rows of a table, each as a block.
fn table(rows: &[&str], blocks: &mut Vec<String>) {
    let cells = |row: &str| -> Vec<String> {
        let row = row.trim_matches('|');
        row.split('|').map(|cell| words(cell.trim())).collect()
    };
    let names = rows.first().map(|row| cells(row)).unwrap_or_default();
    for row in rows.iter().skip(2) {
        let cells = cells(row);
        let mut lines = Vec::new();
        for (i, (name, cell)) in names.iter().zip(&cells).enumerate() {
            lines.push(match i {
                0 => filled(cell, "", "  "),
                _ => filled(&format!("{name}: {cell}"), "  ", "    "),
            });
        }
        blocks.push(lines.join("\n"));
    }
}

/// A text without the signs of code, of strong words and of links, whose addresses are put in
/// brackets behind what they are of.
fn words(text: &str) -> String {
    let text = text.trim().replace("**", "");
    let mut told = String::new();
    let mut rest = text.as_str();
    while let Some((before, name, address, after)) = link(rest) {
        told.push_str(before);
        told.push_str(name);
        if name != address {
            told.push_str(&format!(" ({address})"));
        }
        rest = after;
    }
    told.push_str(rest);
    told.replace('`', "")
}

/// The first link: what stands before it, its name and address, and what stands behind it.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (name, rest) = text.split_once("](")?;
    let (before, name) = name.rsplit_once('[')?;
    let (address, after) = rest.split_once(')')?;
    Some((before, name, address, after))
}

/// Words in lines of no more than [`WIDTH`] characters, the first begun with one text, the others
/// with another. A longer word has a line of its own.
fn filled(text: &str, first: &str, others: &str) -> String {
    let mut filled = first.to_owned();
    let mut width = first.chars().count();
    let mut begun = false;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if begun && width + 1 + letters > WIDTH {
            filled.push('\n');
            filled.push_str(others);
            width = others.chars().count();
        } else if begun {
            filled.push(' ');
            width += 1;
        }
        filled.push_str(word);
        width += letters;
        begun = true;
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_taken_out_and_links_kept() {
        assert_eq!(
            plain(
                "# A page\n\nOf `this` and **that**, by [Ada](https://ada.example)\nand [x](x).\n"
            ),
            "A page\n\nOf this and that, by Ada (https://ada.example) and x.\n"
        );
        // What is no link stays what it is.
        assert_eq!(plain("a [b] (c) d](e"), "a [b] (c) d](e\n");
        assert_eq!(plain("- one\n- two\n  more\n"), "- one\n- two more\n");
    }

    #[test]
    fn rows_of_tables_become_paragraphs() {
        let page = "| file | by |\n| --- | --- |\n| `a/*`, `b` | Ada |\n| `c` | Ben |\n";
        assert_eq!(plain(page), "a/*, b\n  by: Ada\n\nc\n  by: Ben\n");
    }

    #[test]
    fn no_line_is_wider_than_a_terminal() {
        let page = format!(
            "| what | how |\n| --- | --- |\n| x | {} |\n",
            "word ".repeat(60)
        );
        let text = plain(&page);
        assert!(
            text.lines().all(|line| line.chars().count() <= WIDTH),
            "{text}"
        );
        assert_eq!(text.matches("word").count(), 60);
        assert!(
            text.lines().skip(2).all(|line| line.starts_with("    ")),
            "{text}"
        );
    }
}
