//! Publishing to servers that others wrote, started on this machine: what readers find there at any time.

#[cfg(feature = "cloud")]
mod azure;
#[cfg(feature = "cloud")]
mod bucket;
mod command;
#[cfg(feature = "cloud")]
#[path = "../support/cutting.rs"]
mod cutting;
#[path = "../support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
mod host;
#[cfg(feature = "cloud")]
mod kept;
#[cfg(feature = "cloud")]
#[path = "../support/objects.rs"]
mod objects;
#[path = "../support/program.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod program;
#[cfg(feature = "cloud")]
mod s3;
#[path = "../support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;
mod ssh;
mod suite;
#[cfg(feature = "cloud")]
mod webdav;
