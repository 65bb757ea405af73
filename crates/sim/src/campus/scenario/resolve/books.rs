//! The books of a term and of a scenario: the library's catalogue.

use super::super::files::{BookFile, Loaded};
use crate::campus::{courses::Term, library::Book};
use collegium_core::input::{Mistakes, Source, did_you_mean};
use toml::Spanned;

/// The most books of a catalogue.
const MOST: usize = 1000;

/// The longest title, author or topic, in characters.
const LONGEST: usize = 120;

/// The catalogue: the books of the term first, with whatever is wrong with them noted.
pub(super) fn resolve_books(loaded: &Loaded, term: &Term, mistakes: &mut Mistakes) -> Vec<Book> {
    let (scenario, file) = &loaded.scenario;
    let of_term = loaded.term.iter();
    let of_term = of_term.flat_map(|(source, term)| term.books.iter().map(move |b| (source, b)));
    let own = file.books.iter().map(|book| (scenario, book));
    let mut books: Vec<Book> = Vec::new();
    for (source, book) in of_term.chain(own) {
        if mistakes.is_full() {
            break;
        }
        if books.len() == MOST {
            let what = format!("there are more than {MOST} books; expected at most {MOST}");
            mistakes.note(source.error(book.title.span(), what));
            break;
        }
        let title = words(source, &book.title, "title", mistakes);
        let author = words(source, &book.author, "author", mistakes);
        if books.iter().any(|b| b.title == title && b.author == author) {
            let what = format!("“{title}” by {author} is there twice; expected each book once");
            mistakes.note(source.error(book.title.span(), what));
        }
        books.push(Book {
            title,
            author,
            topic: words(source, &book.topic, "topic", mistakes),
            course: course(source, book, loaded, term, mistakes),
        });
    }
    books
}

/// A few words of a book; noted where they are none or too many.
fn words(source: &Source, text: &Spanned<String>, key: &str, mistakes: &mut Mistakes) -> String {
    let found = text.get_ref().trim();
    let length = found.chars().count();
    if !(1..=LONGEST).contains(&length) {
        let what =
            format!("the {key} of the book has {length} characters; expected 1 to {LONGEST}");
        mistakes.note(source.error(text.span(), what));
    }
    found.to_owned()
}

/// The course that reads a book; noted where there is none of that code.
fn course(
    source: &Source,
    book: &BookFile,
    loaded: &Loaded,
    term: &Term,
    mistakes: &mut Mistakes,
) -> Option<u16> {
    let code = book.course.as_ref()?;
    let found = term.courses.iter().position(|c| c.code == *code.get_ref());
    // A course that was noted as wrong is not missing.
    let files = loaded.term.iter().flat_map(|(_, file)| &file.courses);
    let mut written = files.map(|course| course.code.get_ref());
    let there = written.any(|c| c == code.get_ref()) || loaded.may_have_course(code.get_ref());
    if found.is_none() && !there {
        let codes = term.courses.iter().map(|c| c.code.as_str());
        let what = format!(
            "no course has the code “{}”; expected the code of a course{}",
            code.get_ref(),
            did_you_mean(code.get_ref(), codes)
        );
        mistakes.note(source.error(code.span(), what));
    }
    found.map(|n| n as u16)
}
