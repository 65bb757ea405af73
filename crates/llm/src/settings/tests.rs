//! Tests of the settings.

use super::*;
use crate::request::Prompt;
use collegium_core::{ids::AgentId, time::SimTime};

fn read(text: &str) -> Result<Settings, String> {
    let source = Source::of("collegium.toml", text);
    let environment = KeyVariables::only([("A_KEY", "sk-0123456789")]);
    Settings::parse(&source, &environment, &Agreed::default()).map_err(|bad| bad.to_string())
}

const TWO: &str = r#"
[models.big]
api = "openai"
base_url = "http://localhost:8080/v1/"
model = "gpt-x"
key_env = "A_KEY"
timeout_seconds = 20
price_in = 2.5
price_out = 10
step_down = "small"
money_per_run = 0.5
extra = { think = false, seed = 3 }

[models.small]
api = "ollama"
model = "qwen3:0.6b"

[minds]
model = "small"
patience_seconds = 5
purposes = { plan = "big" }
groups = { Friends = "big" }
people = { "Ada Hill" = "small" }

[budget]
tokens_per_agent_day = 50_000
money_per_day = 0.01

[embeddings]
base_url = "http://localhost:8080/v1"
model = "bge"
dimensions = 384
"#;

#[test]
fn everything_is_read() {
    let settings = read(TWO).unwrap();
    let big = settings.profile("big").unwrap();
    assert_eq!(big.base_url, "http://localhost:8080/v1");
    assert_eq!(big.timeout, Duration::from_secs(20));
    assert_eq!(big.deadline, Duration::from_secs(60));
    assert_eq!(big.price_cached, 2.5);
    assert_eq!(big.micros_per_run, Some(500_000));
    assert_eq!(big.extra["think"], serde_json::Value::Bool(false));
    assert_eq!(big.micros(1000, 400, 100), 1500 + 1000 + 1000);
    let small = settings.profile("small").unwrap();
    assert_eq!(
        (small.base_url.as_str(), small.max_concurrent),
        ("http://localhost:11434", 4)
    );
    assert_eq!(settings.minds.patience_seconds, 5);
    assert_eq!(settings.budget.tokens_per_agent_day, Some(50_000));
    assert_eq!(settings.budget.micros_per_day, Some(10_000));
    assert_eq!(settings.embeddings.unwrap().dimensions, 384);
}

#[test]
fn the_most_particular_choice_wins() {
    let settings = read(TWO).unwrap();
    let mut request = Request {
        id: 1,
        agent: AgentId(0),
        purpose: Purpose::Line,
        asked: SimTime(0),
        profile: String::new(),
        name: "Nobody".into(),
        group: "None".into(),
        prompt: Prompt {
            system: String::new(),
            user: String::new(),
            schema: String::new(),
            most_tokens: 10,
        },
    };
    assert_eq!(settings.choice(&request), Some("small"), "the default");
    request.group = "Friends".into();
    assert_eq!(settings.choice(&request), Some("big"), "the group");
    request.purpose = Purpose::Plan;
    request.group = "None".into();
    assert_eq!(settings.choice(&request), Some("big"), "the purpose");
    request.name = "Ada Hill".into();
    assert_eq!(settings.choice(&request), Some("small"), "the person");
    request.profile = "big".into();
    assert_eq!(settings.choice(&request), Some("big"), "the request");
    request.profile = "bigg".into();
    assert!(
        settings
            .choose(&request)
            .unwrap_err()
            .contains("did you mean “big”?")
    );
    request.profile = String::new();
    assert!(
        Settings::default()
            .choose(&request)
            .unwrap_err()
            .contains("[minds]")
    );
}

#[test]
fn keys_are_never_shown() {
    let settings = read(TWO).unwrap();
    assert!(settings.profiles["big"].key.is_some());
    assert!(!format!("{settings:?}").contains("0123456789"));
    let pasted = TWO.replace("key_env = \"A_KEY\"", "key_env = \"sk-0123456789\"");
    let error = read(&pasted).unwrap_err();
    assert!(
        error.contains("collegium.toml:6:11") && !error.contains("0123456789"),
        "{error}"
    );
}

#[test]
fn a_key_stands_nowhere_else() {
    const KEY: &str = "sk-0123456789";
    let percent: String = KEY.bytes().map(|byte| format!("%{byte:02x}")).collect();
    for (from, to, line) in [
        ("8080/v1/\"", format!("8080/v1?key={KEY}\""), 4),
        ("8080/v1/\"", format!("8080/{percent}/v1\""), 4),
        ("gpt-x", KEY.to_owned(), 5),
        ("gpt-x", format!("x{KEY}"), 5),
        ("gpt-x", KEY.to_uppercase(), 5),
        ("seed = 3", format!("seed = [{{ a = \"{KEY}\" }}]"), 12),
        ("seed = 3", format!("\"{KEY}\" = 3"), 12),
        ("qwen3:0.6b", format!("qwen-{KEY}"), 16),
        ("Friends", KEY.to_owned(), 22),
        ("Ada Hill", format!("Ada {KEY}"), 23),
        ("8080/v1\"", format!("8080/{KEY}\""), 30),
        ("bge", KEY.to_owned(), 31),
    ] {
        let text = TWO.replacen(from, &to, 1);
        assert_ne!(text, TWO, "{from}");
        let error = read(&text).unwrap_err();
        let head = error.lines().next().unwrap();
        assert!(
            head.starts_with(&format!("collegium.toml:{line}:"))
                && head.contains(": found the key in A_KEY; expected it nowhere but in"),
            "{to}: {error}"
        );
        assert_eq!(error.matches("found the key").count(), 1, "{to}: {error}");
        assert!(!error.contains("0123456789"), "{to}: {error}");
    }
    // Of a variable that is not set nothing is known, and a word stands in many places.
    for key in ["", "gpt", "anything", "localhost"] {
        let environment = KeyVariables::only([("A_KEY", key)]);
        let source = Source::of("collegium.toml", TWO);
        assert!(Settings::parse(&source, &environment, &Agreed::default()).is_ok());
    }
    // Nor is it told by what else is wrong, or shown with its line.
    for (from, to) in [
        ("[models.small]", format!("[models.{KEY}]")),
        ("model = \"small\"", format!("model = \"{KEY}\"")),
        (
            "timeout_seconds = 20",
            format!("timeout_seconds = \"{KEY}\""),
        ),
        ("timeout_seconds = 20", format!("{KEY} = 20")),
        ("api = \"ollama\"", format!("api = \"{KEY}\"")),
        ("http://localhost:8080/v1/", format!("ftp://{KEY}")),
        (
            "http://localhost:8080/v1/",
            format!("https://{KEY}.example"),
        ),
        ("plan = ", format!("\"{KEY}\" = ")),
    ] {
        let text = TWO.replacen(from, &to, 1);
        assert_ne!(text, TWO, "{from}");
        let error = read(&text).unwrap_err();
        assert!(!error.contains("0123456789"), "{to}: {error}");
    }
}

#[test]
fn an_address_ends_with_its_path() {
    for end in ["?", "?key=1", "#", "#v1", "/v1/?x#y"] {
        let url = format!("http://localhost:8080/v1{end}");
        let error = read(&TWO.replacen("http://localhost:8080/v1/", &url, 1)).unwrap_err();
        assert!(
            error.starts_with("collegium.toml:4:12: found a ? or # in the address"),
            "{end}: {error}"
        );
    }
}

#[test]
fn a_key_goes_nowhere_that_was_not_agreed_to() {
    let elsewhere = TWO.replace(
        "base_url = \"http://localhost:8080/v1/\"",
        "base_url = \"https://models.example.org/v1\"",
    );
    let error = read(&elsewhere).unwrap_err();
    for part in [
        "collegium.toml:4:12",
        "A_KEY",
        "https://models.example.org",
        "collegium agree",
    ] {
        assert!(error.contains(part), "{part} in {error}");
    }
    // The key that is not set goes nowhere, and what was agreed to may.
    let source = Source::of("collegium.toml", elsewhere);
    let agreed = Agreed::to(Sending::of("A_KEY", "https://models.example.org"));
    for (environment, agreed) in [
        (KeyVariables::only([]), Agreed::default()),
        (KeyVariables::only([("A_KEY", "sk-0123456789")]), agreed),
    ] {
        assert!(Settings::parse(&source, &environment, &agreed).is_ok());
    }
    let vectors = TWO.replace("model = \"bge\"", "model = \"bge\"\nkey_env = \"A_KEY\"");
    let vectors = vectors.replace(
        "base_url = \"http://localhost:8080/v1\"\n",
        "base_url = \"http://10.0.0.7\"\n",
    );
    assert!(read(&vectors).unwrap_err().contains("http://10.0.0.7"));
}

#[test]
fn only_variables_of_keys_are_read() {
    for name in ["PATH", "HOME", "AWS_SECRET", "MY_KEYS", "KEY"] {
        let error = read(&TWO.replace("\"A_KEY\"", &format!("\"{name}\""))).unwrap_err();
        assert!(
            error.contains("collegium.toml:6:11") && error.contains("_KEY or _TOKEN"),
            "{error}"
        );
    }
    for name in ["HF_TOKEN", "GEMINI_API_KEY", "my_key"] {
        read(&TWO.replace("\"A_KEY\"", &format!("\"{name}\""))).unwrap();
    }
}

#[test]
fn mistakes_are_named_with_their_place() {
    for (wrong, right, expected) in [
        (
            "timeout_seconds = 0",
            "timeout_seconds = 20",
            ":7:19: found 0; expected a number from 0.01 to 3600",
        ),
        (
            "timeout_secconds = 20",
            "timeout_seconds = 20",
            "; did you mean “timeout_seconds”?",
        ),
        (
            "api = \"olama\"",
            "api = \"ollama\"",
            "; did you mean “ollama”?",
        ),
        (
            "step_down = \"smal\"",
            "step_down = \"small\"",
            ":10:13: found the profile “smal”; expected one of big, small",
        ),
        (
            "step_down = \"big\"",
            "step_down = \"small\"",
            "in a circle (big → big)",
        ),
        (
            "{ plam = \"big\" }",
            "{ plan = \"big\" }",
            "under [minds.purposes]: found “plam”",
        ),
        (
            "base_url = \"localhost\"",
            "base_url = \"http://localhost:8080/v1/\"",
            "expected one like http://",
        ),
        (
            "base_url = \"http://me:pw@host\"",
            "base_url = \"http://localhost:8080/v1/\"",
            "expected key_env",
        ),
        (
            "money_per_day = -1",
            "money_per_day = 0.01",
            "found -1; expected a number from 0",
        ),
        (
            "dimensions = 1",
            "dimensions = 384",
            "expected a whole number from 8",
        ),
    ] {
        let text = TWO.replace(right, wrong);
        assert_ne!(text, TWO, "{right}");
        let error = read(&text).unwrap_err();
        assert!(error.contains(expected), "{wrong}: {error}");
    }
}

#[test]
fn all_mistakes_are_named_at_once_with_the_line_and_no_value_in_it() {
    let text = TWO
        .replace("timeout_seconds = 20", "timeout_seconds = 0")
        .replace("api = \"ollama\"", "api = \"olama\"")
        .replace("\"A_KEY\"", "\"sk-0123456789\"")
        .replace("{ plan = \"big\" }", "{ plan = \"bag\" }")
        .replace("dimensions = 384", "dimensions = 1");
    let error = read(&text).unwrap_err();
    let heads: Vec<&str> = error.lines().step_by(3).collect();
    assert_eq!(heads.len(), 5, "{error}");
    assert!(heads.iter().all(|l| l.starts_with("collegium.toml:")));
    assert!(
        error.contains("\n  7 | timeout_seconds = 0\n    |                   ^\n"),
        "{error}"
    );
    assert!(error.contains("key_env = \"•••"), "{error}");
    // Wherever a key was pasted.
    for (from, to) in [
        ("timeout_seconds = 20", "key = \"sk-0123456789\""),
        ("timeout_seconds = 20", "timeout_seconds = sk-0123456789"),
        ("timeout_seconds = 20", "sk-0123456789"),
        (
            "timeout_seconds = 20",
            "timeout_seconds = \"sk-0123456789\"",
        ),
        ("gpt-x\"", "gpt-x\" sk-0123456789"),
        ("step_down = \"small\"", "step_down = 1 # sk-0123456789"),
        ("http://localhost:8080/v1/", "http://me:sk-0123456789@host"),
        ("{ think = false, ", "{ 'sk-0123456789' = 2026-01-32, "),
    ] {
        let text = TWO.replacen(from, to, 1);
        assert_ne!(text, TWO);
        let error = read(&text).unwrap_err();
        let lines: Vec<&str> = error.lines().filter(|l| l.contains(" | ")).collect();
        assert!(!lines.is_empty(), "{to}: {error}");
        assert!(!lines.join("").contains("0123"), "{to}: {error}");
    }
}

#[test]
fn mistakes_of_shape_hide_no_others() {
    let text = TWO
        .replace("api = \"ollama\"", "api = \"olama\"")
        .replace("timeout_seconds = 20", "timeout_secconds = 20")
        .replace("base_url = \"http://localhost:8080/v1/\"", "base_url = 5")
        .replace("money_per_day = 0.01", "money_per_day = -1")
        .replace("dimensions = 384", "");
    let error = read(&text).unwrap_err();
    let heads: Vec<&str> = error.lines().step_by(3).collect();
    assert_eq!(heads.len(), 5, "{error}");
    for said in [
        "found “olama”; expected one of",
        "unknown field `timeout_secconds`",
        "invalid type: integer `5`",
        "found -1; expected a number from 0",
        "missing field `dimensions`",
    ] {
        assert!(
            heads.iter().any(|head| head.contains(said)),
            "{said}: {error}"
        );
    }
    // Whoever names a profile whose table could not be read has done nothing wrong.
    let text = TWO.replace("[models.small]", "[modles.small]");
    let error = read(&text).unwrap_err();
    assert_eq!(error.lines().step_by(3).count(), 1, "{error}");
}

#[test]
fn a_longer_circle_is_found() {
    let text = TWO.replace(
        "model = \"qwen3:0.6b\"",
        "model = \"q\"\nstep_down = \"big\"",
    );
    assert!(read(&text).unwrap_err().contains("big → small → big"));
}

#[test]
fn one_profile_can_be_asked_for_everything() {
    let settings = read(TWO).unwrap().all_from("big").unwrap();
    assert_eq!(settings.minds.model.as_deref(), Some("big"));
    assert!(settings.minds.purposes.is_empty() && settings.minds.people.is_empty());
    assert_eq!(settings.minds.patience_seconds, 5);
    assert!(
        read(TWO)
            .unwrap()
            .all_from("bigg")
            .unwrap_err()
            .contains("did you mean")
    );
}

#[test]
fn the_example_can_be_used_as_it_is_and_with_everything_in_it() {
    let text = include_str!("../../../../collegium.example.toml");
    let settings = read(text).unwrap();
    assert_eq!(
        (settings.profiles.len(), settings.minds.model.as_deref()),
        (1, Some("local"))
    );
    let set = |line: &&str| {
        let rest = line.strip_prefix("# ").unwrap_or_default();
        rest.starts_with('[')
            || rest.starts_with('"')
            || rest
                .split_once(" = ")
                .is_some_and(|(key, _)| !key.contains(' '))
    };
    let all: Vec<&str> = text
        .lines()
        .map(|line| if set(&line) { &line[2..] } else { line })
        .collect();
    let settings = read(&all.join("\n")).unwrap();
    assert_eq!(settings.profiles.len(), 5);
    assert!(
        settings.embeddings.is_some()
            && settings.minds.people.len() == 1
            && settings.minds.purposes.len() == 3
    );
}
