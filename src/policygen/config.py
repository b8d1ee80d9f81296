"""The project's settings: policygen.yaml as a frozen `Config`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from policygen.errors import Problem, SettingsError, Severity, Span, nearest, tell
from policygen.model.clause import Audience, Text
from policygen.model.locales import LocaleTag
from policygen.source import (
    NOTHING_UNSAVED,
    Unsaved,
    exchanged,
    load_file,
    respelling,
    without_item,
)
from policygen.theme import Layer, ThemeSetting, ThemeSpec, resolve
from policygen.validation import validate, value_span

if TYPE_CHECKING:
    from policygen.doc.look import Theme
    from policygen.source import Source

SETTINGS_FILE: Final = "policygen.yaml"
OVERLAY_FOLDER: Final = "policy/overlays"
USUAL_FORMATS: Final = ("html", "pdf", "docx")
"""What documents are made in when nothing else is said."""

FORMATS: Final = (*USUAL_FORMATS, "text", "fragment")


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class DocumentSpec(_Settings):
    """One document type.

    title: pattern with `{company}`, translated like the policy's text. template: a file of
    templates/documents without its ending. formats, languages: None for the project's.
    """

    title: Text
    template: str
    audience: Audience
    languages: tuple[LocaleTag, ...] | None = None
    formats: tuple[str, ...] | None = None


class OverlaySpec(_Settings):
    """One brand or site.

    title: what people call it. languages, theme: where they differ from the project's. documents:
    the ids of those that it has, None for all. source: its file, below the project's folder; None
    for the one of its id in policy/overlays.
    """

    title: Text
    languages: tuple[LocaleTag, ...] | None = None
    documents: tuple[str, ...] | None = None
    theme: ThemeSetting = ThemeSpec()
    source: str | None = None


class RuleSetting(Enum):
    """How much the findings of a rule matter in this project."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


class ChecksSpec(_Settings):
    """How the project is checked.

    rules: code of a rule, or what the codes of a family begin with -> how much its findings
    matter. packs: ids of the completeness packs that apply. known_words: acronyms and terms that
    every reader knows.
    """

    rules: dict[str, RuleSetting] = {}
    packs: tuple[str, ...] = ()
    known_words: tuple[str, ...] = ()


class Settings(_Settings):
    """What policygen.yaml says."""

    source_language: LocaleTag
    languages: tuple[LocaleTag, ...]
    formats: tuple[str, ...] = USUAL_FORMATS
    output: str = "output"
    theme: ThemeSetting = ThemeSpec()
    documents: dict[str, DocumentSpec]
    overlays: dict[str, OverlaySpec] = {}
    checks: ChecksSpec = ChecksSpec()


class Config:
    """The settings of the project in folder `root`, ready for use.

    overlay: id of the brand or site that is made, "" for the base. source: where each setting
    stands, for problems found later. theme: the looks of its documents. logo: file of the project
    in their head, None for none. problems: warnings.
    """

    def __init__(  # noqa: PLR0913 - each is a part of it
        self,
        root: Path,
        settings: Settings,
        source: Source,
        *,
        theme: Theme,
        overlay: str = "",
        problems: Iterable[Problem] = (),
    ) -> None:
        self.root = root
        self.overlay = overlay
        self.settings = settings
        self.source = source
        self.problems = (*source.problems, *problems)
        self.theme = theme
        self.logo = settings.theme.logo
        self.source_language = settings.source_language
        self.languages = settings.languages
        self.formats = settings.formats
        self.output = settings.output
        self.checks = settings.checks
        self.documents: Mapping[str, DocumentSpec] = settings.documents
        self.overlays: Mapping[str, OverlaySpec] = settings.overlays
        if overlay:
            spec = settings.overlays[overlay]
            self.languages = spec.languages or settings.languages
            if spec.documents is not None:
                self.documents = {id_: settings.documents[id_] for id_ in spec.documents}
            self.logo = spec.theme.logo or self.logo

    @property
    def overlay_source(self) -> str | None:
        """The file that says what the overlay changes, relative to `root`; None for the base."""
        if not self.overlay:
            return None
        name = self.overlays[self.overlay].source or f"{OVERLAY_FOLDER}/{self.overlay}.yaml"
        return PurePosixPath(name).as_posix()

    def span(self, path: str) -> Span:
        """Return where the setting at a dotted path stands: the overlay's own, if it has one."""
        own = f"overlays.{self.overlay}.{path}"
        return value_span(self.source, own if own in self.source.spans else path)

    def document_languages(self, document: str) -> tuple[str, ...]:
        """Return the languages that a document is made in: those of the project or overlay, and
        where the document names its own, those of them that are among these or their parents."""
        own = self.documents[document].languages
        if own is None:
            return self.languages
        return tuple(tag for tag in self.languages if any(_is_variant(tag, of) for of in own))

    def document_formats(self, document: str) -> tuple[str, ...]:
        """Return the formats that a document is made in."""
        return self.documents[document].formats or self.formats


def _is_variant(tag: str, of: str) -> bool:
    """Whether a locale is another one or, as en-GB of en, a variant of it."""
    return f"{tag}-".startswith(f"{of}-")


def load_config(root: Path, overlay: str = "", unsaved: Unsaved = NOTHING_UNSAVED) -> Config:
    """Read policygen.yaml of the project in `root`, for one of its overlays or ("") the base.

    unsaved: file -> bytes, of those that are to be read as if they were saved like this.

    Raises SettingsError with every problem; also when there is no such overlay.
    """
    path = root / SETTINGS_FILE
    if not path.is_file():
        raise SettingsError(
            Problem(
                "SET101",
                tell("there is no {file} in this folder", file=SETTINGS_FILE),
                Span(SETTINGS_FILE),
                tell("go to your project's folder, or name it: `policygen build FOLDER`"),
            )
        )
    source = load_file(path, SETTINGS_FILE, unsaved)
    errors = [p for p in source.problems if p.severity is Severity.ERROR]
    settings, problems = validate(Settings, source, source.value)
    problems = [*errors, *_without_echoes(errors, problems)]
    if settings is not None:
        problems += _unknown_choices(settings, source)
        problems += _named_twice(settings, source)
        problems += _nothing_named(settings, source)
        problems += _overlays_in_the_way(settings, source)
        problems += _unknown_documents(settings, source)
        if overlay and overlay not in settings.overlays:
            problems.append(_no_overlay(settings, overlay))
    if problems or settings is None:
        raise SettingsError(problems)
    theme, problems = resolve(root, _layers(settings, source, overlay), unsaved)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SettingsError(problems)
    return Config(root, settings, source, theme=theme, overlay=overlay, problems=problems)


def _layers(settings: Settings, source: Source, overlay: str) -> list[Layer]:
    """Return what the settings say about looks: first the overlay, where there is one."""
    base = Layer(settings.theme, source, "theme")
    if not overlay:
        return [base]
    return [Layer(settings.overlays[overlay].theme, source, f"overlays.{overlay}.theme"), base]


def _without_echoes(errors: list[Problem], problems: list[Problem]) -> list[Problem]:
    """Leave out model problems of a file that could not be read: they only echo its errors."""
    return [] if errors else problems


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


def _no_overlay(settings: Settings, overlay: str) -> Problem:
    hint = tell("{file} names none: add it there under `overlays:`", file=SETTINGS_FILE)
    return Problem(
        "SEL105",
        tell("this project has no overlay “{overlay}”", overlay=overlay),
        hint=nearest(overlay, settings.overlays) or hint,
    )


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
