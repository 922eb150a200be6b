//! Where a claim may be taken from to be shown in an article of others.

use super::map::SiteMap;
use super::segments::Segments;
use crate::model::ClaimId;
use crate::text::Lang;

/// Where the answers of oEmbed stand, below the output directory.
const OEMBED: &str = "oembed/";

impl SiteMap<'_> {
    /// Whether a claim has a card for frames: where the site has them, each but a draft.
    ///
    /// One that no longer stands keeps its card, which says so, for the card is in articles of others.
    pub fn has_embed(&self, id: &ClaimId) -> bool {
        let published = || self.corpus.claims.get(id).is_some_and(|entry| !entry.record.draft);
        self.corpus.site.embeds && published()
    }

    /// The claims that have a card, in each language.
    pub fn embeds(&self) -> Vec<(&Lang, &ClaimId)> {
        let claims = self.corpus.claims.iter().map(|entry| &entry.id).filter(|id| self.has_embed(id));
        claims.flat_map(|id| self.languages().iter().map(move |lang| (lang, id))).collect()
    }

    /// The folders of the cards and of the answers about them, below the output directory; none where the site has none.
    pub fn embed_folders(&self) -> Option<EmbedFolders> {
        let folder = |lang: &Lang| match self.languages().first() == Some(lang) {
            true => format!("{}/", Segments::of(lang).embeds),
            false => format!("{lang}/{}/", Segments::of(lang).embeds),
        };
        let cards = self.languages().iter().map(folder).collect();
        self.corpus.site.embeds.then(|| EmbedFolders { cards, answers: OEMBED.to_owned() })
    }

    /// What oEmbed says of a claim in one language, below the output directory: `oembed/fr/joubass.json`.
    pub fn oembed_out_path(&self, lang: &Lang, claim: &ClaimId) -> String {
        format!("{OEMBED}{lang}/{claim}.json")
    }

    /// Its full address.
    pub fn oembed_url(&self, lang: &Lang, claim: &ClaimId) -> String {
        self.full(&self.oembed_out_path(lang, claim))
    }

    /// The claim and the language of what oEmbed says at an address on the host.
    pub fn oembed_of(&self, path: &str) -> Option<(Lang, ClaimId)> {
        let below = path.strip_prefix(&self.root())?.strip_prefix(OEMBED)?;
        let (tag, name) = below.split_once('/')?;
        let lang = self.languages().iter().find(|lang| lang.as_str() == tag)?;
        let claim = &self.corpus.claims.find(name.strip_suffix(".json")?)?.id;
        self.has_embed(claim).then(|| (lang.clone(), claim.clone()))
    }
}

/// The folders of what others show in frames, below the output directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedFolders {
    /// The cards, one folder a language.
    pub cards: Vec<String>,
    /// What oEmbed says of them.
    pub answers: String,
}
