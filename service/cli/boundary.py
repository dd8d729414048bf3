"""Where the command line ends: errors become one line and an exit code, never a traceback."""

import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError
from typer.core import TyperGroup
from typer.exceptions import TyperException

from service.errors import ConfigurationError, ModelError, NutgrafError
from service.formats.inert import one_line
from service.settings import Settings


class ExitCode(IntEnum):
    """What a script can tell from the end of a command; `--help` and `docs/cli.md` list them."""

    OK = 0
    BAD_INPUT = 2
    MODEL_UNAVAILABLE = 3


def complain(message: str) -> None:
    """Write one line to standard error."""
    typer.echo(f"nutgraf: {one_line(message)}", err=True)


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        ConfigurationError: A setting is not accepted; the message names it and not its value.
    """
    try:
        return Settings()
    except ValidationError as error:
        prefix = Settings.model_config["env_prefix"]
        problems = [
            (prefix + ".".join(str(part) for part in one["loc"]) + ": ").upper() + one["msg"]
            if one["loc"]
            else one["msg"].removeprefix("Value error, ")
            for one in error.errors(include_url=False, include_input=False)
        ]
        raise ConfigurationError("; ".join(problems)) from None
    except UnicodeDecodeError:
        message = "the file .env is not UTF-8"
        raise ConfigurationError(message) from None
    except SettingsError as error:
        # Lists are read as JSON; the message names the field, and its cause holds the value.
        message = f'{error}; lists are written as JSON, such as ["a", "b"]'
        raise ConfigurationError(message) from None


class Commands(TyperGroup):
    """The group of all commands, with the boundary around it."""

    def main(  # type: ignore[override]  # what it does not name, it passes on
        self, args: Sequence[str] | None = None, **options: Any
    ) -> Any:
        """Run a command and leave the process with its exit code."""
        if not options.pop("standalone_mode", True):
            return super().main(args, standalone_mode=False, **options)
        try:
            outcome = super().main(args, standalone_mode=False, **options)
        except NutgrafError as error:
            complain(str(error))
            failed = isinstance(error, ModelError)
            sys.exit(ExitCode.MODEL_UNAVAILABLE if failed else ExitCode.BAD_INPUT)
        except TyperException as error:
            # A usage error. Typer would draw a box of five lines around it.
            if message := error.format_message():  # none where it printed the help instead
                complain(message.replace("Value error, ", ""))
            sys.exit(error.exit_code)
        # Typer hands back the code of an `Exit`, and the return value of a command: None here.
        sys.exit(outcome if isinstance(outcome, int) else ExitCode.OK)
