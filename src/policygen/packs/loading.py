"""Packs from their files: those that ship, and those of a project, which may extend them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from policygen.errors import Problem, Severity, nearest, tell
from policygen.model.policy import Policy
from policygen.packs.model import FALLBACK, LAST, NTH, Pack, Worded
from policygen.source import Mapping, Sequence, Source, load_file
from policygen.validation import annotation_at, validate, value_span

SHIPPED: Final = Path(__file__).parent
FOLDER: Final = "packs"
CODE: Final = "PCK103"
EXTENDS: Final = "extends"
WITHOUT: Final = "without"
_PLACE: Final = re.compile(rf"{NTH}(?:[1-9][0-9]{{0,3}}|{LAST})")
_MERGED: Final = ("sources", "requirements")
"""Groups of a pack to which a pack that extends it adds."""


def available(root: Path) -> dict[str, Path]:
    """Return the id and the file of each pack that a project can select, its own before those that
    ship."""
    folders = (SHIPPED, root / FOLDER)
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.yaml"))}


def load_pack(root: Path, id_: str) -> tuple[Pack | None, list[Problem]]:
    """Return the pack of an id as the project in `root` has it, or None with what is wrong."""
    known = available(root)
    if id_ not in known:
        return None, [
            Problem(
                CODE,
                tell("there is no pack “{pack}”", pack=id_),
                hint=nearest(id_, known) or tell("`policygen requirements --list` lists them"),
            )
        ]
    path = known[id_]
    if path.parent == SHIPPED:
        return _shipped(id_)
    return _file(path)


@cache
def _shipped(id_: str) -> tuple[Pack | None, list[Problem]]:
    return _file(SHIPPED / f"{id_}.yaml")


def _file(path: Path) -> tuple[Pack | None, list[Problem]]:
    source = _read(path)
    errors = [problem for problem in source.problems if problem.severity is Severity.ERROR]
    if errors:
        return None, errors
    base = source.value.get(EXTENDS)
    if base is None:
        return _checked(source, source.value)
    shipped = {file.stem for file in SHIPPED.glob("*.yaml")}
    if base not in shipped:
        place = value_span(source, EXTENDS)
        message = tell("there is no pack “{pack}” that could be extended", pack=base)
        return None, [Problem(CODE, message, place, nearest(str(base), shipped))]
    under = _read(SHIPPED / f"{base}.yaml").value
    return _checked(source, _merged(under, source.value))


def _read(path: Path) -> Source:
    return load_file(path, f"{FOLDER}/{path.name}")


def _merged(base: Mapping, own: Mapping) -> Mapping:
    """Return a pack with what another one adds, changes and leaves out."""
    merged = Mapping("")
    merged.update(base)
    merged.update({key: own[key] for key in own if key not in (EXTENDS, WITHOUT)})
    for key in _MERGED:
        group = merged[key] = Mapping(key)
        for part in (base.get(key), own.get(key)):
            group.update(part if isinstance(part, Mapping) else {})
    leave = own.get(WITHOUT)
    left_out = {str(id_) for id_ in leave} if isinstance(leave, Sequence) else set()
    requirements = Mapping("requirements")
    requirements.update({id_: value for id_, value in group.items() if id_ not in left_out})
    merged["requirements"] = requirements
    return merged


def _checked(source: Source, value: Mapping) -> tuple[Pack | None, list[Problem]]:
    pack, problems = validate(Pack, source, value)
    if pack is not None:
        problems = list(_faults(pack, source))
    return (None if problems else pack), problems


def _faults(pack: Pack, source: Source) -> Iterator[Problem]:
    """Yield a problem for each path that leads nowhere, each source that is not there and each
    text without English words, which all readers have where their own language lacks."""
    for path, worded in _texts(pack):
        if FALLBACK not in worded:
            yield Problem(
                CODE,
                tell("`{path}` has no English text", path=path),
                value_span(source, path),
                tell("add `en: …`, which is shown in all languages that have no text here"),
            )
    for id_, requirement in pack.requirements.items():
        at = f"requirements.{id_}"
        if requirement.source not in pack.sources:
            yield Problem(
                CODE,
                tell("“{source}” is not one of the pack's sources", source=requirement.source),
                value_span(source, f"{at}.source"),
                nearest(requirement.source, pack.sources),
            )
        for path in requirement.paths():
            if not _leads_somewhere(path):
                yield Problem(
                    CODE,
                    tell("“{path}” is not a part of a policy", path=path),
                    value_span(source, f"{at}.needs"),
                    tell(
                        "write the fields with dots, `*` for any entry, as in "
                        "`complaints.stages.*.reply`"
                    ),
                )


def _texts(pack: Pack) -> Iterator[tuple[str, Worded]]:
    """Yield path and words of each text of a pack."""
    yield from (("title", pack.title), ("sector", pack.sector), ("applies_to", pack.applies_to))
    for id_, requirement in pack.requirements.items():
        yield f"requirements.{id_}.says", requirement.says
    for id_, source in pack.sources.items():
        if source.note is not None:
            yield f"sources.{id_}.note", source.note


def _leads_somewhere(path: str) -> bool:
    """Whether a policy can have something at a path."""
    parts = path.split(".")
    if any(part.startswith(NTH) and not _PLACE.fullmatch(part) for part in parts):
        return False
    for end in range(len(parts), 0, -1):
        annotation = annotation_at(Policy, ".".join(parts[:end]))
        if annotation is not None:
            return _has_fields(annotation, parts[end:])
    return False


def _has_fields(annotation: Any, names: list[str]) -> bool:
    """Whether a type has a field of a fact; one level is as deep as facts go."""
    if not names:
        return True
    known = {field.name for field in fields(annotation)} if is_dataclass(annotation) else set()
    return len(names) == 1 and names[0] in known
