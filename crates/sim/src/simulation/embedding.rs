//! The embedder of a campus: the built-in one, or a server that the settings name.

use super::{Campus, JoinError, correspondence::keep_out, settings};
use crate::{
    campus::Roster,
    memory::{Embedder, Episodic, FITTING, Vectors},
};
use collegium_llm::{EmbeddingClient, EmbeddingError, secrets::Secrets, settings::Embeddings};
use std::{path::Path, sync::Arc, time::Duration};

/// An OpenAI-compatible server for vectors, as an embedder. Whoever asks waits for the answer: at
/// most three times its timeout and the pauses between.
#[derive(Debug)]
pub struct Endpoint {
    id: String,
    client: EmbeddingClient,
}

impl Endpoint {
    /// The server of these settings. Nothing is asked of it yet, and it is sent none of the
    /// `secrets`.
    ///
    /// # Errors
    /// When its key is missing, or a connection cannot be prepared.
    pub fn new(settings: Embeddings, secrets: Secrets) -> Result<Self, JoinError> {
        let id = format!("{}-{}-{FITTING}", settings.model, settings.dimensions);
        Ok(Self {
            id,
            client: EmbeddingClient::new(settings, secrets)?,
        })
    }

    /// The server that a settings file names under `[embeddings]`, for a campus; the usual file
    /// where none is given. None where there is none.
    ///
    /// # Errors
    /// When the settings are refused, a text of the campus holds one of their keys, or as
    /// [`Endpoint::new`].
    fn named(
        campus: &Campus,
        file: Option<&Path>,
        wait: Option<Duration>,
    ) -> Result<Option<Self>, JoinError> {
        let Some(settings) = settings(file)? else {
            return Ok(None);
        };
        let secrets = settings.secrets();
        let Some(mut server) = settings.embeddings.clone() else {
            return Ok(None);
        };
        if let Some(wait) = wait {
            server.timeout = server.timeout.min(wait);
        }
        keep_out(campus, &settings)?;
        Self::new(server, secrets).map(Some)
    }

    /// Asks the server for one vector, to see whether it answers and with the right one.
    ///
    /// # Errors
    /// What is wrong.
    pub fn try_out(&self) -> Result<(), EmbeddingError> {
        self.client.embed(&["a day on the campus"]).map(|_| ())
    }

    /// The embedder of a run: the server under `[embeddings]` where the run has settings with it,
    /// else none, for the built-in one. A run has settings when a file is named, or when minds are
    /// driven by models, or when the save was made with a server; never where `without` says that
    /// everybody has the built-in mind, and there is no file. Where a `wait` is given, the campus
    /// waits no longer for an answer. The server is asked for one vector, to see whether
    /// it answers and with the right one; one that does not is only complained of: it may come back.
    ///
    /// # Errors
    /// When the settings are refused, or the server refuses or answers with something else.
    pub fn of_run(
        campus: &Campus,
        file: Option<&Path>,
        without: bool,
        wait: Option<Duration>,
    ) -> Result<Option<Arc<dyn Embedder>>, JoinError> {
        let driven = campus.model_profiles().next().is_some() || !campus.vectors().built_in();
        if file.is_none() && (!driven || without) {
            return Ok(None);
        }
        let Some(endpoint) = Self::named(campus, file, wait)? else {
            return Ok(None);
        };
        match endpoint.try_out() {
            Ok(()) => {}
            Err(error @ EmbeddingError::Unavailable(_)) => tracing::warn!(
                "{error}; until it does, what is remembered goes without vectors and comes to \
                 mind by recency and importance alone"
            ),
            Err(error) => return Err(error.into()),
        }
        Ok(Some(Arc::new(endpoint)))
    }
}

impl Embedder for Endpoint {
    fn id(&self) -> &str {
        &self.id
    }

    fn dimensions(&self) -> usize {
        self.client.dimensions()
    }

    fn embed_all(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, String> {
        self.client.embed(texts).map_err(|error| error.to_string())
    }
}

impl Campus {
    /// Has all vectors of memories made by another embedder from now on, those that are there anew;
    /// by the built-in one where there is none. To be called before a save is made of the campus;
    /// for a campus with a save there is [`super::Saver::use_embedder`].
    pub fn use_embedder(&mut self, embedder: Option<Arc<dyn Embedder>>) {
        self.use_vectors(Vectors::of(embedder));
    }

    /// The same with vectors that are recorded already.
    pub fn use_vectors(&mut self, vectors: Vectors) {
        for entity in self.world.resource::<Roster>().0.clone() {
            if let Some(mut stream) = self.world.get_mut::<Episodic>(entity) {
                stream.take_vectors(vectors.clone());
            }
        }
        self.vectors = vectors;
    }

    /// The vectors of the campus's memories so far.
    pub const fn vectors(&self) -> &Vectors {
        &self.vectors
    }
}
