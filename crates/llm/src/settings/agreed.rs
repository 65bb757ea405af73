//! Which servers the keys of a user may be sent to. Settings are passed around, and a file from
//! elsewhere could name any server beside the name of somebody's key: a key goes to its provider,
//! to servers on this machine, and to those that the user has agreed to.

use collegium_core::{
    files,
    input::{BadInputs, Source},
};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// Keys, by their variables, that belong to the server of a provider.
const PROVIDERS: [(&str, &str); 12] = [
    ("ANTHROPIC_API_KEY", "https://api.anthropic.com"),
    ("DEEPSEEK_API_KEY", "https://api.deepseek.com"),
    (
        "GEMINI_API_KEY",
        "https://generativelanguage.googleapis.com",
    ),
    (
        "GOOGLE_API_KEY",
        "https://generativelanguage.googleapis.com",
    ),
    ("GROQ_API_KEY", "https://api.groq.com"),
    ("HF_TOKEN", "https://router.huggingface.co"),
    ("MISTRAL_API_KEY", "https://api.mistral.ai"),
    ("OLLAMA_API_KEY", "https://ollama.com"),
    ("OPENAI_API_KEY", "https://api.openai.com"),
    ("OPENROUTER_API_KEY", "https://openrouter.ai"),
    ("TOGETHER_API_KEY", "https://api.together.xyz"),
    ("XAI_API_KEY", "https://api.x.ai"),
];

/// The file in the user's own folder that keeps what was agreed to; never one of a project.
const FILE: &str = "agreed.toml";

/// What stands at the beginning of the file.
const ABOUT: &str = "# Which servers which keys may be sent to, by the names of their variables: `collegium agree`.\n";

/// A key and a server that it would be sent to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sending {
    /// The variable that holds the key.
    pub variable: String,
    /// The server: protocol, host, and port where it is not the usual one.
    pub server: String,
}

impl Sending {
    /// What an address means for a key; none where it is no address of a server, or one on this
    /// machine.
    pub(super) fn of(variable: &str, base_url: &str) -> Option<Self> {
        let url = reqwest::Url::parse(base_url).ok()?;
        (!is_here(&url)).then(|| Self {
            variable: variable.to_owned(),
            server: url.origin().ascii_serialization(),
        })
    }

    fn is_the_providers(&self) -> bool {
        PROVIDERS.contains(&(&*self.variable, &*self.server))
    }
}

/// Whether an address is one of this machine: what is sent there needs no agreement, and goes past
/// every proxy.
pub(crate) fn is_here(url: &reqwest::Url) -> bool {
    match url.host_str() {
        Some(host) => {
            let host = host.trim_start_matches('[').trim_end_matches(']');
            let ip: Option<std::net::IpAddr> = host.parse().ok();
            host == "localhost" || ip.is_some_and(|ip| ip.is_loopback())
        }
        None => false,
    }
}

/// What a user has agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    servers: Servers,
    /// Whether everything is: to see what settings would do.
    all: bool,
}

/// The servers by the variables of keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
struct Servers(BTreeMap<String, BTreeSet<String>>);

impl Agreed {
    /// An agreement to send every key to every server.
    pub(super) fn all() -> Self {
        Self {
            all: true,
            ..Self::default()
        }
    }

    /// To these, and nothing else.
    pub fn to(sendings: impl IntoIterator<Item = Sending>) -> Self {
        let mut agreed = Self::default();
        sendings.into_iter().for_each(|sending| agreed.add(sending));
        agreed
    }

    /// Where it is kept; none for a user without a home.
    pub fn path() -> Option<PathBuf> {
        files::own(FILE)
    }

    /// What is kept; nothing where there is no file.
    ///
    /// # Errors
    /// When the file cannot be read or understood.
    pub fn read() -> Result<Self, BadInputs> {
        let Some(path) = Self::path().filter(|path| path.exists()) else {
            return Ok(Self::default());
        };
        Ok(Self {
            servers: Source::read(&path)?.toml_all()?,
            all: false,
        })
    }

    /// Whether a key may be sent there.
    pub fn holds(&self, sending: &Sending) -> bool {
        let servers = self.servers.0.get(&sending.variable);
        self.all
            || sending.is_the_providers()
            || servers.is_some_and(|servers| servers.contains(&sending.server))
    }

    /// Adds the server of a key to those agreed to.
    pub fn add(&mut self, sending: Sending) {
        let servers = self.servers.0.entry(sending.variable).or_default();
        servers.insert(sending.server);
    }

    /// The whole of its file, as it is written.
    pub fn text(&self) -> String {
        let mut text = ABOUT.to_owned();
        for (variable, servers) in &self.servers.0 {
            let servers: Vec<String> = servers.iter().map(|server| format!("{server:?}")).collect();
            // Names of variables are bare keys.
            text += &format!("{variable} = [{}]\n", servers.join(", "));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sending(variable: &str, url: &str) -> Option<Sending> {
        Sending::of(variable, url)
    }

    #[test]
    fn a_key_goes_to_its_provider_and_nowhere_else() {
        let agreed = Agreed::default();
        let may = |variable: &str, url: &str| {
            sending(variable, url).is_none_or(|sending| agreed.holds(&sending))
        };
        for (variable, url) in [
            ("OPENAI_API_KEY", "https://api.openai.com/v1"),
            ("OPENAI_API_KEY", "https://API.OpenAI.com:443/v1/"),
            ("A_KEY", "http://localhost:8080/v1"),
            ("A_KEY", "http://127.9.0.1"),
            ("A_KEY", "http://[::1]:8080/v1"),
        ] {
            assert!(may(variable, url), "{variable} to {url}");
        }
        for (variable, url) in [
            ("OPENAI_API_KEY", "http://api.openai.com/v1"),
            ("OPENAI_API_KEY", "https://api.openai.com.example.org/v1"),
            ("OPENAI_API_KEY", "https://api.deepseek.com"),
            ("A_KEY", "https://api.openai.com/v1"),
            ("A_KEY", "http://localhost.example.org"),
            ("A_KEY", "http://192.168.0.7:8080"),
            ("A_KEY", "http://0.0.0.0:8080"),
        ] {
            assert!(!may(variable, url), "{variable} to {url}");
        }
    }

    #[test]
    fn what_was_agreed_to_holds_for_that_key_and_server_only() {
        let one = sending("A_KEY", "http://10.0.0.7:8080/v1").unwrap();
        let agreed = Agreed::to([one.clone()]);
        assert!(agreed.holds(&one));
        for (variable, url) in [
            ("B_KEY", "http://10.0.0.7:8080/v1"),
            ("A_KEY", "http://10.0.0.7:8081/v1"),
            ("A_KEY", "https://10.0.0.7:8080/v1"),
        ] {
            assert!(!agreed.holds(&sending(variable, url).unwrap()), "{url}");
        }
        let read: Servers = toml::from_str(&agreed.text()).unwrap();
        assert_eq!(read, agreed.servers);
        assert!(Agreed::all().holds(&sending("B_KEY", "http://x.example").unwrap()));
    }
}
