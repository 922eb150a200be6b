//! `recoupe-nginx.conf`, to be included in the site's server of nginx.

use std::fmt::Write as _;

use super::literal;
use crate::model::Coding;
use crate::site::HostFile;
use crate::site::serving::{BY_ENDING, BY_NAME, FEEDS, Files, UNKNOWN, headers_of};
use crate::view::Hosting;

/// The part of a server that knows the site.
pub fn server(hosting: &Hosting) -> String {
    let Hosting { url, root, not_found, .. } = hosting;
    let mut text = format!(
        "# How {url} is to be served. Written by recoupe with every build; include it in the site's server:\n\
         #\n#     server {{\n#         server_name …;\n#         root FOLDER;  # below it, the site lies at {root}\n\
         #         include FOLDER{root}{own};\n#     }}\n#\n\
         # nginx reads it when it starts and when it is told to reload.\n\n\
         index index.html;\nabsolute_redirect off;\nerror_page 404 {not_found};\n",
        own = HostFile::Nginx.out_path(),
    );
    compressed(&mut text, &hosting.precompressed);
    text.push_str("\ntypes {\n");
    for (ending, media_type) in BY_ENDING {
        line(&mut text, format_args!("    {media_type:?} {ending};"));
    }
    line(&mut text, format_args!("}}\ndefault_type {UNKNOWN};\n"));
    text.push_str(&headers(hosting, "", ""));

    for rule in &hosting.rules {
        let (place, file) = match &rule.files {
            Files::All => continue,
            Files::Below(folder) => (format!("{root}{folder}"), folder.as_str()),
            Files::One(file) => (format!("= {root}{file}"), file.as_str()),
        };
        line(&mut text, format_args!("\nlocation {place} {{\n{}}}", headers(hosting, file, "    ")));
    }
    // A location with an expression comes before one of a folder, so it says what that says too.
    for (name, media_type) in BY_NAME {
        let (feeds, pattern) = (literal(&format!("{root}{FEEDS}")), literal(name));
        let headers = headers(hosting, &format!("{FEEDS}{name}"), "    ");
        line(
            &mut text,
            format_args!(
                "\nlocation ~ ^{feeds}(.+/)?{pattern}$ {{\n    types {{ }}\n    default_type {media_type:?};\n{headers}}}"
            ),
        );
    }
    line(&mut text, format_args!("\nlocation = {root}{} {{\n    return 404;\n}}", HostFile::Nginx.out_path()));
    if !hosting.moved.is_empty() {
        text.push_str("\n# Addresses that changed.\n");
    }
    for moved in &hosting.moved {
        line(&mut text, format_args!("location = {} {{ return 301 {}; }}", moved.from, moved.to));
    }
    if !hosting.gone.is_empty() {
        text.push_str("\n# Claims that were retracted; their pages say why.\n");
    }
    for page in &hosting.gone {
        line(&mut text, format_args!("location = {page} {{ error_page 410 {page}index.html; return 410; }}"));
    }
    text
}

/// What is looked for beside a file, if a browser can read it.
fn compressed(text: &mut String, codings: &[Coding]) {
    for coding in codings {
        text.push_str(match coding {
            Coding::Gzip => "gzip_static on;\ngzip_vary on;\n",
            Coding::Brotli => "# With the module ngx_brotli: brotli_static on;\n",
            Coding::Zstandard => "# With the module zstd-nginx-module: zstd_static on;\n",
        });
    }
}

/// The headers of a file. nginx forgets those of the server where a location has its own, so each has all.
fn headers(hosting: &Hosting, file: &str, indent: &str) -> String {
    let headers = headers_of(&hosting.rules, file).into_iter();
    headers.map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n")).collect()
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    writeln!(text, "{words}").expect("a String takes everything");
}
