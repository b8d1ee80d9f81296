"""What is wrong with words that are no length of time, and what to write instead."""

from __future__ import annotations

import re
from typing import Final

from policygen.model.facts.base import FactError

HINT: Final = (
    "write a number and a unit, such as `30 s`, `2 working days`, `2-3 days`, `<= 5 rings` or "
    "`within 4 h of receipt`"
)
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
_ADVICE: Final = (
    (
        r".*\(.*",
        "has words in parentheses in its midst",
        "put them at the end of the whole value",
        "",
    ),
    (
        r"max(?:\.|imum)?\s+(?P<rest>.+)",
        "is not a length of time",
        "write `within {rest}`",
        "within {rest}",
    ),
    (
        r"min(?:\.|imum)?\s+(?P<rest>.+)",
        "is not a length of time",
        "write `at least {rest}`",
        "at least {rest}",
    ),
    (
        r"(?P<whole>\d+),(?P<decimals>\d{1,2})\b(?P<rest>.*)",
        "is not a length of time",
        "write decimals with a point: `{whole}.{decimals}{rest}`",
        "{whole}.{decimals}{rest}",
    ),
    (
        r"(?P<number>\d+)\s*[-–]\s*(?P<rest>[^\d\s].*)",
        "is not a length of time: the range has only one end",
        "write both ends, as in `2-3 days`, or one number: `{number} {rest}`",
        "",
    ),
    (
        r"[-–]\s*(?P<rest>\d.*)",
        "is not a length of time that can pass",
        "leave the minus out, `{rest}`, or write both ends of a range, as in `2-3 days`",
        "",
    ),
    (
        r"\d+(?:\.\d+)?",
        "is not a length of time: it has no unit",
        "write for example `30 s`",
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
            f"“{words}” is not a length of time",
            f"write the number in digits: `{digits}`",
            instead=(words, digits),
        )
    for form, says, hint, right in _ADVICE_ON:
        if match := form.fullmatch(words):
            parts = match.groupdict()
            instead = (words, right.format(**parts)) if right else ("", "")
            return FactError(f"“{words}” {says}", hint.format(**parts), instead=instead)
    return FactError(f"“{words}” is not a length of time", HINT)
