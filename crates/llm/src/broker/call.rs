//! One HTTP call: bounded in time and size, with every failure told apart.

use super::lane::Lane;
use crate::{
    endpoint::{self, Completion, HttpPost, stream::Streamed},
    http::{MOST_BODY, Response, after, causes, send_listening, with_key},
    request::Fault,
    settings::Profile,
};
use std::time::Duration;

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CallFailure {
    pub(super) fault: Fault,
    /// A sentence without a full stop.
    pub(super) what: String,
    /// The status of the response, 0 when there was none.
    pub(super) status: u16,
    /// Whether the same call may go well later.
    pub(super) passing: bool,
    /// How long the server asks to wait.
    pub(super) after: Option<Duration>,
    /// Whether it says something about the server rather than this request.
    pub(super) counts: bool,
}

impl CallFailure {
    fn new(fault: Fault, what: String) -> Self {
        Self {
            fault,
            what,
            status: 0,
            passing: true,
            after: None,
            counts: true,
        }
    }
}

/// Posts and reads the reply; with a listener it is asked for piece by piece, and the listener is
/// told the text so far. No key is in it, nor in what is said of a failure; and its tokens are
/// such as this call can have used, or none.
///
/// # Errors
/// When no reply comes or none that can be used: the kind of failure, and a sentence for people.
pub(super) async fn call(
    lane: &Lane,
    post: HttpPost,
    allowed: u32,
    listener: Option<&(dyn Fn(String) + Sync)>,
) -> Result<Completion, CallFailure> {
    let body = post.body.to_string();
    let sent = body.len() as u64;
    match try_call(lane, &post.url, body, listener).await {
        Ok((mut reply, received)) => {
            reply.text = lane.secrets.scrub(&reply.text).into_owned();
            let allowed = u64::from(allowed);
            reply.usage = reply
                .usage
                .filter(|usage| usage.is_plausible(sent, received as u64, allowed));
            Ok(reply)
        }
        Err(mut failure) => {
            failure.what = lane.secrets.scrub(&failure.what).into_owned();
            Err(failure)
        }
    }
}

/// Posts and reads the reply, as it comes; with the number of bytes that came.
async fn try_call(
    lane: &Lane,
    url: &str,
    body: String,
    listener: Option<&(dyn Fn(String) + Sync)>,
) -> Result<(Completion, usize), CallFailure> {
    let profile = &lane.profile;
    let request = lane
        .client
        .post(url)
        .header("content-type", "application/json")
        .body(body);
    let request = match with_key(request, profile.api, profile.key.as_ref()) {
        Ok(request) => request,
        Err(what) => {
            return Err(CallFailure {
                passing: false,
                ..CallFailure::new(Fault::Rejected, what)
            });
        }
    };
    let seconds = profile.timeout.as_secs_f64();
    let mut so_far = Streamed::new(profile.api);
    let heard = |bytes: &[u8]| {
        if let Some(listener) = listener
            && so_far.feed(bytes)
        {
            listener(lane.secrets.scrub(so_far.text()).into_owned());
        }
    };
    let sending = send_listening(request, MOST_BODY, heard);
    match tokio::time::timeout(profile.timeout, sending).await {
        Err(_) => Err(CallFailure::new(
            Fault::Timeout,
            format!("no whole answer within {seconds} s"),
        )),
        Ok(Err(error)) => Err(CallFailure::new(
            Fault::Connection,
            causes(&error.without_url()),
        )),
        Ok(Ok(response)) => {
            let reply = judge(profile, &response, listener.is_some())?;
            Ok((reply, response.body.len()))
        }
    }
}

/// Tells the reply or the kind of failure; `streams` is whether it was asked for piece by piece.
fn judge(profile: &Profile, response: &Response, streams: bool) -> Result<Completion, CallFailure> {
    let status = response.status;
    let failed = |fault, what: String| CallFailure {
        status,
        ..CallFailure::new(fault, what)
    };
    if (200..300).contains(&status) {
        if response.cut {
            let what = format!("the answer has more than {} MB", MOST_BODY / 1_000_000);
            return Err(failed(Fault::TooLarge, what));
        }
        if response.body.iter().all(u8::is_ascii_whitespace) {
            return Err(failed(Fault::Empty, "the response is empty".to_owned()));
        }
        let read = if streams {
            endpoint::streamed_reply
        } else {
            endpoint::reply
        };
        return read(profile.api, &response.body).map_err(|what| failed(Fault::Server, what));
    }
    let said = endpoint::error_text(&response.body);
    let what = if said.is_empty() {
        format!("status {status}")
    } else {
        format!("status {status}: {said}")
    };
    let after = after(response);
    match status {
        // A quota that is spent does not come back by waiting.
        429 if said.contains("insufficient_quota") => Err(CallFailure {
            passing: false,
            ..failed(Fault::Rejected, what)
        }),
        429 => Err(CallFailure {
            after,
            counts: false,
            ..failed(Fault::RateLimited, what)
        }),
        501 => Err(CallFailure {
            passing: false,
            ..failed(Fault::Rejected, what)
        }),
        408 => Err(CallFailure {
            after,
            ..failed(Fault::Timeout, what)
        }),
        409 | 425 | 500..=599 => Err(CallFailure {
            after,
            ..failed(Fault::Server, what)
        }),
        // Wrong requests say nothing about other ones; a wrong key or model does. Gemini says 400
        // for a wrong key.
        400 | 413 | 422 if !said.to_lowercase().contains("api key") => Err(CallFailure {
            passing: false,
            counts: false,
            ..failed(Fault::Rejected, what)
        }),
        300..=399 => {
            let what = format!(
                "status {status}: the server sends elsewhere; expected base_url to name the final \
                 address"
            );
            Err(CallFailure {
                passing: false,
                ..failed(Fault::Rejected, what)
            })
        }
        _ => Err(CallFailure {
            passing: false,
            ..failed(Fault::Rejected, what)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Api;
    use reqwest::header::HeaderMap;

    fn judged(
        status: u16,
        headers: &[(&'static str, &str)],
        body: &str,
    ) -> Result<Completion, CallFailure> {
        let profile = Profile::new("p", Api::OpenAi, "http://x", "m");
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        judge(
            &profile,
            &Response {
                status,
                headers: map,
                body: body.as_bytes().to_vec(),
                cut: false,
            },
            false,
        )
    }

    #[test]
    fn failures_are_told_apart() {
        for (status, fault, passing, counts) in [
            (401, Fault::Rejected, false, true),
            (404, Fault::Rejected, false, true),
            (400, Fault::Rejected, false, false),
            (302, Fault::Rejected, false, true),
            (408, Fault::Timeout, true, true),
            (409, Fault::Server, true, true),
            (429, Fault::RateLimited, true, false),
            (500, Fault::Server, true, true),
            (501, Fault::Rejected, false, true),
            (529, Fault::Server, true, true),
        ] {
            let failure = judged(status, &[], "{\"error\":\"no\"}").unwrap_err();
            assert_eq!(
                (failure.fault, failure.passing, failure.counts),
                (fault, passing, counts),
                "{status}"
            );
        }
        assert_eq!(judged(200, &[], " \n").unwrap_err().fault, Fault::Empty);
        assert_eq!(
            judged(200, &[], "{\"choices\": [").unwrap_err().fault,
            Fault::Server
        );
        assert!(
            !judged(
                429,
                &[],
                "{\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}}"
            )
            .unwrap_err()
            .passing
        );
    }

    #[test]
    fn the_server_says_how_long_to_wait() {
        let after = |headers: &[(&'static str, &str)]| judged(429, headers, "").unwrap_err().after;
        assert_eq!(after(&[("retry-after", "2")]), Some(Duration::from_secs(2)));
        assert_eq!(
            after(&[("retry-after-ms", "1500"), ("retry-after", "9")]),
            Some(Duration::from_millis(1500))
        );
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(
            after(&[("retry-after", "Sun, 06 Nov 1994 08:49:42 GMT"), date]),
            Some(Duration::from_secs(5))
        );
        assert_eq!(after(&[]), None);
    }
}
