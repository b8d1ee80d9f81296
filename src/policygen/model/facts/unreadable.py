"""What is wrong with words that are no length of time, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from policygen.errors import Words, tell
from policygen.model.facts.base import FactError

HINT: Final = tell(
    "write a number and a unit, such as `30 s`, `2 working days`, `2-3 days`, `<= 5 rings` or "
    "`within 4 h of receipt`"
)
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}


def _no_length(words: str) -> Words:
    return tell("“{words}” is not a length of time", words=words)


_ADVICE: Final[tuple[tuple[str, Callable[[str], Words], Callable[..., Words], str], ...]] = (
    (
        r".*\(.*",
        lambda words: tell("“{words}” has words in parentheses in its midst", words=words),
        lambda **_: tell("put them at the end of the whole value"),
        "",
    ),
    (
        r"max(?:\.|imum)?\s+(?P<rest>.+)",
        _no_length,
        lambda **parts: tell("write `within {rest}`", **parts),
        "within {rest}",
    ),
    (
        r"min(?:\.|imum)?\s+(?P<rest>.+)",
        _no_length,
        lambda **parts: tell("write `at least {rest}`", **parts),
        "at least {rest}",
    ),
    (
        r"(?P<whole>\d+),(?P<decimals>\d{1,2})\b(?P<rest>.*)",
        _no_length,
        lambda **parts: tell("write decimals with a point: `{whole}.{decimals}{rest}`", **parts),
        "{whole}.{decimals}{rest}",
    ),
    (
        r"(?P<number>\d+)\s*[-–]\s*(?P<rest>[^\d\s].*)",
        lambda words: tell(
            "“{words}” is not a length of time: the range has only one end", words=words
        ),
        lambda **parts: tell(
            "write both ends, as in `2-3 days`, or one number: `{number} {rest}`", **parts
        ),
        "",
    ),
    (
        r"[-–]\s*(?P<rest>\d.*)",
        lambda words: tell("“{words}” is not a length of time that can pass", words=words),
        lambda **parts: tell(
            "leave the minus out, `{rest}`, or write both ends of a range, as in `2-3 days`",
            **parts,
        ),
        "",
    ),
    (
        r"\d+(?:\.\d+)?",
        lambda words: tell("“{words}” is not a length of time: it has no unit", words=words),
        lambda **_: tell("write for example `30 s`"),
        "",
    ),
)
"""Form, what is wrong with it, what to write, and the only thing that it can mean ("" where there
are several)."""
_ADVICE_ON: Final = tuple(
    (re.compile(form), says, hint, right) for form, says, hint, right in _ADVICE
)


def unreadable(words: str) -> FactError:
    """Return what is wrong with words that are no length of time, and the nearest right form."""
    first, _, rest = words.partition(" ")
    if first.lower() in _NUMBERS:
        digits = f"{_NUMBERS[first.lower()]} {rest}"
        return FactError(
            _no_length(words),
            tell("write the number in digits: `{digits}`", digits=digits),
            instead=(words, digits),
        )
    for form, says, hint, right in _ADVICE_ON:
        if match := form.fullmatch(words):
            parts = match.groupdict()
            instead = (words, right.format(**parts)) if right else ("", "")
            return FactError(says(words), hint(**parts), instead=instead)
    return FactError(_no_length(words), HINT)
