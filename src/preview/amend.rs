//! Showing a change before the whole is judged.

use std::path::Path;

use super::desk::shown;
use super::stage::Good;
use crate::check::{self, Provisional};
use crate::diagnostic::has_errors;
use crate::parse;
use crate::read::{self, Asset, Project, Single};
use crate::resolve::{self, Amendment};
use crate::serve::Effect;
use crate::text::PartialDate;
use crate::weigh;

/// What can be said of a change at once.
pub(super) enum AtOnce {
    /// It is shown, and this is what pages do; for some effects nothing is left to be judged.
    Shown(Effect),
    /// It has errors, here as HTML; the state before goes on being shown.
    Refused(Option<String>),
    /// Nothing.
    Unclear,
}

/// Amends what is shown by what is now at one path.
pub(super) fn amend(root: &Path, path: &Path, good: &mut Good, as_of: PartialDate) -> AtOnce {
    let Ok(Single::File(project)) = read::single(root, path) else { return AtOnce::Unclear };
    let Project { content, templates: _, assets, findings } = project;
    if !findings.is_empty() {
        return AtOnce::Unclear;
    }
    if let [asset] = assets.as_slice() {
        return restyle(asset, good);
    }
    let Some(file) = content.into_iter().next() else { return AtOnce::Unclear };
    let Provisional { corpus, assessments } = &mut good.content;
    let Some(amendment) = resolve::amend(corpus, parse::file(file)) else { return AtOnce::Unclear };
    let Amendment { claim, weighed, events, findings, before } = amendment;
    weigh::again(corpus, assessments, &claim, &events, &weighed);
    let findings = check::claim(corpus, assessments, as_of, &claim, findings);
    match findings {
        Some(findings) if !has_errors(&findings) => return AtOnce::Shown(Effect::Reload),
        _ => {}
    }
    let refused = findings.map(|findings| shown(&findings, &corpus.texts()));
    let Amendment { claim, weighed, events, .. } = resolve::put(corpus, before);
    weigh::again(corpus, assessments, &claim, &events, &weighed);
    refused.map_or(AtOnce::Unclear, AtOnce::Refused)
}

fn restyle(asset: &Asset, good: &mut Good) -> AtOnce {
    let is_style = asset.path.ends_with(".css");
    match (good.theme.assets.get_mut(&asset.path).filter(|_| is_style), read::bytes(&asset.file)) {
        (Some(known), Ok(bytes)) => {
            *known = bytes.into();
            AtOnce::Shown(Effect::Restyle)
        }
        _ => AtOnce::Unclear,
    }
}
