//! What those who serve the site are told, beside its files.

use super::reader::{record, words};
use super::site::Site;

record! {
    /// What those who serve the site are told, beside its files.
    Hosting {
        /// The hosts for which the build writes files with headers and redirects.
        "hosts" hosts: Vec<Host>,
        /// The `Content-Security-Policy` of its pages, if its own templates load more than the default theme does.
        "policy" policy: Option<String>,
        /// Compressed files to be written beside those that are texts, for servers that look for them.
        "precompress" precompress: Vec<Coding>,
    }
}

words! {
    /// A host that reads how a site is to be served from a file in it.
    Host {
        /// Netlify: `_headers` and `_redirects`.
        Netlify = "netlify",
        /// Cloudflare Pages: `_headers` and `_redirects`.
        Cloudflare = "cloudflare",
        /// Apache: `.htaccess`.
        Apache = "apache",
        /// nginx: `recoupe-nginx.conf`, to be included in the site's server.
        Nginx = "nginx",
    }
}

words! {
    /// A way to compress a file, named as its files end.
    Coding {
        /// gzip, which every browser reads.
        Gzip = "gz",
        /// Brotli, a twelfth smaller; needs the feature `compress`.
        Brotli = "br",
        /// Zstandard; needs the feature `compress`.
        Zstandard = "zst",
    }
}

impl Site {
    /// The codings in which a compressed file is to lie beside each text, each once.
    pub fn codings(&self) -> Vec<Coding> {
        let asked = self.hosting.as_ref().map_or(&[][..], |hosting| &hosting.precompress);
        Coding::ALL.iter().filter(|coding| asked.contains(coding)).copied().collect()
    }
}

impl Coding {
    /// What the names of its files end in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
            Self::Zstandard => ".zst",
        }
    }
}
