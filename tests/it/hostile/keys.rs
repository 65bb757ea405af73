//! Settings from elsewhere, which would send somebody's key to a server of theirs; and keys that
//! stand in texts of the user's own.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use std::{
    fs,
    io::Write as _,
    net::TcpListener,
    path::Path,
    process::{Command, Stdio},
};

/// Addresses of this kind are for documentation: there is no server at any.
const SETTINGS: &str = "[models.x]\napi = \"openai\"\nbase_url = \"http://192.0.2.1:9/v1\"\n\
                        model = \"m\"\nkey_env = \"MINE_API_KEY\"\ntimeout_seconds = 0.05\n\
                        attempts = 1\n\n[minds]\nmodel = \"x\"\n";

const KEY: &str = "sk-0123456789abcdef";

/// Runs the program for a user whose home is `folder`; gives whether it went well, and what it
/// said.
fn run(folder: &Path, args: &[&str], says: &str) -> (bool, String) {
    run_by(None, folder, args, says)
}

/// The same with a proxy that the system names.
fn run_by(proxy: Option<&str>, folder: &Path, args: &[&str], says: &str) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_collegium"));
    for name in ["http_proxy", "all_proxy", "no_proxy"] {
        command.env_remove(name).env_remove(name.to_uppercase());
    }
    if let Some(proxy) = proxy {
        command.env("HTTP_PROXY", proxy);
    }
    let mut child = command
        .current_dir(folder)
        .args(args)
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("MINE_API_KEY", KEY)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not ask has ended before it is told.
    let _ = child.stdin.take().unwrap().write_all(says.as_bytes());
    let output = child.wait_with_output().unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text += &String::from_utf8(output.stderr).unwrap();
    (output.status.success(), text)
}

#[test]
fn a_key_goes_to_a_new_server_only_when_its_owner_agrees() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("collegium.toml"), SETTINGS).unwrap();
    let refusals: [&[&str]; 2] = [
        &["run", "--days", "0.01", "--mind", "model"],
        &["doctor", "--settings", "collegium.toml"],
    ];
    for args in refusals {
        let (good, said) = run(folder, args, "");
        assert!(!good, "{args:?}: {said}");
        for part in [
            "collegium.toml:3:12",
            "MINE_API_KEY",
            "http://192.0.2.1:9",
            "agree",
        ] {
            assert!(said.contains(part), "{args:?}: {part} in {said}");
        }
        assert!(!said.contains("0123456789"), "{said}");
    }
    // Who cannot be asked has not agreed, whatever comes in by a pipe.
    let (good, said) = run(folder, &["agree"], "y\n");
    assert!(!good && said.contains("--yes"), "{said}");
    assert!(!folder.join("config").exists());

    let (good, said) = run(folder, &["agree", "--yes"], "");
    assert!(
        good && said.contains("MINE_API_KEY to http://192.0.2.1:9"),
        "{said}"
    );
    let (good, said) = run(folder, &["agree"], "");
    assert!(good && said.contains("no key anywhere new"), "{said}");
    let (_, said) = run(folder, &["doctor", "--settings", "collegium.toml"], "");
    assert!(said.contains("does not answer"), "{said}");

    // The same server at another port is another server.
    let moved = SETTINGS.replace(":9/", ":10/");
    fs::write(folder.join("collegium.toml"), moved).unwrap();
    let (good, said) = run(folder, &["doctor", "--settings", "collegium.toml"], "");
    assert!(!good && said.contains("http://192.0.2.1:10"), "{said}");
}

/// A run of model-driven minds, in a project.
const RUN: [&str; 7] = [
    "run",
    "--scenario",
    "quick-look",
    "--hours",
    "0.1",
    "--mind",
    "model",
];

#[test]
fn a_key_in_settings_is_refused_before_anything_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let here = SETTINGS.replace("192.0.2.1", "127.0.0.1");
    let vectors = format!(
        "[embeddings]\nbase_url = \"http://127.0.0.1:9\"\nmodel = \"{KEY}\"\ndimensions = 8\n{here}"
    );
    for (text, place) in [
        (here.replace("\"m\"", &format!("\"x{KEY}\"")), ":4:9: "),
        (here.replace("/v1", &format!("/v1?key={KEY}")), ":3:12: "),
        (
            here.replace("[models.x]", &format!("[models.{KEY}]")),
            ":1:",
        ),
        (vectors, ":3:9: "),
    ] {
        fs::write(folder.join("collegium.toml"), &text).unwrap();
        let (good, said) = run(folder, &RUN, "");
        assert!(!good, "{text}: {said}");
        assert!(
            said.contains(&format!("collegium.toml{place}"))
                && said.contains("found the key in MINE_API_KEY"),
            "{text}: {said}"
        );
        assert!(!said.contains("0123456789"), "{said}");
    }
    assert!(!folder.join("saves").exists());
}

#[test]
fn a_key_in_a_text_of_a_scenario_is_refused_before_anything_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (good, said) = run(folder.path(), &["new", "mine"], "");
    assert!(good, "{said}");
    let project = folder.path().join("mine");
    let here = SETTINGS.replace("192.0.2.1", "127.0.0.1");
    fs::write(project.join("collegium.toml"), here).unwrap();
    let refused = |whose: &str| {
        let (good, said) = run(&project, &RUN, "");
        let what = format!("the key in MINE_API_KEY stands in {whose}");
        assert!(!good && said.contains(&what), "{whose}: {said}");
        assert!(!said.contains("0123456789"), "{said}");
        assert!(!project.join("saves").exists());
    };
    let changed = |name: &str, from: &str, whose: &str| {
        let file = project.join(name);
        let text = fs::read_to_string(&file).unwrap();
        let to = text.replacen(from, &format!("{from}{KEY} "), 1);
        assert_ne!(text, to, "{name}");
        fs::write(&file, to).unwrap();
        refused(whose);
        fs::write(&file, text).unwrap();
    };
    let persona = "scenarios/personas/amara-okafor.toml";
    changed(persona, "task = \"", "the task of Amara Okafor");
    changed(persona, "goals = [\n    \"", "the goals of Amara Okafor");
    changed(
        "scenarios/quick-look.toml",
        "title = \"",
        "the title of the scenario",
    );
    let prompts = project.join("assets/prompts/en");
    fs::create_dir_all(&prompts).unwrap();
    fs::write(prompts.join("plan.md"), format!("{KEY}\n---\nPlan.\n")).unwrap();
    refused("the prompt en/plan");
    // Who asks no model sends no key.
    let builtin: Vec<&str> = RUN[..6].iter().copied().chain(["builtin"]).collect();
    let (good, said) = run(&project, &builtin, "");
    assert!(good, "{said}");
}

#[test]
fn what_is_for_this_machine_goes_past_every_proxy() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
    proxy.set_nonblocking(true).unwrap();
    let url = format!("http://{}", proxy.local_addr().unwrap());
    for (host, by_proxy) in [
        ("127.0.0.1", false),
        ("127.9.0.1", false),
        ("localhost", false),
        ("[::1]", false),
        ("192.0.2.1", true),
    ] {
        let mut text = SETTINGS.replace("192.0.2.1:9", &format!("{host}:1"));
        if by_proxy {
            // Without a key there is nothing to agree to.
            text = text.replace("key_env = \"MINE_API_KEY\"\n", "");
        }
        fs::write(folder.join("collegium.toml"), text).unwrap();
        let (good, said) = run_by(Some(&url), folder, &RUN, "");
        assert!(good, "{host}: {said}");
        let mut asked = 0;
        while proxy.accept().is_ok() {
            asked += 1;
        }
        assert_eq!(asked > 0, by_proxy, "{host}: {said}");
    }
}
