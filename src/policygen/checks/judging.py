"""Requirements of packs against a policy: met, not met, not applicable, or not to be decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from policygen.checks.lookup import Found, Need, look_up
from policygen.checks.pack_times import deadline, keeps, together
from policygen.errors import tell
from policygen.model.clause import Text, filled
from policygen.model.facts import Fact
from policygen.model.walk import walk
from policygen.packs.model import ANY_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygen.checks.subject import Subject
    from policygen.errors import Span, Words
    from policygen.packs import Pack, Requirement


class Status(Enum):
    """How a policy stands towards a requirement."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"
    UNDECIDED = "cannot be decided by data"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a requirement. why: in a few words. clauses: the parts of the policy that
    were decisive; of what lacks, the part that should have it. span: where it is not in the policy
    (a catalog)."""

    id: str
    requirement: Requirement
    status: Status
    why: Words
    clauses: tuple[str, ...] = ()
    span: Span | None = None


def judgements(subject: Subject, pack: Pack) -> Iterator[Judgement]:
    """Yield what becomes of each requirement of a pack."""
    for id_, requirement in pack.requirements.items():
        status, why, clauses, span = _verdict(subject, requirement)
        yield Judgement(id_, requirement, status, why, tuple(dict.fromkeys(clauses)), span)


_Verdict = tuple[Status, "Words", list[str], "Span | None"]


def _verdict(subject: Subject, requirement: Requirement) -> _Verdict:
    if not requirement.holds_on(_day(subject)):
        return Status.NOT_APPLICABLE, tell("it does not hold on this day"), [], None
    if requirement.when and not look_up(subject.policy, requirement.when).met:
        why = tell("the policy has no `{path}`", path=requirement.when)
        return Status.NOT_APPLICABLE, why, [], None
    if requirement.forbids:
        return _forbidden(subject, requirement)
    if not requirement.needs:
        return Status.UNDECIDED, tell("read the policy and judge for yourself"), [], None
    needs = [look_up(subject.policy, alternatives) for alternatives in requirement.needs]
    for need in needs:
        if not need.met:
            why = tell("nothing stands at `{path}`", path=need.path)
            return Status.NOT_MET, why, [need.lacking.place], None
    said = [found for need in needs for found in need.said]
    blank = [found.place for found in said if found.is_blank]
    if blank:
        return Status.UNDECIDED, tell("it is yet to be filled in"), blank, None
    return _conditions(subject, requirement, needs, said)


def _day(subject: Subject) -> date | None:
    """Return the day on which requirements are to be met: today, or when the version takes
    effect, if that is later."""
    days = [subject.today, filled(subject.policy.dated)]
    return max((day for day in days if isinstance(day, date)), default=None)


def _conditions(
    subject: Subject, requirement: Requirement, needs: list[Need], said: list[Found]
) -> _Verdict:
    """Return the verdict on what is there by everything else that is asked of it."""
    places = [found.place for found in said]
    if requirement.count is not None and str(len(said)) != requirement.count:
        why = tell("there are {number}, not {count}", number=len(said), count=requirement.count)
        return Status.NOT_MET, why, places, None
    if requirement.value:
        wrong = _wrong_values(requirement, needs)
        if wrong:
            wanted = " / ".join(requirement.value)
            return Status.NOT_MET, tell("it is not “{wanted}”", wanted=wanted), wrong, None
    times = _times(subject, requirement, said)
    for time in times:
        if time[0] is Status.NOT_MET:
            return time
    spoken = _mentioned(subject, requirement, said)
    undecided = [verdict for verdict in (*times, spoken) if verdict is not None]
    return undecided[0] if undecided else (Status.MET, _met(requirement), places, None)


def _met(requirement: Requirement) -> Words:
    """Return why a requirement is met: by what was compared, or only by what is there."""
    if requirement.at_most or requirement.at_least:
        return tell("the time is within the limit")
    if requirement.value or requirement.count or requirement.mentions:
        return tell("the policy says so")
    return tell("the policy has a clause on this; read whether it says enough")


def _wrong_values(requirement: Requirement, needs: list[Need]) -> list[str]:
    """Return the places whose value is none of those that are wanted."""
    wrong: list[str] = []
    for need in needs:
        right = [found for found in need.said if _word(found.value) in requirement.value]
        if not right or (len(right) < len(need.said) and "+" in need.path.split(".")):
            wrong += [found.place for found in need.said if found not in right]
    return wrong


def _word(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case Fact():
            return value.form()
        case _:
            return str(value)


def _times(subject: Subject, requirement: Requirement, said: list[Found]) -> list[_Verdict]:
    """Return what is wrong, or undecided, about the times."""
    limit = requirement.at_most or requirement.at_least
    if limit is None:
        return []
    if requirement.together:
        return _together(subject, limit, said)
    verdicts: list[_Verdict] = []
    for found in said:
        kept = keeps(
            found.value,
            limit,
            subject.assumptions,
            at_least=requirement.at_most is None,
            before=_acknowledgement(subject, found),
        )
        if not kept:
            why = tell("{time} against {limit}", time=_word(found.value), limit=limit.form())
            verdicts.append((_unless(kept), why, [found.place], None))
    return sorted(verdicts, key=lambda verdict: verdict[0] is not Status.NOT_MET)


def _together(subject: Subject, limit: Any, said: list[Found]) -> list[_Verdict]:
    steps = []
    for found in said:
        reply = deadline(found.value)
        if reply is None:
            continue
        first = deadline(_acknowledgement(subject, found))
        if first is not None and reply.event is not None and reply.event.value == "acknowledgement":
            steps.append(first)
        steps.append(reply)
    kept = together(steps, limit, subject.assumptions)
    if kept:
        return []
    why = tell("all of them together against {limit}", limit=limit.form())
    return [(_unless(kept), why, [found.place for found in said], None)]


def _unless(kept: bool | None) -> Status:  # noqa: FBT001 - what `keeps` says
    return Status.NOT_MET if kept is False else Status.UNDECIDED


def _acknowledgement(subject: Subject, found: Found) -> Any:
    """Return the time for the acknowledgement that belongs to a reply."""
    entry, _, name = found.place.rpartition(".")
    if name != "reply":
        return None
    return filled(subject.value_at.get(f"{entry}.acknowledgement"))


# --------------------------------------------------------------------- words in texts


def _mentioned(subject: Subject, requirement: Requirement, said: list[Found]) -> _Verdict | None:
    """Return a verdict where the texts do not have the words that they should."""
    if not requirement.mentions:
        return None
    places = [found.place for found in said]
    wanted = requirement.mentions.get(_base(subject.config.source_language))
    if wanted is None:
        why = tell("the words of this text are for you to judge")
        return Status.UNDECIDED, why, places, None
    spoken = " ".join(
        str(text).casefold()
        for found in said
        for _, text in walk(found.value, found.place)
        if isinstance(text, Text)
    )
    if any(word.casefold() in spoken for word in wanted):
        return None
    why = tell("no word such as “{word}” stands there; read it yourself", word=wanted[0])
    return Status.UNDECIDED, why, places, None


def _forbidden(subject: Subject, requirement: Requirement) -> _Verdict:
    """Return the verdict on words that must not stand in the policy or its translations."""
    for clause, text, span in _wordings(subject, requirement.forbids):
        if not f"{clause}.".startswith(f"{requirement.below}." if requirement.below else ""):
            continue
        language, spoken = text
        for word in (
            *requirement.forbids.get(language, ()),
            *requirement.forbids.get(ANY_LANGUAGE, ()),
        ):
            if word.casefold() in spoken.casefold():
                return Status.NOT_MET, tell("“{word}” stands there", word=word), [clause], span
    return Status.MET, tell("no such words stand in the policy or its translations"), [], None


def _wordings(
    subject: Subject, languages: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[str, str], Span | None]]:
    """Yield clause, language and words, and the place in a catalog, of everything that is said."""
    source = _base(subject.config.source_language)
    for path, value in subject.values:
        if type(value) is str or isinstance(value, Text):
            yield getattr(value, "clause", path), (source, str(value)), None
    others = {_base(tag) for tag in subject.config.languages} - {source}
    if others & set(languages) or ANY_LANGUAGE in languages:
        for translation in subject.translations():
            spoken = (_base(translation.language), translation.entry.translation)
            yield translation.text.clause, spoken, translation.entry.span


def _base(tag: str) -> str:
    return tag.partition("-")[0]
