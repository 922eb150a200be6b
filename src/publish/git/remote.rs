//! Where a remote is, and how the desk's own repository gets in.

use std::path::Path;

use crate::publish::PublishError;

use super::command::in_desk;

/// Settings that say how to reach a remote; others of the desk's repository are none of our business.
const ACCESS: &str = r"^(http|credential|url|ssh|protocol)\.|^core\.(sshcommand|askpass|gitproxy)$";

pub(super) struct Remote {
    pub(super) fetch: String,
    pub(super) push: String,
    /// What CI systems and users keep in the repository itself, such as an authorisation header.
    pub(super) settings: Vec<(String, String)>,
}

impl Remote {
    /// The remote of that name in the repository that holds `root`, or else what a URL or path points to.
    pub(super) fn find(root: &Path, remote: &str) -> Result<Remote, PublishError> {
        let settings = match in_desk(
            root,
            "read its settings",
            &["config", "--local", "--includes", "-z", "--get-regexp", ACCESS],
        ) {
            Ok(listed) => listed.split('\0').filter_map(setting).collect(),
            // The desk is in no repository, or its repository sets nothing.
            Err(PublishError::Git { .. }) => Vec::new(),
            Err(other) => return Err(other),
        };
        let is_name = !remote.contains(['/', ':', '\\']) && !remote.starts_with(['.', '-']);
        if !is_name || root.join(remote).is_dir() {
            return Ok(Remote { fetch: remote.to_owned(), push: remote.to_owned(), settings });
        }
        let url = |args: &[&str]| {
            in_desk(root, "find the remote", args).map_err(|error| match error {
                PublishError::Git { doing, words } => PublishError::Git {
                    doing,
                    words: format!("`{remote}` is no directory here and no remote of the desk's repository ({words})"),
                },
                other => other,
            })
        };
        let fetch = url(&["remote", "get-url", remote])?;
        let push = url(&["remote", "get-url", "--push", remote])?;
        Ok(Remote { fetch, push, settings })
    }
}

/// Reads one entry of `git config -z`: the key, a line break, the value.
fn setting(entry: &str) -> Option<(String, String)> {
    let (key, value) = entry.split_once('\n')?;
    Some((key.to_owned(), value.to_owned()))
}
