"""References: what is defined and never used, terms in two senses, links to nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from policygen.checks.rules import Finding, Rule
from policygen.errors import Severity, Words, nearest, tell
from policygen.model.clause import Clause, Ref, Text

if TYPE_CHECKING:
    from policygen.checks.subject import Subject

_LINK: Final = re.compile(r"\]\(#([^)\s]*)\)")
_STEM: Final = 5
"""So many letters of a word stay when it is put into the plural or another case."""


def unused(subject: Subject) -> Iterator[Finding]:
    """What is defined and then never used is left over from an older version, or somebody forgot
    to use it. Readers look for the rest of it in vain."""
    used = _used(subject)
    policy = subject.policy
    for collection, (is_shown, message) in _USABLE.items():
        for id_, entry in getattr(policy, collection).items():
            if f"{collection}.{id_}" not in used and not is_shown(entry):
                yield Finding(
                    f"{collection}.{id_}",
                    message(getattr(entry, "name", id_)),
                    tell("use it where it belongs, or delete it"),
                )


def _used(subject: Subject) -> set[str]:
    """Return `collection.id` of every entry that another part of the policy names."""
    found: set[str] = set()
    for _, clause in subject.all_of(Clause):
        for name, collections in _references(type(clause)):
            for id_ in _ids(getattr(clause, name)):
                found |= {f"{collection}.{id_}" for collection in collections}
    return found


def _ids(value: Any) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) else ()


@cache
def _references(model: type[Clause]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields of a model that hold ids, each with the collections that they are of."""
    return tuple(
        (name, ref.collections)
        for name, field in model.model_fields.items()
        if (ref := _ref(field.metadata) or _ref_in(field.annotation)) is not None
    )


def _ref(metadata: Any) -> Ref | None:
    return next((item for item in metadata if isinstance(item, Ref)), None)


def _ref_in(annotation: Any) -> Ref | None:
    """Return the mark within a type such as `tuple[Annotated[str, Ref(…)], ...] | None`."""
    if (found := _ref(getattr(annotation, "__metadata__", ()))) is not None:
        return found
    inner = (_ref_in(part) for part in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found is not None), None)


def _role_is_shown(role: Any) -> bool:
    return bool(role.duties or role.reports_to or role.may_decide)


def _metric_is_shown(metric: Any) -> bool:
    return bool(metric.meaning or metric.formula)


_USABLE: Final[Mapping[str, tuple[Callable[[Any], bool], Callable[[str], Words]]]] = {
    "roles": (
        _role_is_shown,
        lambda name: tell("nothing is given to the role “{name}” to do", name=name),
    ),
    "metrics": (
        _metric_is_shown,
        lambda name: tell("“{name}” is named, but never measured against anything", name=name),
    ),
    "partners": (
        lambda partner: bool(partner.duties),
        lambda name: tell("no promise is kept by “{name}”", name=name),
    ),
}
"""Collection -> whether an entry says something by itself, and what to say of an unused one."""


def unused_term(subject: Subject) -> Iterator[Finding]:
    """A glossary explains words that the reader meets. A term that occurs nowhere makes readers
    search, and hides that the text says it in other words."""
    definitions = subject.policy.definitions
    if not definitions:
        return
    text = " ".join(
        text.casefold()
        for _, text in subject.all_of(Text)
        if not text.clause.startswith("definitions.")
    )
    parts = (path for path in subject.project.spans if not path.startswith("definitions."))
    names = " ".join([text, *parts, *(str(fact) for fact in subject.facts)])
    for id_, definition in definitions.items():
        stems = [word[:_STEM] for word in re.findall(r"\w+", str(definition.term).casefold())]
        # Facts are written in English words, whatever the language of the source.
        if not all(stem in names for stem in stems) and id_ not in names:
            yield Finding(
                f"definitions.{id_}.term",
                tell("the term “{term}” is defined, but no text uses it", term=definition.term),
                tell("delete the definition, or use the term where the text means it"),
            )


def two_senses(subject: Subject) -> Iterator[Finding]:
    """If one word means two things, each reader takes the meaning that suits them, and a court the
    one that suits the customer."""
    first: dict[str, str] = {}
    for id_, definition in subject.policy.definitions.items():
        other = first.setdefault(str(definition.term).casefold(), id_)
        if other != id_:
            yield _two_senses(definition.term, f"definitions.{id_}", f"definitions.{other}")
    for collection in ("metrics", "roles", "levels", "processes", "tools"):
        names: dict[str, str] = {}
        for id_, entry in getattr(subject.policy, collection).items():
            other = names.setdefault(str(entry.name).casefold(), id_)
            if other != id_:
                yield _two_senses(entry.name, f"{collection}.{id_}", f"{collection}.{other}")


def _two_senses(name: str, path: str, other: str) -> Finding:
    return Finding(
        path,
        tell("“{name}” stands for two different things", name=name),
        tell("give one of them another name, or merge them"),
        related=((other, tell("the other one")),),
    )


def link_to_nowhere(subject: Subject) -> Iterator[Finding]:
    """A reader who follows a link and lands nowhere gives up. In a printed document the reference
    sends them looking for a section that is not there."""
    known = subject.project.spans
    for text in subject.texts:
        for match in _LINK.finditer(text) if "](#" in text else ():
            if match[1] not in known and match[1] not in subject.groups:
                yield Finding(
                    text.clause,
                    tell("the link leads to “{target}”, which does not exist", target=match[1]),
                    nearest(match[1], subject.groups)
                    or tell("write the path of a part of the policy, such as `#complaints.stages`"),
                    excerpt=match[1],
                )


def listed_twice(subject: Subject) -> Iterator[Finding]:
    """The same entry twice in a list is a slip of the pen. Often another one was meant."""
    for path, clause in subject.all_of(Clause):
        for name, _ in _references(type(clause)):
            ids = _ids(getattr(clause, name))
            for index, id_ in enumerate(ids):
                if id_ in ids[:index]:
                    yield Finding(
                        f"{path}.{name.removesuffix('_')}.{index}".lstrip("."),
                        tell("“{id}” stands in this list twice", id=id_),
                        tell("delete one of the two, or write the one that was meant"),
                    )


def bodies_in_circle(subject: Subject) -> Iterator[Finding]:
    """Each outside body sends the customer to another one first. In a circle no customer ever
    reaches the one that decides."""
    bodies = subject.policy.complaints.external if subject.policy.complaints else {}
    for id_, body in bodies.items():
        seen: list[str] = []
        after = body.after
        while after in bodies and after not in seen:
            seen.append(after)
            after = bodies[after].after
        if id_ in seen:
            yield Finding(
                f"complaints.external.{id_}.after",
                tell("“{body}” can be turned to only after itself", body=body.name),
                tell("correct `after:`, so that one body comes first"),
            )


RULES: Final = (
    Rule("REF201", tell("Defined, but never used"), unused, needs_all=True),
    Rule("REF202", tell("A term that no text uses"), unused_term, needs_all=True),
    Rule("REF203", tell("One word for two things"), two_senses),
    Rule("REF204", tell("A link to nowhere"), link_to_nowhere, needs_all=True),
    Rule("REF205", tell("Listed twice"), listed_twice),
    Rule("REF206", tell("Outside bodies in a circle"), bodies_in_circle, Severity.ERROR),
)
