//! A single GET for trying servers out, on a runtime of its own.

use crate::{
    http::{MOST_BODY, causes, client, send, with_key},
    settings::Profile,
};
use std::time::Duration;

/// Gets an address with the profile's key; the status and the body.
///
/// # Errors
/// When nothing answers in time: the cause.
pub(super) fn get(
    profile: &Profile,
    url: &str,
    timeout: Duration,
) -> Result<(u16, Vec<u8>), String> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = client(&profile.base_url, timeout)?;
    let request = with_key(client.get(url), profile.api, profile.key.as_ref())?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let sent =
        runtime.block_on(async { tokio::time::timeout(timeout, send(request, MOST_BODY)).await });
    runtime.shutdown_background();
    match sent {
        Err(_) => Err(format!("no answer within {} s", timeout.as_secs_f64())),
        Ok(Err(error)) => Err(causes(&error.without_url())),
        Ok(Ok(response)) => Ok((response.status, response.body)),
    }
}
