"""The command line. `docs/cli.md` describes it."""

from service.cli.app import app, main

__all__ = ["app", "main"]
