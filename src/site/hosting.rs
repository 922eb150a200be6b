//! Files in which hosts look for how the site is to be served.

use super::map::SiteMap;
use crate::model::{Coding, Host};

/// A file in which a host looks for how the site is to be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HostFile {
    /// Headers by path, for Netlify and Cloudflare Pages.
    Headers,
    /// Addresses that lead elsewhere, for the same.
    Redirects,
    /// Both, for Apache.
    Htaccess,
    /// Both, to be included in a server of nginx.
    Nginx,
}

impl HostFile {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Headers, Self::Redirects, Self::Htaccess, Self::Nginx];

    /// Its name at the root of the site.
    pub fn out_path(self) -> &'static str {
        match self {
            Self::Headers => "_headers",
            Self::Redirects => "_redirects",
            Self::Htaccess => ".htaccess",
            Self::Nginx => "recoupe-nginx.conf",
        }
    }

    /// The one of a name at the root of the site. A host reads it, and hands it to nobody.
    pub fn of(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.out_path() == path)
    }

    fn is_for(self, host: Host) -> bool {
        match self {
            Self::Headers | Self::Redirects => matches!(host, Host::Netlify | Host::Cloudflare),
            Self::Htaccess => host == Host::Apache,
            Self::Nginx => host == Host::Nginx,
        }
    }
}

impl SiteMap<'_> {
    /// The hosts that the site asks files for.
    pub fn hosts(&self) -> &[Host] {
        self.corpus.site.hosting.as_ref().map_or(&[], |hosting| &hosting.hosts)
    }

    /// The files for those hosts.
    pub fn host_files(&self) -> Vec<HostFile> {
        let is_asked = |file: &HostFile| self.hosts().iter().any(|host| file.is_for(*host));
        HostFile::ALL.into_iter().filter(is_asked).collect()
    }

    /// The codings in which a compressed file is to lie beside each text.
    pub fn precompressed(&self) -> Vec<Coding> {
        self.corpus.site.codings()
    }
}
