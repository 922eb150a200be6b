//! The rules, one a file.
//!
//! To add one: write the file, list it in [`RULES`], write its fixture in `tests/diagnostics/`, and
//! read the snapshot as an author would.

mod base_url;
mod broken_series;
mod capture_mismatch;
mod capture_missing;
mod capture_unreadable;
mod claim_without_evidence;
mod embedded_record;
mod evidence_without_origin;
mod figure_not_in_paragraph;
mod future_date;
mod hidden_citation;
mod impossible_figure;
mod media_contradicts_itself;
mod media_shown_nowhere;
mod media_without_context;
mod missing_language;
mod missing_translation;
mod not_web_address;
mod orphan_record;
mod paragraph_not_in_capture;
mod part_exceeds_whole;
mod private_person_named;
mod published_changed;
mod quotation_loses_qualifier;
mod quotation_not_found;
mod raw_html;
mod reversed_period;
mod scale_out_of_order;
mod second_verdict_same_layer;
mod short_text_differs;
mod silent_edit;
mod stale_translation;
mod sum_outside_whole;
mod top_heading;
mod translation_adds_figure;
mod translation_drops_figure;
mod translation_names_verdict;
mod undefined_footnote;
mod unknown_allow;
mod unknown_clause;
mod unpublished_claim;
mod unresolved_contradiction;
mod unsafe_link;
mod unused_footnote;
mod vanished_address;
mod verdict_not_carried;
mod verdict_too_cautious;
mod wrong_weekday;

use super::CheckRule;

/// All rules, in the order of the reference.
pub static RULES: &[&CheckRule] = &[
    &base_url::RULE,
    &scale_out_of_order::RULE,
    &unpublished_claim::RULE,
    &future_date::RULE,
    &reversed_period::RULE,
    &evidence_without_origin::RULE,
    &claim_without_evidence::RULE,
    &verdict_not_carried::RULE,
    &verdict_too_cautious::RULE,
    &second_verdict_same_layer::RULE,
    &unresolved_contradiction::RULE,
    &unknown_clause::RULE,
    &media_shown_nowhere::RULE,
    &media_contradicts_itself::RULE,
    &media_without_context::RULE,
    &not_web_address::RULE,
    &impossible_figure::RULE,
    &sum_outside_whole::RULE,
    &part_exceeds_whole::RULE,
    &broken_series::RULE,
    &quotation_not_found::RULE,
    &quotation_loses_qualifier::RULE,
    &paragraph_not_in_capture::RULE,
    &figure_not_in_paragraph::RULE,
    &capture_mismatch::RULE,
    &capture_missing::RULE,
    &capture_unreadable::RULE,
    &private_person_named::RULE,
    &wrong_weekday::RULE,
    &missing_translation::RULE,
    &missing_language::RULE,
    &translation_adds_figure::RULE,
    &translation_drops_figure::RULE,
    &short_text_differs::RULE,
    &translation_names_verdict::RULE,
    &stale_translation::RULE,
    &orphan_record::RULE,
    &raw_html::RULE,
    &unsafe_link::RULE,
    &top_heading::RULE,
    &undefined_footnote::RULE,
    &unused_footnote::RULE,
    &hidden_citation::RULE,
    &embedded_record::RULE,
    &unknown_allow::RULE,
    &silent_edit::RULE,
    &published_changed::RULE,
    &vanished_address::RULE,
];
