"""What can be read of a policy that has mistakes, so that one run finds more than just those.

The parts at fault are left out. What is left is good enough for rules that look at what is there,
not for those that miss what is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, Severity, Span
from policygen.model.policy import Policy
from policygen.source import Mapping, Scalar, Sequence, Value
from policygen.validation import validate

if TYPE_CHECKING:
    from policygen.source import Source

_ROUNDS: Final = 10
"""Leaving a part out can make the one that it belongs to incomplete, and so on upwards."""


def salvaged(source: Source, problems: Iterable[Problem]) -> Policy | None:
    """Return the policy without the parts that have errors; None when too little is left.

    problems: those of the whole policy.
    """
    clauses = {span: path for path, span in source.spans.items()}
    clauses |= {span: path for path, span in source.key_spans.items()}
    value = _copy(source.value)
    left = [problem for problem in problems if problem.severity is Severity.ERROR]
    for _ in range(_ROUNDS):
        for path in {clauses.get(problem.span or Span("")) for problem in left}:
            if path is not None:
                _leave_out(value, path)
        policy, left = validate(Policy, source, value)
        if policy is not None:
            return policy
    return None


def _copy(value: Mapping) -> Mapping:
    """Return a copy in which parts can be left out; texts are never changed, so they are shared."""
    copy = _copied(value)
    assert isinstance(copy, Mapping)  # noqa: S101 - what is copied is one
    return copy


def _copied(value: Value) -> Value:
    if isinstance(value, Scalar):
        return value
    if isinstance(value, Sequence):
        items = Sequence(value.clause)
        items.extend(map(_copied, value))
        return items
    entries = Mapping(value.clause)
    entries.update({key: _copied(child) for key, child in value.items()})
    return entries


def _leave_out(value: Mapping, path: str) -> None:
    """Leave out the part at a path or, where it is gone already, what it belonged to."""
    while path:
        parent, _, key = path.rpartition(".")
        holder = _at(value, parent)
        if isinstance(holder, Mapping) and key in holder:
            del holder[key]
            return
        if isinstance(holder, Sequence):
            kept = [item for item in holder if item.clause != path]
            if len(kept) < len(holder):
                holder[:] = kept
                return
        path = parent


def _at(value: Value, path: str) -> Value | None:
    found: Value | None = value
    for part in path.split(".") if path else ():
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, Sequence):
            wanted = f"{found.clause}.{part}"
            found = next((item for item in found if item.clause == wanted), None)
        else:
            return None
    return found
