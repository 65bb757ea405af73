//! The tables whose rows stand under the seal, and their columns.

use collegium_core::named;

named! {
    /// A table whose rows stand under the seal.
    Table {
        /// What is said of the run once.
        Meta = "meta",
        /// The people, with their personas.
        People = "people",
        /// The places of the map, by their numbers.
        Places = "places",
        /// The texts that other rows have by number.
        Strings = "strings",
        /// The events of the log.
        Events = "event_rows",
        /// What people remember, row by row.
        Memories = "memory_rows",
        /// The talks that have ended.
        Talks = "conversations",
        /// Who took part in them.
        Members = "members",
        /// What was said in them.
        Lines = "line_rows",
        /// The facts of the ledger.
        Facts = "facts",
        /// Who knows them.
        Knowledge = "knowledge",
        /// The invitations and how far they have come.
        Invitations = "invitations",
        /// The requests to models, and their answers.
        Calls = "calls",
        /// The texts of requests that come again.
        Texts = "texts",
        /// The embedders of the run, each with its first tick.
        Embedders = "embedders",
        /// The vectors of texts, by embedder and hash.
        Vectors = "vectors",
        /// The states from which one can go on.
        Keyframes = "keyframes",
    }
}

impl Table {
    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        self.word()
    }

    /// Its name as people know it: that of the view, where there is one.
    pub fn told(self) -> &'static str {
        match self {
            Table::Events => "events",
            Table::Memories => "memories",
            Table::Lines => "lines",
            _ => self.name(),
        }
    }

    /// Its columns, those of its key first.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Meta => &["key", "value"],
            Table::People => &["id", "name", "role", "grp", "persona"],
            Table::Places => &["id", "name", "kind", "building"],
            Table::Strings => &["id", "text"],
            Table::Events => &[
                "seq", "tick", "time", "agent", "place", "other", "kind", "fields", "text",
            ],
            Table::Memories => &[
                "agent",
                "n",
                "time",
                "kind",
                "importance",
                "about",
                "place",
                "text",
                "predicate",
                "object",
                "depth",
                "evidence",
                "expires",
            ],
            Table::Talks => &["id", "opener", "other", "place", "began", "ended"],
            Table::Members => &["conversation", "agent"],
            Table::Lines => &[
                "conversation",
                "n",
                "speaker",
                "time",
                "text",
                "addressee",
                "act",
            ],
            Table::Facts => &[
                "id",
                "kind",
                "agent",
                "place",
                "arose",
                "until",
                "importance",
                "text",
            ],
            Table::Knowledge => &["n", "fact", "agent", "since", "source", "origin", "by"],
            Table::Invitations => &[
                "id", "host", "guest", "what", "place", "begins", "invited", "answered",
                "accepted", "planned", "attended",
            ],
            Table::Calls => &[
                "id",
                "tick",
                "asked",
                "agent",
                "purpose",
                "profile",
                "model",
                "outcome",
                "calls",
                "tokens_in",
                "tokens_cached",
                "tokens_out",
                "micros",
                "milliseconds",
                "system",
                "user",
                "schema",
                "most_tokens",
                "answer",
            ],
            Table::Texts => &["id", "hash", "text"],
            Table::Embedders => &["tick", "embedder"],
            Table::Vectors => &["embedder", "hash", "vector"],
            Table::Keyframes => &["tick", "time", "events", "hash", "base", "data"],
        }
    }

    /// How many of its columns are its key.
    pub const fn key(self) -> usize {
        match self {
            Table::Memories | Table::Members | Table::Lines | Table::Vectors => 2,
            _ => 1,
        }
    }

    /// A query for what its rows say of a run, with texts in the place of their numbers, so that
    /// two saves of one run agree in it whenever they were committed. None for tables that others
    /// tell (texts), that hold what came from outside (vectors), and for states, which are compared
    /// as such.
    pub const fn tells(self) -> Option<&'static str> {
        Some(match self {
            Table::Meta => {
                "SELECT key, value FROM meta WHERE key IN ('title', 'seed', 'emergence')"
            }
            Table::People => "SELECT id, name, role, grp, persona FROM people",
            Table::Places => "SELECT id, name, kind, building FROM places",
            Table::Events => "SELECT seq, tick, time, agent, place, other, kind, event FROM events",
            Table::Memories => {
                "SELECT agent, n, time, kind, importance, about, place, text, predicate, object,
                 depth, evidence, expires FROM memories"
            }
            Table::Talks => "SELECT id, opener, other, place, began, ended FROM conversations",
            Table::Members => "SELECT conversation, agent FROM members",
            Table::Lines => {
                "SELECT conversation, n, speaker, time, text, addressee, act FROM lines"
            }
            Table::Facts => {
                "SELECT id, kind, agent, place, arose, until, importance, text FROM facts"
            }
            Table::Knowledge => "SELECT n, fact, agent, since, source, origin, by FROM knowledge",
            Table::Invitations => {
                "SELECT id, host, guest, what, place, begins, invited, answered, accepted, planned,
                 attended FROM invitations"
            }
            Table::Calls => {
                "SELECT c.id, tick, asked, agent, purpose, profile, model, outcome, calls,
                 tokens_in, tokens_cached, tokens_out, micros, milliseconds, s.text, user, t.text,
                 most_tokens, answer
                 FROM calls c JOIN texts s ON s.id = c.system JOIN texts t ON t.id = c.schema"
            }
            Table::Strings
            | Table::Texts
            | Table::Embedders
            | Table::Vectors
            | Table::Keyframes => return None,
        })
    }
}
