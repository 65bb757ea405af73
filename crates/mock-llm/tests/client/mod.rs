//! A plain HTTP client over TCP that keeps exactly what came.

use mock_llm::Server;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// An answer as it came.
pub struct Got {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Got {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&self.body)))
    }
}

/// A connection that is kept.
pub struct Client {
    stream: TcpStream,
    left: Vec<u8>,
}

impl Client {
    pub fn new(server: &Server) -> Self {
        let stream = TcpStream::connect(server.url().trim_start_matches("http://")).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        Self {
            stream,
            left: Vec::new(),
        }
    }

    /// How long to wait for bytes.
    pub fn patience(&mut self, patience: Duration) {
        self.stream.set_read_timeout(Some(patience)).unwrap();
    }

    pub fn get(&mut self, path: &str) -> Got {
        self.send("GET", path, "X-Test: Yes", b"")
    }

    pub fn post(&mut self, path: &str, body: &Value) -> Got {
        self.send(
            "POST",
            path,
            "Content-Type: application/json",
            body.to_string().as_bytes(),
        )
    }

    pub fn send(&mut self, method: &str, path: &str, header: &str, body: &[u8]) -> Got {
        self.write(method, path, header, body);
        self.receive().unwrap()
    }

    pub fn write(&mut self, method: &str, path: &str, header: &str, body: &[u8]) {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: here\r\n{header}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        self.stream.write_all(head.as_bytes()).unwrap();
        self.stream.write_all(body).unwrap();
    }

    pub fn raw(&mut self, bytes: &[u8]) -> Got {
        self.stream.write_all(bytes).unwrap();
        self.receive().unwrap()
    }

    /// The next answer; `None` when none comes in time. The body may be shorter than promised.
    pub fn receive(&mut self) -> Option<Got> {
        let end = loop {
            if let Some(end) = self.left.windows(4).position(|four| four == b"\r\n\r\n") {
                break end;
            }
            if !self.more() {
                return None;
            }
        };
        let head = String::from_utf8(self.left.drain(..end + 4).collect()).unwrap();
        let mut lines = head.trim_end().lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let pairs = lines.filter_map(|line| line.split_once(": "));
        let headers: BTreeMap<String, String> = pairs
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let length: usize = headers["content-length"].parse().unwrap();
        while self.left.len() < length && self.more() {}
        let body = self.left.drain(..length.min(self.left.len())).collect();
        Some(Got {
            status,
            headers,
            body,
        })
    }

    fn more(&mut self) -> bool {
        let mut chunk = [0; 65536];
        let count = self.stream.read(&mut chunk).unwrap_or(0);
        self.left.extend_from_slice(&chunk[..count]);
        count > 0
    }
}

/// Asks for a completion over a fresh connection.
pub fn chat(server: &Server, body: &Value) -> Got {
    Client::new(server).post("/v1/chat/completions", body)
}

/// The body of a completion request, with a system prompt of 32 characters.
pub fn openai(user: &str, format: Option<Value>) -> Value {
    let system = "You are Ines, a lecturer at home.";
    let mut body = json!({"model": "some-model", "messages": [
        {"role": "system", "content": &system[..32]}, {"role": "user", "content": user}]});
    if let Some(format) = format {
        body["response_format"] = format;
    }
    body
}
