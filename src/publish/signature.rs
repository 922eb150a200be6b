//! Whose manifest it is: signatures as the program `minisign` makes and checks them.
//!
//! The signature lies beside the manifest and is of the manifest alone, which names every other file by its sum. It is
//! made when a site is published, so it tells the time, and a site that is published again unchanged keeps the one it
//! has. Nothing of it is in the site as it was built.
//!
//! Where a release is switched at once, the two are switched together. Where files are replaced one by one, the
//! signature follows its manifest immediately, because only the manifest can be swapped on condition: whoever loses
//! that race signs nothing. A reader who meets the moment between the two asks again.

use std::io::Cursor;
use std::time::{SystemTime, UNIX_EPOCH};

use ct_codecs::{Base64, Decoder as _};
use minisign::{SecretKeyBox, SignatureBox};

use crate::emit::MANIFEST;

use super::PublishError;

/// The name of the signature beside the manifest, where `minisign -V` looks for it.
pub const SIGNATURE: &str = "recoupe-manifest.json.minisig";

/// The second signature of a file, in base64: of the first one and the comment.
const GLOBAL_DIGITS: usize = 88;

/// A key that signs, opened.
pub struct Signer {
    secret: minisign::SecretKey,
    public: PublicKey,
    site: String,
}

impl Signer {
    /// The key that a file of `minisign -G` holds; without a password, one is asked for if the key has one.
    ///
    /// `site` is the address that the signature speaks of.
    ///
    /// # Errors
    ///
    /// The text is no such key, or the password is another.
    pub fn open(text: &str, password: Option<String>, site: &str) -> Result<Signer, PublishError> {
        let refused = |error: minisign::PError| PublishError::Signing(error.to_string());
        let secret = match unlocked(text) {
            Some(secret) => secret,
            None => SecretKeyBox::from_string(text).and_then(|key| key.into_secret_key(password)).map_err(refused)?,
        };
        let public = PublicKey(minisign::PublicKey::from_secret_key(&secret).map_err(refused)?);
        Ok(Signer { secret, public, site: site.to_owned() })
    }

    /// The signature of a manifest: the one that is there already if it is ours and of this very manifest.
    pub(super) fn sign(&self, manifest: &[u8], there: Option<Vec<u8>>, files: usize) -> Result<Vec<u8>, PublishError> {
        if let Some(there) = there
            && matches!(Signed::of(manifest, Some(&there), Some(&self.public)), Signed::Proven { .. })
        {
            return Ok(there);
        }
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let comment = format!("timestamp:{now}\tfile:{MANIFEST}\thashed\tsite:{}\tfiles:{files}", self.site);
        let signature = minisign::sign(Some(&self.public.0), &self.secret, Cursor::new(manifest), Some(&comment), None);
        Ok(signature.map_err(|error| PublishError::Signing(error.to_string()))?.into_string().into_bytes())
    }
}

/// The key in a text, if it has no password. The library would want a check sum of it, which `minisign` 0.11 leaves out.
fn unlocked(text: &str) -> Option<minisign::SecretKey> {
    let bytes = Base64::decode_to_vec(text.lines().nth(1)?.trim(), None).ok()?;
    let secret = minisign::SecretKey::from_bytes(&bytes).ok()?;
    (!secret.is_encrypted()).then_some(secret)
}

/// A key that proves who signed.
#[derive(Clone, Debug)]
pub struct PublicKey(minisign::PublicKey);

impl PublicKey {
    /// The key that `text` spells: the 56 characters alone, or the file that `minisign -G` writes.
    ///
    /// # Errors
    ///
    /// It spells none.
    pub fn parse(text: &str) -> Result<PublicKey, PublishError> {
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.contains("comment:"));
        let key = minisign::PublicKey::from_base64(line.unwrap_or_default());
        key.map(PublicKey).map_err(|_| PublishError::NoPublicKey)
    }
}

/// What is known of who vouches for a manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Signed {
    /// Nobody.
    #[default]
    No,
    /// Somebody; which key it was is not checked without that key.
    Somebody {
        /// What the signature says which key it was.
        id: String,
    },
    /// The holder of the key that was named.
    Proven {
        /// Which key it was.
        id: String,
        /// What was signed with the manifest: when, which site, how many files.
        comment: String,
    },
    /// Not the holder of the key that was named.
    Other {
        /// What the signature says which key it was.
        id: String,
    },
    /// The holder of that key, or so it says, but another manifest than this.
    Altered {
        /// What the signature says which key it was.
        id: String,
    },
    /// The file beside the manifest is no signature.
    Unreadable,
}

impl Signed {
    /// What a signature proves of a manifest.
    pub(super) fn of(manifest: &[u8], signature: Option<&[u8]>, key: Option<&PublicKey>) -> Signed {
        let Some(signature) = signature else { return Signed::No };
        let Some(signature) = std::str::from_utf8(signature).ok().and_then(parsed) else { return Signed::Unreadable };
        let id = id(signature.keynum());
        let Some(PublicKey(key)) = key else { return Signed::Somebody { id } };
        if key.keynum() != signature.keynum() {
            return Signed::Other { id };
        }
        match minisign::verify(key, &signature, Cursor::new(manifest), true, false, false) {
            Ok(()) => Signed::Proven { id, comment: signature.trusted_comment().unwrap_or_default() },
            Err(_) => Signed::Altered { id },
        }
    }

    /// Whether it is what somebody wanted who named this key, or none.
    pub(super) fn suffices(&self, key: Option<&PublicKey>) -> bool {
        key.is_none() || matches!(self, Signed::Proven { .. })
    }
}

/// The signature that a text spells. The library takes slices of what is too short, so that is looked at first.
fn parsed(text: &str) -> Option<SignatureBox> {
    text.lines().nth(3).filter(|line| line.trim().len() == GLOBAL_DIGITS)?;
    SignatureBox::from_string(text).ok()
}

/// The name of a key, as `minisign` writes it.
fn id(key: &[u8]) -> String {
    key.iter().rev().map(|byte| format!("{byte:02X}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_brings_the_reader_of_signatures_down() {
        let good = "untrusted comment: x\nRWQf6LRCGA9i59SLOFxz6NxvASXDJeRtuZykwQepbDEGt87ig1BNpWaVWuNrm73YiIiJbq71Wi+dP9eKL8OC351vwIasSSbXxwA=\ntrusted comment: timestamp:1555779966\tfile:test\nQtKMXWyYcwdpZAlPF7tE2ENJkRd1ujvKjlj1m9RtHTBnZPa5WKU5uWRs5GoP5M/VqE81QFuMKI5k/SfNQUaOAA==\n";
        let key = PublicKey::parse("RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3").unwrap();
        for end in 0..good.len() {
            Signed::of(b"test", Some(&good.as_bytes()[..end]), Some(&key));
            let mut other = good.as_bytes().to_owned();
            other[end] ^= 1;
            let found = Signed::of(b"test", Some(&other), Some(&key));
            // The first line says nothing that is signed.
            assert!(end < 22 || !matches!(found, Signed::Proven { .. }), "{end}: {found:?}");
        }
    }

    #[test]
    fn a_key_is_known_with_and_without_its_comment() {
        let line = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
        for text in [line.to_owned(), format!("untrusted comment: minisign public key 5F0D\n{line}\n")] {
            assert!(PublicKey::parse(&text).is_ok());
        }
        assert!(matches!(PublicKey::parse("a sentence"), Err(PublishError::NoPublicKey)));
    }
}
