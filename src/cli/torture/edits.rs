//! Rows of a save are changed, doubled and taken out by hand, and entries exchanged by which rows
//! are found: each change must be found.

use super::{Failure, Ground, Part};
use anyhow::Context as _;
use collegium_sim::record::SaveFile;
use mock_llm::{Options, Server};
use rusqlite::Connection;
use std::fs;

pub(super) const PART: Part = Part {
    name: "edits",
    about: "rows of a save are changed, doubled and taken out by SQL, and entries of its indexes \
            exchanged; each change is found",
    share: 2,
    run,
};

/// A model, and an embedder, of one server.
fn settings(server: &Server) -> String {
    let url = server.url();
    format!(
        "[models.one]\napi = \"openai\"\nbase_url = \"{url}/v1\"\nmodel = \"mock-llm\"\n\
         [minds]\nmodel = \"one\"\n\
         [embeddings]\nbase_url = \"{url}/v1\"\nmodel = \"vectors\"\ndimensions = 32\n"
    )
}

fn run(ground: &mut Ground<'_>) -> Result<(), Failure> {
    let server = Server::start(Options::default()).context("a model server on 127.0.0.1")?;
    fs::write(ground.folder.join("collegium.toml"), settings(&server))?;
    // With a model's answers and a server's vectors something stands in every table.
    let arguments = [
        "run",
        "--scenario",
        "quick-look",
        "--days",
        "1",
        "--mind",
        "model",
        "--settings",
        "collegium.toml",
        "--saves",
        ".",
        "--save",
        "whole",
    ];
    if let Err(why) = ground.works(ground.folder, &arguments)? {
        anyhow::bail!(why);
    }
    let bytes = fs::read(ground.folder.join("whole.campus"))?;
    let path = ground.folder.join("changed.campus");
    let mut round = 0;
    while ground.time() {
        fs::write(&path, &bytes)?;
        let db = Connection::open(&path)?;
        let mut dice = ground.stream(round);
        let mut tangled = (dice.index(3) == 0).then(|| bytes.clone());
        let told = match &mut tangled {
            Some(bytes) => mischief::tangle(&db, bytes, &mut dice),
            None => mischief::change(&db, &mut dice),
        };
        let told = told.context("a change")?;
        db.close().map_err(|(_, error)| error)?;
        if let Some(bytes) = tangled {
            fs::write(&path, bytes)?;
        }
        round += 1;
        let Some(change) = told else { continue };
        let found = SaveFile::look(&path).and_then(|save| save.check_rows());
        ground.tried(
            &change.table,
            match found {
                Err(_) => Ok(()),
                Ok(()) => Err(format!(
                    "{}, and nobody found it (round {round})",
                    change.what
                )),
            },
        );
    }
    Ok(())
}
