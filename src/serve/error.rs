//! What can keep the preview from starting.

use std::io;
use std::net::SocketAddr;

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another program listens there.
    #[error("port {} is in use", .address.port())]
    Busy {
        /// The address that was asked for.
        address: SocketAddr,
        /// A port near it that is free.
        free: Option<u16>,
    },
    /// The system refused the address.
    #[error("cannot listen on `{address}`: {source}")]
    Address {
        /// The address that was asked for.
        address: SocketAddr,
        /// The system's answer.
        source: io::Error,
    },
    /// Changes cannot be seen.
    #[error("cannot watch for changes: {0}")]
    Watch(#[from] notify::Error),
    /// The server could not start or go on.
    #[error("cannot serve: {0}")]
    Server(#[from] io::Error),
}

impl ServeError {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            ServeError::Busy { free: Some(port), .. } => Some(format!("{port} is free: `--port {port}`")),
            ServeError::Busy { free: None, .. } => Some("`--port 0` takes any that is free".to_owned()),
            ServeError::Address { address, .. } if address.port() < 1024 => {
                Some("ports below 1024 are for the system: choose a higher one with `--port`".to_owned())
            }
            ServeError::Watch(error) if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) => {
                Some("raise the limit: `sysctl fs.inotify.max_user_watches=524288`".to_owned())
            }
            ServeError::Address { .. } | ServeError::Watch(_) | ServeError::Server(_) => None,
        }
    }
}
