# The words of the interface in English, in Fluent (https://projectfluent.org).
# Templates see those that take no argument as `t`.

## Numbers
number = { $n }

## The frame
skip = Skip to content
languages = Languages
menu = Main menu
breadcrumbs = Breadcrumbs
draft = Draft: this page is not published.
publisher = Published by
licence = Texts licensed under
menu_claims = Claims
menu_coverage = Dispatch
menu_events = Events
menu_sources = Sources
menu_corrections = Corrections
menu_method = Method
home = Home
footer_explore = Browse
footer_policy = Policies
footer_contact = Contact
footer_follow = Follow
feed_atom = All checks (Atom)
feed_json = All checks (JSON Feed)
feed_corrections = Corrections (Atom)
feed_title = { $site }: { $name }
feed_text = { $verdict }. { $text }
feed_change = { $kind }: { $title }
llms_data = Data
contact = Write to the desk
language_name = English

## The search
search = Search
search_sentence = Finds checks by their words: what was said, by whom, where, and what the desk writes about it.
search_label = Words to look for
search_found = Checks found:
search_none = No check has all these words.
search_failed = The search could not be loaded. Try again, or look in the lists below.
search_more = Show more
search_submit = Search
search_lists = The lists

## Counts
n_claims =
    { $n ->
        [one] { $n } claim
       *[other] { $n } claims
    }
n_paragraphs =
    { $n ->
        [one] { $n } paragraph
       *[other] { $n } paragraphs
    }
n_documents =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
n_sources =
    { $n ->
        [one] { $n } source
       *[other] { $n } sources
    }
n_events =
    { $n ->
        [one] { $n } event
       *[other] { $n } events
    }
n_places =
    { $n ->
        [one] { $n } place
       *[other] { $n } places
    }
n_publications =
    { $n ->
        [one] { $n } publication
       *[other] { $n } publications
    }

## Dates; the arguments are formatted dates
date_span = { $from } to { $to }
date_since = since { $from }
date_until = until { $to }
date_on = on { $date }
date_in = in { $date }
date_unknown = Date unknown
date_unstated = period not stated
hour_unknown = hour unknown

## Shared headings
by_verdict = By verdict
figures = Figures
references = References
history = History
events = Events
documents = Documents
sources = Sources
places = Places
verdicts = Verdicts
corrections = Corrections
timeline = Timeline
original = original
archived = archived copy
back_to_text = back to text
translation_ours = Our translation
translation_stale = Translation not up to date
translation_stale_text = The original was changed on this day, and this translation does not follow it yet.
quotation_excerpt = Quotation read in an excerpt, not compared with a copy of the document
quotation_not_compared = Quotation not compared with the archived copy when this page was made
quotation_translated = Quotation given in translation, not compared word for word with the archived copy
quotation_verified_exact = Same as the archived copy, word for word
quotation_verified_typographic = Same as the archived copy, word for word but for typography
quotation_verified_elided = Same as the archived copy, but for what “[…]” leaves out
quotation_passage = The passage in the original

## Lists
row_substance = on the substance:
pager = Pages of the list
pager_newest = Newest
pager_newer = Newer
pager_older = Older
pager_oldest = Oldest
narrow = Narrow the list
facet_verdict = By verdict
facet_source = By source
facet_place = By place
facet_event = By event
list_all = All claims
list_of_source = Claims: { $name }
list_of_verdict = Verdict: { $name }
list_of_place = Claims about a place: { $name }
list_of_event = Claims about an event: { $name }
list_relayed = Claims relayed: { $name }
list_supported = Claims supported: { $name }
list_undermined = Claims undermined: { $name }
list_carried = Claims carried by a document: { $name }
list_citing = Claims that cite a document: { $name }
list_range = From { $from } to { $to }, in the order of publication.
list_page = { $title }, page { $page }
more_claims =
    { $n ->
        [one] See the claim
       *[other] See all { $n } claims
    }
sources_sentence = Those who assert something, and those who publish the documents we cite.
documents_sentence = The publications in which claims were made or checked.
events_sentence = What happened, and the claims about it.
places_sentence = The places named, with the precision to which they are known.
verdicts_sentence = The scale of the desk. A verdict is about words or about facts.

## Home
read_first = Where to begin
newest_checks = Latest checks
glance =
    { $paragraphs ->
        [one] One paragraph
       *[other] { $paragraphs } paragraphs
    }, { $claims ->
        [one] one claim checked.
       *[other] { $claims } claims checked.
    }
glance_link = Read the dispatch paragraph by paragraph
all_events = All events
all_corrections = All corrections, and the policy

## Claim
claim_checked = What we checked:
media_image = The picture
media_video = The video
media_audio = The recording
media_shown = Shown in
media_authenticity = What we found
media_original = The original
media_context = What it shows
authenticity_decontextualized_content = Shown out of its context
authenticity_edited_or_cropped_content = Edited or cropped
authenticity_original_media_content = Original
authenticity_satire_or_parody_content = Satire or parody
authenticity_staged_content = Staged
authenticity_transformed_content = Altered
claim_doubts = What remains uncertain
claim_detail = In detail
claim_reply = The source’s reply
claim_evidence = Evidence
layer_utterance = What was said
layer_proposition = What happened
layer_utterance_open =
    The document ({ $document }) attributes it to { $n ->
        [one] this source
       *[other] these sources
    }: { $by }. We give no verdict on the words themselves.
layer_utterance_unstated = The document ({ $document }) says so without attributing it to anyone.
layer_utterance_own = The document ({ $document }) says so in its own name.
layer_proposition_open = The verdict is about the words; it does not say whether they are true.
said_unstated = Source not stated
paragraph = paragraph
paragraph_n = paragraph { $n }
paragraphs_list = paragraphs { $list }
basis =
    We know it from { $publications ->
        [one] one publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] which goes back
       *[other] which go back
    } { $origins ->
        [one] to a single origin
       *[other] to { $origins } independent origins
    }.
basis_and_unknown =
    We know it from { $publications ->
        [one] one publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] which goes back
       *[other] which go back
    } { $origins ->
        [one] to a single origin
       *[other] to { $origins } independent origins
    }, and from { $unknown ->
        [one] one report of unknown origin
       *[other] { $unknown } reports of unknown origin
    }.
basis_reported =
    It is reported by { $publications ->
        [one] one publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] which goes back
       *[other] which go back
    } { $origins ->
        [one] to a single origin
       *[other] to { $origins } independent origins
    }.
basis_reported_and_unknown =
    It is reported by { $publications ->
        [one] one publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] which goes back
       *[other] which go back
    } { $origins ->
        [one] to a single origin
       *[other] to { $origins } independent origins
    }, and by { $unknown ->
        [one] one report of unknown origin
       *[other] { $unknown } reports of unknown origin
    }.
basis_unknown =
    It is reported only by { $unknown ->
        [one] one report of unknown origin
       *[other] { $unknown } reports of unknown origin
    }.
basis_record = We know it from a publication of the speaker, or of an organ of the speaker.
basis_none = No other publication establishes it here.
basis_own_side =
    It is reported only by the claimant’s own side: { $publications ->
        [one] one publication
       *[other] { $publications } publications
    }.
basis_heard =
    We know it from { $publications ->
        [one] one publication
       *[other] { $publications } publications
    } and { $witnesses ->
        [one] a single witness of the words
       *[other] { $witnesses } witnesses of the words, independent of one another
    }.
basis_words =
    The words stand in { $publications ->
        [one] one publication
       *[other] { $publications } publications
    }, with neither a witness nor a recording.
basis_trail = { $publications }, { $origins }: { $list }.
basis_through = { $name } (through { $via })
basis_camps_agree = Both camps agree: { $names } say the same.
n_origins =
    { $n ->
        [one] { $n } origin
       *[other] { $n } origins
    }
origin_unknown = Origin unknown
origin_context = Context
origin_undermines = What says otherwise
stance_supports = Supports
stance_refines = Refines
stance_undermines = Undermines
stance_context = Background
sees_witness = first hand
sees_record = record of the act
sees_report = from what it was told
about_utterance = about the words
about_proposition = about the facts
doubt_unknown =
    { $n ->
        [one] One publication does not say where its information comes from.
       *[other] { $n } publications do not say where their information comes from.
    }
doubt_single = The verdict rests on a single origin: { $name }.
doubt_single_known = Only one origin is known: { $name }.
doubt_one_origin = { $names }: one has it from the other; they are a single origin.
doubt_camp = All origins are of one camp or close to it: { $name }.
doubt_own_side = { $name } is on the same side as the claimant; what comes from there does not count as an independent origin.
doubt_diverges = Another check here says otherwise: { $claim }.
doubt_figures = For “{ $what }”, comparable figures cannot all be true: { $list }.
doubt_own_statement = { $name } gave another figure on another day.
doubt_unexplained = { $sentence } Nothing read here explains it.
doubt_exception = The verdict asks for { $clause }; an exception is made here. { $reason }
doubt_undermined =
    { $n ->
        [one] One publication says otherwise.
       *[other] { $n } publications say otherwise.
    }
graph = Who has it from whom
graph_label = Who has it from whom. { $list }
graph_line = { $origin }: { $publications }.
graph_copy = same text
graph_text_of = by { $name }
graph_legend = Each disc is an origin, each square a publication that goes back to it.
graph_legend_copies = Squares joined to one another are one text, copied or translated.
graph_legend_unknown = Dotted: the origin is unknown.
graph_evidence = The same, one by one: the evidence
reviewed = Reviewed on { $date } by { $by }
reply_asked = We asked { $of } for a reply on { $date }.
reply_none = No reply was received.
published = Published
report = Report an error
report_text = Does a date, a figure or a translation look wrong? Tell us which, and how you know.
report_link = Write to the desk
report_subject = Error reported: { $title }
related = Other claims
relation_same_event = Same event
relation_same_statement = Same statement
relation_same_source = Same source
relation_same_place = Same place
relation_part_of = Part of
relation_part_of_of = Contains
relation_sum_of = Sum of
relation_sum_of_of = Counts towards
relation_diverges = Diverges from
relation_updates = Updates
relation_updates_of = Updated by
relation_background_for = Background for
relation_background_for_of = Background
relation_linked = Links here

## Figures
figure_who = Who, when
figure_of = Who is counted
figure_window = Period
figure_place = Where
figure_derived = worked out by the desk
figure_line = { $measure }: { $value }
figure_line_of = { $measure } ({ $of }): { $value }
figure_dated = { $figure } ({ $period })
figure_origin_unknown = { $name } (origin unknown)
window_inferred = { $period } (inferred)
figure_undated = undated
figure_line_what = { $measure } ({ $of })
chart_span = { $low } to { $high }
figures_scope_place = { $place }, { $days }
figures_scoped = { $scope }. { $sentence }
figures_agree = These values are compatible; together they allow: { $value }.
figures_rising = A toll that rises, in the order in which it was reported: { $list }. Latest count: { $value }.
figures_unreconciled = These values cannot all be true, and are not reconciled: { $list }.
figures_overflow = A part exceeds its whole: { $part }, { $part_value }; { $whole }, { $whole_value }.
figures_apart_unit = Values in different units are not compared with one another.
figures_apart_place = Values for different places are not compared with one another.
figures_apart_unstated = Values whose period is not stated are compared with none.
figures_apart_window = Values for different periods are not compared with one another.
figure_caption = { $measure }: { $of }
value_exact = { $n }
value_at_least = at least { $n }
value_at_most = at most { $n }
value_more_than = more than { $n }
value_less_than = less than { $n }
value_about = about { $n }
value_nearly = nearly { $n }
value_range = { $low } to { $high }
value_up_to = up to { $n }
value_tens = dozens
value_hundreds = hundreds
value_thousands = thousands
value_tens_of_thousands = tens of thousands
value_hundreds_of_thousands = hundreds of thousands
value_millions = millions
value_unit = { $value } { $unit }
value_percent = { $value }{ $unit }
unit_people = people
unit_localities = localities
unit_square_kilometres = km²
unit_kilometres = km
unit_months = months
unit_votes = votes
unit_percent = %
unit_strikes = strikes

## Coverage
paragraph_by_paragraph = Paragraph by paragraph
coverage_title = { $name }, paragraph by paragraph
coverage_without = This paragraph asserts nothing that can be checked on its own.
coverage_whole = As a whole
coverage_pending = No claim of this paragraph is checked here.

## Source
source_sentence =
    { $n ->
        [0] No claim checked here.
        [one] { $n } claim checked here; this is not a score.
       *[other] { $n } claims checked here; this is not a score.
    }
source_claims = What it claims
source_relayed = What it relays
source_supports = What it supports
source_undermines = What it undermines
source_resting = What does not hold without it
resting_sentence =
    { $n ->
        [one] Without this source, one verdict would no longer meet the conditions that the desk has set itself.
       *[other] Without this source, { $n } verdicts would no longer meet the conditions that the desk has set itself.
    }
source_company = Other sources on the same claims
company_relayed_by = They publish what goes back to it
company_confirmed_by = They say the same independently
company_contradicted_by = They say otherwise
company_more_sources =
    { $n ->
        [one] And one other source, named on the page of each claim.
       *[other] And { $n } other sources, named on the page of each claim.
    }
company_more_claims =
    { $n ->
        [one] and one other claim
       *[other] and { $n } other claims
    }
more_documents = The newest of { $n } documents.
source_about = Who speaks
fact_kind = Kind
fact_country = Country
fact_owner = Owner or authority
fact_member_of = Member of
fact_party = Party to the conflict
fact_alignment = Leans to
fact_interests = Interests
fact_reliability = Reliability
fact_homepage = Website
fact_aliases = Other names
fact_owns = Organs and spokespeople
fact_members = Members
source_news_agency = News agency
source_media = News outlet
source_monitor = Monitoring group
source_rescue = Rescue service
source_ngo = NGO
source_government = Government
source_military = Military
source_armed_group = Armed group
source_intergovernmental = Intergovernmental organisation
source_un_agency = UN agency
source_reporter = Reporter
source_person = Person

## Document
document_about = The document
document_outline = What it says, in our words
document_carries = The claims it carries
document_supports = What it supports
document_refines = What it refines
document_undermines = What it undermines
document_cited = Where it is cited
document_coverage = Read this document paragraph by paragraph
document_original = Read the original ({ $host })
document_archived = Archived copy at { $host }
document_archived_date = Archived copy of { $date } at { $host }
document_unlinked = We do not link to the original.
document_unlinked_because = We do not link to the original: { $because }
document_untitled = { $publisher }, { $date }
document_sentence = { $kind }, { $publisher }, { $language }.
fact_publisher = Publisher
fact_authors = Authors
fact_date = Date
fact_date_basis = Where the date comes from
fact_language = Language
fact_consulted = What we read of it
fact_consulted_date = Consulted
fact_copy_of = Copy of
fact_copies = Copies
fact_translation_of = Translation of
fact_translations = Translations
fact_version_of = Version of
fact_versions = Other versions
fact_capture = Fingerprint of the capture (SHA-256)
fact_quotations = Quotations compared
document_quotations = Data (Web Annotation, JSON)
consulted_whole = The whole text
consulted_excerpt = An excerpt
capture_private = kept, not published
capture_public = published
document_kind_dispatch = dispatch
document_kind_article = article
document_kind_communique = communiqué
document_kind_statement = statement
document_kind_situation_report = situation report
document_kind_report = report
document_kind_press_briefing = press briefing
document_kind_press_conference = press conference
document_kind_speech = speech
document_kind_interview = interview
document_kind_video = video
document_kind_broadcast = broadcast
document_kind_vote_record = vote record
document_kind_note = note
document_kind_map = map
document_kind_web_page = web page
document_kind_post = post
language_ar = Arabic
language_de = German
language_en = English
language_es = Spanish
language_fa = Persian
language_fr = French
language_he = Hebrew
language_it = Italian
language_ku = Kurdish
language_nl = Dutch
language_pt = Portuguese
language_ru = Russian
language_tr = Turkish
language_uk = Ukrainian
language_zh = Chinese
country_ae = United Arab Emirates
country_ca = Canada
country_ch = Switzerland
country_cn = China
country_de = Germany
country_es = Spain
country_fr = France
country_gb = United Kingdom
country_il = Israel
country_in = India
country_iq = Iraq
country_ir = Iran
country_it = Italy
country_jo = Jordan
country_lb = Lebanon
country_nl = Netherlands
country_qa = Qatar
country_ru = Russia
country_sa = Saudi Arabia
country_sy = Syria
country_tr = Turkey
country_us = United States
country_za = South Africa

## Event
event_claims = The claims
event_about = The event
event_near = Around it
fact_when = When
fact_where = Where
event_kind_strike = Strike
event_kind_bombing = Bombing
event_kind_offensive = Offensive
event_kind_ground_fighting = Ground fighting
event_kind_displacement = Displacement
event_kind_statement = Statements
event_kind_vote = Vote
event_kind_siege = Encirclement
event_kind_ceasefire = Ceasefire
event_kind_conflict = Conflict
event_kind_background = Background

## Place
place_events = What happened there
place_claims = The claims
place_about = The place
place_inner = Places inside
place_sentence = { $kind }: { $within }.
place_sentence_alone = { $kind }.
fact_within = Within
fact_precision = Precision
fact_point = Coordinates
fact_basis = Where the point comes from
point_radius = { $lat }, { $lon }, within { $radius } km
point = { $lat }, { $lon }
degrees_north = { $n }° N
degrees_south = { $n }° S
degrees_east = { $n }° E
degrees_west = { $n }° W
place_kind_village = Village
place_kind_town = Town
place_kind_city = City
place_kind_district = District
place_kind_province = Province
place_kind_region = Region
place_kind_country = Country
place_kind_border = Border
place_kind_place = Place
precision_exact = exact point
precision_near = near the point
precision_district = to the district
precision_province = to the province
precision_region = to the region
precision_country = to the country
precision_line = a line, not a point

## Verdict
verdict_rules = What it requires
verdict_claims = The claims
verdict_scale = The other verdicts
verdict_method = Our method
verdict_about_utterance = This verdict is about words: were they said? It does not say whether they are true.
verdict_about_proposition = This verdict is about facts: did it happen?
verdict_sentence =
    { $n ->
        [0] No claim has this verdict.
        [one] { $n } claim has this verdict.
       *[other] { $n } claims have this verdict.
    }
rule_independent_origins =
    { $n ->
        [one] at least one origin
       *[other] at least { $n } independent origins, the claimant’s included
    }
rule_camps =
    { $n ->
        [one] at least one camp
       *[other] origins from at least { $n } camps
    }
rule_witnesses =
    { $n ->
        [one] at least one witness
       *[other] at least { $n } witnesses with different owners
    }
rule_evidence =
    { $n ->
        [one] at least one document of another source, of known origin
       *[other] at least { $n } documents of other sources, of known origin
    }
rule_primary_document = the text or recording published by the speaker
rule_no_unresolved_contradiction = no unexplained contradiction
rule_reviewed = a reading by a second person
rule_reply_asked = a reply asked of the source
rule_evidence_against = at least one piece of evidence against
rule_any = either { $list }
rule_or = or
rule_requires = Requires { $list }.
rule_unless = No longer fits with { $list }.
rule_none = No minimum: the desk explains it case by case.

## Timeline
timeline_undated = undated
timeline_until = until
timeline_sentence = What happened and what was said, day by day.

## Corrections
corrections_none = No corrections so far.
corrections_sentence = Everything that changed after publication, typing errors aside.
corrections_policy = Our corrections policy
revision_typo = Typing error
revision_clarification = Clarification
revision_update = Update
revision_correction = Correction
revision_verdict_change = Change of verdict
revision_retraction = Retraction

## Transparency
transparency = Transparency
transparency_sentence = What the verdicts published here rest on, in numbers, and what is missing.
transparency_by_claimant = Who makes the claims, and what we conclude
transparency_by_claimant_note = A claim made by several counts once for each. This is not a score for sources: we choose what we check.
transparency_claimant = Claimant
transparency_all = Total
transparency_others = Other sources
private_person = a private person
private_persons = Private persons
transparency_resting = What rests on one source
transparency_resting_note = The verdict is worked out again without what comes from this source: it no longer satisfies its rule. That does not make the claim false.
transparency_resting_none = No verdict falls if any one source is left out.
transparency_without =
    { $n ->
        [one] { $name }: without this source, { $n } verdict no longer holds
       *[other] { $name }: without this source, { $n } verdicts no longer hold
    }
transparency_exceptions = Exceptions to the rules of the verdicts
transparency_exceptions_none = None.
transparency_explained = Contradictions that are explained
transparency_explained_none = None.
transparency_unexplained = What cannot be reconciled
transparency_unexplained_none = Nothing that we know of.
transparency_undermined = A document published by { $name } says otherwise.
transparency_reason_there = The reason is given on the page of the claim.
transparency_more = { $n } in all; the first are here, the others on their pages.
transparency_quotations = Quotations
transparency_quotations_note = A quotation in several fragments counts once for each.
transparency_exact = Word for word as in the archived copy
transparency_typographic = As in the archived copy but for typography
transparency_elided = As in the archived copy but for what “[…]” leaves out
transparency_translated = Given in translation, not compared
transparency_not_compared = Not compared when this page was made
transparency_excerpt = Read in an excerpt, not compared: no copy of the document
transparency_documents = Documents consulted
transparency_read_whole = Read whole
transparency_read_excerpt = Read in an excerpt
transparency_read_unstated = Extent of reading not stated
transparency_reviews_title = Second readers
transparency_reviews =
    { $n ->
        [0] No check has had a second reader so far.
        [one] { $n } check was read by somebody other than its authors.
       *[other] { $n } checks were read by somebody other than their authors.
    }
transparency_changes =
    { $n ->
        [0] No change after publication so far, typing errors aside.
        [one] { $n } change after publication, typing errors aside.
       *[other] { $n } changes after publication, typing errors aside.
    }

## Not found
not_found_title = This page does not exist
not_found_sentence = The address may be mistyped. A published page never disappears from here: look for it in the lists.

# Claims in articles of others.
embed = Embed this check
embed_how = Copy this code into your article. The card needs no script, and says so if the check is corrected or retracted.
embed_title = Check: { $title }
embed_by = Who says it:
embed_checked = Checked by { $publisher }, { $date }
embed_read = Read the full check

# The files for machines.
cite = Cite this check
cite_files = For a reference manager:
citation_genre = Fact check
citation_revised = Revised { $date }
citation_message = To cite the data of this site, use these particulars.
data_answer = { $title }: { $verdict }. { $summary } { $basis } ({ $publisher }, { $date })
dataset_claims = The checks, one a line
dataset_text_claims = Every check in every language as JSON, one a line: claim, verdict and what it rests on, who said it, evidence with its origins, figures as intervals, revisions. Each line is also a file of its own, data/claims/LANGUAGE/ID.json.
dataset_claim_table = The checks as a table
dataset_text_claim_table = A row a check and language, with the verdict and the counts that it rests on.
dataset_evidence_table = The evidence as a table
dataset_text_evidence_table = A row a document that bears on a check: which way, and where its information first came from.
dataset_figure_table = The figures as a table
dataset_text_figure_table = A row a figure, of a check or of its evidence, with the least and the most that it allows and the days that it covers.
dataset_source_table = The sources as a table
dataset_text_source_table = A row a source and language, with its owner and its party to the conflict. Private persons are not among them.
dataset_claim_parquet = The checks as a table with types
dataset_text_claim_parquet = Parquet, the rows and columns of the CSV table: numbers are numbers, and beside each date stand the first and the last day that it can mean.
dataset_evidence_parquet = The evidence as a table with types
dataset_text_evidence_parquet = Parquet, the rows and columns of the CSV table.
dataset_figure_parquet = The figures as a table with types
dataset_text_figure_parquet = Parquet, the rows and columns of the CSV table; the least and the most that a figure allows are numbers.
dataset_source_parquet = The sources as a table with types
dataset_text_source_parquet = Parquet, the rows and columns of the CSV table. Private persons are not among them.
dataset_database = All tables as a database
dataset_text_database = SQLite, with the tables claims, evidence, figures and sources, what each column means in columns, and the licence in about.
dataset_places = The places on the map
dataset_text_places = GeoJSON. A point is longitude, then latitude; a place without one has a null geometry. The precision says how far the name tells where.
dataset_quotations = The quotations
dataset_text_quotations = W3C Web Annotations: where each quotation that was compared stands in its document, how far it agrees with it, and the digest of the copy.
dataset_reviews = The checks as ClaimReview
dataset_text_reviews = A DataFeed of schema.org in the shape of Data Commons: for each check and language the ClaimReview that its page carries, the same to the letter. Retracted checks are not in it, nor is one whose words name a private person.
dataset_claim_search = The checks as the Fact Check Tools API answers
dataset_text_claim_search = One file with the fields of claims:search, for programs that read that API: one entry a check and language. That interface knows only times: midnight in Universal Time stands for a day. The same checks as in claimreview.json.
dataset_provenance = Where everything comes from
dataset_text_provenance = PROV-O as Turtle: each check, the claim it is about, its evidence, the documents with the digests of their copies, and the sources they lead back to. The names of the nodes are those of the JSON-LD of the pages. Dates stand under words of Dublin Core, as exactly as they are known. Private persons, and what they published, are not in it.
dataset_citations = How to cite each check, as CSL-JSON
dataset_text_citations = One item a check and language, for reference managers. Each is also the field citation of the check’s own file.
dataset_citations_bibtex = The same as BibTeX
dataset_text_citations_bibtex = One entry a check and language; the page of a check offers its own as a file.
dataset_citations_ris = The same as RIS
dataset_text_citations_ris = One entry a check and language; the page of a check offers its own as a file.
dataset_documents = The documents as CSL-JSON
dataset_text_documents = One item a document that a check rests on. A title that is missing was not seen; documents published by private persons are left out.
dataset_citation_file = How to cite the data of this site
dataset_text_citation_file = Citation File Format 1.2.0: title, publisher, licence and the date of the latest change.
dataset_claim_schema = What the file of a check holds
dataset_text_claim_schema = A JSON Schema that every line and every file of a check satisfies; it says what each field means.
dataset_package = The list of these files
dataset_text_package = A Frictionless data package: every file with its format, its licence and, of tables, every column.
data_title = { $site }: data
data_description = What { $site } publishes as data: each claim that was checked, the verdict and what it rests on, who said it, the evidence with its origins, the figures, sources, documents and places.
data_files = Every file
data_files_text = All are made anew with the site and may be fetched without asking; their addresses stay. Texts are in UTF-8.
data_tables_text = In every table (CSV after RFC 4180: commas, a first line with the names of the columns) an empty cell means that nothing is known or that there is nothing. A cell with several ids has semicolons between them. claims.csv and sources.csv have a row for each language: to count checks or sources, keep the rows of one.
data_columns = Columns of { $file }
data_column = Column
data_meaning = What it means
data_first_day = The first day that { $column } can mean
data_last_day = The last day that { $column } can mean
data_key_primary = One row for each { $columns }.
data_key_foreign = { $column } is { $target } in { $file }.
data_licence = Licence
data_cite = How to cite the data
data_cite_text = To cite one check, use the reference on its page. For the whole:
qualifier_exactly = that number
qualifier_about = about that number
qualifier_at_least = that number or more
qualifier_more_than = more than that number
qualifier_at_most = that number or less
qualifier_less_than = less than that number
qualifier_nearly = a little less than that number
qualifier_up_to = at most that number, perhaps much less
qualifier_range = between two numbers
qualifier_vague = an order of magnitude
days_stated = the document says it
days_inferred = the desk inferred it
days_unstated = nobody says it
column_kind_string = text
column_kind_integer = whole number
column_kind_number = number
column_kind_boolean = true or false
column_claims_id = The check, by id: the last part of its address and the name of its file
column_claims_language = The language of the texts of the row
column_claims_title = The title
column_claims_claim = The proposition that was checked, in the desk’s words
column_claims_summary = What a reader should know first
column_claims_verdict = The verdict, by id
column_claims_verdict_label = The verdict, in the words of the language of the row
column_claims_layer = What the verdict is about: that it was said, or that it happened
column_claims_rating = The place of the verdict on the scale from 1 (false) to 5 (true). Empty for the verdicts that are no judgement of truth; none may be inferred
column_claims_substance = The second verdict, on the other layer, by id, where there is one
column_claims_said_by = Who said it, by id, joined by semicolons; private for a private person
column_claims_said_in = The documents that carry it, by id, joined by semicolons
column_claims_said_on = When it was first said, to the day, the month or the year
column_claims_date = When what is claimed happened, to the day, the month or the year
column_claims_event = The event that it is about, by id
column_claims_places = The places that it is about, by id, joined by semicolons; places.geojson has them
column_claims_independent_origins = How many origins say so that do not depend on one another, the claimant among them
column_claims_camps = Of how many camps these origins are; those of no camp count as one
column_claims_publications = How many publications of known origin are cited, copies of one counted once
column_claims_unknown_publications = How many cited publications do not say where they have it from
column_claims_evidence_against = Whether something that undermines it is cited
column_claims_evidence = How many rows the check has in evidence.csv
column_claims_published = The day the check was published; it never changes
column_claims_modified = The day of the latest change that is not a typo, else that of publication
column_claims_retracted = Whether the check was retracted
column_claims_url = The page of the check in the language of the row
column_evidence_claim = The check, by id
column_evidence_position = The place of the document in the list of the check, from 1
column_evidence_document = The document, by id; empty if a private person published it
column_evidence_publisher = Who published the document, by id, as in sources.csv; private for a private person
column_evidence_document_kind = What sort of document it is
column_evidence_document_language = The language of the document
column_evidence_document_date = The date that the document bears, to the day, the month or the year
column_evidence_stance = How the document bears on the check
column_evidence_layer = What the document bears on: that it was said, or that it happened
column_evidence_sees = How the origin of the information knows
column_evidence_origins = Where the information first came from, by id, joined by semicolons: a source of sources.csv, self for the publisher itself, unknown, or private for a private person
column_evidence_quotations = How many passages of the document are quoted
column_evidence_url = The address of the document, if readers may be led there
column_evidence_archived = The address of the copy that a web archive keeps
column_figures_claim = The check, by id
column_figures_evidence = The position of the evidence that gives the figure, as in evidence.csv; empty for a figure of the claim itself
column_figures_document = The document that gives the figure, by id
column_figures_measure = What is counted or measured
column_figures_of = Who or what is counted, where that is said
column_figures_qualifier = How the number is meant
column_figures_stated = The number as it was given; empty for a range and for an order of magnitude
column_figures_low = The least that the figure allows, worked out from the number and how it is meant
column_figures_high = The most that the figure allows; empty where nothing bounds it
column_figures_unit = The unit
column_figures_from = The first day that it covers, to the day, the month or the year
column_figures_to = The last day that it covers
column_figures_window = How the days from from to to are known
column_figures_place = The place that the figure covers, by id
column_figures_derived = Whether the desk worked it out from other figures
column_sources_id = The source, by id: the last part of its address
column_sources_language = The language of its names
column_sources_name = Its name
column_sources_short_name = A shorter name
column_sources_kind = What it is
column_sources_country = The country that it works from (ISO 3166-1)
column_sources_owner = The source that decides what it says, by id; the two count as one
column_sources_member_of = The source that it belongs to without being one with it, by id
column_sources_party = The party to the conflict that it is or belongs to, by id
column_sources_alignment = The party that it leans to without belonging to it, by id
column_sources_claims = How many checked claims it made
column_sources_homepage = Its website
column_sources_url = Its page in the language of the row
## The desk, which only a preview shows
desk_title = The desk
desk_site = Back to the site
desk_findings = Findings
desk_findings_none = Nothing to mend.
desk_open = open
desk_errors =
    { $n ->
        [one] { $n } error
       *[other] { $n } errors
    }
desk_warnings =
    { $n ->
        [one] { $n } warning
       *[other] { $n } warnings
    }
desk_notes =
    { $n ->
        [one] { $n } note
       *[other] { $n } notes
    }
desk_clean = nothing to mend
desk_judging = being checked…
desk_last_good = This page is the last good version
desk_with_drafts = drafts included
desk_as_of = as of { $date }
desk_states = Claims by state
desk_published =
    { $n ->
        [one] { $n } claim is published.
       *[other] { $n } claims are published.
    }
desk_drafts = Drafts
desk_drafts_none = No draft.
desk_quotations = Quotations not compared with a copy
desk_quotations_none = Every quotation was compared.
desk_fragments = { $n } of { $all }
desk_rests = Verdicts that rest on one source
desk_rests_none = No verdict rests on one source.
desk_unreviewed = Claims without a second reader
desk_unreviewed_none = Every claim was read by a second person.
desk_links = Links to other sites
desk_links_none = Every address that was asked so far answers.
desk_links_asking = Addresses are being asked…
desk_links_more = and others
desk_more = and { $n } more
