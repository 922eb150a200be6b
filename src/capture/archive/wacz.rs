//! The WARC files in a WACZ file.

use std::io::Cursor;

use zip::ZipArchive;

use super::super::Unreadable;
use super::super::inflate::{LARGEST, bounded, gunzip, is_gzip};

/// The WARC files of a WACZ file, unpacked.
pub fn archives(bytes: &[u8]) -> Result<Vec<Vec<u8>>, Unreadable> {
    let broken = |why: &str| Unreadable::because(format!("this is no WACZ file that can be read: {why}"));
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
    if zip.index_for_name("datapackage.json").is_none() {
        return Err(broken("it has no `datapackage.json`"));
    }
    let is_warc = |name: &str| name.starts_with("archive/") && (name.ends_with(".warc") || name.ends_with(".warc.gz"));
    let names = zip.file_names().filter_map(|name| Some(name.ok()?.into_owned()));
    let mut names: Vec<String> = names.filter(|name| is_warc(name)).collect();
    names.sort_unstable();
    let mut files = Vec::new();
    let mut left = LARGEST;
    for name in names {
        let file = zip.by_name(&name).map_err(|error| broken(&error.to_string()))?;
        let packed = bounded(file, left)?;
        let file = if is_gzip(&packed) { gunzip(&packed)? } else { packed };
        let too_much = || broken("it unpacks to more than any document");
        left = left.checked_sub(file.len()).ok_or_else(too_much)?;
        files.push(file);
    }
    if files.is_empty() {
        return Err(broken("there is no WARC file in its `archive/`"));
    }
    Ok(files)
}
