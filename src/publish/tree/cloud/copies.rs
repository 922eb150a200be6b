//! Copies within an object store.
//!
//! S3 and Google copy an object at once, with its media type and caching. Azure may say yes and copy later, and shows
//! an empty object until then; there the bytes come to us and go back, which also compares them.

use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::{Error, ObjectStoreExt as _, PutOptions};

use crate::emit::{OutPath, Sum};
use crate::publish::tree::store::{Copies, Copy};
use crate::publish::{BucketKind, PublishError};

use super::{Cloud, REQUESTS, attributes};

impl Cloud {
    /// Copies a file; says where it should have gone if it is missing or not what it should be.
    async fn copy(&self, copy: &Copy) -> Result<Option<OutPath>, PublishError> {
        let (from, to) = (self.at(&copy.from)?, self.at(&copy.to)?);
        let left_out = || Ok(Some(copy.to.clone()));
        if copy.headers.is_none() && self.target.kind != BucketKind::Azure {
            return match self.store.copy(&from, &to).await {
                Ok(()) => Ok(None),
                Err(Error::NotFound { .. }) => left_out(),
                Err(error) => Err(self.failure("copy", &error)),
            };
        }
        let found = match self.store.get(&from).await {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return left_out(),
            Err(error) => return Err(self.failure("read", &error)),
        };
        let attributes = copy.headers.map_or_else(|| found.attributes.clone(), attributes);
        let bytes = found.bytes().await.map_err(|error| self.failure("read", &error))?;
        if Sum::of(&bytes) != copy.sum {
            return left_out();
        }
        let options = PutOptions { attributes, ..PutOptions::default() };
        let sent = self.store.put_opts(&to, bytes.into(), options).await;
        sent.map(|_| None).map_err(|error| self.failure("copy", &error))
    }

    async fn is_there(&self, path: &OutPath, sum: &Sum) -> Result<bool, PublishError> {
        let found = match self.store.get(&self.at(path)?).await {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return Ok(false),
            Err(error) => return Err(self.failure("read", &error)),
        };
        let bytes = found.bytes().await.map_err(|error| self.failure("read", &error))?;
        Ok(Sum::of(&bytes) == *sum)
    }
}

impl Copies for Cloud {
    fn copy_all(&self, copies: &[Copy]) -> Result<Vec<OutPath>, PublishError> {
        let ends = futures_util::stream::iter(copies).map(|copy| self.copy(copy)).buffer_unordered(REQUESTS);
        self.runtime.block_on(ends.try_filter_map(async |left_out| Ok(left_out)).try_collect())
    }

    fn first_wrong(&self, files: &[(OutPath, Sum)]) -> Result<Option<usize>, PublishError> {
        let looks = futures_util::stream::iter(files).map(|(path, sum)| self.is_there(path, sum));
        let there: Vec<bool> = self.runtime.block_on(looks.buffered(REQUESTS).try_collect())?;
        Ok(there.iter().position(|is_there| !is_there))
    }
}
