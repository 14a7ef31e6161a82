"""Everything a rule file may import, and the only module it imports from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrib_lint.agreement.arithmetic import wrong_sums
from attrib_lint.agreement.conflicts import Conflict, find_conflicts, reports_as_it_happens
from attrib_lint.agreement.dated import Dated, dated
from attrib_lint.agreement.entries import Entries
from attrib_lint.agreement.loosely_dated import dated_twice
from attrib_lint.agreement.loosely_put import put_twice
from attrib_lint.agreement.mention import Mention, counts_in_headline, mentions
from attrib_lint.agreement.one_event import dates_differ, one_event
from attrib_lint.agreement.people_of import one_bearer
from attrib_lint.agreement.same_fact import likeness
from attrib_lint.agreement.stems import stem
from attrib_lint.agreement.taken_up import is_like
from attrib_lint.agreement.values import (
    are_disjoint,
    dimension,
    in_words,
    is_vague_few,
    manner,
    may_agree,
    number,
    same_value,
    written_value,
)
from attrib_lint.article import Article, ParsedBlock
from attrib_lint.core.document import Block, Document, Link
from attrib_lint.core.facts import (
    Attribution,
    Claim,
    Cue,
    DateMention,
    Hedge,
    Interval,
    NameMention,
    Quantity,
    Quote,
    Source,
)
from attrib_lint.core.finding import Edit, Finding, Related
from attrib_lint.core.severity import Severity
from attrib_lint.core.span import Span, Spans
from attrib_lint.extract.dates import dates_in
from attrib_lint.extract.measured import singular
from attrib_lint.extract.units import is_currency, is_duration
from attrib_lint.inputs.damage import closes_attribute, marks_ran_together, ran_together
from attrib_lint.inputs.displays import shows_picture
from attrib_lint.lexicon import load as lexicon
from attrib_lint.lexicon import words
from attrib_lint.questions.accusation import (
    Accusation,
    accusations,
    is_before_law,
    is_identifiable,
)
from attrib_lint.questions.accused import accused_in, whole_name
from attrib_lint.questions.barefigures import is_bare_figure, is_plain_measure
from attrib_lint.questions.basis import Basis, flat_lede, weak_basis
from attrib_lint.questions.beside import is_named
from attrib_lint.questions.careful import is_answered_soon, is_careful, is_careless, is_long
from attrib_lint.questions.causes import CAUSE_WORDS, cause_at
from attrib_lint.questions.clause import (
    BE,
    agent,
    before,
    children,
    clause_verb,
    covering,
    dep,
    governing_verbs,
    is_negated,
    is_one_of,
    is_passive,
    marker,
    modal,
    noun_phrase,
    subject,
    takes_clause,
)
from attrib_lint.questions.conclusions import CONCLUSION_WORDS, conclusion_at
from attrib_lint.questions.contested import before_dash, is_conceded, is_contested, is_unanswered
from attrib_lint.questions.descriptions import is_near
from attrib_lint.questions.dialogue import carries_on
from attrib_lint.questions.doubts import doubt_about
from attrib_lint.questions.eventnouns import is_deed
from attrib_lint.questions.events import event
from attrib_lint.questions.figures import (
    RECORDS,
    is_about_data,
    is_budgeted,
    is_credited_elsewhere,
    is_in_passing,
    is_introduced,
    is_label,
    is_measured_by_writer,
    is_on_record,
    is_own_result,
    speaks_near,
    states_basis,
)
from attrib_lint.questions.first_credit import first_credit
from attrib_lint.questions.frames import FRAME_WORDS, agentless_frame, fills_gap, is_superseded
from attrib_lint.questions.granted import taken_as_done, taken_for_granted
from attrib_lint.questions.grounds import is_exemplified, shows_grounds
from attrib_lint.questions.groups import is_known_group, vague_groups
from attrib_lint.questions.guesses import GUESS_WORDS, guess_at
from attrib_lint.questions.headlineclaims import stated_in_headline, told_in_lede
from attrib_lint.questions.held_posts import Held, held_posts
from attrib_lint.questions.impersonal import (
    IMPERSONAL_WORDS,
    REDUCED_WORDS,
    public_frame,
    reduced_frame,
    surfaced_frame,
)
from attrib_lint.questions.knownsources import (
    has_a_face,
    is_among_known,
    is_disclosed,
    is_link_line,
    is_testimony,
    names_a_thing,
)
from attrib_lint.questions.latecredit import late_credit
from attrib_lint.questions.learnt import LEARNT_WORDS, learnt_frame
from attrib_lint.questions.loadedverbs import earns_its_verb, loaded_verb
from attrib_lint.questions.longquotes import ends_of_long_quotes
from attrib_lint.questions.members import lede_ends
from attrib_lint.questions.mentionsafter import mentions_after
from attrib_lint.questions.minds import MIND_WORDS, minded, named_by
from attrib_lint.questions.miscounted import miscounted
from attrib_lint.questions.name_slips import name_slips
from attrib_lint.questions.namedoutlets import names_outlet, with_sentence_before
from attrib_lint.questions.nearorigin import has_origin_beside, is_told_close_by
from attrib_lint.questions.nearspeakers import is_led_in_by_nobody, names_voice, only_wonders
from attrib_lint.questions.onrecord import is_of_outlet, is_public, is_turn_of_events, told_openly
from attrib_lint.questions.outletcredits import outlet_credits, told_by_unnamed
from attrib_lint.questions.overstatement import (
    generalised,
    less_certain,
    only_in_prospect,
    only_linked,
    proved_too_soon,
    told_flat,
)
from attrib_lint.questions.personal import is_personal
from attrib_lint.questions.phrases import (
    Phrase,
    credited,
    phrase_of,
    sentences_after,
    told_by_named,
    words_of,
)
from attrib_lint.questions.polls import Poll, find_polls, missing_basics
from attrib_lint.questions.proposition import Proposition, propositions, same_claim
from attrib_lint.questions.publicfigures import is_public_figure
from attrib_lint.questions.quotedwords import (
    is_after_colon,
    is_branding,
    is_predicate,
    is_speech,
)
from attrib_lint.questions.reportphrases import is_nationality
from attrib_lint.questions.reports import is_owned_report, opaque_reports
from attrib_lint.questions.rumours import RUMOUR_WORDS, is_denied, rumour_frame
from attrib_lint.questions.spellings import SHORTEST, are_alike, edits_between, neighbours
from attrib_lint.questions.standing import WEAK, Standing, may_stand_on_hearsay, standing
from attrib_lint.questions.statements import is_statement
from attrib_lint.questions.stations import changed_bearers, changed_stations
from attrib_lint.questions.studies import is_study_identified, is_told_of_later
from attrib_lint.questions.support import (
    SAYING,
    alleged_before,
    attributions_in,
    attributions_over,
    following_sentence,
    has_named_origin,
    in_legal_context,
    is_answered_next,
    is_credited,
    is_identified,
    is_sourced,
    is_told_before,
    is_voice,
    names_origin_early,
    origin_follows,
    reported_before,
    scopes_over,
    voiced,
)
from attrib_lint.questions.unnamed import (
    Unnamed,
    introduced,
    unnamed_sources,
)
from attrib_lint.questions.unnamed_basis import unnamed_basis
from attrib_lint.questions.whosework import says_whose, traces_after
from attrib_lint.questions.withholding import explains, gives_reason
from attrib_lint.questions.wordholders import (
    credited_with_word,
    has_holder,
    holder_around,
    in_excerpt,
    is_told_by_named,
    is_wanted,
    is_word_of_somebody,
)
from attrib_lint.questions.wording import forms_of, holds, occurrences
from attrib_lint.questions.wordorder import (
    credits,
    is_noun,
    linked,
    phrase_around,
    says_day,
    says_when,
    tokens_among,
)
from attrib_lint.rule import Options
from attrib_lint.stories.happenings import Happening
from attrib_lint.stories.story import Credit, Spoken, Story, Told

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.tokens import Doc as Doc
    from spacy.tokens import Token as Token

    TokenSpan = spacy.tokens.Span

__all__ = [
    "BE",
    "CAUSE_WORDS",
    "CONCLUSION_WORDS",
    "FRAME_WORDS",
    "GUESS_WORDS",
    "IMPERSONAL_WORDS",
    "LEARNT_WORDS",
    "MIND_WORDS",
    "RECORDS",
    "REDUCED_WORDS",
    "RUMOUR_WORDS",
    "SAYING",
    "SHORTEST",
    "WEAK",
    "Accusation",
    "Article",
    "Attribution",
    "Basis",
    "Block",
    "Claim",
    "Conflict",
    "Credit",
    "Cue",
    "DateMention",
    "Dated",
    "Document",
    "Edit",
    "Entries",
    "Finding",
    "Happening",
    "Hedge",
    "Held",
    "Interval",
    "Link",
    "Mention",
    "NameMention",
    "Options",
    "ParsedBlock",
    "Phrase",
    "Poll",
    "Proposition",
    "Quantity",
    "Quote",
    "Related",
    "Severity",
    "Source",
    "Span",
    "Spans",
    "Spoken",
    "Standing",
    "Story",
    "Told",
    "Unnamed",
    "accusations",
    "accused_in",
    "agent",
    "agentless_frame",
    "alleged_before",
    "are_alike",
    "are_disjoint",
    "attributions_in",
    "attributions_over",
    "before",
    "before_dash",
    "carries_on",
    "cause_at",
    "changed_bearers",
    "changed_stations",
    "children",
    "clause_verb",
    "closes_attribute",
    "conclusion_at",
    "counts_in_headline",
    "covering",
    "credited",
    "credited_with_word",
    "credits",
    "dated",
    "dated_twice",
    "dates_differ",
    "dates_in",
    "dep",
    "dimension",
    "doubt_about",
    "earns_its_verb",
    "edits_between",
    "ends_of_long_quotes",
    "event",
    "explains",
    "fills_gap",
    "find_conflicts",
    "find_polls",
    "first_credit",
    "flat_lede",
    "following_sentence",
    "forms_of",
    "generalised",
    "gives_reason",
    "governing_verbs",
    "guess_at",
    "has_a_face",
    "has_holder",
    "has_named_origin",
    "has_origin_beside",
    "held_posts",
    "holder_around",
    "holds",
    "in_excerpt",
    "in_legal_context",
    "in_words",
    "introduced",
    "is_about_data",
    "is_after_colon",
    "is_among_known",
    "is_answered_next",
    "is_answered_soon",
    "is_bare_figure",
    "is_before_law",
    "is_branding",
    "is_budgeted",
    "is_careful",
    "is_careless",
    "is_conceded",
    "is_contested",
    "is_credited",
    "is_credited_elsewhere",
    "is_currency",
    "is_deed",
    "is_denied",
    "is_disclosed",
    "is_duration",
    "is_exemplified",
    "is_identifiable",
    "is_identified",
    "is_in_passing",
    "is_introduced",
    "is_known_group",
    "is_label",
    "is_led_in_by_nobody",
    "is_like",
    "is_link_line",
    "is_long",
    "is_measured_by_writer",
    "is_named",
    "is_nationality",
    "is_near",
    "is_negated",
    "is_noun",
    "is_of_outlet",
    "is_on_record",
    "is_one_of",
    "is_own_result",
    "is_owned_report",
    "is_passive",
    "is_personal",
    "is_plain_measure",
    "is_predicate",
    "is_public",
    "is_public_figure",
    "is_sourced",
    "is_speech",
    "is_statement",
    "is_study_identified",
    "is_superseded",
    "is_testimony",
    "is_told_before",
    "is_told_by_named",
    "is_told_close_by",
    "is_told_of_later",
    "is_turn_of_events",
    "is_unanswered",
    "is_vague_few",
    "is_voice",
    "is_wanted",
    "is_word_of_somebody",
    "late_credit",
    "learnt_frame",
    "lede_ends",
    "less_certain",
    "lexicon",
    "likeness",
    "linked",
    "loaded_verb",
    "manner",
    "marker",
    "marks_ran_together",
    "may_agree",
    "may_stand_on_hearsay",
    "mentions",
    "mentions_after",
    "minded",
    "miscounted",
    "missing_basics",
    "modal",
    "name_slips",
    "named_by",
    "names_a_thing",
    "names_origin_early",
    "names_outlet",
    "names_voice",
    "neighbours",
    "noun_phrase",
    "number",
    "occurrences",
    "one_bearer",
    "one_event",
    "only_in_prospect",
    "only_linked",
    "only_wonders",
    "opaque_reports",
    "origin_follows",
    "outlet_credits",
    "phrase_around",
    "phrase_of",
    "propositions",
    "proved_too_soon",
    "public_frame",
    "put_twice",
    "ran_together",
    "reduced_frame",
    "reported_before",
    "reports_as_it_happens",
    "rumour_frame",
    "same_claim",
    "same_value",
    "says_day",
    "says_when",
    "says_whose",
    "scopes_over",
    "sentences_after",
    "shows_grounds",
    "shows_picture",
    "singular",
    "speaks_near",
    "standing",
    "stated_in_headline",
    "states_basis",
    "stem",
    "subject",
    "surfaced_frame",
    "taken_as_done",
    "taken_for_granted",
    "takes_clause",
    "tokens_among",
    "told_by_named",
    "told_by_unnamed",
    "told_flat",
    "told_in_lede",
    "told_openly",
    "traces_after",
    "unnamed_basis",
    "unnamed_sources",
    "vague_groups",
    "voiced",
    "weak_basis",
    "whole_name",
    "with_sentence_before",
    "words",
    "words_of",
    "written_value",
    "wrong_sums",
]
