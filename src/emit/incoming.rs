//! A file of the site that comes piece by piece, because it is as long as the corpus.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::disk::is_absent;
use super::error::failed;
use super::{Change, EmitError, Order, OutPath, Output, Sha256Sum, Sum};

/// A file that is being put into an [`Output`] piece by piece.
///
/// As long as its bytes are those of the file in place, nothing is written.
#[derive(Debug)]
pub struct Incoming<'o> {
    output: &'o Output,
    path: OutPath,
    order: Order,
    digest: Sha256,
    bytes: u64,
    state: State,
}

#[derive(Debug)]
enum State {
    /// All bytes so far are those of the file in place, which is read along.
    Same(BufReader<File>),
    /// They are not, and wait in a file of their own.
    Staged(File, PathBuf, Change),
}

impl<'o> Incoming<'o> {
    pub(super) fn new(output: &'o Output, path: &OutPath, order: Order) -> Result<Self, EmitError> {
        let state = match output.in_place(path) {
            Some(place) => match File::open(&place) {
                Ok(file) => State::Same(BufReader::new(file)),
                Err(error) if is_absent(&error) => staged(output, path, Change::Added)?,
                Err(error) => return Err(failed("read", &place)(error)),
            },
            None => staged(output, path, Change::Added)?,
        };
        Ok(Self { output, path: path.clone(), order, digest: Sha256::new(), bytes: 0, state })
    }

    /// Adds the next bytes.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), EmitError> {
        if let State::Same(place) = &mut self.state
            && !goes_on(place, bytes)
        {
            self.part()?;
        }
        if let State::Staged(file, path, _) = &mut self.state {
            self.output.append(file, path, bytes)?;
        }
        self.digest.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Makes it a file of the site; without this it is thrown away with the rest of the build.
    pub fn finish(mut self) -> Result<Change, EmitError> {
        if let State::Same(place) = &mut self.state
            && !is_at_end(place)
        {
            self.part()?;
        }
        let change = match self.state {
            State::Same(_) => Change::Unchanged,
            State::Staged(_, _, change) => change,
        };
        let sum = Sum { sha256: Sha256Sum::from_digest(self.digest), bytes: self.bytes };
        self.output.kept(&self.path, sum, self.order, change)?;
        Ok(change)
    }

    /// Goes on in a file of its own, beginning with the bytes that were the same.
    fn part(&mut self) -> Result<(), EmitError> {
        let State::Staged(mut file, path, change) = staged(self.output, &self.path, Change::Changed)? else {
            return Ok(());
        };
        let place = self.path.below(self.output.dir());
        let mut same = File::open(&place).map_err(failed("read", &place))?.take(self.bytes);
        let mut piece = vec![0; 64 * 1024];
        loop {
            match same.read(&mut piece).map_err(failed("read", &place))? {
                0 => break,
                length => self.output.append(&mut file, &path, &piece[..length])?,
            }
        }
        self.state = State::Staged(file, path, change);
        Ok(())
    }
}

fn staged(output: &Output, path: &OutPath, change: Change) -> Result<State, EmitError> {
    let (file, staged) = output.begin(path)?;
    Ok(State::Staged(file, staged, change))
}

/// Whether a file goes on with `bytes`; one that cannot be read does not.
fn goes_on(file: &mut impl Read, bytes: &[u8]) -> bool {
    let mut there = vec![0; bytes.len()];
    file.read_exact(&mut there).is_ok() && there == bytes
}

fn is_at_end(file: &mut impl Read) -> bool {
    let mut next = [0];
    loop {
        match file.read(&mut next) {
            Ok(length) => return length == 0,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return false,
        }
    }
}
