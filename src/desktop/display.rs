//! Before the window: is there a display, and can anything draw? Says so in one line when not.

use super::run::launch::DesktopError;
use std::{
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex},
};

/// Checks that a window can be opened.
///
/// # Errors
/// When there is no display to open it on.
#[cfg(target_os = "linux")]
pub fn check() -> Result<(), DesktopError> {
    use std::{net::TcpStream, os::unix::net::UnixStream, path::PathBuf};
    let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let wayland = set("WAYLAND_DISPLAY").is_some_and(|name| {
        let folder = set("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .unwrap_or_default();
        UnixStream::connect(folder.join(name)).is_ok()
    });
    let x11 = set("DISPLAY")
        .as_deref()
        .and_then(x11_display)
        .is_some_and(|(host, number)| match host {
            "" | "unix" => {
                UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).is_ok()
                    || abstract_socket(number)
            }
            host => TcpStream::connect((host, 6000u16.saturating_add(number))).is_ok(),
        });
    if wayland || x11 {
        Ok(())
    } else {
        Err(DesktopError::NoDisplay)
    }
}

/// Elsewhere there is a display whenever somebody is there.
///
/// # Errors
/// Never.
#[cfg(not(target_os = "linux"))]
pub fn check() -> Result<(), DesktopError> {
    Ok(())
}

#[cfg(target_os = "linux")]
fn abstract_socket(number: u16) -> bool {
    use std::os::{
        linux::net::SocketAddrExt,
        unix::net::{SocketAddr, UnixStream},
    };
    SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"))
        .and_then(|a| UnixStream::connect_addr(&a))
        .is_ok()
}

/// Host and number of an X display such as `:0`, `host:1.0`.
#[cfg(target_os = "linux")]
fn x11_display(text: &str) -> Option<(&str, u16)> {
    let (host, rest) = text.rsplit_once(':')?;
    let number = rest.split('.').next()?.parse().ok()?;
    Some((host, number))
}

/// Runs something that may panic when there is no driver; turns that into one line.
///
/// # Errors
/// When it panics.
pub fn guard<T>(action: impl FnOnce() -> T) -> Result<T, DesktopError> {
    let said: Arc<Mutex<Option<String>>> = Arc::default();
    let usual = panic::take_hook();
    panic::set_hook(Box::new({
        let said = Arc::clone(&said);
        move |info| {
            let text = info
                .payload_as_str()
                .unwrap_or("unknown")
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned();
            let place = info
                .location()
                .map_or_else(String::new, |l| format!(" ({}:{})", l.file(), l.line()));
            if let Ok(mut said) = said.lock() {
                said.get_or_insert(text + &place);
            }
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(action));
    panic::set_hook(usual);
    result.map_err(|_| {
        let text = said
            .lock()
            .ok()
            .and_then(|mut s| s.take())
            .unwrap_or_default();
        explain(text)
    })
}

/// What a panic of the window or renderer means.
fn explain(text: String) -> DesktopError {
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    if has(&[
        "Unable to find a GPU",
        "wgpu surface",
        "No adapter",
        "no suitable adapter",
    ]) {
        DesktopError::NoGraphics
    } else if has(&["build event loop", "EventLoop"]) {
        DesktopError::NoDisplay
    } else {
        DesktopError::Ended(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn displays_are_read() {
        assert_eq!(x11_display(":7"), Some(("", 7)));
        assert_eq!(x11_display("localhost:10.0"), Some(("localhost", 10)));
        assert_eq!(x11_display("nonsense"), None);
        assert_eq!(x11_display(":x"), None);
    }

    #[test]
    fn panics_become_lines() {
        assert!(matches!(
            explain("Unable to find a GPU! Make sure …".to_owned()),
            DesktopError::NoGraphics
        ));
        assert!(matches!(
            explain("Failed to build event loop".to_owned()),
            DesktopError::NoDisplay
        ));
        assert!(matches!(explain("else".to_owned()), DesktopError::Ended(_)));
    }
}
