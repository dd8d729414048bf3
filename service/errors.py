"""Every error that Nutgraf raises on purpose.

    NutgrafError
    ├── InputError              what was sent cannot be summarised
    │   ├── ArticleTooLong      more code points than the limit
    │   └── UnreadableInput     not UTF-8, not JSON, or not the documented fields
    ├── ConfigurationError      a setting is missing or contradicts another
    └── ModelError              the model gave no usable answer
        ├── ProviderUnavailable   no answer within the budget of attempts
        ├── ProviderRefused       the provider will not serve this request, whatever we do
        ├── AnswerUnusable        an answer that does not fit the schema, twice
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


class UnreadableInput(InputError):
    """Not UTF-8, not JSON, or not the documented fields."""


class ConfigurationError(NutgrafError):
    """A setting is missing or contradicts another."""


class ModelError(NutgrafError):
    """The model gave no usable answer."""


class ProviderUnavailable(ModelError):
    """The provider gave no answer within the budget of attempts."""


class ProviderRefused(ModelError):
    """The provider will not serve this request, however often it is sent."""


class AnswerUnusable(ModelError):
    """The model's answer did not fit the schema, nor did its second."""


class RecordingMissing(ModelError):
    """Answers are replayed from recordings, and none fits the request."""

    def __init__(self) -> None:
        super().__init__(
            "no recorded answer fits this request: the prompt, the schema, the article or the "
            "model changed since it was recorded; record again with `make record`"
        )
