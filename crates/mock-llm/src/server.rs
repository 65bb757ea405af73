//! The server: a thread of its own, a connection per client, a log of what it has seen.

use crate::{
    FaultKind, Options,
    ask::{self, Dialect, Route},
    fault, http,
    http::{HttpRequest, HttpResponse, Manner, Read},
    reply::{self, TokenCounts},
};
use serde_json::{Value, json};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, VecDeque},
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

/// The most system prompts and bodies that are remembered.
const MEMORY: usize = 1_000_000;

/// A request that the server has seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Its number, counted from 1 in the order of arrival.
    pub number: u64,
    /// The word of the method: `GET`, `POST`, …
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// The headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body; `Null` when there was none or it was not JSON.
    pub body: Value,
    /// The fault that was injected.
    pub fault: Option<FaultKind>,
    /// The status that was answered; for a hang, the one that would have been.
    pub status: u16,
}

/// What a server has done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerTally {
    /// Requests of every kind.
    pub requests: u64,
    /// Requests for completions or embeddings, the only ones that meet faults.
    pub asks: u64,
    /// How often each fault was injected.
    pub faults: BTreeMap<FaultKind, u64>,
    /// Tokens of prompts, estimated.
    pub tokens_in: u64,
    /// Those of them in system prompts that had come before.
    pub tokens_cached: u64,
    /// Tokens of answers, estimated.
    pub tokens_out: u64,
    /// Requests being answered now, hanging ones included.
    pub open: u64,
    /// The most requests that were being answered at one time.
    pub most_open: u64,
}

#[derive(Default)]
struct ServerState {
    tally: ServerTally,
    log: VecDeque<Seen>,
    /// How often each body came, by its hash.
    bodies: BTreeMap<u64, u64>,
    /// System prompts that came, by their hash.
    systems: BTreeSet<u64>,
}

struct Shared {
    options: Options,
    state: Mutex<ServerState>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, ServerState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server on a thread of its own; it listens when this returns.
    ///
    /// # Errors
    /// When the port is taken or no thread can be started.
    pub fn start(options: Options) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let shared = Arc::new(Shared {
            options,
            state: Mutex::default(),
        });
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("mock-llm".to_owned())
            .spawn(move || {
                // Leaving drops the runtime, and with it every connection that still hangs.
                runtime.block_on(async move {
                    tokio::select! {
                        _ = stopped => {}
                        () = accept(listener, served) => {}
                    }
                });
            })?;
        Ok(Self {
            address,
            shared,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address without a path: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The requests seen, oldest first, as far back as [`Options::log_limit`] allows.
    pub fn log(&self) -> Vec<Seen> {
        self.shared.state().log.iter().cloned().collect()
    }

    /// How many requests were seen.
    pub fn count(&self) -> usize {
        self.shared.state().tally.requests as usize
    }

    /// What was done so far.
    pub fn tally(&self) -> ServerTally {
        self.shared.state().tally.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Either may be gone already: then the thread has ended, which is all that is wanted.
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn accept(listener: std::net::TcpListener, shared: Arc<Shared>) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    // A client that goes in the middle is part of the game.
                    let _ = serve(stream, &shared).await;
                });
            }
            // Too many open files, say: wait for connections to close.
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
        }
    }
}

/// Counts a request as being answered for as long as this lives.
struct Open<'a>(&'a Shared);

impl<'a> Open<'a> {
    fn new(shared: &'a Shared) -> Self {
        let mut state = shared.state();
        state.tally.open += 1;
        state.tally.most_open = state.tally.most_open.max(state.tally.open);
        Self(shared)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.state().tally.open -= 1;
    }
}

async fn serve(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut left = Vec::new();
    loop {
        let request = match http::read(&mut stream, &mut left).await? {
            Read::Request(request) => request,
            Read::Gone => return Ok(()),
            Read::Bad(status, why) => {
                let response = reply::error(Dialect::OpenAi, status, why);
                http::write(&mut stream, &response, false).await?;
                return Ok(());
            }
        };
        let open = Open::new(shared);
        let (response, asked) = respond(&request, shared);
        if asked && response.manner != Manner::Never && !shared.options.latency.is_zero() {
            tokio::time::sleep(shared.options.latency).await;
        }
        let again = http::write(&mut stream, &response, request.keep_alive).await?;
        drop(open);
        if !again {
            return Ok(());
        }
    }
}

/// Answers a request, and says whether a model was asked.
fn respond(request: &HttpRequest, shared: &Shared) -> (HttpResponse, bool) {
    let options = &shared.options;
    let body: Result<Value, _> = serde_json::from_slice(&request.body);
    let route = ask::route(&request.method, &request.path);
    let asked = matches!(route, Ok(Route::Chat(_) | Route::Embed(_)));
    let hash = fault::hash(&unstreamed(&request.body, body.as_ref().ok()));
    let fault = if asked { draw(hash, shared) } else { None };
    let mut cost = TokenCounts::default();
    let dialect = match &route {
        Ok(Route::Chat(dialect) | Route::Embed(dialect) | Route::Models(dialect)) => *dialect,
        Ok(Route::Version) => Dialect::Ollama,
        _ => Dialect::OpenAi,
    };
    let response =
        match (&route, &body) {
            (Err(404), _) => reply::error(dialect, 404, &format!("no such path: {}", request.path)),
            (Err(status), _) => reply::error(
                dialect,
                *status,
                &format!("{} is not for this path", request.method),
            ),
            _ if !may_enter(request, options) => {
                reply::error(dialect, 401, "Incorrect API key provided.")
            }
            (Ok(Route::Models(dialect)), _) => reply::models(*dialect, options),
            (Ok(Route::Version), _) => {
                HttpResponse::json(200, &json!({"version": env!("CARGO_PKG_VERSION")}))
            }
            (Ok(Route::Health), _) => HttpResponse::json(200, &json!({"status": "ok"})),
            (Ok(Route::Chat(_) | Route::Embed(_)), Err(why)) => {
                reply::error(dialect, 400, &format!("the body is not JSON: {why}"))
            }
            (Ok(Route::Embed(_)), Ok(body)) => reply::refusal(dialect, fault, options)
                .unwrap_or_else(|| {
                    let response;
                    (response, cost) = reply::embeddings(dialect, body, fault, options);
                    response
                }),
            (Ok(Route::Chat(_)), Ok(body)) => reply::refusal(dialect, fault, options)
                .unwrap_or_else(|| {
                    let response;
                    (response, cost) = complete(dialect, request, body, fault, hash, shared);
                    response
                }),
        };
    note(
        request,
        body.unwrap_or(Value::Null),
        fault,
        &response,
        asked,
        cost,
        shared,
    );
    (response, asked)
}

/// The body as it would be if it did not ask for a stream: whether an answer comes at once or piece by
/// piece, it is the same.
fn unstreamed<'a>(bytes: &'a [u8], body: Option<&Value>) -> Cow<'a, [u8]> {
    match body {
        Some(Value::Object(fields)) if fields.get("stream") == Some(&Value::Bool(true)) => {
            let mut fields = fields.clone();
            fields.insert("stream".to_owned(), Value::Bool(false));
            fields.remove("stream_options");
            Cow::Owned(Value::Object(fields).to_string().into_bytes())
        }
        _ => Cow::Borrowed(bytes),
    }
}

fn complete(
    dialect: Dialect,
    request: &HttpRequest,
    body: &Value,
    fault: Option<FaultKind>,
    hash: u64,
    shared: &Shared,
) -> (HttpResponse, TokenCounts) {
    let options = &shared.options;
    let refuse = |message: &str| (reply::error(dialect, 400, message), TokenCounts::default());
    let ask = match ask::read(dialect, request, body) {
        Ok(ask) => ask,
        Err(why) => return refuse(&why),
    };
    if ask.bound && !options.schema_support {
        return refuse("This server cannot bind answers to a JSON schema.");
    }
    if ask.stream && !options.streaming {
        return refuse("This server does not stream.");
    }
    let seen = {
        let mut state = shared.state();
        let system = fault::hash(ask.system.as_bytes());
        state.systems.contains(&system)
            || (state.systems.len() < MEMORY && !state.systems.insert(system))
    };
    reply::completion(dialect, &ask, fault, hash, seen, options)
}

/// The fault for the request that has just come.
fn draw(body: u64, shared: &Shared) -> Option<FaultKind> {
    let options = &shared.options;
    let mut state = shared.state();
    let place = state.tally.asks as usize;
    state.tally.asks += 1;
    if let Some(scripted) = options.script.get(place) {
        return *scripted;
    }
    if options.fault_rate <= 0.0 {
        return None;
    }
    if state.bodies.len() >= MEMORY {
        state.bodies.clear();
    }
    let times = state.bodies.entry(body).or_default();
    *times += 1;
    fault::choose(
        options.seed,
        body,
        *times,
        options.fault_rate,
        &options.faults,
    )
}

fn may_enter(request: &HttpRequest, options: &Options) -> bool {
    let Some(key) = &options.key else { return true };
    let header = |name: &str| request.headers.get(name).map(String::as_str);
    header("authorization").and_then(|value| value.strip_prefix("Bearer ")) == Some(key)
        || header("x-goog-api-key") == Some(key)
        || request
            .query
            .split('&')
            .any(|pair| pair.strip_prefix("key=") == Some(key))
}

fn note(
    request: &HttpRequest,
    body: Value,
    fault: Option<FaultKind>,
    response: &HttpResponse,
    asked: bool,
    cost: TokenCounts,
    shared: &Shared,
) {
    let mut state = shared.state();
    let tally = &mut state.tally;
    tally.requests += 1;
    if let Some(fault) = fault.filter(|_| asked) {
        *tally.faults.entry(fault).or_default() += 1;
    }
    tally.tokens_in = tally.tokens_in.saturating_add(cost.tokens_in);
    tally.tokens_cached = tally.tokens_cached.saturating_add(cost.cached);
    tally.tokens_out = tally.tokens_out.saturating_add(cost.tokens_out);
    if shared.options.log_limit == 0 {
        return;
    }
    let number = tally.requests;
    while state.log.len() >= shared.options.log_limit {
        state.log.pop_front();
    }
    state.log.push_back(Seen {
        number,
        method: request.method.clone(),
        path: request.path.clone(),
        headers: request.headers.clone(),
        body,
        fault,
        status: response.status,
    });
}
