"""Names: proper names and addresses that are the same in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygen.i18n.parity.addresses import (
    mail_addresses,
    phone_numbers,
    same_number,
    web_addresses,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_INNER_CAPITAL: Final = re.compile(r"\b[^\W\d_]*[a-z][A-Z][^\W\d_]*\b")
_GENDERED: Final = re.compile(r"Innen|In$")
"""German “KundInnen” are no brand."""
_CAPITAL: Final = re.compile(r"(?<=[a-zà-ÿ,;] )[A-Z][^\W\d_]{2,}")
_OFTEN: Final = 3
"""In how many texts a word with a capital has to stand before it may be a name."""
_MOSTLY: Final = 0.75
"""In which share of their translations it has to stand unchanged."""


def missing_addresses(source: str, translation: str, languages: tuple[str, str]) -> list[str]:
    """Return the e-mail and web addresses and telephone numbers that a translation lacks.

    languages: the two tags. A page of a site may be another one in another language.
    """
    missing = [each for each in mail_addresses(source) if each not in translation]
    missing += _missing_pages(source, translation, languages)
    if any(map(str.isdecimal, source)):
        given = phone_numbers(translation)
        missing += [
            number
            for number in phone_numbers(source)
            if number not in translation and not any(same_number(number, each) for each in given)
        ]
    return missing


def _missing_pages(source: str, translation: str, languages: tuple[str, str]) -> Iterator[str]:
    wanted = web_addresses(source)
    if not wanted:
        return
    given = web_addresses(translation)
    localised = [each for each in given if each not in wanted]
    for page in wanted:
        if page in given:
            continue
        other = next((each for each in localised if _is_localised(page, each, languages)), None)
        if other is None:
            yield page
        else:
            localised.remove(other)


def _is_localised(page: str, other: str, languages: tuple[str, str]) -> bool:
    """Whether one address is the other's page in another language: its tag stands in it."""
    tags = [tag.lower().partition("-")[0] for tag in languages]
    first, second = ({*re.split(r"[^a-z]+", each.lower())} for each in (page, other))
    return tags[0] in first or tags[1] in second


def brands(text: str, language: str) -> list[str]:
    """Return the words of a text with a capital inside, such as WhatsApp."""
    found = _INNER_CAPITAL.findall(text)
    if not language.startswith("de"):
        return found
    return [word for word in found if not _GENDERED.search(word)]


def repeated_names(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the words that have a capital within sentences wherever they stand, in several texts.

    Not for German, where every noun has one.
    """
    counts: dict[str, int] = {}
    for text in texts:
        for word in set(_CAPITAL.findall(text)):
            counts[word] = counts.get(word, 0) + 1
    corpus = "\n".join(texts)
    return tuple(
        word
        for word, count in counts.items()
        if count >= _OFTEN and not re.search(rf"\b{word.lower()}\b", corpus)
    )


def kept_names(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[int]]:
    """Return those names that nearly all translations keep, each with the places in `pairs`, of a
    text and its translation, where it is missing."""
    pairs = list(pairs)
    kept = {}
    for name in names:
        places = [index for index, (text, _) in enumerate(pairs) if name in text]
        missing = [index for index in places if name not in pairs[index][1]]
        if missing and len(places) - len(missing) >= max(_OFTEN, _MOSTLY * len(places)):
            kept[name] = missing
    return kept
