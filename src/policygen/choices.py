"""What the settings choose: names that are unknown, come twice or get in each other's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from policygen.errors import Problem, nearest, tell
from policygen.source import exchanged, respelling, without_item
from policygen.validation import value_span

if TYPE_CHECKING:
    from policygen.config import Settings
    from policygen.source import Source

USUAL_FORMATS: Final = ("html", "pdf", "docx")
"""What documents are made in when nothing else is said."""

FORMATS: Final = (*USUAL_FORMATS, "text", "fragment")


def wrong_choices(settings: Settings, source: Source) -> Iterator[Problem]:
    """Yield everything that is wrong with what the settings choose. source: where they stand."""
    yield from _unknown_choices(settings, source)
    yield from _named_twice(settings, source)
    yield from _nothing_named(settings, source)
    yield from _overlays_in_the_way(settings, source)
    yield from _unknown_documents(settings, source)


def _unknown_choices(settings: Settings, source: Source) -> list[Problem]:
    problems = [
        Problem(
            "SET102",
            tell("“{name}” is not a format", name=name),
            value_span(source, f"{path}.{i}"),
            nearest(name, FORMATS),
            fix=exchanged(source, source.spans.get(f"{path}.{i}"), name, respelling(name, FORMATS)),
        )
        for path, names in _format_lists(settings)
        for i, name in enumerate(names)
        if name not in FORMATS
    ]
    for id_, spec in settings.documents.items():
        for i, language in enumerate(spec.languages or ()):
            if language not in settings.languages:
                problems.append(
                    Problem(
                        "SET103",
                        tell(
                            "“{language}” is not one of the project's languages", language=language
                        ),
                        value_span(source, f"documents.{id_}.languages.{i}"),
                        nearest(language, settings.languages),
                    )
                )
        if PurePosixPath(spec.template).name != spec.template:
            problems.append(
                Problem(
                    "SET104",
                    tell("“{value}” is not the name of a template", value=spec.template),
                    value_span(source, f"documents.{id_}.template"),
                    tell("write the file's name in templates/documents, without its ending"),
                )
            )
    return problems


def _overlays_in_the_way(settings: Settings, source: Source) -> Iterator[Problem]:
    """Yield a problem for each overlay whose folder would be that of a language or of another
    overlay, where capitals do not count in names of files."""
    taken = {
        language.lower(): tell("the language “{language}”", language=language)
        for language in settings.languages
    }
    for id_ in settings.overlays:
        if other := taken.get(id_.lower()):
            yield Problem(
                "SET106",
                tell(
                    "the overlay “{id}” would have the same output folder as {other}",
                    id=id_,
                    other=other,
                ),
                source.key_spans[f"overlays.{id_}"],
                tell("give the overlay another id"),
            )
        taken.setdefault(id_.lower(), tell("the overlay “{id}”", id=id_))


def _unknown_documents(settings: Settings, source: Source) -> Iterator[Problem]:
    """Yield a problem for each document of an overlay that the project does not have."""
    for id_, overlay in settings.overlays.items():
        for i, document in enumerate(overlay.documents or ()):
            if document not in settings.documents:
                yield Problem(
                    "SET108",
                    tell("“{document}” is not one of the project's documents", document=document),
                    value_span(source, f"overlays.{id_}.documents.{i}"),
                    nearest(document, settings.documents),
                )


def _named_twice(settings: Settings, source: Source) -> Iterator[Problem]:
    """Yield a problem for each name that a list has already."""
    for path, names in _lists(settings):
        for i, name in enumerate(names):
            first = names.index(name)
            if first < i:
                yield Problem(
                    "SET105",
                    tell("“{name}” stands in this list twice", name=name),
                    value_span(source, f"{path}.{i}"),
                    tell("delete one of the two"),
                    related=(
                        (value_span(source, f"{path}.{first}"), tell("here it stands first")),
                    ),
                    fix=without_item(source, f"{path}.{i}"),
                )


def _nothing_named(settings: Settings, source: Source) -> Iterator[Problem]:
    """Yield a problem for each list that names nothing: there would be nothing to make."""
    groups = [*_lists(settings), ("documents", tuple(settings.documents))]
    for path, names in groups:
        if not names:
            yield Problem(
                "SET109",
                tell("`{path}` names nothing, so nothing would be made", path=path),
                value_span(source, path),
                tell("name at least one, or delete the line to have what is usual")
                if path not in _REQUIRED
                else tell("name at least one"),
            )


_REQUIRED: Final = ("languages", "documents")


def _lists(settings: Settings) -> list[tuple[str, tuple[str, ...]]]:
    """Return path -> names of every list that chooses what is made, where it is stated."""
    lists = [("languages", settings.languages), *_format_lists(settings)]
    for id_, spec in settings.documents.items():
        if spec.languages is not None:
            lists.append((f"documents.{id_}.languages", spec.languages))
    for id_, overlay in settings.overlays.items():
        for name in ("languages", "documents"):
            names = getattr(overlay, name)
            if names is not None:
                lists.append((f"overlays.{id_}.{name}", names))
    return lists


def _format_lists(settings: Settings) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("formats", settings.formats),
        *(
            (f"documents.{id_}.formats", spec.formats)
            for id_, spec in settings.documents.items()
            if spec.formats is not None
        ),
    ]
