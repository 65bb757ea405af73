//! The help of the command line: commands in groups, examples under each, exit codes; and the same
//! as a man page and as completions for shells.

use super::{Failure, args};
use clap::{Arg, Command, CommandFactory as _};
use collegium_core::time::Speed;
use std::{any::TypeId, io::Write as _, process::ExitCode};

/// A command as the help shows it.
struct Entry {
    name: &'static str,
    /// Calls of it, without the program's name, and what each does.
    examples: &'static [(&'static str, &'static str)],
}

/// The groups of commands, in the order of the help.
const GROUPS: [(&str, &[Entry]); 4] = [
    (
        "A campus",
        &[
            Entry {
                name: "run",
                examples: &[
                    ("run --days 1 --save monday", "a day, saved, with a summary"),
                    (
                        "run --resume monday --days 2",
                        "go on with that save until the end of its second day",
                    ),
                    (
                        "run --agents 500 --threads 2 --json",
                        "500 people, figures as JSON",
                    ),
                    (
                        "run --mind model --model local",
                        "with the language model that collegium.toml calls local",
                    ),
                    ("run --days 1 --heads bc", "everybody decides by that head"),
                    (
                        "run --mind model --steps 90 --no-save --strict --trace",
                        "a try of a model: 90 ticks, unsaved, every prompt and answer shown",
                    ),
                    (
                        "run --days 1 --metrics figures",
                        "with figures by purpose and model, and a log of each person",
                    ),
                ],
            },
            Entry {
                name: "replay",
                examples: &[
                    (
                        "replay monday --agent Amara --last 20",
                        "the newest events of Amara",
                    ),
                    (
                        "replay monday --verify",
                        "check its rows, run it again and compare",
                    ),
                ],
            },
            Entry {
                name: "check",
                examples: &[("check monday", "is every row as it was written?")],
            },
            Entry {
                name: "calls",
                examples: &[
                    ("calls talks", "requests, tokens and cost by purpose"),
                    ("calls talks --log", "every call, a JSON object a line"),
                ],
            },
            Entry {
                name: "policies",
                examples: &[
                    (
                        "policies talks --out habits.toml",
                        "what its minds have thought out, to read and to change",
                    ),
                    (
                        "run --mind model --policies habits.toml",
                        "another run that need not ask for it again",
                    ),
                ],
            },
        ],
    ),
    (
        "Learning",
        &[
            Entry {
                name: "demos",
                examples: &[(
                    "demos --days 7 --persons 30 --runs 2 --out demos/expert",
                    "two weeks of a conscientious expert",
                )],
            },
            Entry {
                name: "export",
                examples: &[(
                    "export demos/expert --format jsonl --out expert.jsonl",
                    "decisions, a JSON object a line",
                )],
            },
            Entry {
                name: "train",
                examples: &[
                    (
                        "train bc --data demos/expert",
                        "clone the expert: heads/bc.safetensors and a card",
                    ),
                    (
                        "train ppo --set learning_rate=0.001 --rounds 20",
                        "reinforcement from nothing",
                    ),
                    ("train --resume runs/ppo", "go on with a training"),
                ],
            },
            Entry {
                name: "evaluate",
                examples: &[(
                    "evaluate bc expert --seeds 20",
                    "against the built-in rule, with intervals",
                )],
            },
            Entry {
                name: "lessons",
                examples: &[(
                    "lessons demos/rule --out lessons.toml",
                    "what the good stretches have in common",
                )],
            },
            Entry {
                name: "gold",
                examples: &[("gold --quick", "under a minute")],
            },
        ],
    ),
    (
        "A project of your own",
        &[
            Entry {
                name: "new",
                examples: &[(
                    "new my-campus",
                    "a folder with a scenario, people and a map",
                )],
            },
            Entry {
                name: "agree",
                examples: &[(
                    "agree --settings collegium.toml",
                    "where they send which key, and whether that is meant",
                )],
            },
            Entry {
                name: "doctor",
                examples: &[
                    ("doctor", "what works here, and what to do about the rest"),
                    ("doctor --map maps/larkmoor.tmx", "every rule a map breaks"),
                    (
                        "doctor --scenario my-town.toml",
                        "a scenario with its map, term and people",
                    ),
                ],
            },
        ],
    ),
    (
        "This program",
        &[
            Entry {
                name: "bench",
                examples: &[("bench campus --persons 25,100", "how fast a campus steps")],
            },
            Entry {
                name: "torture",
                examples: &[
                    ("torture", "ten minutes of everything but the year"),
                    (
                        "torture kills disk --minutes 30",
                        "two parts for half an hour",
                    ),
                    ("torture year", "a year that is killed every week"),
                ],
            },
            Entry {
                name: "completions",
                examples: &[(
                    "completions bash",
                    "source it, or put it where your shell looks for completions",
                )],
            },
            Entry {
                name: "man",
                examples: &[
                    ("man", "the page of the program; read it with: man -l FILE"),
                    ("man run", "the page of a command"),
                ],
            },
            Entry {
                name: "licences",
                examples: &[("licences", "of this program and of what it is built from")],
            },
        ],
    ),
];

/// What `bench` measures.
const MEASUREMENTS: &[Entry] = &[
    Entry {
        name: "retrieval",
        examples: &[
            ("bench retrieval", "ten thousand memories, 500 questions"),
            (
                "bench retrieval --memories 1000000 --profile paper",
                "a million, by the paper's formula",
            ),
        ],
    },
    Entry {
        name: "recall",
        examples: &[(
            "bench recall --pairs llama_cpp_check/paraphrases.json",
            "questions in other words than the memories, by the built-in embedder",
        )],
    },
    Entry {
        name: "campus",
        examples: &[
            ("bench campus --persons 25,100", "how fast a campus steps"),
            (
                "bench campus --head ppo --repeats 3 --json",
                "with that head, figures as JSON",
            ),
        ],
    },
    Entry {
        name: "training",
        examples: &[
            (
                "bench training",
                "on the CPU, and on a GPU where there is one",
            ),
            ("bench training --cpu-only", "on the CPU alone"),
        ],
    },
    #[cfg(feature = "desktop")]
    Entry {
        name: "frames",
        examples: &[
            (
                "bench frames",
                "six views of the usual campus, four seconds each",
            ),
            (
                "bench frames --scenario hundred --pictures views",
                "of another, with a picture of each",
            ),
        ],
    },
    Entry {
        name: "growth",
        examples: &[
            (
                "bench growth",
                "a term of twelve weeks, and days of up to 1000",
            ),
            (
                "bench growth --days 14 --people 25,100 --repeats 1",
                "a quick one",
            ),
            (
                "bench growth --year --app",
                "and a year that is killed and verified, and the window's start",
            ),
        ],
    },
];

/// Examples of the program as a whole.
const EXAMPLES: [(&str, &str); 5] = [
    ("", "watch the campus"),
    (
        "--scenario quick-look --speed 60",
        "three people, a simulated minute per second",
    ),
    ("run --days 1", "one day headless, saved, with a summary"),
    ("new my-campus", "a project folder to change"),
    (
        "doctor",
        "what works on this machine, and what to do about the rest",
    ),
];

/// What the exit status means.
const EXIT_CODES: &str = "Exit codes:\n  \
    0    done\n  \
    1    it failed, or what was checked is not as it should be\n  \
    2    the command line cannot be understood\n  \
    129  stopped by the end of its terminal (SIGHUP)\n  \
    130  stopped by Ctrl-C\n  \
    143  stopped by SIGTERM; after all three a run or a training is saved and can go on";

/// The environment that counts.
const ENVIRONMENT: &str = "Environment:\n  \
    COLLEGIUM_DATA  a project, as --data names one\n  \
    RUST_LOG        which notes are shown, such as collegium_llm=debug; wins over -v and -q";

fn examples(list: &[(&str, &str)]) -> String {
    let width = list.iter().map(|(call, _)| call.len()).max().unwrap_or(0);
    let mut text = "Examples:".to_owned();
    for (call, what) in list {
        text.push_str(&format!("\n  collegium {call:width$}  {what}"));
    }
    text
}

/// The whole command line with its examples, for completions and man pages.
pub fn command() -> Command {
    let mut command = args::Args::command().after_help(format!(
        "{}\n\n{EXIT_CODES}\n\n{ENVIRONMENT}",
        examples(&EXAMPLES)
    ));
    for entry in GROUPS.iter().flat_map(|(_, entries)| *entries) {
        command =
            command.mut_subcommand(entry.name, |sub| sub.after_help(examples(entry.examples)));
    }
    numbers(command.mut_subcommand("bench", |mut bench| {
        for entry in MEASUREMENTS {
            bench =
                bench.mut_subcommand(entry.name, |sub| sub.after_help(examples(entry.examples)));
        }
        bench
    }))
}

/// Whether an option takes a number, by the type that it is read as.
fn is_number(arg: &Arg) -> bool {
    let read_as = arg.get_value_parser().type_id();
    [
        TypeId::of::<u32>(),
        TypeId::of::<u64>(),
        TypeId::of::<usize>(),
        TypeId::of::<f32>(),
        TypeId::of::<f64>(),
        TypeId::of::<Speed>(),
    ]
    .iter()
    .any(|number| read_as == *number)
}

/// Lets what follows an option that takes a number be its value whatever it begins with: `-1` is
/// then refused by what was expected there, and not as an option that nobody knows.
fn numbers(command: Command) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let command = command.mut_args(|arg| match arg.get_num_args() {
        _ if !is_number(&arg) => arg,
        // Another option may follow one that needs no value.
        Some(range) if range.min_values() == 0 => arg.allow_negative_numbers(true),
        _ => arg.allow_hyphen_values(true),
    });
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, numbers)
    })
}

/// The command line as it is read, whose help shows the commands in groups.
pub fn grouped() -> Command {
    let mut command = command();
    let mut list = String::new();
    for (title, entries) in &GROUPS {
        list.push_str(&format!("{title}:\n"));
        for entry in *entries {
            let about = command
                .find_subcommand(entry.name)
                .and_then(|sub| sub.get_about())
                .map(ToString::to_string)
                .unwrap_or_default();
            list.push_str(&format!("  {:<12} {about}\n", entry.name));
            command = command.mut_subcommand(entry.name, |sub| sub.hide(true));
        }
        list.push('\n');
    }
    command
        .subcommand_help_heading("Help")
        .help_template(format!(
            "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{list}{{all-args}}{{after-help}}"
        ))
}

/// Prints completions for a shell.
///
/// # Errors
/// When standard output cannot be written.
pub fn completions(options: &args::CompletionsArgs) -> Result<ExitCode, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut command(), "collegium", &mut text);
    std::io::stdout().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the man page of the program or of a command.
///
/// # Errors
/// When there is no such command, or standard output cannot be written.
pub fn man(options: &args::ManArgs) -> Result<ExitCode, Failure> {
    let mut command = command();
    // Names and usages of commands are made when all is put together.
    command.build();
    let page = match &options.command {
        None => command,
        Some(name) => {
            let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let near = collegium_core::input::did_you_mean(name, names.iter().copied());
            let found = command.find_subcommand(name).cloned();
            found.ok_or_else(|| {
                anyhow::anyhow!("“{name}”: expected one of {}{near}", names.join(", "))
            })?
        }
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    std::io::stdout().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_one_group_and_has_examples() {
        let mut named: Vec<&str> = GROUPS
            .iter()
            .flat_map(|(_, entries)| entries.iter())
            .map(|entry| {
                assert!(!entry.examples.is_empty(), "{}", entry.name);
                entry.name
            })
            .collect();
        named.sort_unstable();
        let mut all: Vec<String> = args::Args::command()
            .get_subcommands()
            .map(|sub| sub.get_name().to_owned())
            .collect();
        all.sort();
        assert_eq!(named, all);
    }

    #[test]
    fn every_help_shows_examples() {
        fn look(command: &Command, path: &str) {
            for sub in command.get_subcommands() {
                let path = format!("{path} {}", sub.get_name());
                let after = sub.get_after_help().map(ToString::to_string);
                let after = after.unwrap_or_default();
                assert!(after.contains(&path), "{path}: {after}");
                look(sub, &path);
            }
        }
        look(&command(), "collegium");
    }

    #[test]
    fn every_example_can_be_read() {
        let entries = GROUPS.iter().flat_map(|(_, entries)| entries.iter());
        let entries = entries.chain(MEASUREMENTS);
        let all = entries.flat_map(|entry| entry.examples.iter());
        for (call, _) in all.chain(&EXAMPLES) {
            let words = std::iter::once("collegium").chain(call.split_whitespace());
            let read = grouped().try_get_matches_from(words);
            assert!(read.is_ok(), "{call}: {}", read.unwrap_err());
        }
    }

    #[test]
    fn what_is_no_number_is_refused_by_what_is_expected() {
        fn look(command: &Command, path: &[String], tried: &mut usize) {
            for arg in command.get_arguments().filter(|arg| is_number(arg)) {
                let option = format!("--{}", arg.get_long().unwrap());
                for value in ["-1", "-.5", "-inf", "many", "1e99"] {
                    // No more than a sign and digits is taken for the value of an option that
                    // needs none.
                    let sign_alone = arg.get_num_args().is_some_and(|n| n.min_values() == 0);
                    if sign_alone && matches!(value, "-.5" | "-inf") {
                        continue;
                    }
                    let words = path
                        .iter()
                        .map(String::as_str)
                        .chain([option.as_str(), value]);
                    let error = grouped().try_get_matches_from(words).unwrap_err();
                    let said = error.to_string();
                    let first = said.lines().next().unwrap();
                    let begins = format!("error: invalid value '{value}' for '{option} ");
                    assert!(first.starts_with(&begins), "{path:?}: {said}");
                    assert!(first.contains("': expected "), "{path:?}: {said}");
                    assert_eq!(error.exit_code(), 2);
                    *tried += 1;
                }
            }
            for sub in command.get_subcommands() {
                let path = [path, &[sub.get_name().to_owned()]].concat();
                look(sub, &path, tried);
            }
        }
        let mut tried = 0;
        look(&command(), &["collegium".to_owned()], &mut tried);
        assert!(
            tried > 150,
            "{tried}: numbers are not known for what they are"
        );
    }

    #[test]
    fn help_shows_groups_examples_and_exit_codes() {
        let help = grouped().render_long_help().to_string();
        for part in [
            "A campus:\n  run ",
            "Examples:",
            "130  stopped",
            "COLLEGIUM_DATA",
        ] {
            assert!(help.contains(part), "{part}: {help}");
        }
    }
}
