"""Marks for messages that stand in tables: what `pybabel extract` looks for."""

from __future__ import annotations

from typing import NamedTuple


class Plural(NamedTuple):
    """A message with its English singular and plural, and the gettext context or ""."""

    singular: str
    plural: str
    context: str = ""


class InContext(NamedTuple):
    """A message with its gettext context."""

    context: str
    message: str


def mark(message: str) -> str:
    """Mark a message for extraction."""
    return message


def pmark(context: str, message: str) -> InContext:
    """Mark a message with a context for extraction."""
    return InContext(context, message)


def nmark(singular: str, plural: str) -> Plural:
    """Mark a message with a plural for extraction."""
    return Plural(singular, plural)


def npmark(context: str, singular: str, plural: str) -> Plural:
    """Mark a message with a context and a plural for extraction."""
    return Plural(singular, plural, context)
