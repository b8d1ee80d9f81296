"""Figures in translations: what each must share with its source, and how its language writes it.

A catalog is compared in its own locale: where fr-CA has no translation of a text, the one in `fr`
is shown, and so is the one that counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding
from policygen.checks.subject import Translation
from policygen.errors import tell
from policygen.i18n.catalogs import catalog_tags
from policygen.i18n.messages import language_name
from policygen.i18n.parity.compare import Differences, differences
from policygen.i18n.parity.formats import format_mistakes

if TYPE_CHECKING:
    from policygen.checks.subject import Subject
    from policygen.errors import Words

_SOURCE: Final = tell("the text that is translated")


@lru_cache(maxsize=1)
def pairs(subject: Subject) -> tuple[Translation, ...]:
    """Return every text of the policy with each of its translations, in whatever catalog."""
    source = subject.config.source_language
    tags = dict.fromkeys(
        tag
        for language in subject.config.languages
        if language != source
        for tag in catalog_tags(language, source)
    )
    keys = [(text.context, str(text)) for text in subject.texts]
    return tuple(
        Translation(text, tag, entry)
        for tag in tags
        if (entries := subject.entries(tag))
        for text, key in zip(subject.texts, keys, strict=True)
        if (entry := entries.get(key)) is not None
    )


def finding_in(pair: Translation, message: Words, hint: Words, excerpt: str = "") -> Finding:
    """Return a finding in a translation, at its place in the catalog. excerpt: its words at fault,
    "" for all of them."""
    related = ((pair.text.clause, _SOURCE),)
    return Finding(pair.text.clause, message, hint, excerpt, related, pair.entry.span)


@lru_cache(maxsize=1)
def _compared(subject: Subject) -> tuple[tuple[Translation, Differences], ...]:
    source = subject.config.source_language
    found = []
    for pair in pairs(subject):
        languages = (source, pair.language)
        result = differences(str(pair.text), pair.entry.translation, languages, pair.text.clause)
        if result.missing or result.misread or result.added:
            found.append((pair, result))
    return tuple(found)


def figures_missing(subject: Subject) -> Iterator[Finding]:
    """A deadline or a sum that differs between two languages is a promise made twice. Each reader
    relies on what they read, and a court mostly decides for the customer."""
    hint = tell("make the translation say what the source says, or the source what is true")
    for pair, result in _compared(subject):
        for wanted, instead in result.missing:
            if instead is None:
                message = tell(
                    "“{figure}” of the source is missing from the translation", figure=wanted.words
                )
                yield finding_in(pair, message, hint)
            else:
                message = tell(
                    "the translation says “{other}” where the source says “{figure}”",
                    other=instead.words,
                    figure=wanted.words,
                )
                yield finding_in(pair, message, hint, instead.words)


def figures_added(subject: Subject) -> Iterator[Finding]:
    """A figure that only the translation has is a rule that nobody decided. Customers who read
    that language can hold the company to it."""
    for pair, result in _compared(subject):
        for extra in result.added:
            yield finding_in(
                pair,
                tell("the translation says “{figure}”, the source does not", figure=extra.words),
                tell("take it out of the translation, or write it into the source for everybody"),
                extra.words,
            )


def figures_misread(subject: Subject) -> Iterator[Finding]:
    """Decimal marks, thousands and times of day are written differently in each language. “10,000”
    is ten thousand to an American and ten to a German."""
    for pair, result in _compared(subject):
        for wanted, wrong in result.misread:
            yield finding_in(
                pair,
                tell(
                    "readers of {language} do not read “{wrong}” as the “{figure}” of the source",
                    language=language_name(pair.language),
                    wrong=wrong.words,
                    figure=wanted.words,
                ),
                tell("write it with the decimal mark and the separators of the language"),
                wrong.words,
            )
    for pair in pairs(subject):
        for found, kind in format_mistakes(pair.entry.translation, pair.language):
            message = tell(
                "“{wrong}” is not how {language} writes it",
                wrong=found,
                language=language_name(pair.language),
            )
            yield finding_in(pair, message, _FORMATS[kind], found)


_FORMATS: Final = {
    "number": tell("write it with the decimal mark and the separators of the language"),
    "percent": tell(
        "before the percent sign, French, German and Spanish have a no-break space (U+00A0), "
        "English has none"
    ),
    "currency": tell(
        "in French, German and Spanish the symbol follows the number after a no-break space "
        "(U+00A0), in English it precedes it: “40 €”, “€40”"
    ),
    "time": tell("count the hours to 24, as in “17 h” or “17 Uhr”"),
}
