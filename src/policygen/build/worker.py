"""One file: rendered and proven, in whatever process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygen.build.formats import FORMATS
from policygen.errors import PolicygenError, Problem, tell

if TYPE_CHECKING:
    from policygen.build.select import Target
    from policygen.doc import tree
    from policygen.write.skin import Skin


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A file to make. key: what it depends on. verify: compare also where that is costly."""

    target: Target
    document: tree.Document
    skin: Skin
    key: str
    verify: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a job: either bytes that were proven, or problems.

    pages: 0 where the format has none. verified: the text was compared with the tree.
    """

    data: bytes = b""
    pages: int = 0
    verified: bool = False
    problems: tuple[Problem, ...] = ()


def render(job: Job) -> Rendered:
    """Write the document in the job's format and compare the text with the tree, by clause."""
    form = FORMATS[job.target.format]
    try:
        data = form.write(job.document, job.skin)
        verified = job.verify or not form.costly
        differing = form.differing(data, job.document) if verified else []
    except PolicygenError as error:
        return Rendered(problems=error.problems)
    if differing:
        return Rendered(problems=tuple(_unequal(job.target, clause) for clause in differing))
    pages = form.pages(data) if form.pages else 0
    return Rendered(data, pages, verified)


def _unequal(target: Target, clause: str) -> Problem:
    return Problem(
        "VER101",
        tell(
            "the clause “{clause}” of “{document}” ({language}) is missing or different in the "
            "{format} file",
            clause=clause,
            document=target.document,
            language=target.language,
            format=target.format.upper(),
        ),
        hint=tell(
            "the file was not put in place. If you changed something in templates/skin, undo it; "
            "otherwise please report this as a fault of policygen"
        ),
    )
