# The words of the interface in French, in Fluent (https://projectfluent.org).
# Templates see those that take no argument as `t`.

## Numbers
number = { $n }

## The frame
skip = Aller au contenu
languages = Langues
menu = Menu principal
breadcrumbs = Chemin
draft = Brouillon : cette page n’est pas publiée.
publisher = Publié par
licence = Textes sous licence
menu_claims = Affirmations
menu_coverage = Dépêche
menu_events = Événements
menu_sources = Sources
menu_corrections = Corrections
menu_method = Méthode
home = Accueil
footer_explore = Consulter
footer_policy = Règles
footer_contact = Contact
footer_follow = Suivre
feed_atom = Toutes les vérifications (Atom)
feed_json = Toutes les vérifications (JSON Feed)
feed_corrections = Corrections (Atom)
feed_title = { $site } : { $name }
feed_text = { $verdict }. { $text }
feed_change = { $kind } : { $title }
llms_data = Données
contact = Écrire à la rédaction
language_name = Français

## The search
search = Recherche
search_sentence = Trouve les vérifications par leurs mots : ce qui a été dit, par qui, où, et ce que la rédaction en écrit.
search_label = Mots à chercher
search_found = Vérifications trouvées :
search_none = Aucune vérification ne contient tous ces mots.
search_failed = La recherche n’a pas pu être chargée. Réessayez, ou parcourez les listes ci-dessous.
search_more = En montrer plus
search_submit = Chercher
search_lists = Les listes

## Counts
n_claims =
    { $n ->
        [one] { $n } affirmation
       *[other] { $n } affirmations
    }
n_paragraphs =
    { $n ->
        [one] { $n } paragraphe
       *[other] { $n } paragraphes
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
        [one] { $n } événement
       *[other] { $n } événements
    }
n_places =
    { $n ->
        [one] { $n } lieu
       *[other] { $n } lieux
    }
n_publications =
    { $n ->
        [one] { $n } publication
       *[other] { $n } publications
    }

## Dates; the arguments are formatted dates
date_span = du { $from } au { $to }
date_since = depuis le { $from }
date_until = jusqu’au { $to }
date_on = le { $date }
date_in = en { $date }
date_unknown = Date inconnue
date_unstated = période non précisée
hour_unknown = heure inconnue

## Shared headings
by_verdict = Par verdict
figures = Chiffres
references = Références
history = Historique
events = Événements
documents = Documents
sources = Sources
places = Lieux
verdicts = Verdicts
corrections = Corrections
timeline = Chronologie
original = original
archived = copie archivée
back_to_text = retour au texte
translation_ours = Notre traduction
translation_stale = Traduction pas encore à jour
translation_stale_text = L’original a été modifié à cette date, et cette traduction ne le suit pas encore.
quotation_excerpt = Citation lue dans un extrait, non comparée à une copie du document
quotation_not_compared = Citation non comparée à la copie archivée lors de la fabrication de cette page
quotation_translated = Citation donnée en traduction, non comparée mot à mot à la copie archivée
quotation_verified_exact = Conforme mot pour mot à la copie archivée
quotation_verified_typographic = Conforme mot pour mot à la copie archivée, à la typographie près
quotation_verified_elided = Conforme à la copie archivée, hors ce que « […] » omet
quotation_passage = Le passage dans l’original

## Lists
row_substance = sur le fond :
pager = Pages de la liste
pager_newest = Les plus récentes
pager_newer = Plus récentes
pager_older = Plus anciennes
pager_oldest = Les plus anciennes
narrow = Restreindre la liste
facet_verdict = Par verdict
facet_source = Par source
facet_place = Par lieu
facet_event = Par événement
list_all = Toutes les affirmations
list_of_source = Affirmations : { $name }
list_of_verdict = Verdict : { $name }
list_of_place = Affirmations sur un lieu : { $name }
list_of_event = Affirmations sur un événement : { $name }
list_relayed = Affirmations relayées : { $name }
list_supported = Affirmations appuyées : { $name }
list_undermined = Affirmations démenties : { $name }
list_carried = Affirmations portées par un document : { $name }
list_citing = Affirmations qui citent un document : { $name }
list_range = De { $from } à { $to }, dans l’ordre de publication.
list_page = { $title }, page { $page }
more_claims =
    { $n ->
        [one] Voir l’affirmation
       *[other] Voir les { $n } affirmations
    }
sources_sentence = Celles qui affirment quelque chose et celles qui publient les documents cités.
documents_sentence = Les publications où les affirmations ont été faites ou recoupées.
events_sentence = Ce qui s’est passé, et les affirmations qui en parlent.
places_sentence = Les lieux nommés, avec la précision à laquelle ils sont connus.
verdicts_sentence = L’échelle de la rédaction. Chaque verdict porte soit sur des paroles, soit sur des faits.

## Home
read_first = À lire d’abord
newest_checks = Dernières vérifications
glance =
    { $paragraphs ->
        [one] Un paragraphe
       *[other] { $paragraphs } paragraphes
    }, { $claims ->
        [one] une affirmation vérifiée.
       *[other] { $claims } affirmations vérifiées.
    }
glance_link = Lire la dépêche paragraphe par paragraphe
all_events = Tous les événements
all_corrections = Toutes les corrections et leurs règles

## Claim
claim_checked = Ce que nous avons vérifié :
media_image = L’image
media_video = La vidéo
media_audio = L’enregistrement
media_shown = Montré dans
media_authenticity = Ce que nous avons établi
media_original = L’original
media_context = Ce qu’on y voit ou entend
authenticity_decontextualized_content = Sorti de son contexte
authenticity_edited_or_cropped_content = Monté ou recadré
authenticity_original_media_content = Original
authenticity_satire_or_parody_content = Satire ou parodie
authenticity_staged_content = Mis en scène
authenticity_transformed_content = Altéré
claim_doubts = Ce qui reste incertain
claim_detail = En détail
claim_reply = La réponse de la source
claim_evidence = Les pièces
layer_utterance = Ce qui a été dit
layer_proposition = Ce qui s’est passé
layer_utterance_open =
    Le document ({ $document }) l’attribue à { $n ->
        [one] cette source
       *[other] ces sources
    } : { $by }. Nous ne rendons pas de verdict sur les paroles elles-mêmes.
layer_utterance_unstated = Le document ({ $document }) l’écrit sans l’attribuer à personne.
layer_utterance_own = Le document ({ $document }) l’écrit en son propre nom.
layer_proposition_open = Le verdict porte sur les paroles : il ne dit pas si elles sont exactes.
said_unstated = Source non précisée
paragraph = paragraphe
paragraph_n = paragraphe { $n }
paragraphs_list = paragraphes { $list }
basis =
    Nous le savons par { $publications ->
        [one] une publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] qui remonte
       *[other] qui remontent
    } { $origins ->
        [one] à une seule origine
       *[other] à { $origins } origines indépendantes
    }.
basis_and_unknown =
    Nous le savons par { $publications ->
        [one] une publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] qui remonte
       *[other] qui remontent
    } { $origins ->
        [one] à une seule origine
       *[other] à { $origins } origines indépendantes
    }, et par { $unknown ->
        [one] une publication d’origine inconnue
       *[other] { $unknown } publications d’origine inconnue
    }.
basis_reported =
    On le lit dans { $publications ->
        [one] une publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] qui remonte
       *[other] qui remontent
    } { $origins ->
        [one] à une seule origine
       *[other] à { $origins } origines indépendantes
    }.
basis_reported_and_unknown =
    On le lit dans { $publications ->
        [one] une publication
       *[other] { $publications } publications
    }, { $publications ->
        [one] qui remonte
       *[other] qui remontent
    } { $origins ->
        [one] à une seule origine
       *[other] à { $origins } origines indépendantes
    }, et dans { $unknown ->
        [one] une publication d’origine inconnue
       *[other] { $unknown } publications d’origine inconnue
    }.
basis_unknown =
    On ne le lit que dans { $unknown ->
        [one] une publication d’origine inconnue
       *[other] { $unknown } publications d’origine inconnue
    }.
basis_record = Nous le savons par une publication de l’auteur de ces paroles, ou d’un organe qui dépend de lui.
basis_none = Aucune autre publication ne l’établit ici.
basis_own_side =
    On ne le lit que du côté de celui qui l’affirme : { $publications ->
        [one] une publication
       *[other] { $publications } publications
    }.
basis_heard =
    Nous le savons par { $publications ->
        [one] une publication
       *[other] { $publications } publications
    } et { $witnesses ->
        [one] un seul témoin de ces paroles
       *[other] { $witnesses } témoins de ces paroles, indépendants l’un de l’autre
    }.
basis_words =
    Ces paroles se lisent dans { $publications ->
        [one] une publication
       *[other] { $publications } publications
    }, sans témoin direct ni enregistrement.
basis_trail = { $publications }, { $origins } : { $list }.
basis_through = { $name } (par { $via })
basis_camps_agree = Les deux camps s’accordent : { $names } disent la même chose.
n_origins =
    { $n ->
        [one] { $n } origine
       *[other] { $n } origines
    }
origin_unknown = Origine inconnue
origin_context = Contexte
origin_undermines = Ce qui dit autre chose
stance_supports = Appuie
stance_refines = Précise
stance_undermines = Dément
stance_context = Éclaire
sees_witness = témoin direct
sees_record = texte ou enregistrement
sees_report = par ouï-dire
about_utterance = sur les paroles
about_proposition = sur les faits
doubt_unknown =
    { $n ->
        [one] Une publication ne dit pas d’où elle tient l’information.
       *[other] { $n } publications ne disent pas d’où elles tiennent l’information.
    }
doubt_single = Le verdict repose sur une seule origine : { $name }.
doubt_single_known = Une seule origine est connue : { $name }.
doubt_one_origin = { $names } : l’un tient l’information de l’autre ; c’est une seule origine.
doubt_camp = Toutes les origines sont du même camp ou en sont proches : { $name }.
doubt_own_side = { $name } est du même côté que l’auteur de l’affirmation ; ce qui en vient ne compte pas comme origine indépendante.
doubt_diverges = Une autre vérification publiée ici dit autre chose : { $claim }.
doubt_figures = Pour « { $what } », des nombres comparables ne peuvent pas être tous exacts : { $list }.
doubt_own_statement = { $name } a donné un autre nombre un autre jour.
doubt_unexplained = { $sentence } Rien de ce qui a été lu ici ne l’explique.
doubt_exception = Le verdict exige { $clause } ; une exception est faite ici. { $reason }
doubt_undermined =
    { $n ->
        [one] Une publication dit autre chose.
       *[other] { $n } publications disent autre chose.
    }
graph = Qui le tient de qui
graph_label = Qui le tient de qui. { $list }
graph_line = { $origin } : { $publications }.
graph_copy = même texte
graph_text_of = par { $name }
graph_legend = Chaque disque est une origine, chaque carré une publication qui y remonte.
graph_legend_copies = Les carrés reliés entre eux sont un même texte, copié ou traduit.
graph_legend_unknown = En pointillés : l’origine est inconnue.
graph_evidence = Les mêmes, une à une : les pièces
reviewed = Relu le { $date } par { $by }
reply_asked = Réponse demandée à { $of } le { $date }.
reply_none = Aucune réponse reçue.
published = Publication
report = Signaler une erreur
report_text = Une date, un chiffre, une traduction vous semblent faux ? Dites-nous lesquels, et d’où vous le savez.
report_link = Écrire à la rédaction
report_subject = Erreur signalée : { $title }
related = Autres affirmations
relation_same_event = Même événement
relation_same_statement = Même déclaration
relation_same_source = Même source
relation_same_place = Même lieu
relation_part_of = Fait partie de
relation_part_of_of = Contient
relation_sum_of = Somme de
relation_sum_of_of = Entre dans la somme
relation_diverges = Diverge de
relation_updates = Met à jour
relation_updates_of = Mis à jour par
relation_background_for = Contexte pour
relation_background_for_of = Contexte
relation_linked = Cite cette affirmation

## Figures
figure_who = Qui, quand
figure_of = Qui est compté
figure_window = Période
figure_place = Où
figure_derived = calculé par la rédaction
figure_line = { $measure } : { $value }
figure_line_of = { $measure } ({ $of }) : { $value }
figure_dated = { $figure } ({ $period })
figure_origin_unknown = { $name } (origine inconnue)
window_inferred = { $period } (déduite)
figure_undated = sans date
figure_line_what = { $measure } ({ $of })
chart_span = de { $low } à { $high }
figures_scope_place = { $place }, { $days }
figures_scoped = { $scope }. { $sentence }
figures_agree = Ces valeurs sont compatibles ; ensemble, elles laissent possible : { $value }.
figures_rising = Un bilan qui monte, dans l’ordre où il a été rapporté : { $list }. Dernier décompte : { $value }.
figures_unreconciled = Ces valeurs ne peuvent pas être toutes exactes et ne se concilient pas : { $list }.
figures_overflow = Une partie dépasse son tout : { $part }, { $part_value } ; { $whole }, { $whole_value }.
figures_apart_unit = Les valeurs données dans des unités différentes ne sont pas comparées entre elles.
figures_apart_place = Les valeurs données pour des lieux différents ne sont pas comparées entre elles.
figures_apart_unstated = Une valeur dont la période n’est pas dite n’est comparée à aucune autre.
figures_apart_window = Les valeurs données pour des périodes différentes ne sont pas comparées entre elles.
figure_caption = { $measure } : { $of }
value_exact = { $n }
value_at_least = au moins { $n }
value_at_most = au plus { $n }
value_more_than = plus de { $n }
value_less_than = moins de { $n }
value_about = environ { $n }
value_nearly = près de { $n }
value_range = de { $low } à { $high }
value_up_to = jusqu’à { $n }
value_tens = des dizaines
value_hundreds = des centaines
value_thousands = des milliers
value_tens_of_thousands = des dizaines de milliers
value_hundreds_of_thousands = des centaines de milliers
value_millions = des millions
value_unit = { $value } { $unit }
value_percent = { $value } { $unit }
unit_people = personnes
unit_localities = localités
unit_square_kilometres = km²
unit_kilometres = km
unit_months = mois
unit_votes = voix
unit_percent = %
unit_strikes = frappes

## Coverage
paragraph_by_paragraph = Paragraphe par paragraphe
coverage_title = { $name }, paragraphe par paragraphe
coverage_without = Ce paragraphe n’avance rien qui puisse être vérifié à part.
coverage_whole = Dans l’ensemble
coverage_pending = Aucune affirmation de ce paragraphe n’est vérifiée ici.

## Source
source_sentence =
    { $n ->
        [0] Aucune affirmation vérifiée ici.
        [one] { $n } affirmation vérifiée ici ; ce n’est pas une note.
       *[other] { $n } affirmations vérifiées ici ; ce n’est pas une note.
    }
source_claims = Ce qu’elle affirme
source_relayed = Ce qu’elle rapporte
source_supports = Ce qu’elle appuie
source_undermines = Ce qu’elle dément
source_resting = Ce qui ne tient pas sans elle
resting_sentence =
    { $n ->
        [one] Sans cette source, un verdict ne remplirait plus les conditions que la rédaction s’est données.
       *[other] Sans cette source, { $n } verdicts ne rempliraient plus les conditions que la rédaction s’est données.
    }
source_company = Les autres sources sur les mêmes affirmations
company_relayed_by = Publient ce qui remonte à elle
company_confirmed_by = Disent la même chose de leur côté
company_contradicted_by = Disent autre chose
company_more_sources =
    { $n ->
        [one] Et une autre source, nommée sur la page de chaque affirmation.
       *[other] Et { $n } autres sources, nommées sur la page de chaque affirmation.
    }
company_more_claims =
    { $n ->
        [one] et une autre affirmation
       *[other] et { $n } autres affirmations
    }
more_documents = Les plus récents de { $n } documents.
source_about = Qui parle
fact_kind = Nature
fact_country = Pays
fact_owner = Propriétaire ou autorité
fact_member_of = Membre de
fact_party = Partie au conflit
fact_alignment = Proche de
fact_interests = Intérêts
fact_reliability = Fiabilité
fact_homepage = Site
fact_aliases = Autres noms
fact_owns = Organes et porte-parole
fact_members = Membres
source_news_agency = Agence de presse
source_media = Média
source_monitor = Observatoire
source_rescue = Secouristes
source_ngo = ONG
source_government = Gouvernement
source_military = Armée
source_armed_group = Groupe armé
source_intergovernmental = Organisation intergouvernementale
source_un_agency = Agence de l’ONU
source_reporter = Journaliste
source_person = Personne

## Document
document_about = Le document
document_outline = Ce qu’il dit, dans nos mots
document_carries = Les affirmations qu’il porte
document_supports = Ce qu’il appuie
document_refines = Ce qu’il précise
document_undermines = Ce qu’il dément
document_cited = Où il est cité
document_coverage = Lire ce document paragraphe par paragraphe
document_original = Lire l’original ({ $host })
document_archived = Copie archivée sur { $host }
document_archived_date = Copie archivée du { $date } sur { $host }
document_unlinked = Nous ne renvoyons pas à l’original.
document_unlinked_because = Nous ne renvoyons pas à l’original : { $because }
document_untitled = { $publisher }, { $date }
document_sentence = { $kind }, { $publisher }, { $language }.
fact_publisher = Éditeur
fact_authors = Auteurs
fact_date = Date
fact_date_basis = D’où vient la date
fact_language = Langue
fact_consulted = Ce que nous en avons lu
fact_consulted_date = Consulté
fact_copy_of = Copie de
fact_copies = Copies
fact_translation_of = Traduction de
fact_translations = Traductions
fact_version_of = Version de
fact_versions = Autres versions
fact_capture = Empreinte de la copie (SHA-256)
fact_quotations = Citations comparées
document_quotations = Données (Web Annotation, JSON)
consulted_whole = Le texte entier
consulted_excerpt = Un extrait
capture_private = copie conservée, non publiée
capture_public = copie publiée
document_kind_dispatch = dépêche
document_kind_article = article
document_kind_communique = communiqué
document_kind_statement = déclaration
document_kind_situation_report = rapport de situation
document_kind_report = rapport
document_kind_press_briefing = point de presse
document_kind_press_conference = conférence de presse
document_kind_speech = discours
document_kind_interview = entretien
document_kind_video = vidéo
document_kind_broadcast = émission
document_kind_vote_record = procès-verbal de vote
document_kind_note = note
document_kind_map = carte
document_kind_web_page = page web
document_kind_post = message publié en ligne
language_ar = arabe
language_de = allemand
language_en = anglais
language_es = espagnol
language_fa = persan
language_fr = français
language_he = hébreu
language_it = italien
language_ku = kurde
language_nl = néerlandais
language_pt = portugais
language_ru = russe
language_tr = turc
language_uk = ukrainien
language_zh = chinois
country_ae = Émirats arabes unis
country_ca = Canada
country_ch = Suisse
country_cn = Chine
country_de = Allemagne
country_es = Espagne
country_fr = France
country_gb = Royaume-Uni
country_il = Israël
country_in = Inde
country_iq = Irak
country_ir = Iran
country_it = Italie
country_jo = Jordanie
country_lb = Liban
country_nl = Pays-Bas
country_qa = Qatar
country_ru = Russie
country_sa = Arabie saoudite
country_sy = Syrie
country_tr = Turquie
country_us = États-Unis
country_za = Afrique du Sud

## Event
event_claims = Les affirmations
event_about = L’événement
event_near = Autour
fact_when = Quand
fact_where = Où
event_kind_strike = Frappe
event_kind_bombing = Bombardements
event_kind_offensive = Offensive
event_kind_ground_fighting = Combats au sol
event_kind_displacement = Déplacements de population
event_kind_statement = Déclarations
event_kind_vote = Vote
event_kind_siege = Encerclement
event_kind_ceasefire = Trêve
event_kind_conflict = Conflit
event_kind_background = Contexte

## Place
place_events = Ce qui s’y est passé
place_claims = Les affirmations
place_about = Le lieu
place_inner = Lieux compris
place_sentence = { $kind } : { $within }.
place_sentence_alone = { $kind }.
fact_within = Dans
fact_precision = Précision
fact_point = Coordonnées
fact_basis = D’où vient le point
point_radius = { $lat }, { $lon }, à { $radius } km près
point = { $lat }, { $lon }
degrees_north = { $n }° N
degrees_south = { $n }° S
degrees_east = { $n }° E
degrees_west = { $n }° O
place_kind_village = Village
place_kind_town = Ville
place_kind_city = Grande ville
place_kind_district = District
place_kind_province = Province
place_kind_region = Région
place_kind_country = Pays
place_kind_border = Frontière
place_kind_place = Lieu
precision_exact = point connu
precision_near = à proximité du point
precision_district = au district près
precision_province = à la province près
precision_region = à la région près
precision_country = au pays près
precision_line = une ligne, non un point

## Verdict
verdict_rules = Ce qu’il exige
verdict_claims = Les affirmations
verdict_scale = Les autres verdicts
verdict_method = Notre méthode
verdict_about_utterance = Ce verdict porte sur des paroles : ont-elles été dites ? Il ne dit rien de leur exactitude.
verdict_about_proposition = Ce verdict porte sur des faits : cela s’est-il passé ?
verdict_sentence =
    { $n ->
        [0] Aucune affirmation n’a ce verdict.
        [one] { $n } affirmation a ce verdict.
       *[other] { $n } affirmations ont ce verdict.
    }
rule_independent_origins =
    { $n ->
        [one] au moins une origine
       *[other] au moins { $n } origines indépendantes, celle de l’affirmation comprise
    }
rule_camps =
    { $n ->
        [one] au moins un camp
       *[other] des origines d’au moins { $n } camps
    }
rule_witnesses =
    { $n ->
        [one] au moins un témoin direct
       *[other] au moins { $n } témoins directs, de propriétaires différents
    }
rule_evidence =
    { $n ->
        [one] au moins un document d’une autre source, d’origine connue
       *[other] au moins { $n } documents d’autres sources, d’origine connue
    }
rule_primary_document = le texte ou l’enregistrement publié par celui qui parle
rule_no_unresolved_contradiction = aucune contradiction inexpliquée
rule_reviewed = une relecture par une deuxième personne
rule_reply_asked = une réponse demandée à la source
rule_evidence_against = au moins une pièce contre
rule_any = soit { $list }
rule_or = soit
rule_requires = Exige { $list }.
rule_unless = Ne convient plus avec { $list }.
rule_none = Aucun minimum : la rédaction l’explique au cas par cas.

## Timeline
timeline_undated = sans date
timeline_until = jusqu’au
timeline_sentence = Ce qui s’est passé et ce qui a été dit, jour par jour.

## Corrections
corrections_none = Aucune correction à ce jour.
corrections_sentence = Tout ce qui a changé après publication, hors fautes de frappe.
corrections_policy = Nos règles de correction
revision_typo = Faute de frappe
revision_clarification = Précision
revision_update = Mise à jour
revision_correction = Correction
revision_verdict_change = Changement de verdict
revision_retraction = Retrait

## Transparency
transparency = Transparence
transparency_sentence = Sur quoi reposent les verdicts publiés ici, en chiffres, avec ce qui manque.
transparency_by_claimant = Qui affirme, et ce que nous en concluons
transparency_by_claimant_note = Une affirmation de plusieurs auteurs compte une fois pour chacun. Ce n’est pas une note donnée aux sources : nous choisissons ce que nous vérifions.
transparency_claimant = Auteur
transparency_all = Total
transparency_others = Autres sources
private_person = une personne privée
private_persons = Personnes privées
transparency_resting = Ce qui repose sur une seule source
transparency_resting_note = Le verdict est calculé de nouveau sans ce qui vient de cette source : il ne satisfait plus sa règle. L’affirmation n’en devient pas fausse.
transparency_resting_none = Aucun verdict ne tombe si l’on retire une source, quelle qu’elle soit.
transparency_without =
    { $n ->
        [one] { $name } : sans cette source, { $n } verdict ne tient plus
       *[other] { $name } : sans cette source, { $n } verdicts ne tiennent plus
    }
transparency_exceptions = Exceptions aux règles des verdicts
transparency_exceptions_none = Aucune.
transparency_explained = Contradictions expliquées
transparency_explained_none = Aucune.
transparency_unexplained = Ce qui ne se concilie pas
transparency_unexplained_none = Rien de connu.
transparency_undermined = Un document publié par { $name } dit autre chose.
transparency_reason_there = La raison est donnée sur la page de l’affirmation.
transparency_more = { $n } en tout ; les premières sont ici, les autres sur leurs pages.
transparency_quotations = Citations
transparency_quotations_note = Une citation en plusieurs fragments compte une fois par fragment.
transparency_exact = Conformes mot pour mot à la copie archivée
transparency_typographic = Conformes, à la typographie près
transparency_elided = Conformes, hors ce que « […] » omet
transparency_translated = Données en traduction, non comparées
transparency_not_compared = Non comparées lors de la fabrication de cette page
transparency_excerpt = Lues dans un extrait, non comparées : pas de copie du document
transparency_documents = Documents consultés
transparency_read_whole = Lus en entier
transparency_read_excerpt = Lus en extrait
transparency_read_unstated = Étendue de la lecture non précisée
transparency_reviews_title = Relecture
transparency_reviews =
    { $n ->
        [0] Aucune vérification n’a eu de second lecteur à ce jour.
        [one] { $n } vérification a été relue par quelqu’un d’autre que ses auteurs.
       *[other] { $n } vérifications ont été relues par quelqu’un d’autre que leurs auteurs.
    }
transparency_changes =
    { $n ->
        [0] Aucun changement après publication à ce jour, hors fautes de frappe.
        [one] { $n } changement après publication, hors fautes de frappe.
       *[other] { $n } changements après publication, hors fautes de frappe.
    }

## Not found
not_found_title = Cette page n’existe pas
not_found_sentence = L’adresse est peut-être mal copiée. Une page publiée ne disparaît jamais d’ici : cherchez-la dans les listes.

# Les vérifications dans les articles des autres.
embed = Intégrer cette vérification
embed_how = Copiez ce code dans votre article. La carte se passe de script, et dit si la vérification est corrigée ou retirée.
embed_title = Vérification : { $title }
embed_by = Qui le dit :
embed_checked = Vérifié par { $publisher }, { $date }
embed_read = Lire la vérification entière

# Les fichiers faits pour les machines.
cite = Citer cette vérification
cite_files = Pour un logiciel de bibliographie :
citation_genre = Vérification des faits
citation_revised = Révisé le { $date }
citation_message = Pour citer les données de ce site, utilisez ces indications.
data_answer = { $title } : { $verdict }. { $summary } { $basis } ({ $publisher }, { $date })
dataset_claims = Les vérifications, une par ligne
dataset_text_claims = Chaque vérification dans chaque langue, en JSON, une par ligne : affirmation, verdict et ce qui le fonde, qui l’a dit, éléments et leur origine, chiffres en intervalles, révisions. Chaque ligne est aussi un fichier à part, data/claims/LANGUE/ID.json.
dataset_claim_table = Les vérifications en tableau
dataset_text_claim_table = Une ligne par vérification et par langue, avec le verdict et les comptes qui le fondent.
dataset_evidence_table = Les éléments en tableau
dataset_text_evidence_table = Une ligne par document qui pèse sur une vérification : dans quel sens, et d’où vient d’abord son information.
dataset_figure_table = Les chiffres en tableau
dataset_text_figure_table = Une ligne par chiffre, d’une vérification ou de ses éléments, avec le moins et le plus qu’il admet et les jours qu’il couvre.
dataset_source_table = Les sources en tableau
dataset_text_source_table = Une ligne par source et par langue, avec ce dont elle dépend et sa partie au conflit. Les personnes privées n’y sont pas.
dataset_claim_parquet = Les vérifications en tableau typé
dataset_text_claim_parquet = En Parquet, les lignes et les colonnes du tableau CSV : les nombres sont des nombres, et chaque date est suivie du premier et du dernier jour qu’elle peut désigner.
dataset_evidence_parquet = Les éléments en tableau typé
dataset_text_evidence_parquet = En Parquet, les lignes et les colonnes du tableau CSV.
dataset_figure_parquet = Les chiffres en tableau typé
dataset_text_figure_parquet = En Parquet, les lignes et les colonnes du tableau CSV ; le moins et le plus qu’un chiffre admet sont des nombres.
dataset_source_parquet = Les sources en tableau typé
dataset_text_source_parquet = En Parquet, les lignes et les colonnes du tableau CSV. Les personnes privées n’y sont pas.
dataset_database = Tous les tableaux en base de données
dataset_text_database = En SQLite, avec les tables claims, evidence, figures et sources, le sens de chaque colonne dans columns et la licence dans about.
dataset_places = Les lieux sur la carte
dataset_text_places = En GeoJSON. Un point est la longitude, puis la latitude ; un lieu sans point a une géométrie nulle. La précision dit jusqu’où le nom situe.
dataset_quotations = Les citations
dataset_text_quotations = Annotations web du W3C : où chaque citation comparée se trouve dans son document, jusqu’où elle concorde, et l’empreinte de la copie.
dataset_reviews = Les vérifications en ClaimReview
dataset_text_reviews = Un DataFeed de schema.org, sous la forme de Data Commons : pour chaque vérification et chaque langue, le ClaimReview que porte sa page, à la lettre. Les vérifications retirées n’y sont pas, ni celle dont les mots nomment une personne privée.
dataset_claim_search = Les vérifications comme répond l’API Fact Check Tools
dataset_text_claim_search = Un seul fichier, avec les champs de claims:search, pour les programmes qui lisent cette API : une entrée par vérification et par langue. Cette interface ne connaît que des instants : minuit en temps universel y tient lieu de jour. Les mêmes vérifications que dans claimreview.json.
dataset_provenance = D’où tout vient
dataset_text_provenance = PROV-O en Turtle : chaque vérification, l’affirmation sur laquelle elle porte, ses éléments, les documents avec l’empreinte de leurs copies, et les sources auxquelles ils remontent. Les noms des nœuds sont ceux du JSON-LD des pages. Les dates sont sous des mots du Dublin Core, aussi exactes qu’on les connaît. Les personnes privées, et ce qu’elles ont publié, n’y sont pas.
dataset_citations = Comment citer chaque vérification, en CSL-JSON
dataset_text_citations = Une notice par vérification et par langue, pour les logiciels de bibliographie. Chaque notice est aussi le champ citation du fichier de la vérification.
dataset_citations_bibtex = La même chose en BibTeX
dataset_text_citations_bibtex = Une notice par vérification et par langue ; la page d’une vérification propose la sienne en fichier.
dataset_citations_ris = La même chose en RIS
dataset_text_citations_ris = Une notice par vérification et par langue ; la page d’une vérification propose la sienne en fichier.
dataset_documents = Les documents en CSL-JSON
dataset_text_documents = Une notice par document sur lequel repose une vérification. Un titre absent n’a pas été vu ; les documents publiés par des personnes privées n’y sont pas.
dataset_citation_file = Comment citer les données de ce site
dataset_text_citation_file = Citation File Format 1.2.0 : titre, éditeur, licence et date du dernier changement.
dataset_claim_schema = Ce que contient le fichier d’une vérification
dataset_text_claim_schema = Un schéma JSON que chaque ligne et chaque fichier respectent ; il dit ce que signifie chaque champ.
dataset_package = La liste de ces fichiers
dataset_text_package = Un paquet de données Frictionless : chaque fichier avec son format, sa licence et, pour les tableaux, chaque colonne.
data_title = { $site } : les données
data_description = Ce que { $site } publie comme données : chaque affirmation vérifiée, le verdict et ce qui le fonde, qui l’a dit, les éléments et leur origine, les chiffres, les sources, les documents et les lieux.
data_files = Chaque fichier
data_files_text = Tous sont refaits avec le site et peuvent être repris sans demander ; leurs adresses ne changent pas. Les textes sont en UTF-8.
data_tables_text = Dans chaque tableau (CSV selon la RFC 4180 : des virgules, une première ligne avec le nom des colonnes), une cellule vide veut dire qu’on ne sait rien ou qu’il n’y a rien. Dans une cellule à plusieurs identifiants, des points-virgules les séparent. claims.csv et sources.csv ont une ligne par langue : pour compter les vérifications ou les sources, gardez les lignes d’une seule.
data_columns = Colonnes de { $file }
data_column = Colonne
data_meaning = Ce qu’elle signifie
data_first_day = Le premier jour que { $column } peut désigner
data_last_day = Le dernier jour que { $column } peut désigner
data_key_primary = Une ligne pour chaque { $columns }.
data_key_foreign = { $column } est { $target } dans { $file }.
data_licence = Licence
data_cite = Comment citer les données
data_cite_text = Pour citer une vérification, prenez la référence de sa page. Pour l’ensemble :
qualifier_exactly = ce nombre
qualifier_about = autour de ce nombre
qualifier_at_least = ce nombre ou plus
qualifier_more_than = plus que ce nombre
qualifier_at_most = ce nombre ou moins
qualifier_less_than = moins que ce nombre
qualifier_nearly = un peu moins que ce nombre
qualifier_up_to = au plus ce nombre, peut-être bien moins
qualifier_range = entre deux nombres
qualifier_vague = un ordre de grandeur
days_stated = le document le dit
days_inferred = la rédaction l’a déduit
days_unstated = personne ne le dit
column_kind_string = texte
column_kind_integer = nombre entier
column_kind_number = nombre
column_kind_boolean = vrai ou faux
column_claims_id = La vérification, par identifiant : la fin de son adresse et le nom de son fichier
column_claims_language = La langue des textes de la ligne
column_claims_title = Le titre
column_claims_claim = La proposition vérifiée, dans les mots de la rédaction
column_claims_summary = Ce qu’il faut savoir d’abord
column_claims_verdict = Le verdict, par identifiant
column_claims_verdict_label = Le verdict, dans les mots de la langue de la ligne
column_claims_layer = Ce sur quoi porte le verdict : que cela a été dit, ou que cela s’est passé
column_claims_rating = La place du verdict sur l’échelle de 1 (faux) à 5 (vrai). Vide pour les verdicts qui ne jugent pas du vrai ; il ne faut pas en déduire une
column_claims_substance = Le second verdict, sur l’autre couche, par identifiant, s’il y en a un
column_claims_said_by = Qui l’a dit, par identifiant, séparés par des points-virgules ; private pour une personne privée
column_claims_said_in = Les documents qui le rapportent, par identifiant, séparés par des points-virgules
column_claims_said_on = Quand cela a d’abord été dit, au jour, au mois ou à l’année
column_claims_date = Quand ce qui est affirmé s’est passé, au jour, au mois ou à l’année
column_claims_event = L’événement dont il s’agit, par identifiant
column_claims_places = Les lieux dont il s’agit, par identifiant, séparés par des points-virgules ; ils sont dans places.geojson
column_claims_independent_origins = Combien d’origines le disent sans dépendre les unes des autres, celle de qui affirme comprise
column_claims_camps = De combien de camps sont ces origines ; celles d’aucun camp comptent pour un
column_claims_publications = Combien de publications d’origine connue sont citées, les copies d’une même comptées une fois
column_claims_unknown_publications = Combien de publications citées ne disent pas d’où elles tiennent l’information
column_claims_evidence_against = Si un élément cité l’affaiblit
column_claims_evidence = Combien de lignes la vérification a dans evidence.csv
column_claims_published = Le jour où la vérification a été publiée ; il ne change jamais
column_claims_modified = Le jour du dernier changement qui n’est pas une faute de frappe, sinon celui de la publication
column_claims_retracted = Si la vérification a été retirée
column_claims_url = La page de la vérification dans la langue de la ligne
column_evidence_claim = La vérification, par identifiant
column_evidence_position = La place du document dans la liste de la vérification, à partir de 1
column_evidence_document = Le document, par identifiant ; vide si une personne privée l’a publié
column_evidence_publisher = Qui a publié le document, par identifiant, comme dans sources.csv ; private pour une personne privée
column_evidence_document_kind = De quelle sorte de document il s’agit
column_evidence_document_language = La langue du document
column_evidence_document_date = La date que porte le document, au jour, au mois ou à l’année
column_evidence_stance = Comment le document pèse sur la vérification
column_evidence_layer = Ce sur quoi pèse le document : que cela a été dit, ou que cela s’est passé
column_evidence_sees = Comment l’origine de l’information le sait
column_evidence_origins = D’où vient d’abord l’information, par identifiant, séparés par des points-virgules : une source de sources.csv, self pour l’éditeur lui-même, unknown si on ne le sait pas, private pour une personne privée
column_evidence_quotations = Combien de passages du document sont cités
column_evidence_url = L’adresse du document, si l’on peut y mener les lecteurs
column_evidence_archived = L’adresse de la copie que garde une archive du web
column_figures_claim = La vérification, par identifiant
column_figures_evidence = La position de l’élément qui donne le chiffre, comme dans evidence.csv ; vide pour un chiffre de l’affirmation elle-même
column_figures_document = Le document qui donne le chiffre, par identifiant
column_figures_measure = Ce qui est compté ou mesuré
column_figures_of = Qui ou quoi est compté, si c’est dit
column_figures_qualifier = Comment le nombre s’entend
column_figures_stated = Le nombre tel qu’il a été donné ; vide pour une fourchette et pour un ordre de grandeur
column_figures_low = Le moins que le chiffre admet, calculé du nombre et de la façon dont il s’entend
column_figures_high = Le plus que le chiffre admet ; vide si rien ne le borne
column_figures_unit = L’unité
column_figures_from = Le premier jour qu’il couvre, au jour, au mois ou à l’année
column_figures_to = Le dernier jour qu’il couvre
column_figures_window = Comment sont connus les jours de from à to
column_figures_place = Le lieu que le chiffre couvre, par identifiant
column_figures_derived = Si la rédaction l’a calculé à partir d’autres chiffres
column_sources_id = La source, par identifiant : la fin de son adresse
column_sources_language = La langue de ses noms
column_sources_name = Son nom
column_sources_short_name = Un nom plus court
column_sources_kind = Ce qu’elle est
column_sources_country = Le pays d’où elle travaille (ISO 3166-1)
column_sources_owner = La source qui décide de ce qu’elle dit, par identifiant ; les deux comptent pour une
column_sources_member_of = La source à laquelle elle appartient sans s’y confondre, par identifiant
column_sources_party = La partie au conflit qu’elle est ou dont elle relève, par identifiant
column_sources_alignment = La partie dont elle est proche sans en relever, par identifiant
column_sources_claims = Combien d’affirmations vérifiées elle a faites
column_sources_homepage = Son site
column_sources_url = Sa page dans la langue de la ligne
## Le bureau, que seul l’aperçu montre
desk_title = Le bureau
desk_site = Retour au site
desk_findings = Constats
desk_findings_none = Rien à corriger.
desk_open = ouvrir
desk_errors =
    { $n ->
        [one] { $n } erreur
       *[other] { $n } erreurs
    }
desk_warnings =
    { $n ->
        [one] { $n } avertissement
       *[other] { $n } avertissements
    }
desk_notes =
    { $n ->
        [one] { $n } remarque
       *[other] { $n } remarques
    }
desk_clean = rien à corriger
desk_judging = vérification en cours…
desk_last_good = Cette page est la dernière version sans erreur
desk_with_drafts = brouillons compris
desk_as_of = au { $date }
desk_states = Affirmations par état
desk_published =
    { $n ->
        [one] { $n } affirmation publiée.
       *[other] { $n } affirmations publiées.
    }
desk_drafts = Brouillons
desk_drafts_none = Aucun brouillon.
desk_quotations = Citations non comparées à une copie
desk_quotations_none = Toutes les citations ont été comparées.
desk_fragments = { $n } sur { $all }
desk_rests = Verdicts qui tiennent à une seule source
desk_rests_none = Aucun verdict ne tient à une seule source.
desk_unreviewed = Affirmations sans second lecteur
desk_unreviewed_none = Toutes ont été lues par une seconde personne.
desk_links = Liens vers d’autres sites
desk_links_none = Toutes les adresses interrogées répondent.
desk_links_asking = Les adresses sont interrogées…
desk_links_more = et d’autres
desk_more = et { $n } de plus
