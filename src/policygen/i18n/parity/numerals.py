"""Numerals: numbers in words, from “two” to “one hundred and twenty thousand”."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policygen.i18n.parity.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W\d_]+")
_TWENTY: Final = Decimal(20)
_HUNDRED: Final = Decimal(100)
_THOUSAND: Final = Decimal(1000)
_GROWN_TO: Final = (Decimal(60), Decimal(80))
"""What French counts on from beyond nine: soixante-dix, quatre-vingt-onze."""


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def row_pattern(lexicon: Lexicon) -> str:
    """Return a pattern for a row of numerals, which may be more than one number."""
    word = one_of(lexicon.numerals)
    if lexicon.compound:
        # “einhundertzwanzig” is one word; “ein” alone is an article.
        ends = "|".join(lexicon.joined.values())
        return rf"(?!ein(?!\w))(?:(?:und)?(?:{word}))+(?=(?:{ends})?(?!\w))"
    return rf"(?:(?:{lexicon.joiner})?(?:{word}))+(?!\w)"


@cache
def _parts(language_words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(one_of(language_words), re.IGNORECASE)


def numbers_in(row: str, lexicon: Lexicon) -> Iterator[tuple[Decimal, int, int]]:
    """Yield each number of a row of numerals with where it begins and ends."""
    pattern = _parts(tuple(lexicon.numerals)) if lexicon.compound else _WORD
    found = [
        (Decimal(lexicon.numerals[word]), match.start(), match.end())
        for match in pattern.finditer(row)
        if (word := match[0].lower()) in lexicon.numerals
    ]
    if not found:
        return
    if lexicon.compound:
        yield _compound([value for value, _, _ in found]), found[0][1], found[-1][2]
        return
    total, start, end = found[0]
    for value, begins, ends in found[1:]:
        grown = _grown(total, value, vigesimal=lexicon.vigesimal)
        if grown is None:
            yield total, start, end
            total, start = value, begins
        else:
            total = grown
        end = ends
    yield total, start, end


def _compound(values: list[Decimal]) -> Decimal:
    """Return what the parts of a word amount to: 4, 20 is 24; 3, 100, 5 is 305."""
    total = current = Decimal(0)
    for value in values:
        if value == _HUNDRED:
            current = max(current, Decimal(1)) * value
        elif value == _THOUSAND:
            total, current = max(current, Decimal(1)) * value, Decimal(0)
        else:
            current += value
    return total + current


def _grown(total: Decimal, value: Decimal, *, vigesimal: bool) -> Decimal | None:
    """Return what a number becomes by one more word, None where that begins another number."""
    rest = total % _HUNDRED
    if value in (_HUNDRED, _THOUSAND) and total < value:
        return total * value
    if vigesimal and value == _TWENTY and rest == 4:  # noqa: PLR2004 - quatre-vingts
        return total + 76
    if vigesimal and (rest in _GROWN_TO or rest == 10) and value < _TWENTY:  # noqa: PLR2004
        return total + value
    if value < 10 and rest >= _TWENTY and rest % 10 == 0:  # noqa: PLR2004
        return total + value
    if value < _HUNDRED and total >= _HUNDRED and rest == 0:
        return total + value
    return None
