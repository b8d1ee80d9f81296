"""The project's settings: policygen.yaml as a frozen `Config`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from policygen.choices import USUAL_FORMATS, wrong_choices
from policygen.errors import Problem, SettingsError, Severity, Span, Words, nearest, tell
from policygen.model.clause import Audience, Text
from policygen.model.locales import LocaleTag
from policygen.source import NOTHING_UNSAVED, Unsaved, load_file
from policygen.theme import Layer, ThemeSetting, ThemeSpec, resolve
from policygen.validation import validate, value_span

if TYPE_CHECKING:
    from policygen.doc.look import Theme
    from policygen.source import Source

SETTINGS_FILE: Final = "policygen.yaml"
OVERLAY_FOLDER: Final = "policy/overlays"


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


def settings_file(root: Path, hint: Words) -> Path:
    """Return the settings file of the project in `root`; SettingsError with a hint where there is
    none."""
    path = root / SETTINGS_FILE
    if not path.is_file():
        message = tell("there is no {file} in this folder", file=SETTINGS_FILE)
        raise SettingsError(Problem("SET101", message, Span(SETTINGS_FILE), hint))
    return path


def load_config(root: Path, overlay: str = "", unsaved: Unsaved = NOTHING_UNSAVED) -> Config:
    """Read policygen.yaml of the project in `root`, for one of its overlays or ("") the base.

    unsaved: file -> bytes, of those that are to be read as if they were saved like this.

    Raises SettingsError with every problem; also when there is no such overlay.
    """
    hint = tell("go to your project's folder, or name it: `policygen build FOLDER`")
    source = load_file(settings_file(root, hint), SETTINGS_FILE, unsaved)
    errors = [p for p in source.problems if p.severity is Severity.ERROR]
    settings, problems = validate(Settings, source, source.value)
    problems = [*errors, *_without_echoes(errors, problems)]
    if settings is not None:
        problems += wrong_choices(settings, source)
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


def _no_overlay(settings: Settings, overlay: str) -> Problem:
    hint = tell("{file} names none: add it there under `overlays:`", file=SETTINGS_FILE)
    return Problem(
        "SEL105",
        tell("this project has no overlay “{overlay}”", overlay=overlay),
        hint=nearest(overlay, settings.overlays) or hint,
    )
