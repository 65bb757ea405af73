//! `collegium policies`: what the model-driven minds of a save have thought out, as a file.

use super::{Failure, args, out::out};
use anyhow::Context as _;
use collegium_core::text::Shown as _;
use collegium_sim::{
    campus::scenario::policies,
    mind::model::Lifestyle,
    record::{check_name, save_path},
    simulation::look,
};
use std::{fs::File, io::Write as _, process::ExitCode};

/// Writes the policies of a save.
///
/// # Errors
/// When the save is refused, or the file is there already or cannot be written.
pub fn policies(options: &args::PoliciesArgs) -> Result<ExitCode, Failure> {
    let name = options
        .save
        .strip_suffix(".campus")
        .unwrap_or(&options.save);
    check_name(name)?;
    let (campus, _) = look(&save_path(&options.saves, name), 1)?;
    let people = campus.persons().filter_map(|person| {
        let lifestyle = campus.get::<Lifestyle>(person.id)?;
        Some((person.persona.name.as_str(), lifestyle.policy(person.id)))
    });
    let text = policies::text(people, campus.map());
    let Some(path) = &options.out else {
        out().write_all(text.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let shown = path.shown();
    let made = File::options().write(true).create_new(true).open(path);
    let mut file = made.with_context(|| {
        format!("--out {shown}: expected a file that is not there yet, in a folder that is")
    })?;
    file.write_all(text.as_bytes())
        .with_context(|| format!("--out {shown}"))?;
    Ok(ExitCode::SUCCESS)
}
