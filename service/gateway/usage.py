"""What one summary spends: every call counts, also one that failed."""

from dataclasses import dataclass


@dataclass(slots=True)
class Usage:
    """A running count over all calls to the provider for one summary."""

    calls: int = 0
    """Attempts sent, failed ones included."""
    input_tokens: int = 0
    """As the provider counts them."""
    cached_tokens: int = 0
    """Those of `input_tokens` that the provider had cached."""
    output_tokens: int = 0
    """As the provider counts them."""
