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
}
