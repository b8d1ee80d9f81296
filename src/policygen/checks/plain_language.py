"""Plain language: what the company says can be read and understood, in every language.

The rules read the policy's own words, not the fixed wording of the documents. Languages that
`policygen.plain` has no words for are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from policygen.checks.passages import readings, sections
from policygen.checks.plain_words import jargon, mixed_address, unknown_acronyms, vague_times
from policygen.checks.rules import Finding, Rule
from policygen.errors import tell
from policygen.plain.passives import passives
from policygen.plain.readability import FORMULAS, LONGEST, Formula, counts, score
from policygen.plain.segment import is_whole, sentences, words_in
from policygen.plain.wordlist import wordlist

if TYPE_CHECKING:
    from policygen.checks.passages import Passage, Reading
    from policygen.checks.subject import Subject

_ENOUGH: Final = 100
"""How many words a section needs before its score says anything."""
_STAFF_MARGIN: Final = 10
"""How much lower a text may score that only staff read: they know the subject."""
_SHOWN: Final = 60
"""How many characters of a long sentence a message quotes."""
_PASSIVES: Final = 3
_ALTERNATING: Final = frozenset({"conditions", "exclusions"})
"""Lists that speak of both sides by their nature."""


def hard_to_read(subject: Subject) -> Iterator[Finding]:
    """Long sentences of long words are read twice or not at all. A customer who gives up asks the
    agents instead, or complains; an agent who gives up does what seems right. The score is that of
    the readability formula in use for the language."""
    for reading in readings(subject):
        formula = FORMULAS[reading.language]
        for path, staff, passages in sections(reading):
            limit = formula.limit - (_STAFF_MARGIN if staff else 0)
            yield from _scored(path, passages, reading, formula, limit)


def _scored(
    path: str, passages: list[Passage], reading: Reading, formula: Formula, limit: int
) -> Iterator[Finding]:
    found = [
        (words_in(sentence), sentence, passage)
        for passage in passages
        for sentence in sentences(passage.words, reading.language)
        if is_whole(sentence)
    ]
    if sum(len(each) for each, _, _ in found) < _ENOUGH:
        return
    counted = counts([each for each, _, _ in found], reading.language)
    if (reached := score(counted, formula)) >= limit:
        return
    longest, sentence, where = max(found, key=lambda each: len(each[0]))
    yield Finding(
        path,
        tell(
            "this section is hard to read: it scores {score} where at least {limit} is wanted "
            "({formula}), and a sentence has {length} words on average",
            score=int(reached),
            limit=limit,
            formula=formula.name,
            length=round(counted.length),
        ),
        tell(
            "shorten sentences and choose usual words; begin with the longest sentence, which has "
            "{count} words: “{sentence}”",
            count=len(longest),
            sentence=_start(sentence),
        ),
        related=((where.clause, tell("the longest sentence")),) if where.span is None else (),
        span=where.span,
    )


def _start(sentence: str) -> str:
    if len(sentence) <= _SHOWN:
        return sentence
    return f"{sentence[:_SHOWN].rpartition(' ')[0]} …"


def long_sentences(subject: Subject) -> Iterator[Finding]:
    """Readers lose the beginning of a sentence before they reach its end, most of all on a
    telephone's screen or in a language that is not their own. What stands in its middle is missed,
    and that may be the deadline."""
    for reading in readings(subject):
        limit = LONGEST[reading.language]
        for passage in reading.passages:
            # A text with fewer gaps than that cannot hold so long a sentence.
            if passage.own.count(" ") < limit:
                continue
            for sentence in sentences(passage.words, reading.language):
                if (count := len(words_in(sentence))) > limit:
                    start = passage.words.find(sentence)
                    yield passage.finding(
                        tell(
                            "this sentence has {count} words; more than {limit} are hard to follow",
                            count=count,
                            limit=limit,
                        ),
                        tell("make two sentences of it, or a list"),
                        start,
                        start + len(sentence),
                    )


def passive_texts(subject: Subject) -> Iterator[Finding]:
    """The passive hides who acts. “The complaint is examined and the customer is informed” leaves
    each of three teams sure that another one does it."""
    for reading in readings(subject):
        for passage in reading.passages:
            # Each passive is two words at least, and something between them.
            if passage.own.count(" ") < 3 * _PASSIVES - 1:
                continue
            count = passives(passage.own, reading.language)
            if count >= _PASSIVES and _are_many(count, passage, reading):
                yield passage.finding(
                    tell(
                        "this text uses the passive {count} times and does not say who acts",
                        count=count,
                    ),
                    tell("say who does what: “we check it” instead of “it is checked”"),
                )


def _are_many(count: int, passage: Passage, reading: Reading) -> bool:
    """Whether there is a passive in every second sentence of a text."""
    return 2 * count >= len(sentences(passage.words, reading.language))


def mixed_voice(subject: Subject) -> Iterator[Finding]:
    """In a list in which “we” act in one item and “you” in the next, it is easily missed who has to
    do what. Some lists are about both sides by their nature, so the rule is off unless the
    settings turn it on."""
    for reading in readings(subject):
        known = wordlist(reading.language)
        lists: dict[str, list[Passage]] = {}
        for passage in reading.passages:
            if passage.clause[-1:].isdecimal() and passage.path[-1] not in _ALTERNATING:
                lists.setdefault(passage.clause.rpartition(".")[0], []).append(passage)
        for items in lists.values():
            ours = [item for item in items if _begins(item, known.we)]
            yours = [item for item in items if _begins(item, known.you)]
            if ours and yours:
                yield min(ours, yours, key=len)[0].finding(
                    tell("in this list, some items say what we do and some what “you” do"),
                    tell("make two lists of it, or begin every item with the same person"),
                )


def _begins(passage: Passage, openings: frozenset[str]) -> bool:
    return passage.own.partition(" ")[0].lower() in openings


RULES: Final = (
    Rule("LNG101", tell("A section is hard to read"), hard_to_read),
    Rule("LNG102", tell("A sentence is long"), long_sentences),
    Rule("LNG103", tell("A word is jargon"), jargon),
    Rule("LNG104", tell("An acronym is not explained"), unknown_acronyms),
    Rule("LNG105", tell("A time is vague where somebody waits"), vague_times),
    Rule("LNG106", tell("A text does not say who acts"), passive_texts),
    Rule("LNG107", tell("Readers are addressed in two ways"), mixed_address),
    Rule("LNG108", tell("A list mixes “we” and “you”"), mixed_voice, severity=None),
)
