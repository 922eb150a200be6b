//! Links: a second name of a file for what is not sent again, a symbolic one for what readers come by.

use crate::emit::OutPath;
use crate::publish::PublishError;

use super::{Sftp, quoted};

/// How a server gives a file that it has a second name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::publish::tree) enum Links {
    /// By a hard link.
    Hard,
    /// By a copy that it makes itself.
    Copy,
    /// Not at all: the file is sent again.
    None,
}

impl Sftp {
    /// The same way to another folder.
    pub(in crate::publish::tree) fn at(&self, folder: &str) -> Sftp {
        Sftp { folder: folder.to_owned(), ..self.clone() }
    }

    /// Where the folder really is, whatever link leads there; none if there is nothing.
    pub(in crate::publish::tree) fn real_path(&self) -> Result<Option<String>, PublishError> {
        let commands = [format!("cd {}", quoted(&self.folder)), "pwd".to_owned()];
        let Some(printed) = self.session.answer("read", &commands)? else { return Ok(None) };
        let path = printed.lines().find_map(|line| line.strip_prefix("Remote working directory: "));
        Ok(path.map(|path| path.trim_end().to_owned()))
    }

    /// Whether nothing is in the folder.
    pub(in crate::publish::tree) fn is_empty(&self) -> Result<bool, PublishError> {
        let printed = self.session.answer("read", &[format!("ls -1 -a {}", quoted(&self.folder))])?;
        let name = |line: &str| line.rsplit('/').next().unwrap_or_default().trim_end().to_owned();
        let mut names = printed.iter().flat_map(|printed| printed.lines()).filter(|line| !line.starts_with("sftp>"));
        Ok(names.all(|line| matches!(name(line).as_str(), "." | ".." | "")))
    }

    /// Lets `link` lead to `target`, from one moment to the next; an empty folder in its place goes first.
    pub(in crate::publish::tree) fn switch(&self, target: &str, link: &str) -> Result<(), PublishError> {
        let (link, new) = (quoted(link), quoted(&format!("{}/next", self.folder)));
        let make = [format!("-rm {new}"), format!("ln -s {} {new}", quoted(target))];
        // Of a link, `rmdir` removes nothing.
        let switch = [format!("-rmdir {link}"), format!("rename {new} {link}")];
        self.session.run("switch to the release", &[make, switch].concat())
    }

    /// Whether a link can be replaced by another at once, and how files get a second name.
    pub(in crate::publish::tree) fn probe(&self) -> Result<Links, PublishError> {
        let at = |name: &str| quoted(&format!("{}/probe-{name}", self.folder));
        let (one, two, link) = (at("1"), at("2"), at("link"));
        let clean = [&link, &two, &one].map(|name| format!("-rm {name}"));
        // To a folder that is there, as that of a release: what leads nowhere is replaced by servers that refuse this.
        let make = [format!("ln -s . {link}"), format!("ln -s . {two}"), format!("rename {two} {link}")];
        let made = self.session.run("replace one link by another", &[&clean[..], &make].concat());
        if let Err(error) = made {
            self.session.run("remove", &clean)?;
            return Err(error);
        }
        // The lease is a file that is there.
        let lease = quoted(&format!("{}/{}", self.folder, super::super::lease::LEASE));
        for (how, command) in [(Links::Hard, "ln"), (Links::Copy, "cp")] {
            let try_it = [&clean[..], &[format!("{command} {lease} {one}")], &clean].concat();
            // No connection is no answer either; the next question will tell.
            if self.session.run("give a file a second name", &try_it).is_ok() {
                return Ok(how);
            }
        }
        self.session.run("remove", &clean)?;
        Ok(Links::None)
    }

    /// Gives files of another folder their names in this one, too.
    pub(in crate::publish::tree) fn link_all(
        &self,
        from: &Sftp,
        paths: &[&OutPath],
        how: Links,
    ) -> Result<(), PublishError> {
        let command = if how == Links::Hard { "ln" } else { "cp" };
        let mut commands = self.folders(paths.iter().copied());
        for path in paths {
            let new = self.there(path.as_str());
            // One is there from a publication that was interrupted.
            commands.push(format!("-rm {new}"));
            commands.push(format!("{command} {} {new}", from.there(path.as_str())));
        }
        self.session.run("give files a second name", &commands)
    }

    /// Removes the folder if nothing is left in it.
    pub(in crate::publish::tree) fn remove_if_empty(&self) -> Result<(), PublishError> {
        self.session.run("remove", &[format!("-rmdir {}", quoted(&self.folder))])
    }
}
