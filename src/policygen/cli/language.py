"""The language that the command line speaks: everything that is printed passes through `here`.

Click's help is made of plain texts (the docstrings of commands, the help of options), which are
translated when they are read. `tools/program_messages.py` finds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any, Final

import click

from policygen.errors import tell
from policygen.i18n import messages

_SPOKEN: Final = ContextVar("language", default=messages.ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language until the block ends."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> str:
    """Return the language that is spoken now."""
    return _SPOKEN.get()


def here(text: str) -> str:
    """Return a sentence in the user's language; what is no `Words`, as it is."""
    return messages.said(text, _SPOKEN.get())


def here_text(text: str) -> str:
    """Return a docstring or another plain text of the program in the user's language."""
    return messages.said_text(text, _SPOKEN.get())


class _Translated:
    """An attribute that is set in English and read in the user's language."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_english_{name}"

    def __get__(self, instance: Any, owner: type) -> Any:
        text = getattr(instance, self._name, None)
        return here_text(text) if isinstance(text, str) else text

    def __set__(self, instance: Any, text: str | None) -> None:
        setattr(instance, self._name, text)


class _Formatter(click.HelpFormatter):
    """Click's help, with the headings in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is used."""
        super().write_usage(prog, args, prefix or f"{here(_USAGE)} ")

    def write_heading(self, heading: str) -> None:
        """Write what the lines below it are."""
        super().write_heading(here(_HEADINGS.get(heading, heading)))


_HEADINGS: Final = {"Options": tell("Options"), "Commands": tell("Commands")}
_USAGE: Final = tell("Usage:")
_HELP: Final = tell("Show this message and exit.")


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    """An option whose help is in the user's language."""

    help = _Translated()


class Command(click.Command):
    """A command whose help is in the user's language."""

    context_class = _Context
    help = _Translated()
    epilog = _Translated()

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - Click's interface
        """Return the first paragraph of the help, which the list of commands shows whole."""
        return messages.paragraphs(self.help or "")[0][1]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that prints the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = here(_HELP)
        return option


class Group(Command, click.Group):
    """The program, whose help is in the user's language."""


command = partial(click.command, cls=Command)
option = partial(click.option, cls=Option)
