"""Every error that Nutgraf raises on purpose.

    NutgrafError
    ├── InputError              what was sent cannot be summarised
    │   ├── ArticleTooLong      more code points than the limit
    │   └── UnreadableInput     not UTF-8, not JSON, or not the documented fields
    ├── ConfigurationError      a setting is missing or contradicts another
    └── ModelError              the model gave no usable answer
        ├── ProviderUnavailable   no answer within the attempts that are allowed
        ├── ProviderRefused       the provider will not serve this request, whatever we do
        │   └── PromptTooLong       the model reads no prompt of this length
        ├── AnswerUnusable        an answer that does not fit the schema, twice
        │   └── AnswerCutOff        an answer longer than was asked for
        ├── Overloaded            too many requests wait for this provider already
        ├── DeadlineExceeded      the time for this request is up
        ├── BudgetExceeded        it would take more tokens or money than the request may
        └── RecordingMissing      replaying, and no recording fits the request

Messages name the place and what would be accepted, and never hold article text, prompts,
answers or keys: they go to logs and problems. HTTP knows its own table (`service/api/problems.py`).
"""


class NutgrafError(Exception):
    """Base of all; its message is safe to show and to log."""


class InputError(NutgrafError):
    """What was sent cannot be summarised."""


class ArticleTooLong(InputError):
    """The article has more code points than the limit."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            f"article.text has {length:,} code points; at most {limit:,} are accepted "
            "(NUTGRAF_MAX_ARTICLE_CODE_POINTS)"
        )
        self._made_of = (length, limit)

    def __reduce__(self) -> tuple[type["ArticleTooLong"], tuple[int, int]]:
        """Let it come out of a worker process."""
        return type(self), self._made_of


class UnreadableInput(InputError):
    """Not UTF-8, not JSON, or not the documented fields."""


class ConfigurationError(NutgrafError):
    """A setting is missing or contradicts another."""


class ModelError(NutgrafError):
    """The model gave no usable answer."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        """When to ask again, as far as that is known. In seconds."""


class ProviderUnavailable(ModelError):
    """The provider gave no answer within the attempts that are allowed."""


class ProviderRefused(ModelError):
    """The provider will not serve this request, however often it is sent."""


class PromptTooLong(ProviderRefused):
    """The model reads no prompt of this length; a shorter part of the article may do."""


class AnswerUnusable(ModelError):
    """The model's answer did not fit the schema, nor did its second."""


class AnswerCutOff(AnswerUnusable):
    """The model's answer ended where the limit of output tokens fell."""


class Overloaded(ModelError):
    """Too many requests wait for this provider already."""


class DeadlineExceeded(ModelError):
    """The time that all calls of one request share is up."""


class BudgetExceeded(ModelError):
    """The request would take more tokens or money than it may."""


class RecordingMissing(ModelError):
    """Answers are replayed from recordings, and none fits the request."""

    def __init__(
        self,
        differs: str = "the prompt, the schema, the article or the model changed since",
    ) -> None:
        super().__init__(
            f"no recorded answer fits this request: {differs}; record again with `make record` "
            "or `nutgraf serve --record`"
        )
