//! The site itself: `content/site.yaml`.

use super::field::{Field, OneOrMore};
use super::figure::{Measure, Population};
use super::hosting::Hosting;
use super::id::{AuthorId, ClaimId, DocumentId, MeasureId, PopulationId, VerdictId};
use super::node::Node;
use super::open_data::OpenData;
use super::reader::{Reader, record, words};
use super::shape::Shape;
use super::short_text::ShortText;
use super::verdict::Verdict;
use super::visit::{Trail, Visitor};
use crate::text::{Lang, PartialDate};

record! {
    /// What holds for the whole site.
    Site {
        /// Its name.
        "title" title: ShortText,
        /// What it is, in a sentence.
        "description" description: ShortText,
        /// The address where it will stand, such as `https://example.org/checks`.
        "base_url" base_url: String,
        /// Its languages; the first is that of the originals and stands at the root.
        "languages" languages: OneOrMore<Lang>,
        /// Who publishes it.
        "publisher" publisher: Publisher,
        /// How to reach them.
        "contact" contact: Option<Contact>,
        /// The desks and people who write.
        "authors" authors: Vec<Author>,
        /// The licence of its words.
        "licence" licence: Option<Licence>,
        /// The document that the home page shows at a glance.
        "featured" featured: Option<DocumentId>,
        /// The claims that a reader should begin with: the home page shows them with their summaries.
        "read-first" read_first: Vec<ClaimId>,
        /// The verdict scale, in the order in which it is shown.
        "verdicts" verdicts: ById<VerdictId, Verdict>,
        /// What figures count or measure.
        "measures" measures: ById<MeasureId, Measure>,
        /// Whom figures count.
        "populations" populations: ById<PopulationId, Population>,
        /// How wide words such as “about” are.
        "tolerances" tolerances: Tolerances = Tolerances::default(),
        /// Whether others can show its checks in their articles: a card for each claim that any page may frame, the code
        /// for it on the page of the claim, and an answer of oEmbed. Off unless asked for, because it opens these cards
        /// to frames and is a promise: an article that shows one breaks when it goes.
        "embeds" embeds: bool,
        /// Whether readers can search its checks; by default `true`. The index is read by a script of the search page,
        /// and OpenSearch tells browsers of it.
        "search" search: bool = true,
        /// How to report a weakness of the site; becomes `security.txt`.
        "security" security: Option<Security>,
        /// Whom the publisher belongs to; becomes `trust.txt`.
        "trust" trust: Option<Trust>,
        /// What those who serve it are told.
        "hosting" hosting: Option<Hosting>,
        /// What its data is written as, beside what is always there.
        "data" data: Option<OpenData>,
        /// Where it can be published, by name.
        "publish" publish: ById<TargetName, PublishTarget>,
    }
}

record! {
    /// Who publishes the site.
    Publisher {
        /// Its name.
        "name" name: String,
        /// Its website.
        "url" url: Option<String>,
        /// What it is, for readers.
        "kind" kind: Option<ShortText>,
    }
}

record! {
    /// How to reach the publisher.
    Contact {
        /// An address for mail.
        "email" email: Option<String>,
        /// A page.
        "url" url: Option<String>,
        /// How to report an error, for readers.
        "text" text: Option<ShortText>,
    }
}

record! {
    /// How to report a weakness of the site.
    Security {
        /// Where, as addresses: `mailto:`, `https:` or `tel:`.
        "contact" contact: OneOrMore<String>,
        /// The day from which this is no longer to be relied on.
        "expires" expires: PartialDate,
        /// A page that says how reports are handled.
        "policy" policy: Option<String>,
    }
}

record! {
    /// Whom the publisher belongs to and what it controls, as addresses of websites.
    Trust {
        /// Those who are members of the publisher.
        "member" member: Vec<String>,
        /// The associations that it belongs to.
        "belongto" belongto: Vec<String>,
        /// The sites that it controls.
        "control" control: Vec<String>,
        /// Who controls it.
        "controlledby" controlledby: Vec<String>,
        /// Its accounts on social networks.
        "social" social: Vec<String>,
        /// Pages that say who owns and pays it.
        "disclosure" disclosure: Vec<String>,
        /// How to reach it about this.
        "contact" contact: Vec<String>,
    }
}

record! {
    /// A desk or a person who writes.
    Author {
        /// Its id in claims.
        "id" id: AuthorId,
        /// Its name for readers.
        "name" name: ShortText,
    }
}

record! {
    /// A licence.
    Licence {
        /// Its name.
        "name" name: String,
        /// Its text.
        "url" url: Option<String>,
    }
}

record! {
    /// How wide words such as “about” are, as fractions of the number.
    Tolerances {
        /// On both sides of “about 80”; by default 0.1.
        "about" about: f64 = 0.1,
        /// Below “nearly 80”; by default 0.1.
        "nearly" nearly: f64 = 0.1,
    }
}

impl Default for Tolerances {
    fn default() -> Self {
        Self { about: 0.1, nearly: 0.1 }
    }
}

record! {
    /// Somewhere to publish.
    PublishTarget {
        /// What it is.
        "kind" kind: TargetKind,
        /// For a directory and for sftp: where it is; in a bucket: the folder, if it is not all of it.
        "path" path: Option<String>,
        /// How many releases are kept, to go back to: for a directory, for sftp where releases are to be switched at
        /// once, and for s3, google and azure, where without it none is.
        "keep" keep: Option<u32>,
        /// For git: the repository, as `git push` takes it.
        "remote" remote: Option<String>,
        /// For git: the branch.
        "branch" branch: Option<String>,
        /// For git: the domain that the host serves the branch under.
        "cname" cname: Option<String>,
        /// For sftp: the host, as `sftp` takes it.
        "host" host: Option<String>,
        /// For s3, google and azure: the bucket, or the container.
        "bucket" bucket: Option<String>,
        /// For s3: the region.
        "region" region: Option<String>,
        /// For s3, google and azure: the address of the store, if it is not the usual one.
        "endpoint" endpoint: Option<String>,
        /// For azure: the storage account.
        "account" account: Option<String>,
        /// For webdav: the address of the folder, without user and password.
        "url" url: Option<String>,
    }
}

words! {
    /// What a target is.
    TargetKind {
        /// A directory on this machine.
        Directory = "directory",
        /// A branch of a git repository.
        Git = "git",
        /// A folder behind SSH.
        Sftp = "sftp",
        /// A bucket of S3 or of a store that speaks its language.
        S3 = "s3",
        /// A bucket of Google Cloud Storage.
        Google = "google",
        /// A container of Azure Blob Storage.
        Azure = "azure",
        /// A folder of a WebDAV server.
        WebDav = "webdav",
    }
}

/// A map by id, in the author's order.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<K, V>(Vec<(K, V)>);

impl<K, V> Default for ById<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> ById<K, V> {
    /// The value of an id.
    pub fn get(&self, id: &K) -> Option<&V> {
        self.0.iter().find(|(key, _)| key == id).map(|(_, value)| value)
    }

    /// All entries in the author's order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Field + PartialEq + AsRef<str>, V: Field> Field for ById<K, V> {
    fn shape() -> Shape {
        let kind = match K::shape() {
            Shape::Id(kind) => kind,
            _ => "name",
        };
        Shape::Map(kind, Box::new(V::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Node::Map(nodes) = node else { return reader.wrong_type(node) };
        let mut entries: Vec<(K, V)> = Vec::with_capacity(nodes.len());
        for (key, node) in nodes {
            let earlier = entries.iter().filter(|(id, _)| id.as_ref() == key).count();
            if earlier > 0 {
                reader.duplicate_key(key, earlier);
                continue;
            }
            let read = |reader: &mut Reader<'_>| {
                let id = K::read(&Node::Text(key.clone()), reader);
                let value = V::read(node, reader);
                id.zip(value)
            };
            entries.extend(reader.at_key(key, read));
        }
        Some(Self(entries))
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        for (key, value) in &self.0 {
            value.visit(&Trail::Key(at, key.as_ref()), visitor);
        }
    }
}

/// The name of a target, as given to `recoupe publish`.
pub type TargetName = String;
