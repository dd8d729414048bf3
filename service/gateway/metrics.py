"""What providers are asked for and what it costs, counted for Prometheus: names and numbers only.

The counts are the process's, over all requests, also those that end in an error and have no
Summary to report in. `GET /metrics` shows them.
"""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

from schemas import Attempt

# When a counter began is the process's start, which Prometheus knows anyway.
disable_created_metrics()  # type: ignore[no-untyped-call]  # theirs has no annotations
_REGISTRY = CollectorRegistry()
_WHERE = ("provider", "model")
_ATTEMPTS = Counter(
    "nutgraf_provider_attempts",
    "Requests sent to providers, by how they ended.",
    (*_WHERE, "outcome"),
    registry=_REGISTRY,
)
_TOKENS = Counter(
    "nutgraf_provider_tokens",
    "Tokens, as providers count them: input (cached ones included), cached, output.",
    (*_WHERE, "kind"),
    registry=_REGISTRY,
)
_COST = Counter(
    "nutgraf_provider_cost_dollars",
    "US dollars, where a price is known.",
    _WHERE,
    registry=_REGISTRY,
)
_SECONDS = Histogram(
    "nutgraf_provider_attempt_seconds",
    "From sending a request to the end of its answer.",
    _WHERE,
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60, 120),
    registry=_REGISTRY,
)
RUNNING = Gauge(
    "nutgraf_provider_calls_running",
    "Calls that hold a place.",
    ("provider",),
    registry=_REGISTRY,
)
WAITING = Gauge(
    "nutgraf_provider_calls_waiting",
    "Calls that wait for a place.",
    ("provider",),
    registry=_REGISTRY,
)
SHED = Counter(
    "nutgraf_provider_calls_shed",
    "Calls that were turned away, because too many waited.",
    ("provider",),
    registry=_REGISTRY,
)


def count(attempt: Attempt) -> None:
    """Count an attempt that ended."""
    where = (attempt.provider or "recorded", attempt.model)
    _ATTEMPTS.labels(*where, attempt.outcome.value).inc()
    _TOKENS.labels(*where, "input").inc(attempt.input_tokens)
    _TOKENS.labels(*where, "cached").inc(attempt.cached_tokens)
    _TOKENS.labels(*where, "output").inc(attempt.output_tokens)
    _SECONDS.labels(*where).observe(attempt.latency_ms / 1000)
    if attempt.cost is not None:
        _COST.labels(*where).inc(attempt.cost)


def exposition() -> bytes:
    """All counts in Prometheus' text format."""
    return generate_latest(_REGISTRY)
