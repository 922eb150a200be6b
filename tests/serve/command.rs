//! `recoupe serve` as it is typed.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::site::PATIENCE;
use super::support;

fn serve(root: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
    command.args(["serve", "--as-of", support::AS_OF, "--root"]).arg(root);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The first line that is said: the address.
fn address(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    line.split(' ').next().unwrap().to_owned()
}

fn interrupt(mut child: Child) {
    let begin = Instant::now();
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert!(child.wait().unwrap().success());
    assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
}

#[test]
fn port_0_prints_its_address_and_ctrl_c_ends_it_within_a_second() {
    let site = support::folder("-- base --\n");
    let mut child = serve(site.path()).args(["--port", "0"]).spawn().unwrap();
    let address = address(&mut child);
    assert!(address.starts_with("http://127.0.0.1:") && !address.ends_with(":0/"), "{address}");
    interrupt(child);
}

#[test]
fn a_busy_port_says_so_and_offers_another() {
    let site = support::folder("-- base --\n");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let mut child = serve(site.path()).args(["--port", &port]).spawn().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains(&format!("port {port} is in use")) && said.contains("is free: `--port "), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn open_shows_the_address_in_the_browser() {
    let site = support::folder("-- base --\n");
    let programs = tempfile::tempdir().unwrap();
    let (browser, seen) = (programs.path().join("xdg-open"), programs.path().join("seen"));
    // Written whole before it has its name.
    let script = format!("#!/bin/sh\nprintf %s \"$1\" > '{0}.part' && mv '{0}.part' '{0}'\n", seen.display());
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", programs.path().display(), std::env::var("PATH").unwrap());
    let mut child = serve(site.path()).args(["--port", "0", "--open"]).env("PATH", path).spawn().unwrap();
    let address = address(&mut child);
    let begin = Instant::now();
    while !seen.exists() {
        assert!(begin.elapsed() < PATIENCE, "no browser is shown the address");
        std::thread::yield_now();
    }
    assert_eq!(fs::read_to_string(&seen).unwrap(), address);
    interrupt(child);
}
