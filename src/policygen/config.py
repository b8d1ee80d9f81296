"""The project's settings: policygen.yaml as a frozen `Config`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict

from policygen.errors import Problem, SettingsError, Severity, Span, nearest
from policygen.model.clause import Audience, LanguageTag, Text, matching
from policygen.source import load_file
from policygen.validation import validate, value_span

if TYPE_CHECKING:
    from policygen.source import Source

SETTINGS_FILE: Final = "policygen.yaml"
FORMATS: Final = ("html", "pdf", "docx")

Colour = Annotated[str, AfterValidator(matching(r"#[0-9A-Fa-f]{6}", "colour"))]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DocumentSpec(_Settings):
    """One document type.

    title: pattern with `{company}`, translated like the policy's text. template: a file of
    templates/documents without its ending. formats, languages: None for the project's.
    """

    title: Text
    template: str
    audience: Audience
    languages: tuple[LanguageTag, ...] | None = None
    formats: tuple[str, ...] | None = None


class Theme(_Settings):
    """Looks. brand: `#RRGGBB`. logo: an SVG, PNG or JPEG file of the project."""

    brand: Colour
    logo: str | None = None


class Settings(_Settings):
    """What policygen.yaml says."""

    source_language: LanguageTag
    languages: tuple[LanguageTag, ...]
    formats: tuple[str, ...] = FORMATS
    output: str = "output"
    theme: Theme
    documents: dict[str, DocumentSpec]


class Config:
    """The settings of the project in folder `root`, ready for use.

    source: where each setting stands, for problems found later. problems: warnings.
    """

    def __init__(self, root: Path, settings: Settings, source: Source) -> None:
        self.root = root
        self.settings = settings
        self.source = source
        self.problems = source.problems
        self.source_language = settings.source_language
        self.languages = settings.languages
        self.formats = settings.formats
        self.theme = settings.theme
        self.output = settings.output
        self.documents: Mapping[str, DocumentSpec] = settings.documents

    def span(self, path: str) -> Span:
        """Return where the setting at a dotted path stands."""
        return value_span(self.source, path)

    def document_languages(self, document: str) -> tuple[str, ...]:
        """Return the languages that a document is made in."""
        return self.documents[document].languages or self.languages

    def document_formats(self, document: str) -> tuple[str, ...]:
        """Return the formats that a document is made in."""
        return self.documents[document].formats or self.formats


def load_config(root: Path) -> Config:
    """Read policygen.yaml of the project in `root`; SettingsError with every problem."""
    path = root / SETTINGS_FILE
    if not path.is_file():
        raise SettingsError(
            Problem(
                "SET101",
                f"there is no {SETTINGS_FILE} in this folder",
                Span(SETTINGS_FILE),
                "go to your project's folder, or name it: `policygen build FOLDER`",
            )
        )
    source = load_file(path, SETTINGS_FILE)
    errors = [p for p in source.problems if p.severity is Severity.ERROR]
    settings, problems = validate(Settings, source, source.value)
    problems = [*errors, *_without_echoes(errors, problems)]
    if settings is not None:
        problems += _unknown_choices(settings, source)
    if problems or settings is None:
        raise SettingsError(problems)
    return Config(root, settings, source)


def _without_echoes(errors: list[Problem], problems: list[Problem]) -> list[Problem]:
    """Leave out model problems of a file that could not be read: they only echo its errors."""
    return [] if errors else problems


def _unknown_choices(settings: Settings, source: Source) -> list[Problem]:
    problems = [
        Problem(
            "SET102",
            f"“{name}” is not a format",
            value_span(source, f"{path}.{i}"),
            nearest(name, FORMATS),
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
                        f"“{language}” is not one of the project's languages",
                        value_span(source, f"documents.{id_}.languages.{i}"),
                        nearest(language, settings.languages),
                    )
                )
        if PurePosixPath(spec.template).name != spec.template:
            problems.append(
                Problem(
                    "SET104",
                    f"“{spec.template}” is not the name of a template",
                    value_span(source, f"documents.{id_}.template"),
                    "write the file's name in templates/documents, without its ending",
                )
            )
    return problems


def _format_lists(settings: Settings) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("formats", settings.formats),
        *(
            (f"documents.{id_}.formats", spec.formats or ())
            for id_, spec in settings.documents.items()
        ),
    ]
