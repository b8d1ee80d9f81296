"""Parity: a translation says what the source says, with the same figures, names and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.parity_figures import (
    figures_added,
    figures_misread,
    figures_missing,
    finding_in,
    pairs,
)
from policygen.checks.rules import Finding, Rule
from policygen.errors import tell
from policygen.i18n.locales import same_language
from policygen.i18n.messages import language_name
from policygen.i18n.parity.markup import Markup, markup, missing_links
from policygen.i18n.parity.names import brands, kept_names, missing_addresses, repeated_names
from policygen.i18n.parity.typography import punctuation_mistakes
from policygen.i18n.parity.untranslated import is_left
from policygen.model.clause import Blank, Prose

if TYPE_CHECKING:
    from policygen.checks.subject import Subject, Translation
    from policygen.errors import Words

_MOSTLY_THE_SAME: Final = frozenset({"address", "prefix", "key"})
"""Fields that are mostly the same in every language."""
_SAME_EVERYWHERE: Final = re.compile(r"@|://|www\.|\d\D?\d\D?\d|[a-z][A-Z]")
_SHOWN: Final = 50


def names_changed(subject: Subject) -> Iterator[Finding]:
    """Names, telephone numbers and addresses are the same in every language. With a wrong digit a
    customer reaches a stranger; with a translated name they do not find what they look for."""
    source = subject.config.source_language
    names = _known_names(subject)
    with_names = {
        text
        for text in subject.texts
        if _SAME_EVERYWHERE.search(text) or any(name in text for name in names)
    }
    for pair in pairs(subject):
        text, translation = str(pair.text), pair.entry.translation
        if pair.text not in with_names:
            continue
        missing = missing_addresses(text, translation, (source, pair.language))
        wanted = [name for name in names if name in text] + brands(text, source)
        for name in dict.fromkeys(
            [*missing, *(each for each in wanted if each not in translation)]
        ):
            yield _name_finding(pair, name)
    if not source.startswith("de"):
        yield from _repeated_changed(subject)


def _known_names(subject: Subject) -> tuple[str, ...]:
    policy = subject.policy
    names = [policy.company.name, policy.company.short_name]
    names += [partner.name for partner in policy.partners.values()]
    return tuple(name for name in names if name and not isinstance(name, Blank))


def _repeated_changed(subject: Subject) -> Iterator[Finding]:
    """Yield names that a text repeats and that all but one or two of its translations keep."""
    names = repeated_names([str(text) for text in subject.texts])
    known = _known_names(subject)
    names = tuple(name for name in names if not any(name in each for each in known))
    languages = dict.fromkeys(pair.language for pair in pairs(subject) if names)
    for language in languages:
        own = [pair for pair in pairs(subject) if pair.language == language]
        texts = [(str(pair.text), pair.entry.translation) for pair in own]
        for name, places in kept_names(names, texts).items():
            for place in places:
                yield _name_finding(own[place], name)


def _name_finding(pair: Translation, name: str) -> Finding:
    return finding_in(
        pair,
        tell("“{name}” of the source is missing from the translation, or differs", name=name),
        tell("write names, numbers and addresses exactly as the source does"),
    )


def markup_differs(subject: Subject) -> Iterator[Finding]:
    """Links, lists, paragraphs and stress carry meaning. What is a list of conditions in one
    language and a paragraph in another is read differently, and a lost link leads nowhere."""
    for pair in pairs(subject):
        if isinstance(pair.text, Prose):
            source, translation = markup(str(pair.text)), markup(pair.entry.translation)
            if source != translation and (message := _difference(source, translation)):
                hint = tell("use the same marks of Markdown in the translation as in the source")
                yield finding_in(pair, message, hint)


def _difference(source: Markup, translation: Markup) -> Words | None:
    """Return what about the marks differs most plainly."""
    for target in missing_links(source, translation):
        return tell("the link to “{target}” is missing from the translation", target=target)
    for target in missing_links(translation, source):
        return tell("the translation has a link to “{target}”, the source has none", target=target)
    return next(
        (
            tell(
                "{marks}: {count} in the source, {other} in the translation",
                marks=name,
                count=count,
                other=other,
            )
            for name, count, other in (
                (tell("paragraphs"), source.paragraphs, translation.paragraphs),
                (tell("items of lists"), source.bullets, translation.bullets),
                (tell("numbered items of lists"), source.numbered, translation.numbered),
                (tell("words in bold, `**so**`"), source.strong, translation.strong),
                (tell("words in italics, `*so*`"), source.emphasis, translation.emphasis),
            )
            if count != other
        ),
        None,
    )


def left_untranslated(subject: Subject) -> Iterator[Finding]:
    """A text that was copied into the catalog and never translated counts as done, so nobody looks
    at it again. Customers meet a sentence that they cannot read in the middle of a document."""
    source = subject.config.source_language
    for pair in pairs(subject):
        text = str(pair.text)
        if text != pair.entry.translation or same_language(source, pair.language):
            continue
        field = pair.text.context.rpartition(".")[2]
        if field not in _MOSTLY_THE_SAME and is_left(text, (source, pair.language)):
            yield finding_in(
                pair,
                tell("“{text}” stands in the translation as in the source", text=_start(text)),
                tell(
                    "translate it, or mark the entry as `fuzzy` until it is; if it is right as it "
                    "is, accept the finding under `exceptions:`"
                ),
            )


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"


def punctuation(subject: Subject) -> Iterator[Finding]:
    """Wrong quotation marks and spaces look careless, and make readers doubt the rest. A mark that
    stands alone at the beginning of a line, for want of a no-break space, stops them."""
    for pair in pairs(subject):
        for wrong, kind in punctuation_mistakes(pair.entry.translation, pair.language):
            yield finding_in(
                pair,
                tell(
                    "“{wrong}” is not how {language} sets it",
                    wrong=wrong,
                    language=language_name(pair.language),
                ),
                _MARKS[kind],
                wrong,
            )


_MARKS: Final = {
    "space": tell("put a no-break space (U+00A0 or U+202F) before the mark"),
    "guillemets": tell("put a no-break space (U+00A0 or U+202F) inside « and »"),
    "spaced": tell("leave out the space before the mark"),
    "quotes": tell("use the language’s own quotation marks: « … » in French, „…“ in German"),
    "opening": tell("Spanish also begins questions and exclamations with a mark: ¿ …?, ¡ …!"),
}


RULES: Final = (
    Rule("PAR101", tell("A figure is missing from a translation, or differs"), figures_missing),
    Rule("PAR102", tell("A translation adds a figure"), figures_added),
    Rule("PAR103", tell("A figure is not written as the language writes it"), figures_misread),
    Rule("PAR104", tell("A name or address is missing from a translation"), names_changed),
    Rule("PAR105", tell("A translation has other marks of Markdown"), markup_differs),
    Rule("PAR106", tell("A text was left untranslated"), left_untranslated),
    Rule("PAR107", tell("Punctuation is not that of the language"), punctuation),
)
