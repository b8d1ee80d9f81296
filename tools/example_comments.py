"""Babel's way into the comments of the examples: which words of them there are to translate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from policygen.source.rewrite import comments


def extract(
    file: IO[bytes],
    keywords: Any,  # noqa: ARG001 - Babel's interface
    comment_tags: Any,  # noqa: ARG001 - Babel's interface
    options: Any,  # noqa: ARG001 - Babel's interface
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield `(line, "gettext", text, [])` for each comment of a YAML file."""
    for line, words in comments(file.read().decode("utf-8")):
        yield line, "gettext", words, []
