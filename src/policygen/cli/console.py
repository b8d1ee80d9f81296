"""Printing: colour only on a terminal, and a reader who leaves early is no error."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from policygen.cli.language import here


def prepare_streams() -> None:
    """Let no character stop the output, whatever encoding the terminal or pipe has."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def say(text: str, *, err: bool = False) -> None:
    """Print a line in the user's language; when nobody listens any more, go on in silence."""
    stream = sys.stderr if err else sys.stdout
    try:
        click.echo(here(text), file=stream, color=wants_colour(stream))
    except BrokenPipeError:
        silence(stream)


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose user has not asked for plain text (no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def is_terminal(stream: TextIO) -> bool:
    """Whether a stream ends at a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def silence(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, so that the interpreter can close it in peace."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
