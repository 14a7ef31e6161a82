"""An unnamed person or group attacks somebody who is named, or imputes a motive.

AP takes information from unnamed sources, never opinion; the New York Times, the Washington Post,
NPR, Reuters and the Guardian all bar personal attack under anonymity. The target cannot answer
somebody without a name.

Let through: facts to somebody's disadvantage (resigned, lost, was charged); a named member of the
group in the same sentence; whistle-blowers and victims, where the article gives the reason for
withholding the name; judgements of plans and things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrib_lint.api import (
    Article,
    Finding,
    Options,
    Phrase,
    Span,
    accusations,
    credited,
    gives_reason,
    is_identifiable,
    is_one_of,
    is_passive,
    subject,
    unnamed_sources,
    vague_groups,
    words,
)

if TYPE_CHECKING:
    from attrib_lint.api import Token, TokenSpan

HELP = (
    "Can somebody say this on the record, can the underlying fact be reported instead, or should "
    "it go?"
)
SEVERITY = "warning"
SUSPECTED = "“{span}” is an attack by somebody who is not named."
PRESETS = ("ap", "reuters", "strict")
PRESET_OPTIONS = {"strict": {"reader-company": 16.0, "reader-insists": 0.95, "reader-alone": 0.95}}
GUARDS = (
    "The attack must hit a named person or organisation, or he or she.",
    "Events such as a resignation, a defeat or a charge are facts, not attacks.",
    "A named critic in the same sentence clears it, and so does a reason for the anonymity.",
    "What only the reader suspects needs a speaker without a name, a named target and no praise.",
)
BAD = (
    "[[Some people said Musk wanted a “pause” so that his companies could catch up with OpenAI]].",
    "[[One former colleague called Smith a bully and a liar]].",
    "[[Insiders say she only backed the bill to please donors]].",
    "[[A former aide said Mayor Ruth Hall was lazy and vindictive]].",
    "[[Critics say Okafor is only running to protect his contracts]].",
    "[[One player told the Age that coach Dan Reid bullied the juniors]].",
    "[[A person close to the family said Rao had lied to all of them]].",
    "[[One former teammate said Adeyemi was lazy and selfish]].",
    "[[Insiders say Senator Cole only joined the committee to win airtime]].",
    "[[A source close to the prince called Hughes a liar]].",
    "[[Some colleagues believe Patel is incompetent]].",
    "[[Club insiders claim the keeper only signed again to bank a bonus]].",
    "[[Insiders accuse Mayor Rao of treating the budget as a private purse]].",
    "[[Many in the party hold the view that Dr Ada Bello engineered the row]].",
    "[[“He is a bully,” one former staffer]] said of Whitmarsh.",
    "[[Friends insisted that Okoye only stayed quiet because she had a film to sell]].",
    "[[Residents say Tarmac Ltd hid the leaks from the well board]].",
    "Eastern Rail runs the line. [[Locals say the company ignored warnings about it for years]].",
    "[[Observers say Cole timed the vote so that the court would drop her case]].",
    "[[Mayor Cole has known about the bribes since May, according to a council insider]].",
    "[[Many believe Diaz leaked the memo to hurt his rival]].",
    "[[Critics accuse Governor Bello of looting the flood fund]].",
    "[[One adviser was blunt: “Okoro refuses to listen to anybody.”]]",
    "[[A council insider said Mayor Rao just wanted it buried]].",
)
GOOD = (
    "Critics, including the former captain Jo Sims, called the selector Ravi Rao a bully.",
    "Observers say Cole moved the hearing so that the public could attend.",
    "Locals say Tarmac Ltd warned the board in May.",
    "One aide said Carter knew about the job offer.",
    "One accountant who said Bello cheated her called him a bully.",
    "One relative said that Rao’s body was found lying on its side.",
    "Sources said Smith resigned on Tuesday.",
    "A nurse, unnamed for her safety, said the hospital had failed to report the deaths.",
    "Critics, among them Senator Ann Lee, called the plan reckless.",
    "Insiders said Hall had lost the vote and would be charged with fraud.",
    "A source said the cancer researcher Ann Lee would move to Delhi.",
    "Critics say the budget is reckless.",
    "“He is a liar,” said Tom Ortiz, who ran against Lee.",
    "One official said Lee had not lied to the committee.",
    "One former teammate said Adeyemi had torn a ligament.",
    "Insiders say Senator Cole joined the committee in May.",
    "A source said the charge against Hughes was theft.",
    "Some colleagues believe the rota is a disaster.",
    "Insiders say the club only opened the stand to seat the choir.",
    "Critics accuse the regime of hiding the dead.",
    "One aide said Carter had not masterminded the row.",
    "Friends said Carter felt betrayed by her colleagues.",
    "One adviser was blunt: “Okoro has until May.”",
    "A friend said Okoro just wanted the house sold.",
)
_LABELS = frozenset(
    {"call", "brand", "label", "dub", "describe", "portray", "dismiss", "paint", "denounce"}
)
_TESTIFIES = re.compile(r"\bwho (?:says?|said|alleges?|alleged|accuses?|accused|claims?|claimed)\b")
_NAMELESS = frozenset({"unnamed_person", "unnamed_collective", "self_or_other"})
_SUCH = re.compile(r"\b(?:including|included|such as|like|notably|led by|headed by|among them)\b")
_DECEIVED = frozenset({"to", "about", ".", ",", "and", "under", "again", "repeatedly", "over"})
_MOTIVE = re.compile(
    r"\bso (?:that )?(?:he|she|they|his|her|their|its)\b[^.;]*\b(?:could|can|would)\b"
    r"|\bso (?:that )?(?:the|a|an) [^.;,]*\b(?:could|can|would)\b[^.;,]*"
    r"\b(?:his|her|their|its|him|them)\b"
    r"|\b(?:prepar|lay|clear|pav)(?:e|es|ed|ing|s|id)? (?:the )?(?:ground|way|path) for"
    r" (?:his|her|their|its)\b"
    r"|\b(?:feather(?:ed|ing|s)?|lin(?:e|ed|ing|es)|sav(?:e|ed|ing|es)) (?:his|her|their) (?:own )?"
    r"(?:nests?|pockets?|skins?|faces?)\b"
    r"|\b(?:cling(?:s|ing)?|clung) to (?:power|office|(?:his|her|their) (?:job|seat|post)s?)\b"
    r"|\b(?:turn(?:s|ed|ing)? a blind eye|look(?:s|ed|ing)? the other way|asleep at the wheel|"
    r"play(?:s|ed|ing)? (?:politics|god)|in the pocket of|on the take|"
    r"settl(?:e|es|ed|ing) scores?)\b"
    r"|\b(?:only|just|merely|simply|purely)\b (?:[\w-]+ ){0,6}?(?:to|because|for) "
    r"(?:please|win|gain|"
    r"boost|get|make|avoid|hide|distract|protect|enrich|save|curry|cover|settle|advance|further|"
    r"bank|cash|grab|snatch|land|secure|impress|embarrass|punish|spite|undermine|silence|inherit|line|"
    r"pocket|earn|collect|escape|dodge|deflect|appease|flatter|burnish|promote|sell|milk|buy|force|"
    r"he|she|they|his|her|their|the money|show|attention|publicity)\b"
    r"|\bin it (?:just |only |purely )?for\b|\bout of (?:his|her|their) depth\b"
    r"|\bnot up to (?:the job|it)\b|\blost (?:half )?the (?:plot|(?:dressing )?room|players)\b"
    r"|\bwashed[ -]up\b|\b(?:put|puts|putting) (?:profits?|money|cash|ratings|votes|politics) "
    r"(?:before|above|over|ahead of)\b"
    r"|\b(?:stab\w*|thr[eo]w\w*) (?:[\w’']+ ){1,3}(?:in the back|under (?:the|a) bus)\b"
    r"|\bcook(?:ed|ing|s)? the (?:books|figures|numbers)\b"
    r"|\b(?:sold|selling|sells?) out (?:his|her|their|its)\b"
    r"|\b(?:could|can)(?:n[’']t| ?not) run an? (?:bath|whelk stall|tap|raffle)\b"
    r"|\b(?:only (?:cares?|cared|interested|thinks?)|(?:cares?|cared|interested|thinks?) only)"
    r" (?:about|in|of)\b"
    r"|\bto (?:hurt|spite|smear|discredit|embarrass|humiliate|sabotage|silence|intimidate|enrich|"
    r"distract (?:\w+ ){0,2}from|deflect (?:\w+ ){0,2}from|cover up)\b"
    r"|\b(?:only|just|simply|merely) want(?:s|ed)? "
    r"(?:it|this|that|them|him|her|(?:the|his|her) \w+) "
    r"(?:buried|gone|silenced|hidden|forgotten|kept quiet|hushed up|out of the way)\b"
    r"|\b(?:stop(?:s|ped)?|never|refus(?:es?|ed) to|(?:do|does|did|wo)n[’']t) "
    r"listen(?:s|ed|ing)? to (?:anyone|anybody|advice|reason|criticism)\b"
    r"|\b(?:more|less|really|all) about\b"
    r"|\bout of (?:spite|greed|jealousy|envy|vanity|revenge|self-interest)\b"
    r"|\bfor (?:his|her|their) own (?:gain|benefit|glory|ends|ego)\b"
    r"|\b(?:publicity stunt|power grab|smokescreen|vanity project|vendetta|revenge)\b",
    re.IGNORECASE,
)


def check(article: Article, options: Options) -> Iterator[Finding]:
    """Report each unnamed source whose words attack somebody named."""
    for phrase in _speakers(article):
        if phrase.head.tag_ == "PRP" or _TESTIFIES.search(phrase.tail):
            continue  # "they"; "an employee who says Okoro harassed her" is the victim
        sentence = article.sentence_at(phrase.span.start)
        if _named_too(article, sentence):
            continue
        attack = _attack(article, phrase, _said(article, phrase, sentence))
        if attack is None or _is_of_another(article, phrase, attack):
            continue
        if not gives_reason(phrase.block.block.span.of(article.text)):
            yield Finding(
                _statement(article, phrase, attack),
                f"“{phrase.text}” is unnamed and attacks somebody by name "
                f"(“{attack.of(article.text).strip()}”).",
            )


def _is_of_another(article: Article, phrase: Phrase, attack: Span) -> bool:
    """Whether somebody else in the sentence says it: "insiders shrugged, and one was blunt"."""
    over = [
        source.span.overlaps(phrase.span)
        for attribution, source in credited(article)
        if any(content.contains(attack) for content in attribution.content)
    ]
    return bool(over) and not any(over)


def anchor(article: Article, span: Span, options: Options) -> Span | None:
    """The suspected words, if somebody without a name speaks there of a named one, unkindly."""
    sentence = article.sentence_at(span.start)
    speakers = any(sentence.contains(phrase.span) for phrase in _speakers(article)) or any(
        source.kind in _NAMELESS and " " in source.span.of(article.text)
        for _, source in credited(article)
        if sentence.contains(source.span)
    )
    if not speakers or _named_too(article, sentence) or not _hits_somebody(article, sentence):
        return None
    tokens = article.tokens(sentence) or ()
    praise = words("attacks", "praise")
    return None if any({t.lower_, t.lemma_.lower()} & praise for t in tokens) else span


def _statement(article: Article, phrase: Phrase, attack: Span) -> Span:
    """The speaker and what the speaker says where the attack is, without the stop at the end."""
    said = next(
        (
            content
            for attribution, source in credited(article)
            if source.span.overlaps(phrase.span)
            for content in attribution.content
            if content.contains(attack)
        ),
        Span(attack.start, article.sentence_at(attack.start).end),
    )
    whole = phrase.span.cover(said)
    return Span(whole.start, whole.start + len(whole.of(article.text).rstrip(" .")))


def _speakers(article: Article) -> Iterator[Phrase]:
    """Unnamed sources and vague groups with what they say after them, in the writer's voice."""
    seen: list[Span] = []
    for mention in unnamed_sources(article):
        circle = mention.sort == "insider" and mention.speaks and not mention.phrase.before
        told = mention.sort != "public" and mention.counted and mention.speaks
        if mention.withheld or circle or told:
            seen.append(mention.phrase.span)
            yield mention.phrase
    for phrase in vague_groups(article):
        if not any(phrase.span.overlaps(span) for span in seen):
            yield phrase


def _named_too(article: Article, sentence: Span) -> bool:
    """Whether the sentence credits somebody by name as well, or names one of the group."""
    return any(
        (source.named or _names_one(article, source.span))
        and sentence.contains(attribution.cue.span)
        and not source.outlet
        and not attribution.nested
        for attribution, source in credited(article)
    ) or " among them " in sentence.of(article.text)


def _names_one(article: Article, group: Span) -> bool:
    """Whether one of a group has a name: "critics, including the former captain Ann Lee"."""
    such = _SUCH.search(group.of(article.text))
    return such is not None and any(
        name.kind == "person" and name.span.start >= group.start + such.end()
        for name in article.names_at(group)
    )


def _said(article: Article, phrase: Phrase, sentence: Span) -> Span:
    """What stands after the speaker, or all of it: “He is a bully,” one aide said of Rao."""
    for attribution, source in credited(article):
        before = attribution.content and attribution.content[0].start < source.span.start
        if source.span.overlaps(phrase.span) and before:
            return Span(min(attribution.content[0].start, sentence.start), sentence.end)
    return Span(phrase.span.end, sentence.end)


def _attack(article: Article, phrase: Phrase, rest: Span) -> Span | None:
    """The words that attack somebody."""
    text = rest.of(article.text)
    motive = _MOTIVE.search(text)
    tokens = article.tokens(rest)
    if tokens is None:
        return None
    if motive is not None and (_hits_somebody(article, rest) or _is_of_somebody(tokens)):
        found = motive.group().rstrip()
        return Span(rest.start + motive.start(), rest.start + motive.start() + len(found))
    if not _hits_somebody(article, rest):
        return None
    told = (
        phrase.block.span(t)
        for t in tokens
        if _attacks(article, t) or _accuses(article, t, phrase) or _plots(article, t)
    )
    wrongs = (a.span for a in accusations(article) if rest.contains(a.span) and not a.armed)
    return next(told, None) or next(wrongs, None)


def _accuses(article: Article, token: Token, phrase: Phrase) -> bool:
    """Whether the speakers accuse somebody by name: "critics accuse Rao of pocketing the fees"."""
    if token.lemma_.lower() != "accuse" or token.pos_ != "VERB":
        return False
    if any(child.dep_ == "mark" for child in token.children):
        return False  # "after a cleric accused her": that is what happened
    if not any(c.dep_ == "nsubj" and c.i == phrase.head.i for c in token.children):
        return False
    return any(
        child.dep_ == "obj" and child.i > token.i and _is_somebody(article, child)
        for child in token.children
    )


def _plots(article: Article, token: Token) -> bool:
    """Whether somebody by name is said to be behind a thing: "Okoro engineered the row"."""
    if token.pos_ != "VERB" or not is_one_of(token, words("attacks", "plots")):
        return False
    negated = any(child.lower_ in ("not", "n't", "never", "n’t") for child in token.children)
    return not negated and any(
        child.dep_ == "nsubj" and _is_somebody(article, child) for child in token.children
    )


def _is_somebody(article: Article, token: Token) -> bool:
    """Whether a word is a person or body with a name, he or she, or "the bank" that was named."""
    if token.lower_ in ("he", "she", "him", "her") or _is_named_body(article, token):
        return True
    parsed = next((b for b in article.parsed if b.doc is token.doc), None)
    if parsed is None:
        return False
    first, last = token.left_edge, token.right_edge
    place = parsed.span(token.doc[first.i : last.i + 1])
    return any(n.kind not in ("place", "outlet") and n.span.overlaps(place) for n in article.names)


def _is_named_body(article: Article, token: Token) -> bool:
    """Whether "the bank", "the company" points back to somebody with a name."""
    if token.tag_ not in ("NN", "NNP") or not token.is_lower or not is_identifiable(token):
        return False
    return any(n.kind in ("org", "person", "other") for n in article.names)


def _is_of_somebody(tokens: TokenSpan) -> bool:
    """Whether the words are about one who is known by role: "the midfielder", "the minister"."""
    return any(
        t.dep_ == "nsubj"
        and t.tag_ == "NN"
        and t.lower_ in words("sources", "roles")
        and any(child.lower_ in ("the", "his", "her") for child in t.children)
        for t in tokens
    )


def _attacks(article: Article, token: Token) -> bool:
    """Whether a word, as a predicate that is not denied, attacks the one it is said of."""
    forms = {token.lower_, token.lemma_.lower()}
    if any(child.lower_ in ("not", "n't", "never", "n’t") for child in token.children):
        return False
    if token.pos_ in ("NOUN", "ADJ") and forms & words("attacks", "names"):
        labelled = token.head.lemma_ in _LABELS
        if token.dep_ in ("obj", "iobj") and not labelled:
            return False  # "cut their liabilities"
        return token.dep_ not in ("compound", "nmod", "obl") or labelled
    if token.pos_ == "ADJ" and forms & words("attacks", "traits"):
        return token.dep_ != "amod" or token.head.lower_ in ("man", "woman", "person", "boss")
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.lemma_ == "lie" and following is not None and following.lower_ not in _DECEIVED:
        return False  # "was found lying on his side"
    if token.pos_ == "VERB" and forms & words("attacks", "deeds"):
        perfect = any(c.lemma_ == "have" for c in token.children)
        undergone = is_passive(token) or (token.tag_ == "VBN" and not perfect)  # "felt betrayed"
        doer = None if undergone else subject(token)
        return doer is not None and _is_somebody(article, doer)
    return False


def _hits_somebody(article: Article, rest: Span) -> bool:
    """Whether a named person or body, or he or she, stands in what is said."""
    if any(n.kind != "outlet" and rest.contains(n.span) for n in article.names):
        return True
    tokens = article.tokens(rest)
    return tokens is not None and any(
        t.lower_ in ("he", "she", "him", "her", "his") or _is_named_body(article, t) for t in tokens
    )
