"""The program: its commands, and what it returns to the shell."""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING, Final

import click

from policygen import __version__
from policygen.cli.build import build
from policygen.cli.check import check
from policygen.cli.console import prepare_streams, say, silence
from policygen.cli.doctor import doctor
from policygen.cli.explain import explain
from policygen.cli.language import Group, Option, option, speaking
from policygen.cli.list import list_
from policygen.cli.new import new
from policygen.cli.override import override
from policygen.cli.requirements import requirements
from policygen.cli.schema import schema
from policygen.cli.usage import print_usage_error
from policygen.errors import ExitCode, tell
from policygen.i18n.messages import LANGUAGES, ui_language

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED: Final = 130
"""As shells report a program that Ctrl-C ended."""


_UI_LANGUAGE: Final = "--ui-language"

_EXIT_CODES: Final = """\b
Exit codes: 0 done, 1 problems in your files, 2 the command line or
policygen.yaml cannot be used, 3 a document could not be made.
"""


@click.group(
    cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXIT_CODES
)
@option("--debug", is_flag=True, help=tell("Show the details of internal errors."))
@option(
    _UI_LANGUAGE,
    type=click.Choice(LANGUAGES),
    expose_value=False,  # `main` has read it already, even for --help
    help=tell("Speak this language; that of your system when left out."),
)
@click.version_option(
    __version__,
    prog_name="policygen",
    message="%(prog)s %(version)s",
    cls=Option,
    help=tell("Show the version and exit."),
)
@click.pass_context
def program(context: click.Context, *, debug: bool) -> None:
    """Make a company's customer-service documents from one source.

    Run `policygen build` in the folder that holds policygen.yaml.
    """
    context.obj = debug


program.add_command(build)
program.add_command(check)
program.add_command(doctor)
program.add_command(explain)
program.add_command(list_)
program.add_command(new)
program.add_command(override)
program.add_command(requirements)
program.add_command(schema)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    arguments: without the program's name; None for those of the process.
    """
    # Plugins of other packages have no business with a policy, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare_streams()
    language, words = _language_first(list(sys.argv[1:] if arguments is None else arguments))
    with speaking(ui_language(language, os.environ)):
        return _run(words)


def _language_first(words: list[str]) -> tuple[str, list[str]]:
    """Return the language that the words ask for, "" for none, and the words with that at their
    front: it holds for every command, and people write it behind the command as well."""
    for place, word in enumerate(words):
        name, equals, language = word.partition("=")
        if name == _UI_LANGUAGE:
            end = place + (1 if equals else 2)
            language = language or "".join(words[place + 1 : end])
            return language, [*words[place:end], *words[:place], *words[end:]]
    return "", words


def _run(words: list[str]) -> int:
    try:
        result = program.main(words, prog_name="policygen", standalone_mode=False)
    except click.ClickException as error:
        print_usage_error(error)
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        say(tell("Stopped. Files that were already written are whole."), err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        silence(sys.stdout)
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - no input may end in a traceback
        return _internal_error(error, debug="--debug" in words)
    return int(result or ExitCode.DONE)


def _internal_error(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    else:
        say(
            tell(
                "internal error: {name}. This is a fault of policygen, not of your files: run "
                "`policygen --debug` with the same arguments and report what it prints.",
                name=type(error).__name__,
            ),
            err=True,
        )
    return ExitCode.RENDERING
