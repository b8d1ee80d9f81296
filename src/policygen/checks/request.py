"""What is asked of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What is asked of a check.

    final: whether the documents are to be final. today: the day on which things are overdue, None
    for no day in particular. select, ignore: codes of rules, or what codes begin with; () to
    select all and ignore none. whole: whether the policy is all there; where parts could not be
    read, rules that miss what is not there are left out. own_words: of an overlay, whether only
    the texts of its own file are read, because those of the base have been.
    """

    final: bool = False
    today: date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    whole: bool = True
    own_words: bool = False
