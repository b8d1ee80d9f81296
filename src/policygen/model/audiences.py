"""Who may read which part of a policy."""

from __future__ import annotations

from policygen.model.clause import READABLE, Audience, Clause
from policygen.model.policy import Policy, is_staff_part
from policygen.model.walk import walk


class Audiences:
    """The audience of every part of one policy.

    A part has the audience that its nearest marked or staff-only ancestor (or itself) gives it;
    without any, everyone may read it.
    """

    def __init__(self, policy: Policy) -> None:
        self._marked = {
            path: value.audience
            for path, value in walk(policy)
            if isinstance(value, Clause) and value.audience is not None
        }

    def of(self, path: str) -> Audience:
        """Return who may read the part at a dotted path."""
        while path:
            if (marked := self._marked.get(path)) is not None:
                return marked
            if is_staff_part(path):
                return Audience.STAFF
            path = path.rpartition(".")[0]
        return Audience.EVERYONE

    def may_read(self, path: str, reader: Audience) -> bool:
        """Whether a document for `reader` may show the part at a dotted path."""
        return self.of(path) in READABLE[reader]
