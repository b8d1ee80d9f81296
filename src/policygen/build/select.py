"""The matrix of documents, languages and formats, and what a request selects from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygen.build.formats import FORMATS
from policygen.errors import Problem, SettingsError, Words, nearest, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policygen.build.request import Request
    from policygen.config import Config


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One file of the matrix. path: relative to the output folder, with `/`."""

    document: str
    language: str
    format: str

    @property
    def path(self) -> str:
        """Where the file goes, below the output folder."""
        return f"{self.language}/{self.document}{FORMATS[self.format].extension}"


def matrix(config: Config) -> tuple[Target, ...]:
    """Return every file that the settings name, sorted."""
    return tuple(
        sorted(
            Target(document, language, format_)
            for document in config.documents
            for language in config.document_languages(document)
            for format_ in config.document_formats(document)
        )
    )


def select(targets: Iterable[Target], request: Request) -> tuple[Target, ...]:
    """Return the targets that a request asks for.

    Raises SettingsError for a name that the matrix does not have, and when nothing is left.
    """
    all_targets = tuple(targets)
    problems = [
        *_unknown("SEL101", request.documents, {t.document for t in all_targets}),
        *_unknown("SEL102", request.languages, {t.language for t in all_targets}),
        *_unknown("SEL103", request.formats, {t.format for t in all_targets}),
    ]
    selected = tuple(
        target
        for target in all_targets
        if request.selects(target.document, target.language, target.format)
    )
    if not (problems or selected):
        problems = [
            Problem(
                "SEL104",
                tell("no document is made in this language and format"),
                hint=tell("see `languages` and `formats` of the document in policygen.yaml"),
            )
        ]
    if problems:
        raise SettingsError(problems)
    return selected


_MISSING: Final[Mapping[str, Callable[[str], Words]]] = {
    "SEL101": lambda name: tell("this project has no document “{name}”", name=name),
    "SEL102": lambda name: tell("this project has no language “{name}”", name=name),
    "SEL103": lambda name: tell("this project has no format “{name}”", name=name),
}


def _unknown(code: str, names: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(code, _MISSING[code](name), hint=nearest(name, known))
