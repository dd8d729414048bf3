"""Annotated articles in a folder: one JSON file each, as `docs/annotation-guideline.md` has it.

What would make a measure wrong is refused, with the name of the file and the field; what only
breaks a rule of the guideline, or is not known to it, is noted. Neither repeats an article's words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from schemas import Article, SourceKind, Status
from service.errors import UnreadableInput

MAX_PROBLEMS = 10
"""Problems of one file that are named; more are counted."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim."""

    start: int
    """First code point in `article.text`."""
    end: int
    """One past the last."""
    status: Status
    """How the article presents it."""
    kind: SourceKind
    """Who stands behind it."""
    source: str | None
    """The article's words for the source; null for its own voice."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what a person made of it."""

    id: str
    """Name of the file without its ending."""
    genre: str
    """Such as `courts`; reports are broken down by it."""
    article: Article
    """The article; its `source_id` is the id."""
    claims: tuple[GoldClaim, ...]
    """In the order of the file; no two overlap."""
    key_claims: tuple[int, ...]
    """Positions in `claims`, from 0, of what a fair summary contains."""
    loaded: tuple[str, ...]
    """Words that evaluate or move, verbatim."""
    sha256: str
    """Hex digest of the file: two reports are compared on the same annotations only."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The annotated articles of a folder."""

    articles: tuple[Annotated, ...]
    """In the order of their ids."""
    notices: tuple[str, ...]
    """What was odd but could be measured, with the names of the files."""


class _Annotation(BaseModel):
    """An object of the file. Unknown keys are kept, so that they can be named."""

    model_config = ConfigDict(strict=True, extra="allow", hide_input_in_errors=True)


class _Attribution(_Annotation):
    kind: SourceKind
    source: str | None = None


class _Claim(_Annotation):
    quote: str = Field(min_length=1)
    occurrence: int = Field(default=1, ge=1)
    status: Status
    attribution: _Attribution
    cues: tuple[str, ...] = ()


class _Record(_Annotation):
    id: str
    language: str = "und"
    genre: str = Field(default="none", pattern=r"^[\w -]{1,40}$")
    title: str | None = None
    text: str
    claims: tuple[_Claim, ...]
    loaded: tuple[str, ...] = ()
    key_claims: tuple[int, ...] = ()
    reference_summary: tuple[str, ...] = ()


def read_folder(folder: Path, include: Sequence[str] = ()) -> Folder:
    """Read the annotated articles of a folder.

    Args:
        folder: Holds one `ID.json` for each article; other files are left alone.
        include: Glob patterns of ids; an article that fits any of them is read. None: all are.

    Raises:
        UnreadableInput: There is none, or a file is not an annotated article; every file that
            is not is named, with its fields.
    """
    if not folder.is_dir():
        message = f"{folder} is not a folder; accepted: a folder of annotated articles (JSON)"
        raise UnreadableInput(message)
    articles: list[Annotated] = []
    notices: list[str] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.json")):
        wanted = not include or any(fnmatchcase(path.stem, pattern) for pattern in include)
        if path.name.startswith(".") or not wanted:
            continue
        try:
            article, odd = read_annotated(path.name, path.read_bytes())
        except UnreadableInput as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(f"{path.name}: {error.strerror or type(error).__name__}")
        else:
            articles.append(article)
            notices += odd
    if problems:
        raise UnreadableInput("; ".join(problems))
    if not articles:
        fitting = f" that fits {' or '.join(include)}" if include else ""
        message = f"{folder} has no annotated article{fitting}; accepted: files ID.json"
        raise UnreadableInput(message)
    return Folder(tuple(articles), tuple(notices))


def read_annotated(name: str, data: bytes) -> tuple[Annotated, tuple[str, ...]]:
    """Read one file.

    Args:
        name: Name of the file; the article's `id` with `.json`.
        data: Its bytes; UTF-8, a byte order mark is dropped.

    Returns:
        The article, and what was odd about it.

    Raises:
        UnreadableInput: It is not an annotated article; the message names file and fields.
    """
    try:
        record = _Record.model_validate_json(data.removeprefix(_BOM))
        article = Article(
            text=record.text, title=record.title, language=record.language, source_id=record.id
        )
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        problems = [f"{_path(d['loc'])}{d['msg'].removeprefix('Value error, ')}" for d in details]
        raise _refusal(name, problems) from None
    spans = [_find(article.text, claim.quote, claim.occurrence) for claim in record.claims]
    if problems := list(_problems(name, record, spans)):
        raise _refusal(name, problems)
    claims = tuple(
        GoldClaim(
            start=start,
            end=start + len(claim.quote),
            status=claim.status,
            kind=claim.attribution.kind,
            source=claim.attribution.source,
        )
        for claim, start in zip(record.claims, spans, strict=True)
    )
    annotated = Annotated(
        id=record.id,
        genre=record.genre,
        article=article,
        claims=claims,
        key_claims=record.key_claims,
        loaded=record.loaded,
        sha256=sha256(data).hexdigest(),
    )
    return annotated, tuple(f"{name}: {odd}" for odd in _oddities(record))


def _find(text: str, quote: str, occurrence: int) -> int:
    """Start of the n-th occurrence, counted from 1; -1 where there are fewer."""
    start = -1
    for _ in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            break
    return start


def _problems(name: str, record: _Record, starts: list[int]) -> Iterator[str]:
    """What would make a measure wrong."""
    if f"{record.id}.json" != name:
        yield "id: not the name of the file without .json"
    if not record.claims:
        yield "claims: empty; accepted: at least one claim"
    placed: list[tuple[int, int, int]] = []
    for number, (claim, start) in enumerate(zip(record.claims, starts, strict=True)):
        if start < 0:
            times = f" {claim.occurrence} times" if claim.occurrence > 1 else ""
            yield f"claims.{number}.quote: does not stand in text{times}, character for character"
        else:
            placed.append((start, start + len(claim.quote), number))
        if claim.attribution.kind is SourceKind.ARTICLE and claim.attribution.source is not None:
            yield f"claims.{number}.attribution.source: the article's own voice has null"
    for (_, end, one), (start, _, other) in pairwise(sorted(placed)):
        if start < end:
            yield f"claims.{other}.quote: overlaps claims.{one}.quote"
    for position, number in enumerate(record.key_claims):
        if not 0 <= number < len(record.claims):
            last = len(record.claims) - 1
            yield f"key_claims.{position}: no claim has this position; accepted: 0 to {last}"


def _oddities(record: _Record) -> Iterator[str]:
    """What breaks a rule of the guideline, or is not known to it, and can be measured."""
    text = record.text
    objects: list[tuple[str, _Annotation]] = [("", record)]
    for number, claim in enumerate(record.claims):
        place = f"claims.{number}."
        objects += [(place, claim), (f"{place}attribution.", claim.attribution)]
        attribution = claim.attribution
        if attribution.kind is not SourceKind.ARTICLE and not attribution.source:
            yield f"{place}attribution.source: missing, though the kind is {attribution.kind}"
        elif attribution.source is not None and attribution.source not in text:
            yield f"{place}attribution.source: does not stand in text"
        if any(cue not in text for cue in claim.cues):
            yield f"{place}cues: not all of them stand in text"
    for number, phrase in enumerate(record.loaded):
        if phrase not in text:
            yield f"loaded.{number}: does not stand in text"
    for place, one in objects:
        for key in one.model_extra or {}:
            # A key comes from the file and could be anything.
            shown = key if key.isidentifier() and len(key) <= 40 else "(not a plain name)"  # noqa: PLR2004
            yield f"{place}{shown}: not a field of an annotated article; ignored"


def _refusal(name: str, problems: list[str]) -> UnreadableInput:
    more = len(problems) - MAX_PROBLEMS
    named = ", ".join(problems[:MAX_PROBLEMS]) + (f", and {more} more" if more > 0 else "")
    return UnreadableInput(f"{name}: {named}")


def _path(location: tuple[int | str, ...]) -> str:
    return f"{'.'.join(str(part) for part in location)}: " if location else ""
