"""Words that are not plain: jargon, acronyms, vague times and a change of address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.passages import readings
from policygen.errors import tell
from policygen.model.facts import Deadline, Duration, Target, Window
from policygen.plain.acronyms import acronyms, unexplained
from policygen.plain.address import Address
from policygen.plain.phrases import pattern
from policygen.plain.segment import words_in
from policygen.plain.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.checks.passages import Passage, Reading
    from policygen.checks.rules import Finding
    from policygen.checks.subject import Subject

_PROMISING: Final = frozenset(
    {"channels", "complaints", "enquiries", "escalation", "processes", "promises"}
)
"""Parts in which somebody waits for somebody else."""
_NOT_WAITING: Final = frozenset({"aims", "definition", "focus", "objective", "principle"})
_NAMING: Final = frozenset({"company", "complaints", "definitions", "metrics", "partners", "tools"})
"""Parts in which a name explains an acronym, or needs no explanation."""


def jargon(subject: Subject) -> Iterator[Finding]:
    """Words of offices, contracts and the trade keep out those who do not use them every day. They
    do not make a promise firmer; they make it doubtful whether customers have understood it."""
    for reading in readings(subject):
        known = wordlist(reading.language)
        exempt = _known_words(subject, reading)
        yield from _plainer(reading, known.officialese, exempt, everybody=True)
        yield from _plainer(reading, known.jargon, exempt, everybody=False)


def _plainer(
    reading: Reading, instead: Mapping[str, str], exempt: frozenset[str], *, everybody: bool
) -> Iterator[Finding]:
    for passage, match in _occurrences(reading, instead.keys() - exempt):
        if everybody or not passage.staff:
            start, end = match.span()
            term = passage.words[start:end]
            yield passage.finding(
                tell("“{term}” makes readers stop; there is a plainer way to say it", term=term),
                tell(
                    "say it in plain words: {instead}; or explain it under `definitions:`",
                    instead=instead[match[0]],
                ),
                start,
                end,
            )


def _occurrences(
    reading: Reading, phrases: Iterable[str]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where some phrases, in small letters, stand in the texts of a language."""
    form = pattern(phrases, reading.lowered)
    if form is not None:
        for passage in reading.passages:
            for match in form.finditer(passage.own.lower()):
                yield passage, match


def _known_words(subject: Subject, reading: Reading) -> frozenset[str]:
    """Return, in small letters, what the settings and the definitions make known."""
    terms = {p.words for p in reading.everything if p.path[0] == "definitions" and p.title}
    return frozenset(word.lower() for word in {*subject.config.checks.known_words, *terms})


def unknown_acronyms(subject: Subject) -> Iterator[Finding]:
    """Letters mean nothing to those who have not learned them, and two departments may mean two
    things by the same ones. Once spelled out, everybody knows which."""
    reported: set[str] = set()
    for reading in readings(subject):
        whole = "\n".join(passage.own for passage in reading.everything)
        names = [p.own for p in reading.everything if p.title and p.path[0] in _NAMING]
        names += [subject.policy.company.name, subject.policy.company.legal_name or ""]
        known = {word.upper() for word in _known_words(subject, reading)}
        candidates = unexplained(whole, reading.language) - known - reported
        candidates -= set(acronyms("\n".join(names)))
        for passage in reading.passages if candidates else ():
            for acronym in acronyms(passage.own):
                if acronym in candidates and acronym not in reported:
                    reported.add(acronym)
                    start = passage.own.index(acronym)
                    yield passage.finding(
                        tell("nothing says what “{acronym}” stands for", acronym=acronym),
                        tell(
                            "spell it out once with the letters in brackets behind it, explain it "
                            "under `definitions:`, or list it in policygen.yaml under `checks:` as "
                            "one of the `known_words:`"
                        ),
                        start,
                        start + len(acronym),
                    )


def vague_times(subject: Subject) -> Iterator[Finding]:
    """“As soon as possible” promises nothing: customers expect an hour, staff a week, and nobody
    can check who was right. Where somebody waits for an answer, only a time tells them how long."""
    timed = {
        fact.clause.rpartition(".")[0]
        for fact in subject.facts
        if isinstance(fact, Deadline | Duration | Target | Window)
    }
    for reading in readings(subject):
        known = wordlist(reading.language)
        for passage, match in _occurrences(reading, known.vague):
            start, end = match.span()
            if (
                passage.path[0] in _PROMISING
                and passage.path[-1] not in _NOT_WAITING
                and not _has_time(passage, timed)
                and not _names_time(passage.own, known.units)
            ):
                yield passage.finding(
                    tell(
                        "“{phrase}” leaves open how long somebody has to wait",
                        phrase=passage.words[start:end],
                    ),
                    tell(
                        "name a time, such as “within 2 working days”; where the part has a field "
                        "for it, write it there"
                    ),
                    start,
                    end,
                )


def _has_time(passage: Passage, timed: set[str]) -> bool:
    """Whether the entry that a text belongs to states a time of its own."""
    return "." in passage.entry and passage.entry in timed


def _names_time(text: str, units: frozenset[str]) -> bool:
    return not units.isdisjoint(words_in(text.lower()))


def mixed_address(subject: Subject) -> Iterator[Finding]:
    """A company that says “du” on one page and “Sie” on the next seems not to know whom it is
    talking to. Usually two people have translated, and nobody has read the whole."""
    for reading in readings(subject):
        address = Address(reading.language, reading.corpus)
        if address.can_differ:
            for staff in (False, True):
                spoken = [p for p in reading.passages if p.staff is staff and _is_to_reader(p)]
                yield from _in_the_minority(spoken, address)


def _is_to_reader(passage: Passage) -> bool:
    """Whether a text speaks to its reader: in a question, the reader speaks to the company."""
    return passage.path[-1] != "question"


def _in_the_minority(passages: list[Passage], address: Address) -> Iterator[Finding]:
    """Yield the texts that use the rarer form; where both are as frequent, the familiar one."""
    formal = [(p, form) for p in passages if (form := address.formal(p.own))]
    familiar = [(p, form) for p in passages if (form := address.familiar(p.own))]
    if not formal or not familiar:
        return
    rare, usual = (familiar, formal) if len(familiar) <= len(formal) else (formal, familiar)
    other = usual[0][1][0]
    for passage, form in rare:
        yield passage.finding(
            tell(
                "“{form}” addresses readers differently than other texts do, which say “{other}”",
                form=form[0],
                other=other,
            ),
            tell(
                "keep to one form for the same readers; here “{other}” is the usual one",
                other=other,
            ),
            *_with_neighbours(form),
        )


def _with_neighbours(word: re.Match[str]) -> tuple[int, int]:
    """Return where a word begins and ends together with those beside it: by itself, a short one is
    easily found within another."""
    text = word.string
    start = text.rfind(" ", 0, max(word.start() - 1, 0)) + 1
    end = text.find(" ", word.end() + 1)
    return start, len(text) if end < 0 else end
