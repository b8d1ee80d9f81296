"""The files of a new project: an example, turned to the language that its owner writes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from policygen.config import SETTINGS_FILE
from policygen.errors import Problem, SettingsError, Span, nearest, tell
from policygen.i18n.catalogs import POLICY
from policygen.i18n.locales import fallbacks
from policygen.load import POLICY_FOLDER, load_project
from policygen.model.clause import Prose, Text
from policygen.model.walk import walk
from policygen.new.catalog_file import Entry, catalog_file
from policygen.new.languages import Languages, Message, read_languages
from policygen.resources import examples
from policygen.schema import modelined, schema_files, schema_of
from policygen.source.rewrite import comments, replace_comments, replace_values

if TYPE_CHECKING:
    from policygen.project import Project

COMMENTS: Final = "comments"
"""The domain of the catalogs that translate the comments of an example. They stay with it."""
_LOCALES: Final = "locales"
_PARTS: Final = (SETTINGS_FILE, POLICY_FOLDER, "templates", _LOCALES)
"""What a project is made of; whatever else lies in an example was not meant to be copied."""


@dataclass(frozen=True, slots=True)
class NewProject:
    """A project that could be written.

    language: that its texts are in. languages: of its documents. files: path relative to the
    project -> content.
    """

    example: str
    language: str
    languages: tuple[str, ...]
    files: Mapping[str, bytes]


class _Phrase(NamedTuple):
    """A translatable text and where it stands."""

    message: Message
    span: Span
    is_markdown: bool


def new_project(example: str, language: str) -> NewProject:
    """Return a project like an example, in one of its languages.

    language: a tag; of a language alone, it stands for the example's locale in that language.
    Raises SettingsError for an example that does not exist or does not speak the language.
    """
    known = examples()
    if example not in known:
        raise SettingsError(
            Problem(
                "NEW101",
                tell("there is no example “{example}”", example=example),
                hint=nearest(example, known),
            )
        )
    project = load_project(known[example])
    config = project.config
    words = read_languages(project.root / _LOCALES, config.source_language, POLICY)
    source = _chosen(language, example, (config.source_language, *config.languages), words)
    languages, files = config.languages, dict(_copied(project.root))
    if source != config.source_language:
        languages = tuple(dict.fromkeys((source, *languages)))
        files = _turned(project, files, words, languages)
    files = dict(_modelined(files)) | dict(schema_files())
    return NewProject(example, source, languages, {name: files[name] for name in sorted(files)})


def _chosen(language: str, example: str, locales: tuple[str, ...], words: Languages) -> str:
    """Return the locale that a tag stands for."""
    for known in (locales, tuple(words.catalogs)):
        if language in known:
            return language
        if speaking := [tag for tag in known if fallbacks(tag)[-1] == language]:
            return speaking[0]
    available = {fallbacks(tag)[-1] for tag in (*locales, *words.catalogs)}
    raise SettingsError(
        Problem(
            "NEW102",
            tell(
                "the example “{example}” is not available in “{language}”",
                example=example,
                language=language,
            ),
            hint=nearest(language, available),
        )
    )


def _copied(root: Path) -> Iterator[tuple[str, bytes]]:
    for part in _PARTS:
        below = root / part
        for path in [below] if below.is_file() else sorted(below.rglob("*")):
            if path.is_file() and path.name != f"{COMMENTS}.po":
                yield path.relative_to(root).as_posix(), path.read_bytes()


def _modelined(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files, each that has a schema with the line that tells editors which."""
    for name, data in files.items():
        yield name, data if schema_of(name) is None else modelined(name, data.decode()).encode()


# ---------------------------------------------------------------------- turning


def _turned(
    project: Project, files: Mapping[str, bytes], words: Languages, languages: tuple[str, ...]
) -> dict[str, bytes]:
    """Return the files of a project with the first of its languages as its source language."""
    source, example = languages[0], project.root.name
    phrases = list(_phrases(project))
    _refuse_gaps(example, source, words, [phrase.message for phrase in phrases])
    remarks = read_languages(project.root / _LOCALES, words.source, COMMENTS)
    texts = {name: data.decode() for name, data in files.items() if name.endswith(".yaml")}
    _refuse_gaps(example, source, remarks, [m for text in texts.values() for m in _remarks(text)])
    spans = project.config.source.spans
    texts[SETTINGS_FILE] = _with_list(texts[SETTINGS_FILE], spans["languages"], languages)
    values = {phrase.span: words.said(source, phrase.message) for phrase in phrases}
    values[spans["source_language"]] = source
    turned = {name: data for name, data in files.items() if not name.endswith(f"/{POLICY}.po")}
    for name, text in texts.items():
        own = {span: value for span, value in values.items() if span.file == name}
        said = replace_comments(
            replace_values(text, own), lambda remark: remarks.said(source, Message("", remark))
        )
        turned[name] = said.encode()
    return turned | _catalogs(words, source, phrases)


def _remarks(text: str) -> Iterator[Message]:
    return (Message("", remark) for _, remark in comments(text))


def _phrases(project: Project) -> Iterable[_Phrase]:
    """Return every translatable text of a project and its overlays, in the order of the files."""
    config = project.config
    titles = [
        *(spec.title for spec in config.documents.values()),
        *(spec.title for spec in config.overlays.values()),
    ]
    phrases = {phrase.span: phrase for phrase in _in(titles, config.source.spans)}
    for each in (project, *(load_project(project.root, overlay) for overlay in config.overlays)):
        texts = [value for _, value in walk(each.policy) if isinstance(value, Text)]
        phrases |= {phrase.span: phrase for phrase in _in(texts, each.spans)}
    return phrases.values()


def _in(texts: Iterable[Text], spans: Mapping[str, Span]) -> Iterator[_Phrase]:
    for text in filter(attrgetter("clause"), texts):
        message = Message(text.context, str(text))
        yield _Phrase(message, spans[text.clause], isinstance(text, Prose))


def _refuse_gaps(example: str, source: str, words: Languages, messages: list[Message]) -> None:
    gaps = [message for message in messages if words.text(source, message) is None]
    if gaps:
        raise SettingsError(
            Problem(
                "NEW103",
                tell(
                    "{number} texts of the example “{example}” are not translated into “{source}”, "
                    "such as “{text}”",
                    number=len(gaps),
                    example=example,
                    source=source,
                    text=gaps[0].text,
                ),
                hint=tell("choose another language"),
            )
        )


def _with_list(text: str, span: Span, items: tuple[str, ...]) -> str:
    """Return a settings file with another list in the place of one that stands in brackets."""
    lines = text.split("\n")
    line, start = lines[span.line - 1], span.column - 1
    lines[span.line - 1] = f"{line[:start]}[{', '.join(items)}]{line[start + span.length :]}"
    return "\n".join(lines)


def _catalogs(words: Languages, source: str, phrases: list[_Phrase]) -> dict[str, bytes]:
    """Return the catalogs that a project needs once its source language is another one."""
    turned = words.turned(source, [phrase.message for phrase in phrases])
    places = {
        Message(phrase.message.context, words.said(source, phrase.message)): phrase
        for phrase in phrases
    }
    return {
        f"{_LOCALES}/{locale.replace('-', '_')}/LC_MESSAGES/{POLICY}.po": catalog_file(
            locale,
            [
                Entry(message, text, places[message].span.file, places[message].is_markdown)
                for message, text in texts.items()
            ],
        )
        for locale, texts in turned.catalogs.items()
    }
