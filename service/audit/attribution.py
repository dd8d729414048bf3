"""Attribution: who speaks in the passages speaks in the sentence.

Rule: invariant 2 of the design. Hearsay and opinion keep their source (or, for hearsay, a word
such as "reportedly"): error. A named source's fact may stand without it: warning. The speaker of
a reporting verb must be a source of the claims that the clause renders, or stand in the passages
that it cites: error. Source, cue and content are the terms of PARC and PolNeAR; the speaker is
sought among the words before the verb, or behind it where it is inverted ("said Mr Ashdown").
Speakers without a name are told apart in `speakers.py`. A verb of speech that belongs to what the
source says ("a diplomat said they had asked for two days") does not stand in for the source's own.

It cannot resolve pronouns ("she said" passes), nor see a verb of speech that the lexicon lacks.
"""

import re
from collections.abc import Iterator

from schemas import Claim, Finding, FindingKind, SourceKind, Status
from service.audit.clauses import LEAST_SHARED, Clause, clauses, home, introduced, source_stems
from service.audit.denials import disowned
from service.audit.evidence import Evidence
from service.audit.moments import moments
from service.audit.names import COURTESY
from service.audit.speakers import authors, is_strange, nouns, spoken_for
from service.audit.words import FUNCTION_WORDS, Word, content_stems, few, fold, stem, tokens, words
from service.lexicon import Hit, Lexicon
from service.patterns import Pattern

_REACH = 7
"""Words before or behind a reporting verb among which its speaker is sought: a name of up to
three words with an apposition of up to four ("Bea Linnet of the opposition party said")."""
_SHARES = re.compile(
    r"(?<!\w)(?:analysis|article|report|author|writer|editorial|column)s?(?!\w)", re.IGNORECASE
)
"""Names for the article itself, which may stand behind its own opinions."""

_GAP = re.compile(r"(?:\s?[,–—-](?:.{0,80}[,–—-])?)?\s*(?:[\w’']+\s){0,2}", re.DOTALL)
"""What stands between a name and its verb: an apposition, an auxiliary, an adverb."""
_NEAR = 120
"""Code points in which those words are read: room for seven long ones."""
_MARKS = ("“", "‘", '"', "«")
_CLAUSE_BEHIND = re.compile(
    r"(?:\s[A-Z][\w’'-]*){1,3}\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did)(?!\w)"
)
"""A name with its own verb: "Oberoi, who teaches law, said Vasalli would last"."""
_OF = re.compile(r"(?<!\w)(?:of|at|from|for|in|on|with|by|to)\s(?:the\s)?$", re.IGNORECASE)
"""A name behind one of these belongs to the speaker ("Castellane of Hallam Ward said")."""


_CHARGED = Pattern(
    r"(?<!\w)(?:(?:court|jury|jurors|inquest|tribunal|inquiry|hearing)\s(?:has\s|was\s|were\s)?(?:heard|told)"
    r"|(?:charges?|counts?|suspicion|allegations?|accusations?|claims?)\s(?:that|of)|accus(?:es|ing)|accused\s(?:\w+\s){0,3}of"
    r"|charg(?:ed|es|ing)\swith|(?:prosecutors|police)\s(?:have\s|had\s)?charged|(?:on\strial|sued|suing|tried)\s(?:for|over|on)|indict(?:ed|ment)|suspected)(?!\w)",
    re.IGNORECASE,
)
"""Words that say of what follows that somebody stands accused of it, and no more."""
_SAYING = frozenset({"saying", "adding", "warning", "citing", "calling"})
"""Where a clause is cut off that goes on with what the subject of the one before says."""
_BESIDE = Pattern(r",\s[^,;“”]{1,120},(?=\s)")
"""What stands between commas behind a source's name."""
_ACCUSING = ("accus", "alleg", "charg", "suspect")
"""How verbs begin of which the passive's subject does not speak: it is spoken of."""
_PASSIVE = Pattern(
    r"(?<!\w)(?:be|been|being|is|are|was|were|stands?)\s(?:\w+ly\s)?$", re.IGNORECASE
)
_AUXILIARY = 20
"""Code points before such a verb in which its auxiliary stands."""


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each speaker that is gone or changed."""
    if evidence.lexicon is None:
        return
    yield from _dropped(sentence, evidence, evidence.lexicon)
    yield from _changed(sentence, evidence, evidence.lexicon)


def _dropped(sentence: str, evidence: Evidence, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for each claim whose source is gone."""
    parts = clauses(sentence)
    facts_named = False
    for claim in evidence.cited:
        index = home(claim, parts, evidence.cited)
        if index is None:
            continue
        # "…, saying he took it": the verb stands where the clause is cut off.
        joint = sentence[parts[index - 1].end : parts[index].start] if index else ""
        if joint.strip(", ") in _SAYING or _attributed(
            introduced(parts, index), parts[index], claim, lexicon
        ):
            continue
        shown, source = few(parts[index].text), few(claim.attribution.source or "the article")
        sourced = claim.attribution.kind is not SourceKind.ARTICLE
        if claim.status is Status.OPINION:
            message = f"“{shown}” is an opinion ({source}) without its source"
            yield evidence.error(FindingKind.ATTRIBUTION_DROPPED, message)
        elif (
            claim.status is Status.UNCONFIRMED
            and sourced
            and not lexicon.hedges(parts[index].text)
            and not _CHARGED.search(introduced(parts, index))
            and not disowned(parts[index].text)
        ):
            message = f"“{shown}” is unconfirmed ({source}) and stands without its source"
            yield evidence.error(FindingKind.ATTRIBUTION_DROPPED, message)
        elif claim.status is Status.STATED_FACT and sourced and not facts_named:
            facts_named = True
            message = f"“{shown}” stands without its source ({source})"
            yield evidence.warning(FindingKind.ATTRIBUTION_DROPPED, message)


def _attributed(around: str, clause: Clause, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a reporting verb or the claim's own source stands by a clause."""
    source = content_stems(claim.attribution.source or "")
    # "Videos purportedly show flames": where the claim has a hedge of its own, the source alone
    # does not say that nobody vouches for it.
    hearsay = claim.status is Status.UNCONFIRMED and bool(lexicon.hedges(claim.text))
    # Nor do verbs of evidence: "Videos show flames".
    read = clause.text if hearsay else around
    told = _told(claim, lexicon)
    reports = [hit for hit in lexicon.reports(read) if stem(read[hit.start : hit.end]) not in told]
    if any(hit.entry.status is not Status.STATED_FACT or not hearsay for hit in reports):
        return True
    if source & clause.stems and not hearsay:
        return True
    if source & content_stems(around) and clause.text.lstrip().startswith(_MARKS):
        return True  # "Castellanos is blunt: “…”"
    return claim.attribution.kind is SourceKind.ARTICLE and bool(_SHARES.search(around))


def _told(claim: Claim, lexicon: Lexicon) -> frozenset[str]:
    """Stems of the verbs of speech in what a claim's source says, its own verb not among them.

    "A diplomat said the government had asked for two days": who asks is not who says so. The
    source's own verb is the one nearest to its name.
    """
    source, hits = claim.attribution.source, lexicon.reports(claim.text)
    at = claim.text.find(source) if source else -1
    if source is None or at < 0 or not hits:
        return frozenset()
    end = at + len(source)
    # "Two workers, granted anonymity because they feared for their jobs, said …"
    beside = _BESIDE.match(claim.text, end)
    end = beside.end() if beside else end
    own = min(hits, key=lambda hit: hit.start - end if hit.start >= end else abs(at - hit.end))
    verbs = {hit: stem(claim.text[hit.start : hit.end]) for hit in hits}
    return frozenset(verbs.values()) - {verbs[own]}


def _speaker(clause: Clause, start: int, end: int) -> tuple[Word, ...]:
    """Words among which the speaker of a reporting verb at `[start, end)` stands.

    Those before the verb, nearest last; behind it for "according to" and inverted verbs.
    """
    verb = clause.text[start:end].casefold()
    low = max(0, start - _NEAR)
    before = _moved(words(clause.text[low:start])[-_REACH:], low)
    behind = _moved(words(clause.text[end : end + _NEAR])[:_REACH], end)
    if verb.startswith(("according", "in the")):
        return behind
    inverted = (
        bool(behind)
        and behind[0].text[0].isupper()
        and clause.text[low:start].rstrip().endswith((",", "”", '"', "’", "'"))
        and not _CLAUSE_BEHIND.match(clause.text, end)
    )
    return behind if inverted else before


def _moved(some: tuple[Word, ...], by: int) -> tuple[Word, ...]:
    return tuple(Word(word.text, word.start + by, word.end + by) for word in some)


def _changed(sentence: str, evidence: Evidence, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for each speaker who is no source of what the clause renders."""
    for clause in clauses(sentence):
        for hit in lexicon.reports(clause.text):
            place, start = clause, hit.start
            if not tokens(clause.text[:start]):
                # "…, Petra Oyelaran, who said": the speaker stands before the cut
                low = max(0, clause.start - _NEAR)
                place, start = Clause(sentence[low : clause.end], low), clause.start + start - low
            end = start + hit.end - hit.start
            verb = place.text[start:end].casefold()
            if verb.startswith(_ACCUSING) and _PASSIVE.search(place.text[:start][-_AUXILIARY:]):
                continue
            runs = _name_runs(place, _speaker(place, start, end), evidence)
            if not runs:
                phrase = nouns(place.text, start, end)
                yield from _unnamed(phrase, clause, hit, evidence, lexicon)
                continue
            behind = runs[0][0].start >= end
            nearest = runs[0] if behind else runs[-1]
            shown = few(place.text[nearest[0].start : nearest[-1].end])
            known = [any(fold(w.text) in evidence.cited_words for w in run) for run in runs]
            left = place.text[max(0, nearest[0].start - _NEAR) : nearest[0].start]
            belongs = _OF.search(left)
            if belongs and content_stems(left) & content_stems(evidence.text) and not behind:
                known.append(True)  # "the zoning board in Tolliver put off": the board speaks
            if not any(known) or not (known[0 if behind else -1] or belongs):
                yield evidence.error(
                    FindingKind.ATTRIBUTION_CHANGED,
                    f"“{shown}” is not among the sources of the passages that it cites",
                )
            elif not behind and not _GAP.fullmatch(place.text, nearest[-1].end, start):
                continue  # "the ban on Orrin, which analysts said": another noun speaks
            elif _misplaced(
                {stem(w.text) for run in runs for w in run}, clause, evidence
            ) and not _denied(clause, hit):
                yield evidence.error(
                    FindingKind.ATTRIBUTION_CHANGED,
                    f"“{shown}” is not the source of what is said here",
                )


def _unnamed(
    phrase: tuple[Word, ...],
    clause: Clause,
    hit: Hit,
    evidence: Evidence,
    lexicon: Lexicon,
) -> Iterator[Finding]:
    """Yield a finding where an office, a body or a group speaks that does not in the passages."""
    if not phrase:
        return
    shown = " … ".join(dict.fromkeys((few(phrase[0].text), few(phrase[-1].text))))
    stems = {stem(word.text) for word in phrase}
    if is_strange(phrase, evidence, lexicon):
        yield evidence.error(
            FindingKind.ATTRIBUTION_CHANGED,
            f"“{shown}” is not among the sources of the passages that it cites",
        )
    elif (
        any(stems & source_stems(claim) for claim in evidence.cited)
        and _misplaced(stems, clause, evidence)
        and not _denied(clause, hit)
    ):
        yield evidence.error(
            FindingKind.ATTRIBUTION_CHANGED, f"“{shown}” is not the source of what is said here"
        )


def _denied(clause: Clause, hit: Hit) -> bool:
    """Whether a verb or noun of speech is of talk that is denied: the words of others."""
    talk = disowned(clause.text)
    return talk is not None and talk.start() <= hit.start < talk.end()


def _misplaced(speaker: set[str], clause: Clause, evidence: Evidence) -> bool:
    """Whether a clause renders the words of others far more than those of its speaker.

    "Far more" is twice the content words, and two at least: a paraphrase of the speaker's own
    words shares some with what others say of the same thing. Claims whose source the clause
    names as well are not held against the speaker ("Ashdown denied what Linnet had said").
    """
    own = others = 0
    for claim in evidence.cited:
        shared = len((clause.stems - speaker - source_stems(claim)) & content_stems(claim.text))
        if shared <= min(own, others):
            continue
        if _may_speak(speaker, claim, evidence):
            own = max(own, shared)
        elif claim.attribution.source and not source_stems(claim) & clause.stems:
            others = max(others, shared)
    return others >= LEAST_SHARED and others > 2 * own


def _name_runs(clause: Clause, speaker: tuple[Word, ...], evidence: Evidence) -> list[list[Word]]:
    """The names among the words of a speaker; words that the article also has small are none."""
    runs: list[list[Word]] = []
    dates = [(moment.start, moment.end) for moment in moments(clause.text)]
    for word in speaker:
        if any(start <= word.start < end for start, end in dates):
            continue  # "the report released on Monday says"
        folded = fold(word.text)
        head = clause.start + word.start == 0
        if not word.text[0].isupper() or folded in FUNCTION_WORDS or folded in COURTESY:
            continue
        if fold(word.text) != word.text.casefold() and folded in evidence.reading.words:
            continue  # "Doresku's office said": the office speaks
        unknown = head and folded not in evidence.reading.words
        if folded in evidence.reading.small_words or unknown:
            continue
        if runs and not clause.text[runs[-1][-1].end : word.start].strip(" .-’'"):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _may_speak(speaker: set[str], claim: Claim, evidence: Evidence) -> bool:
    """Whether a speaker may speak for a claim: as its source, or as who is named in its words.

    Those who wrote a paper speak for it, and a body for whoever speaks as its own.
    """
    source = claim.attribution.source or ""
    return not (
        speaker.isdisjoint(source_stems(claim))
        and speaker.isdisjoint(content_stems(claim.text))
        and speaker.isdisjoint(authors(source))
        and not speaker <= spoken_for(source, evidence.article.text)
    )
