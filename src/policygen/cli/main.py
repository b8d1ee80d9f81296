"""The program: its commands, and what it returns to the shell."""

from __future__ import annotations

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
from policygen.cli.list import list_
from policygen.cli.new import new
from policygen.cli.override import override
from policygen.cli.schema import schema
from policygen.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED: Final = 130
"""As shells report a program that Ctrl-C ended."""


_EXIT_CODES: Final = """\b
Exit codes: 0 done, 1 problems in your files, 2 the command line or
policygen.yaml cannot be used, 3 a document could not be made.
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXIT_CODES)
@click.option("--debug", is_flag=True, help="Show the details of internal errors.")
@click.version_option(__version__, prog_name="policygen", message="%(prog)s %(version)s")
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
program.add_command(schema)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    arguments: without the program's name; None for those of the process.
    """
    prepare_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        result = program.main(words, prog_name="policygen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        say("Stopped. Files that were already written are whole.", err=True)
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
            f"internal error: {type(error).__name__}. This is a fault of policygen, not of your "
            "files: run `policygen --debug` with the same words and report what it prints.",
            err=True,
        )
    return ExitCode.RENDERING
