//! `collegium agree`: which servers the user's keys may be sent to.

use super::{Failure, args, out::out};
use anyhow::Context as _;
use collegium_core::text::Shown as _;
use collegium_llm::{
    Settings,
    settings::{Agreed, Sending},
};
use collegium_sim::simulation;
use std::{
    io::{BufRead as _, IsTerminal as _, Write as _},
    process::ExitCode,
};
use training::files::write_whole;

/// Shows where settings would send keys, asks, and keeps the answer.
///
/// # Errors
/// When there are no settings or they are refused, when there is nobody to ask, or the answer
/// cannot be kept.
pub fn agree(options: &args::AgreeArgs) -> Result<ExitCode, Failure> {
    let file = simulation::settings_file(options.settings.as_deref())
        .context("there are no settings; expected collegium.toml, or --settings FILE")?;
    let mut agreed = Agreed::read()?;
    let sendings = Settings::sendings(&file)?;
    let new: Vec<Sending> = sendings
        .into_iter()
        .filter(|sending| !agreed.holds(sending))
        .collect();
    let mut out = out();
    if new.is_empty() {
        writeln!(out, "these settings send no key anywhere new")?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{} would send", file.shown())?;
    for Sending { variable, server } in &new {
        writeln!(out, "  the key in {variable} to {}", server)?;
    }
    if !options.yes && !asked(&mut out)? {
        writeln!(out, "nothing was agreed to")?;
        return Ok(ExitCode::FAILURE);
    }
    new.into_iter().for_each(|sending| agreed.add(sending));
    let path = Agreed::path().context("you have no home folder in which it could be kept")?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| folder.shown())?;
    }
    write_whole(&path, agreed.text())?;
    writeln!(out, "agreed, and kept in {}", path.shown())?;
    Ok(ExitCode::SUCCESS)
}

/// Whether somebody at the terminal says yes.
fn asked(out: &mut impl std::io::Write) -> Result<bool, Failure> {
    let input = std::io::stdin();
    anyhow::ensure!(
        input.is_terminal(),
        "there is nobody to ask; expected a terminal, or --yes"
    );
    write!(out, "Is that meant? [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    input.lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
