//! Publishing to servers that others wrote, started on this machine: what readers find there at any time.

#[path = "../support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
mod host;
#[cfg(feature = "cloud")]
mod s3;
#[path = "../support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;
mod ssh;
