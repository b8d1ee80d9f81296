"""Phrases: finding those of a list in texts, at little cost where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern(phrases: Iterable[str], text: str) -> re.Pattern[str] | None:
    """Return a pattern for those phrases that occur in a text, the longest first; None where none
    does.

    text: all that is going to be searched, so that no pattern is built for what is not there.
    Phrases and text are in small letters where capitals do not matter.
    """
    found = sorted((phrase for phrase in phrases if phrase in text), key=lambda p: (-len(p), p))
    if not found:
        return None
    form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)")
    return form if form.search(text) else None
