"""Step “compose”: the trees of all documents that are asked for, and what lacks translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygen.errors import PolicygenError, Problem, ordered, tell
from policygen.templating.compose import Composer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygen.build.select import Target
    from policygen.doc import tree
    from policygen.project import Project


@dataclass(frozen=True, slots=True)
class Composition:
    """What the templates made of the policy.

    documents: (document, language) -> tree. untranslated: language -> clauses that are shown in
    the source language, each once, sorted. problems: what is wrong with the catalogs.
    """

    documents: Mapping[tuple[str, str], tree.Document]
    untranslated: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def compose(project: Project, targets: Iterable[Target], *, draft: bool) -> Composition:
    """Compose each document in each language that the targets name.

    Raises PolicygenError with the problems of all templates at once.
    """
    composer = Composer(project, draft=draft)
    documents: dict[tuple[str, str], tree.Document] = {}
    missing: dict[str, set[str]] = {}
    problems: list[Problem] = []
    for document, language in sorted({(t.document, t.language) for t in targets}):
        try:
            composed = composer.compose(document, language)
        except PolicygenError as error:
            problems += error.problems
            continue
        documents[document, language] = composed.document
        missing.setdefault(language, set()).update(composed.untranslated)
    if problems:
        raise PolicygenError(ordered([*composer.problems, *problems]))
    untranslated = {name: tuple(sorted(missing[name])) for name in sorted(missing) if missing[name]}
    return Composition(documents, untranslated, tuple(composer.problems))


def untranslated_problems(project: Project, composition: Composition) -> list[Problem]:
    """Return missing translations as errors: what `--strict` makes of them."""
    return [
        Problem(
            "TRN101",
            tell(
                "“{clause}” is not translated into “{language}”", clause=clause, language=language
            ),
            project.place(clause) or project.config.source.spans.get(clause),
            tell(
                "translate it in locales/{language}, or build without --strict",
                language=language.replace("-", "_"),
            ),
        )
        for language, clauses in composition.untranslated.items()
        for clause in clauses
    ]
