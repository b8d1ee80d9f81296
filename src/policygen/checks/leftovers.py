"""Leftovers: what nobody meant to publish, from placeholders to sentences said twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, Words, tell
from policygen.model.clause import Clause, Text

if TYPE_CHECKING:
    from policygen.checks.subject import Said, Subject

_NAMES: Final = (
    r"company|customer|name|product|service|number|phone|email|e-mail|date|time|address|insert[^\]]*|"
    r"your[^\]]*|empresa|compañía|cliente|nombre|producto|servicio|número|teléfono|correo|fecha|"
    r"entreprise|société|client|nom|produit|numéro|téléphone|courriel|firma|unternehmen|kunde|produkt|"
    r"telefon|datum|x+|n+|\.{2,}|…|___*"
)
_PLACEHOLDER: Final = re.compile(
    rf"\[(?:{_NAMES})(?:[ _-][\w -]{{0,30}})?\](?!\()|<(?:{_NAMES})>|\{{\{{[^}}]*\}}\}}|"
    r"\{(?:company|name|customer|product)\}|_{3,}|\b(?:xx+|yyyy|dd/mm)\b|\?\?\?",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX)\b|\b(?:[Tt]o be (?:confirmed|decided|defined|completed)|"
    r"[Cc]heck with legal|[Pp]endiente de (?:confirmar|definir|completar)|"
    r"[Pp]or (?:definir|confirmar)|"
    r"[ÀàAa] (?:compléter|confirmer|définir|vérifier)(?= ?[.!)\]]|$)|[Nn]och (?:zu klären|offen)|"
    r"wird noch (?:geklärt|ergänzt))"
)
_FILLER: Final = re.compile(
    r"\blorem ipsum\b|\bdolor sit amet\b|\b(?:asdf|qwert[yz]|blah blah|bla bla bla)\b|"
    r"\b(?:sample|dummy|placeholder) text\b|\btexto de (?:relleno|ejemplo)\b|\bfaux[- ]texte\b|"
    r"\b(?:blindtext|platzhaltertext)\b",
    re.IGNORECASE,
)
_DEAD: Final = re.compile(
    r"ec\.europa\.eu/(?:consumers/odr|odr)|webgate\.ec\.europa\.eu/odr|"
    r"\b(?:eu|european|europäische\w*|europea|européenne)?[ -]?"
    r"(?:odr[- ]platform\w*|os-plattform\w*)|"
    r"plataforma (?:europea )?(?:de )?(?:odr|rll)|plateforme (?:européenne )?(?:de )?(?:rll|odr)",
    re.IGNORECASE,
)
_NOWHERE: Final = re.compile(
    r"https?://(?:localhost|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|"
    r"https?://(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly)/",
    re.IGNORECASE,
)
_SAMPLE: Final = re.compile(
    r"(?:[\w.+-]+@|https?://)(?:[\w-]+\.)*"
    r"(?:example\.(?:com|org|net)|[\w-]+\.(?:example|test|invalid))\b|"
    r"\+1[ -]?\(?\d{3}\)?[ -]?555[ -]?01\d\d|\+44[ -]?1632[ -]?960",
    re.IGNORECASE,
)
_HOLLOW: Final = re.compile(r"[\W_]*")


def _found_in_texts(
    subject: Subject, pattern: re.Pattern[str], message: Callable[[str], Words], hint: Words
) -> Iterator[Finding]:
    """Yield a finding for the first match of a pattern in each text and translation."""
    for one in with_match(subject, pattern):
        if (match := pattern.search(one.words)) is not None:
            yield finding_in(one, match[0], message(match[0]), hint)


def _found_in_values(
    subject: Subject, pattern: re.Pattern[str], message: Callable[[str], Words], hint: Words
) -> Iterator[Finding]:
    """Yield a finding for the first match of a pattern in each value, texts and others."""
    for path, value in subject.all_of(str):
        if (match := pattern.search(value)) is not None:
            yield Finding(path, message(match[0]), hint, match[0])


def with_match(subject: Subject, pattern: re.Pattern[str]) -> tuple[Said, ...]:
    """Return the texts to search; none where the pattern is in none of them."""
    return subject.said if subject.mentions(pattern) else ()


def finding_in(one: Said, excerpt: str, message: Words, hint: Words) -> Finding:
    """Return a finding at the words at fault of a text in one language."""
    return Finding(one.text.clause, message, hint, excerpt, span=one.span)


def placeholder(subject: Subject) -> Iterator[Finding]:
    """“[Company] answers within [X] hours” was meant for somebody to fill in. Printed like this, it
    tells customers that nobody has read what they are promised."""
    yield from _found_in_texts(
        subject,
        _PLACEHOLDER,
        lambda found: tell("“{found}” is a placeholder that nobody has filled in", found=found),
        tell("write the real thing; what you do not know yet is `{{to_fill: …}}`"),
    )


def note_to_self(subject: Subject) -> Iterator[Finding]:
    """A note to a colleague that reaches customers shows that the policy is not finished, and what
    the company is not sure about."""
    yield from _found_in_texts(
        subject,
        _NOTE,
        lambda found: tell("“{found}” is a note to whoever works on this text", found=found),
        tell("settle it and delete the note, or write it as a comment behind `#`"),
    )


def filler(subject: Subject) -> Iterator[Finding]:
    """Text that only fills space means nothing, and readers who find it trust the rest less."""
    yield from _found_in_texts(
        subject,
        _FILLER,
        lambda found: tell("“{found}” only fills space", found=found),
        tell("write what belongs here, or delete it"),
    )


def dead_platform(subject: Subject) -> Iterator[Finding]:
    """The European platform for online dispute resolution closed on 20 July 2025 (Regulation (EU)
    2024/3228). A policy that still sends customers there misleads them about their rights."""
    hint = tell("delete it; name the body that is competent for you under `complaints.external:`")
    yield from _found_in_texts(subject, _DEAD, _closed, hint)
    for path, value in subject.all_of(str):
        if not isinstance(value, Text) and (match := _DEAD.search(value)) is not None:
            yield Finding(path, _closed(match[0]), hint, match[0])


def _closed(found: str) -> Words:
    return tell("“{found}” is the EU platform that closed on 20 July 2025", found=found)


def address_of_nowhere(subject: Subject) -> Iterator[Finding]:
    """An address inside somebody's own network opens for nobody else, and a shortened one may lead
    anywhere tomorrow."""
    yield from _found_in_values(
        subject,
        _NOWHERE,
        lambda found: tell("“{found}” is no address that customers can rely on", found=found),
        tell("write the full public address, beginning with `https://`"),
    )


def sample_address(subject: Subject) -> Iterator[Finding]:
    """Addresses and numbers that are reserved for examples reach nobody. In a final document every
    one of them is a way to the company that does not exist."""
    yield from _found_in_values(
        subject,
        _SAMPLE,
        lambda found: tell("“{found}” is reserved for examples and reaches nobody", found=found),
        tell("write your real address or number"),
    )


def tautology(subject: Subject) -> Iterator[Finding]:
    """“Service vision: the vision of the service” fills a line and says nothing. Readers skip it,
    and skip the next one as well."""
    for path, clause in subject.all_of(Clause):
        name = getattr(clause, "name", None) or getattr(clause, "term", None)
        for field in ("meaning", "description", "objective", "about", "what"):
            said_of_it = getattr(clause, field, None)
            texts = isinstance(name, Text) and isinstance(said_of_it, Text)
            if texts and _same_words(str(name), str(said_of_it)):
                yield Finding(
                    f"{path}.{field}",
                    tell("“{text}” only says “{name}” again", text=said_of_it, name=name),
                    tell("say what a reader does not know from the name, or delete it"),
                )


_SMALL: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "for",
        "in",
        "of",
        "our",
        "the",
        "to",
        "al",
        "de",
        "del",
        "el",
        "en",
        "la",
        "las",
        "los",
        "un",
        "una",
        "y",
        "à",
        "au",
        "aux",
        "d",
        "des",
        "du",
        "et",
        "l",
        "le",
        "les",
        "une",
        "das",
        "der",
        "die",
        "ein",
        "eine",
        "im",
        "und",
        "von",
        "zu",
    ]
)


def _same_words(one: str, other: str) -> bool:
    first, second = _content(one), _content(other)
    return bool(second) and second <= first


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SMALL


def hollow(subject: Subject) -> Iterator[Finding]:
    """A text of dots or dashes is a promise to write something later. In the document it is an
    empty line that looks like a mistake."""
    for one in subject.said:
        if _HOLLOW.fullmatch(one.words):
            yield finding_in(
                one,
                "",
                tell("“{text}” says nothing", text=one.words),
                tell("write the text, or delete the line; for later there is `{{to_fill: …}}`"),
            )


RULES: Final = (
    Rule("LFT101", tell("A placeholder is left"), placeholder),
    Rule("LFT102", tell("A note to oneself"), note_to_self),
    Rule("LFT103", tell("Text that only fills space"), filler),
    Rule("LFT104", tell("A text that only repeats its name"), tautology),
    Rule("LFT105", tell("A text that says nothing"), hollow),
    Rule("LFT106", tell("A platform that has closed"), dead_platform),
    Rule("LFT107", tell("An address that nobody can rely on"), address_of_nowhere),
    Rule(
        "LFT108",
        tell("An example's address in a final document"),
        sample_address,
        severity=None,
        final=Severity.WARNING,
    ),
)
