"""Overlays: what a brand or a site says differently, laid over the policy that it starts from.

An overlay removes entries, replaces what stays, and adds what is new, in this order, so that an
entry that is both removed and added is exchanged as a whole. The result is a source like any
other: clauses have the paths of the merged policy, places are those of the file that says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from policygen.errors import Problem, Severity, Span, Words, nearest, ordered, tell
from policygen.source import (
    Mapping,
    Scalar,
    Sequence,
    Source,
    Value,
    exchanged,
    respelled_key,
    respelling,
)

ADD: Final = "add"
REPLACE: Final = "replace"
REMOVE: Final = "remove"


def overlaid(base: Source, change: Source) -> Source:
    """Return the source that says what `base` says, changed as the overlay `change` asks for.

    The problems of both are among its own. New ones: what is added is there already (OVL101),
    what is replaced (OVL102) or removed (OVL103) is not there, something is both removed and
    replaced (OVL104), the overlay has another part (OVL105) or one of a wrong shape (OVL106).
    """
    merge = _Merge(base, change)
    merge.problems += [*base.problems, *change.problems, *_misshapen(change)]
    merge.removed.update(merge.removals())
    value = merge.mapping(
        "", base.value, _group(change.value.get(REPLACE)), _group(change.value.get(ADD))
    )
    paths = list(_paths(value, ""))
    return Source(
        value,
        _places(paths, merge.spans, base.spans),
        _places(paths, merge.key_spans, base.key_spans),
        base.files | change.files,
        tuple(ordered(merge.problems)),
        MappingProxyType(merge.removed),
    )


def _places(
    paths: list[str], own: dict[str, Span], former: MappingProxyType[str, Span]
) -> MappingProxyType[str, Span]:
    """Return where each path of the merged policy stands: in the overlay, else in the base."""
    found = {path: own.get(path) or former.get(path) for path in paths}
    return MappingProxyType({path: span for path, span in found.items() if span is not None})


def _misshapen(change: Source) -> Iterator[Problem]:
    for key, value in change.value.items():
        if key not in (ADD, REPLACE, REMOVE):
            yield Problem(
                "OVL105",
                tell("“{key}” is not a part of an overlay", key=key),
                change.key_spans[key],
                tell(
                    "{nearest}\nwhat an overlay says of the policy stands below one of them",
                    nearest=nearest(key, (ADD, REPLACE, REMOVE)),
                ),
            )
        elif key == REMOVE:
            yield from _misshapen_list(change, value)
        elif not isinstance(value, Mapping):
            yield Problem(
                "OVL106",
                tell("`{key}` needs a group of named entries", key=key),
                change.spans[key],
                tell("write below it what the policy would say: `company:`, indented `name: …`"),
            )


def _misshapen_list(change: Source, value: Value) -> Iterator[Problem]:
    items = list(enumerate(value)) if isinstance(value, Sequence) else []
    wrong = [f"{REMOVE}.{i}" for i, item in items if not isinstance(item, Scalar)]
    for path in wrong if isinstance(value, Sequence) else [REMOVE]:
        yield Problem(
            "OVL106",
            tell("`{remove}` needs a list of paths", remove=REMOVE),
            change.spans[path],
            tell("put each path on a line of its own: `- channels.video`"),
        )


@dataclass(slots=True)
class _Merge:
    """A merge in progress.

    spans, key_spans: merged path -> place, of what the overlay says. removed: path -> where the
    overlay removes it. problems: what is wrong so far.
    """

    base: Source
    change: Source
    spans: dict[str, Span] = field(default_factory=dict)
    key_spans: dict[str, Span] = field(default_factory=dict)
    removed: dict[str, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def half_read(self) -> bool:
        """Whether what is not in the base may be in what could not be read of it."""
        return any(problem.severity is Severity.ERROR for problem in self.base.problems)

    def removals(self) -> Iterator[tuple[str, Span]]:
        """Yield path and place of what the overlay removes; note what is not there."""
        items = self.change.value.get(REMOVE)
        paths = set(_entries(self.base.value, ""))
        for item in items if isinstance(items, Sequence) else ():
            if not isinstance(item, Scalar):
                continue
            if item in paths:
                yield str(item), self.change.spans[item.clause]
            elif not self.half_read:
                self._refuse_unremovable(item)

    def mapping(self, path: str, former: Mapping, replace: Mapping, add: Mapping) -> Mapping:
        """Return a group of entries without those removed, with those replaced and added."""
        merged = Mapping(path)
        for key, value in former.items():
            below = _joined(path, key)
            if below in self.removed:
                if key in replace:
                    self._refuse_both(below, replace[key], self.removed[below])
                if key in add:
                    merged[key] = self._own(add[key], below)
                continue
            changed = self._changed(below, value, replace.get(key), add.get(key))
            removal = None if changed else self._last_removal(below)
            if removal is None:
                merged[key] = changed
            else:  # nothing is left in it
                self.removed[below] = removal
        for key in replace.keys() - former.keys():
            if not self.half_read:
                self._refuse_unknown(replace[key], _joined(path, key), former)
        for key, value in add.items():
            if key not in former:
                merged[key] = self._own(value, _joined(path, key))
        return merged

    def _changed(
        self, path: str, value: Value, replacement: Value | None, addition: Value | None
    ) -> Value:
        """Return a value that stays, with what is replaced and added in it."""
        if replacement is not None and not _are_groups(value, replacement):
            self._refuse_removed_below(path, replacement)
            value, replacement = self._own(replacement, path), None
        if addition is not None and not _are_groups(value, addition):
            self._refuse_twice(path, addition)
            addition = None
        if not isinstance(value, Mapping):
            return value
        return self.mapping(path, value, _group(replacement), _group(addition))

    def _own(self, value: Value, path: str) -> Value:
        """Return a value of the overlay at its place in the policy."""
        if (span := self.change.spans.get(value.clause)) is not None:
            self.spans[path] = span
        if (span := self.change.key_spans.get(value.clause)) is not None:
            self.key_spans[path] = span
        if isinstance(value, Scalar):
            return Scalar(value, path)
        if isinstance(value, Mapping):
            mapping = Mapping(path)
            mapping.update({k: self._own(v, _joined(path, k)) for k, v in value.items()})
            return mapping
        sequence = Sequence(path)
        sequence.extend(self._own(v, _joined(path, str(i))) for i, v in enumerate(value))
        return sequence

    def _last_removal(self, path: str) -> Span | None:
        """Return where the last entry of a group is removed, None where all are left."""
        spans = [span for removed, span in self.removed.items() if _is_in(removed, path)]
        return spans[-1] if spans else None

    # ------------------------------------------------------------------- problems

    def _key_place(self, value: Value) -> Span:
        return self.change.key_spans[value.clause]

    def _refuse_twice(self, path: str, addition: Value) -> None:
        former = self.key_spans.get(path) or self.base.key_spans[path]
        self.problems.append(
            Problem(
                "OVL101",
                tell("`{path}` is there already", path=path),
                self._key_place(addition),
                tell("move it from `{add}:` to `{replace}:`", add=ADD, replace=REPLACE),
                related=((former, tell("the one that is there")),),
            )
        )

    def _refuse_unknown(self, value: Value, path: str, former: Mapping) -> None:
        key = path.rpartition(".")[2]
        self.problems.append(
            Problem(
                "OVL102",
                tell("there is no `{path}` to replace", path=path),
                self._key_place(value),
                _or_new(nearest(key, former)),
                fix=respelled_key(self.change, value.clause, former),
            )
        )

    def _refuse_unremovable(self, item: Scalar) -> None:
        if item in self.base.spans:
            hint = tell(
                "a list changes as a whole: write what is left of it below `{replace}:`",
                replace=REPLACE,
            )
        else:
            hint = _nearest_entry(item, self.base.value)
        right = respelling(item, _entries(self.base.value, ""))
        self.problems.append(
            Problem(
                "OVL103",
                tell("there is no entry `{item}` to remove", item=item),
                self.change.spans[item.clause],
                hint or tell("write the path of an entry or a field, such as `channels.video`"),
                fix=exchanged(self.change, self.change.spans[item.clause], item, right),
            )
        )

    def _refuse_both(self, path: str, replacement: Value, removal: Span) -> None:
        self.problems.append(
            Problem(
                "OVL104",
                tell("`{path}` is both removed and replaced", path=path),
                self._key_place(replacement),
                tell(
                    "delete one of the two; to exchange all of it, remove it and put the new one "
                    "under `{add}:`",
                    add=ADD,
                ),
                related=((removal, tell("here it is removed")),),
            )
        )

    def _refuse_removed_below(self, path: str, replacement: Value) -> None:
        for removed, span in self.removed.items():
            if _is_in(removed, path):
                self._refuse_both(removed, replacement, span)


def _or_new(meant: Words) -> Words:
    if not meant:
        return tell("what is new belongs under `{add}:`", add=ADD)
    return tell("{meant}\nwhat is new belongs under `{add}:`", meant=meant, add=ADD)


def _nearest_entry(path: str, value: Value) -> Words:
    """Return what was probably meant by the first step of a path that leads nowhere."""
    there = ""
    for key in path.split("."):
        if not isinstance(value, Mapping) or key not in value:
            break
        there, value = _joined(there, key), value[key]
    step = path[: len(there) + 1] + path[len(there) + 1 :].partition(".")[0]
    return nearest(step, (_joined(there, k) for k in value) if isinstance(value, Mapping) else ())


def _are_groups(one: Value, other: Value) -> bool:
    return isinstance(one, Mapping) and isinstance(other, Mapping)


def _group(value: Value | None) -> Mapping:
    return value if isinstance(value, Mapping) else Mapping("")


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _is_in(path: str, group: str) -> bool:
    return path.startswith(f"{group}.")


def _entries(value: Value, path: str) -> Iterator[str]:
    """Yield the path of every named entry: what an overlay can remove."""
    for key, child in value.items() if isinstance(value, Mapping) else ():
        below = _joined(path, key)
        yield below
        yield from _entries(child, below)


def _paths(value: Value, path: str) -> Iterator[str]:
    """Yield the path of every value below a value."""
    if isinstance(value, Scalar):
        return
    entries = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, child in entries:
        below = _joined(path, str(key))
        yield below
        yield from _paths(child, below)
