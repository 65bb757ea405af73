//! As much of HTTP/1.1 as clients of model servers use: requests with `Content-Length`, keep-alive,
//! and answers that may break the rules.

use serde_json::Value;
use std::{collections::BTreeMap, io};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// The largest body that is read: 8 MB.
pub const LARGEST_BODY: usize = 8 << 20;
/// The largest request line and headers.
const LARGEST_HEAD: usize = 64 << 10;

/// A request as it came, with nothing of it understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpRequest {
    /// The word of the method: `GET`, `POST`, …
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// What follows the question mark; empty without one.
    pub query: String,
    /// The headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The bytes after the headers.
    pub body: Vec<u8>,
    /// Whether the connection stays open after the answer.
    pub keep_alive: bool,
}

/// What came of reading a request.
#[derive(Debug)]
pub enum Read {
    /// A whole request.
    Request(HttpRequest),
    /// The client has gone between two requests.
    Gone,
    /// Not a request that can be read: the status to answer with, and why.
    Bad(u16, &'static str),
}

/// How an answer is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// All at once.
    Whole,
    /// A line of the body at a time.
    Lines(std::time::Duration),
    /// A byte of the body at a time.
    Drip(std::time::Duration),
    /// Half of the body, then the connection is closed.
    Half,
    /// Not at all; waits until the client goes.
    Never,
}

/// An answer, to be sent in some manner.
#[derive(Clone, Debug)]
pub struct HttpResponse {
    /// The status code, such as 200.
    pub status: u16,
    /// The header `Content-Type`.
    pub kind: &'static str,
    /// Headers beside those that every answer has.
    pub headers: Vec<(&'static str, String)>,
    /// The body, which need not be what the type promises.
    pub body: Vec<u8>,
    /// How it is sent.
    pub manner: Manner,
}

impl HttpResponse {
    /// A JSON answer, sent whole.
    pub fn json(status: u16, body: &Value) -> Self {
        let body = body.to_string().into_bytes();
        Self {
            status,
            kind: "application/json",
            headers: Vec::new(),
            body,
            manner: Manner::Whole,
        }
    }
}

/// Reads the next request; `left` holds what was read beyond the one before.
///
/// # Errors
/// When the connection breaks within a request.
pub async fn read<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    left: &mut Vec<u8>,
) -> io::Result<Read> {
    let head_end = loop {
        if let Some(end) = left.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if left.len() > LARGEST_HEAD {
            return Ok(Read::Bad(431, "the headers are larger than 64 KB"));
        }
        if more(stream, left).await? == 0 {
            return if left.is_empty() {
                Ok(Read::Gone)
            } else {
                Err(io::ErrorKind::UnexpectedEof.into())
            };
        }
    };
    let rest = left.split_off(head_end + 4);
    let head = std::mem::replace(left, rest);
    let mut request = match parse_head(&head[..head_end]) {
        Ok(request) => request,
        Err(why) => return Ok(Read::Bad(400, why)),
    };
    if request.headers.contains_key("transfer-encoding") {
        return Ok(Read::Bad(
            411,
            "send a Content-Length, chunked bodies are not read",
        ));
    }
    let length = match request
        .headers
        .get("content-length")
        .map(|length| length.parse::<usize>())
    {
        None => 0,
        Some(Ok(length)) if length <= LARGEST_BODY => length,
        Some(Ok(_)) => return Ok(Read::Bad(413, "the body is larger than 8 MB")),
        Some(Err(_)) => return Ok(Read::Bad(400, "Content-Length is not a number")),
    };
    if left.len() < length
        && request
            .headers
            .get("expect")
            .is_some_and(|what| what.contains("100-continue"))
    {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await?;
    }
    while left.len() < length {
        if more(stream, left).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let rest = left.split_off(length);
    request.body = std::mem::replace(left, rest);
    Ok(Read::Request(request))
}

async fn more<S: AsyncRead + Unpin>(stream: &mut S, left: &mut Vec<u8>) -> io::Result<usize> {
    left.reserve(16 << 10);
    stream.read_buf(left).await
}

/// Request line and headers, without the empty line after them.
fn parse_head(head: &[u8]) -> Result<HttpRequest, &'static str> {
    let head = std::str::from_utf8(head).map_err(|_| "the headers are not UTF-8")?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err("the first line is not 'METHOD PATH HTTP/1.1'");
    };
    if !version.starts_with("HTTP/1.") || method.is_empty() || target.is_empty() {
        return Err("the first line is not 'METHOD PATH HTTP/1.1'");
    }
    let mut headers = BTreeMap::new();
    for line in lines {
        let (name, value) = line.split_once(':').ok_or("a header has no colon")?;
        headers.insert(name.trim().to_lowercase(), value.trim().to_owned());
    }
    let wish = headers
        .get("connection")
        .map(|wish| wish.to_lowercase())
        .unwrap_or_default();
    let keep_alive = if version == "HTTP/1.0" {
        wish == "keep-alive"
    } else {
        wish != "close"
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Ok(HttpRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        body: Vec::new(),
        keep_alive,
    })
}

/// Sends an answer in its manner and says whether the connection can be used again.
///
/// # Errors
/// When the client has gone.
pub async fn write<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    response: &HttpResponse,
    keep_alive: bool,
) -> io::Result<bool> {
    if response.manner == Manner::Never {
        let mut sink = [0; 1024];
        while stream.read(&mut sink).await? > 0 {}
        return Ok(false);
    }
    let mut head = format!(
        "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: {}\r\n",
        response.status,
        reason(response.status),
        response.kind,
        response.body.len(),
        if keep_alive { "keep-alive" } else { "close" },
    );
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    match response.manner {
        Manner::Whole | Manner::Never => {
            bytes.extend_from_slice(&response.body);
            stream.write_all(&bytes).await?;
        }
        Manner::Half => {
            bytes.extend_from_slice(&response.body[..response.body.len() / 2]);
            stream.write_all(&bytes).await?;
            stream.flush().await?;
            return Ok(false);
        }
        Manner::Lines(pause) => {
            stream.write_all(&bytes).await?;
            for line in response.body.split_inclusive(|byte| *byte == b'\n') {
                stream.write_all(line).await?;
                stream.flush().await?;
                if !pause.is_zero() && line.len() > 2 {
                    tokio::time::sleep(pause).await;
                }
            }
        }
        Manner::Drip(pause) => {
            stream.write_all(&bytes).await?;
            for byte in &response.body {
                stream.write_all(std::slice::from_ref(byte)).await?;
                stream.flush().await?;
                tokio::time::sleep(pause).await;
            }
        }
    }
    stream.flush().await?;
    Ok(keep_alive)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Payload Too Large",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read() {
        let request = parse_head(
            b"POST /v1/chat/completions?key=abc HTTP/1.1\r\nHost: x\r\nContent-LENGTH:  12 ",
        )
        .unwrap();
        assert_eq!(
            (request.method.as_str(), request.path.as_str()),
            ("POST", "/v1/chat/completions")
        );
        assert_eq!(request.query, "key=abc");
        assert_eq!(request.headers["content-length"], "12");
        assert!(request.keep_alive);
        assert!(
            !parse_head(b"GET / HTTP/1.1\r\nConnection: Close")
                .unwrap()
                .keep_alive
        );
        assert!(!parse_head(b"GET / HTTP/1.0").unwrap().keep_alive);
    }

    #[test]
    fn nonsense_is_told_apart() {
        for head in [
            &b""[..],
            b"GET /",
            b"GET / FTP/1.1",
            b"GET / HTTP/1.1\r\nno colon",
            b"GET /\xff HTTP/1.1",
            b"  HTTP/1.1",
        ] {
            assert!(parse_head(head).is_err(), "{head:?}");
        }
    }
}
