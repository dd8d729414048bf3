"""Dates and times: each that a sentence gives stands in the passages it cites.

Rule: invariant 2 of the design. A day and its month are compared as a pair, so that "May 8" is
not made of "May 2" and "June 8"; "Jan." is "January", "5.30pm" is "17:30". A year or a weekday
that stands only elsewhere in the article is an error, since it dates another event.

It cannot see that a date belongs to another event of the same passage ("opened on Monday, closed
on Friday"), and reads month and weekday names in English only. "Today", "tomorrow" and the like
depend on the day of writing, which the passages may give by name: they are warnings.
"""

from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.moments import Atom, implied, moments
from service.audit.words import few


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each date or time that the cited passages do not have."""
    given = moments(sentence)
    if not given:
        return
    have: set[Atom] = set()
    for moment in moments(evidence.text):
        have |= implied(moment.atoms)
    for moment in given:
        missing = [atom for atom in moment.atoms if atom not in have]
        if not missing:
            continue
        quoted = few(sentence[moment.start : moment.end])
        message = f"“{quoted}” is not in the passages that it cites"
        if missing == [("time", 0, 0)] or missing[0][0] == "relative":
            yield evidence.warning(FindingKind.DATE, message)
        else:
            yield evidence.error(FindingKind.DATE, message)
