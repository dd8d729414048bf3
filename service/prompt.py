"""Sentences → Prompt: render the templates of `prompts/` around an article.

The static part comes first, so that providers can cache it; the article is fenced behind a token
made from its own hash, which no author could have written into it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from string import Template

from schemas import (
    Article,
    Claim,
    Finding,
    Message,
    Prompt,
    PromptInfo,
    Sentence,
    SourceKind,
    Status,
)

_STATUS_WORDS = {
    Status.STATED_FACT: "fact",
    Status.UNCONFIRMED: "unconfirmed",
    Status.SPECULATION: "speculation",
    Status.OPINION: "opinion",
}
_TOKEN_LENGTH = 12


def render_draft(article: Article, sentences: Sequence[Sentence], max_sentences: int) -> Prompt:
    """Ask for claims and a summary; `max_sentences` 0 asks for claims alone."""
    task = (
        f"Summary: at most {max_sentences} sentences, in {_language(article)}."
        if max_sentences
        else 'This is one part of a longer article. Give its claims; leave "t" empty.'
    )
    return _render("draft", article, sentences=_numbered(sentences), task=task)


def draft_template() -> PromptInfo:
    """Which template `render_draft` fills."""
    return PromptInfo(name="draft", sha256=_template("draft")[0])


def render_compose(
    article: Article, claims: Sequence[tuple[int, Claim]], max_sentences: int
) -> Prompt:
    """Ask for the summary of claims, under the numbers by which the answer is to cite them."""
    task = f"Summary: at most {max_sentences} sentences, in {_language(article)}."
    return _render("compose", article, claims="\n".join(_described(claims)), task=task)


def render_repair(
    article: Article,
    sentences: Sequence[Sentence],
    refused: Sequence[tuple[int, str, str]],
    claims: Sequence[tuple[int, Claim]],
    failed: Sequence[tuple[str, Sequence[int], Sequence[Finding]]],
) -> Prompt:
    """Ask once for what failed, with the exact failures.

    Args:
        article: The article.
        sentences: Those of its sentences that the refused claims cite.
        refused: Each refused claim: its number, its line, and why it was refused.
        claims: What the failed sentences may cite, under the numbers that the answer is to use.
        failed: Each failed summary sentence, the numbers it cites, and its findings.
    """
    lines: list[str] = []
    if refused:
        lines.append("Refused claims:")
        lines += (f"{number}. {line}: {reason}" for number, line, reason in refused)
    if failed:
        lines.append("Claims that a sentence may cite:")
        lines += _described(claims)
        lines.append("Failed sentences:")
        for text, numbers, findings in failed:
            cited = ", ".join(str(number) for number in numbers) or "nothing"
            reasons = "; ".join(finding.message for finding in findings)
            lines.append(f"- {text} (cites {cited}): {reasons}")
    return _render("repair", article, sentences=_numbered(sentences), draft="\n".join(lines))


def _render(template: str, article: Article, **values: str) -> Prompt:
    digest, system, user = _template(template)
    content = Template(user).substitute(values, token=article.sha256[:_TOKEN_LENGTH])
    return Prompt(
        name=template,
        sha256=digest,
        messages=(
            Message(role="system", content=system),
            Message(role="user", content=content),
        ),
    )


@cache
def _template(name: str) -> tuple[str, str, str]:
    """Digest, system part and user part of a template."""
    raw = (files("prompts") / f"{name}.md").read_bytes()
    _, system, user = raw.decode().split("# ", 2)
    return (
        sha256(raw).hexdigest(),
        system.removeprefix("system").strip(),
        user.removeprefix("user").strip(),
    )


def _numbered(sentences: Sequence[Sentence]) -> str:
    """One sentence a line, paragraphs apart."""
    lines: list[str] = []
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        if before and before.paragraph != sentence.paragraph:
            lines.append("")
        lines.append(f"[{sentence.number}] {' '.join(sentence.text.split())}")
    return "\n".join(lines)


def _described(claims: Sequence[tuple[int, Claim]]) -> Iterator[str]:
    """One line a number: number, status, source, words.

    A drafted claim of several sentences became several claims; they stand in one line, so that no
    number stands twice, unless the audit has parted their labels.
    """
    for (number, status, source), group in groupby(claims, _label):
        words = " ".join(" ".join(claim.text.split()) for _, claim in group)
        yield f"{number}. {_STATUS_WORDS[status]}{source}: {words}"


def _label(numbered: tuple[int, Claim]) -> tuple[int, Status, str]:
    number, claim = numbered
    if claim.attribution.kind is SourceKind.ARTICLE:
        return number, claim.status, ""
    source = claim.attribution.source or "a source that is not named"
    return number, claim.status, f" ({source})"


def _language(article: Article) -> str:
    return (
        "the article's language"
        if article.language == "und"
        else f"the article's language ({article.language})"
    )
