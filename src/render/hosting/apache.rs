//! `.htaccess`, which Apache reads beside the files themselves.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::literal;
use crate::model::Coding;
use crate::site::serving::{BY_ENDING, BY_NAME, Files, is_compressible};
use crate::view::Hosting;

/// The settings of the site's folder.
pub fn htaccess(hosting: &Hosting) -> String {
    let Hosting { url, root, not_found, precompressed, .. } = hosting;
    let mut text = format!(
        "# How {url} is to be served. Written by recoupe with every build.\n\
         # It needs `AllowOverride FileInfo Indexes` and the module headers; for compressed files, rewrite.\n\n\
         DirectoryIndex index.html\nErrorDocument 404 {not_found}\n\n",
    );
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (ending, media_type) in BY_ENDING {
        types.entry(media_type).or_default().push(ending);
    }
    for (media_type, endings) in types {
        line(&mut text, format_args!("AddType {media_type:?} {}", endings.join(" ")));
    }
    let compressed = compressed_ending(precompressed);
    for (name, media_type) in BY_NAME {
        let pattern = literal(name);
        line(
            &mut text,
            format_args!("<FilesMatch \"^{pattern}{compressed}$\">\n    ForceType {media_type:?}\n</FilesMatch>"),
        );
    }
    for rule in &hosting.rules {
        let (open, close) = match &rule.files {
            Files::All => (String::new(), ""),
            Files::Below(folder) => (condition(&format!("{root}{folder}"), ""), "</If>\n"),
            Files::One(file) => (condition(&format!("{root}{file}"), &format!("{compressed}$")), "</If>\n"),
        };
        line(&mut text, format_args!("\n<IfModule mod_headers.c>"));
        text.push_str(&open);
        for (name, value) in &rule.headers {
            line(&mut text, format_args!("    Header always set {name} \"{}\"", value.replace('%', "%%")));
        }
        line(&mut text, format_args!("{close}</IfModule>"));
    }
    if !precompressed.is_empty() {
        neighbours(&mut text, precompressed);
    }
    if !hosting.moved.is_empty() {
        text.push_str("\n# Addresses that changed.\n");
    }
    for moved in &hosting.moved {
        line(&mut text, format_args!("RedirectMatch 301 \"^{}$\" \"{}\"", literal(&moved.from), moved.to));
    }
    if !hosting.gone.is_empty() {
        text.push_str("\n# Claims that were retracted; their pages say why.\n");
    }
    for page in &hosting.gone {
        line(
            &mut text,
            format_args!(
                "{}    ErrorDocument 410 {page}index.html\n</If>\nRedirectMatch 410 \"^{}$\"",
                condition(page, "$"),
                literal(page)
            ),
        );
    }
    text
}

fn condition(path: &str, end: &str) -> String {
    format!("<If \"%{{REQUEST_URI}} =~ m#^{}{end}#\">\n", literal(path))
}

/// What the name of a file can end in beside its own ending.
fn compressed_ending(codings: &[Coding]) -> String {
    let endings: Vec<&str> = codings.iter().map(|coding| coding.word()).collect();
    if endings.is_empty() { String::new() } else { format!("(\\.({}))?", endings.join("|")) }
}

/// Serves the compressed file that lies beside another, the smallest that a browser can read.
fn neighbours(text: &mut String, codings: &[Coding]) {
    let endings: Vec<&str> =
        BY_ENDING.into_iter().filter(|(_, kind)| is_compressible(kind)).map(|(end, _)| end).collect();
    let endings = endings.join("|");
    text.push_str("\n<IfModule mod_rewrite.c>\n    RewriteEngine On\n");
    // The smaller first.
    for coding in [Coding::Brotli, Coding::Zstandard, Coding::Gzip].into_iter().filter(|one| codings.contains(one)) {
        let (token, ending) = (token(coding), coding.word());
        line(
            text,
            format_args!(
                "    RewriteCond %{{HTTP:Accept-Encoding}} \\b{token}\\b\n    \
                 RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n    \
                 RewriteRule ^(.+\\.({endings}))$ $1.{ending} [L]"
            ),
        );
    }
    text.push_str("</IfModule>\n");
    for coding in codings {
        let (token, ending) = (token(*coding), coding.word());
        line(
            text,
            format_args!(
                "<FilesMatch \"\\.({endings})\\.{ending}$\">\n    RemoveType .{ending}\n    \
                 AddEncoding {token} .{ending}\n</FilesMatch>"
            ),
        );
    }
    line(
        text,
        format_args!(
            "<IfModule mod_headers.c>\n<FilesMatch \"\\.({endings}){}$\">\n    Header append Vary Accept-Encoding\n\
             </FilesMatch>\n</IfModule>",
            compressed_ending(codings)
        ),
    );
}

/// What a browser calls a coding.
fn token(coding: Coding) -> &'static str {
    match coding {
        Coding::Gzip => "gzip",
        Coding::Brotli => "br",
        Coding::Zstandard => "zstd",
    }
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    writeln!(text, "{words}").expect("a String takes everything");
}
