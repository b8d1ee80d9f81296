"""Parts and arrows as a graph: which parts belong together, and in which order to show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygen.doc import tree


def components(parts: Sequence[tree.Part]) -> list[tuple[tree.Part, ...]]:
    """Return the groups of parts that arrows join, each in the order given."""
    group = {part.id: number for number, part in enumerate(parts)}
    for part in parts:
        for arrow in part.arrows:
            one, other = sorted((group[part.id], group[arrow.target]))
            group = {id_: one if number == other else number for id_, number in group.items()}
    numbers = dict.fromkeys(group[part.id] for part in parts)
    return [tuple(part for part in parts if group[part.id] == number) for number in numbers]


def in_order(parts: Sequence[tree.Part]) -> tuple[tree.Part, ...]:
    """Return parts so that arrows lead onwards, and each is followed by one that it leads to.

    In a circle, the part that comes first in the order given starts.
    """
    waiting = dict.fromkeys(part.id for part in parts)
    known = {part.id: part for part in parts}
    ordered: list[tree.Part] = []
    while waiting:
        led_to = {
            arrow.target for id_ in waiting for arrow in known[id_].arrows if arrow.target != id_
        }
        free = [id_ for id_ in waiting if id_ not in led_to] or list(waiting)[:1]
        nexts = [arrow.target for arrow in ordered[-1].arrows] if ordered else []
        chosen = next((id_ for id_ in nexts if id_ in free), free[0])
        ordered.append(known[chosen])
        del waiting[chosen]
    return tuple(ordered)
