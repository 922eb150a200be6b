//! Which of the sources that a claim's evidence names are origins, and which have it from another.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::SourceId;

/// The sources of one claim's evidence, and who has it from whom.
///
/// Whoever publishes another's information depends on it, for this claim. Sources that depend on one another are
/// one origin. A source that depends on others is no origin of its own, unless it also knows for itself.
#[derive(Debug, Default)]
pub struct Descent<'a> {
    nodes: Vec<Node<'a>>,
    of_head: BTreeMap<&'a SourceId, usize>,
}

#[derive(Debug)]
struct Node<'a> {
    /// The source as it is first named.
    source: &'a SourceId,
    firsthand: bool,
    from: BTreeSet<usize>,
}

/// One origin: the sources that make it up, in the order in which they are named.
#[derive(Debug)]
pub struct Root<'a> {
    /// The sources; the claimant first.
    pub sources: Vec<&'a SourceId>,
    /// Those of them that have it from no other, or also know for themselves.
    pub own_account: Vec<&'a SourceId>,
    /// Their heads.
    pub heads: BTreeSet<&'a SourceId>,
}

impl<'a> Descent<'a> {
    /// A source that is named as an origin; of one head there is one.
    pub fn name(&mut self, source: &'a SourceId, head: &'a SourceId) -> usize {
        let nodes = &mut self.nodes;
        *self.of_head.entry(head).or_insert_with(|| {
            nodes.push(Node { source, firsthand: false, from: BTreeSet::new() });
            nodes.len() - 1
        })
    }

    /// Says that a further head is the same as a source that is named.
    pub fn join(&mut self, head: &'a SourceId, node: usize) {
        self.of_head.entry(head).or_insert(node);
    }

    /// Says that a source knows for itself.
    pub fn knows(&mut self, node: usize) {
        self.nodes[node].firsthand = true;
    }

    /// Says that whoever speaks in a document has it from a source; of no account unless the speaker is named too.
    pub fn relays(&mut self, speaker: &'a SourceId, from: usize) {
        if let Some(&speaker) = self.of_head.get(speaker)
            && speaker != from
        {
            self.nodes[speaker].from.insert(from);
        }
    }

    /// Says that two sources are one origin.
    pub fn depend_on_one_another(&mut self, one: usize) {
        for other in self.nodes[one].from.clone() {
            self.nodes[other].from.insert(one);
        }
    }

    /// Whether a source has it from no other, or also knows for itself.
    pub fn tells_its_own(&self, node: usize) -> bool {
        self.nodes[node].firsthand || self.nodes[node].from.is_empty()
    }

    /// The origins in the order in which they are named, and for each source those that it goes back to.
    pub fn roots(&self) -> (Vec<Root<'a>>, Vec<Vec<usize>>) {
        let reach: Vec<BTreeSet<usize>> = (0..self.nodes.len()).map(|node| self.reach(node)).collect();
        let one = |a: usize, b: usize| a == b || (reach[a].contains(&b) && reach[b].contains(&a));
        let mut roots: Vec<Root<'a>> = Vec::new();
        let mut root_of: Vec<Option<usize>> = vec![None; self.nodes.len()];
        for node in 0..self.nodes.len() {
            let members: Vec<usize> = (0..self.nodes.len()).filter(|&other| one(node, other)).collect();
            let first = members[0];
            if first < node {
                root_of[node] = root_of[first];
                continue;
            }
            let closed = reach[node].iter().all(|&other| one(node, other));
            if closed || members.iter().any(|&member| self.nodes[member].firsthand) {
                root_of[node] = Some(roots.len());
                let heads = self.of_head.iter().filter(|(_, of)| members.contains(of)).map(|(head, _)| *head);
                let sources = members.iter().map(|&member| self.nodes[member].source).collect();
                let own = members.iter().filter(|&&member| self.tells_its_own(member));
                let own_account = own.map(|&member| self.nodes[member].source).collect();
                roots.push(Root { sources, own_account, heads: heads.collect() });
            }
        }
        let back_to = |node: usize| match root_of[node] {
            Some(root) => vec![root],
            None => {
                let found: BTreeSet<usize> = reach[node].iter().filter_map(|&other| root_of[other]).collect();
                found.into_iter().collect()
            }
        };
        let goes_back = (0..self.nodes.len()).map(back_to).collect();
        (roots, goes_back)
    }

    /// Every source that one has it from, directly or through others.
    fn reach(&self, node: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut pending: Vec<usize> = self.nodes[node].from.iter().copied().collect();
        while let Some(next) = pending.pop() {
            if found.insert(next) {
                pending.extend(&self.nodes[next].from);
            }
        }
        found
    }
}
