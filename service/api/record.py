"""What the service remembers of a request while it runs: ids, hashes and counts only."""

from dataclasses import dataclass, field
from uuid import uuid4

from starlette.types import Scope

from schemas import Article

SCOPE_KEY = "nutgraf.request"
_HASH_DIGITS = 12


@dataclass
class RequestRecord:
    """One request; it stands in the ASGI scope."""

    id: str = field(default_factory=lambda: uuid4().hex)
    """Sent back as `X-Request-ID`. A client's own id is not taken: it could hold anything."""
    status: int = 0
    """Of the response; 0 until it begins."""
    article: str = "-"
    """Hash prefix and length of the article."""
    error: str = "-"
    """Name of the exception that ended the work."""

    def note_article(self, article: Article) -> None:
        """Remember which article this is about, by hash and length in code points."""
        self.article = f"{article.sha256[:_HASH_DIGITS]}/{len(article.text)}"

    def note_error(self, error: Exception) -> None:
        """Remember what kind of error ended the work."""
        self.error = type(error).__qualname__


def record_of(scope: Scope) -> RequestRecord:
    """The record of the request that `scope` belongs to."""
    record: RequestRecord = scope[SCOPE_KEY]
    return record
