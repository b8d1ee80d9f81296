"""The landing page: which files it lists, and its words in every language."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from policygen.build.formats import FORMATS
from policygen.i18n.catalogs import WORDING, Catalogs, UntranslatedError
from policygen.i18n.marks import mark, nmark
from policygen.i18n.voice import Voice, english
from policygen.resources import catalog
from policygen.write import index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policygen.build.request import Output
    from policygen.project import Project
    from policygen.write.skin import Skin

_TITLE = mark("Customer service documents")
_INTRODUCTION = mark("Every document in every language, to read here or to download.")
_LANGUAGES = mark("Languages")
_SKIP = mark("Skip to content")
_VERSION = mark("Version")
_DRAFT = mark("Draft")
_PROPER_NAMES: Final = {"html": "HTML", "pdf": "PDF", "docx": "Word"}
_NAMES: Final = {"text": mark("Plain text"), "fragment": mark("HTML for a website")}
_PAGES = nmark("%(num)s page", "%(num)s pages")


def landing_page(outputs: Iterable[Output], project: Project, skin: Skin) -> bytes:
    """Return the page that lists the outputs, in the order of policygen.yaml.

    Its own words are in the source language, those about a document in the document's language;
    what is not translated is in English.
    """
    config = project.config
    # The composer has already reported what is wrong with the catalogs.
    catalogs = Catalogs(partial(catalog, project.root), config.source_language)
    voices = {language: _voice(catalogs, language) for language in config.languages}
    own = voices.get(config.source_language) or _voice(catalogs, config.source_language)
    order = list(config.documents)
    listed = [output for output in outputs if output.document in order]
    entries = sorted(map(_entry, listed), key=lambda entry: order.index(entry.document))
    landing = index.Landing(
        lang=own.language,
        company=_company(project),
        title=_say(own, _TITLE),
        introduction=_say(own, _INTRODUCTION),
        languages=_say(own, _LANGUAGES),
        skip_to_content=_say(own, _SKIP),
        theme=config.theme,
        words={language: _words(voice) for language, voice in voices.items()},
    )
    return index.write(entries, skin, landing)


def _company(project: Project) -> str:
    """Return whose documents these are, as people call the company, the brand or the site."""
    if project.overlay:
        return project.config.overlays[project.overlay].title
    return project.policy.company.name


def _entry(output: Output) -> index.Entry:
    return index.Entry(
        document=output.document,
        title=output.title,
        audience=output.audience,
        language=output.language,
        format=output.format,
        path=output.path,
        bytes=output.bytes,
        pages=output.pages if FORMATS[output.format].pages else None,
        version=output.version,
        draft=output.draft,
    )


def _voice(catalogs: Catalogs, language: str) -> Voice:
    return Voice(language, catalogs.translations(language, WORDING), None)


def _words(voice: Voice) -> index.Words:
    name = voice.language_name(voice.language)
    return index.Words(
        name=name[:1].upper() + name[1:],
        version=_say(voice, _VERSION),
        draft=_say(voice, _DRAFT),
        one_page=_pages(voice, 1) % {"num": "1"},
        pages=_pages(voice, 2) % {"num": "{count}"},
        formats={
            **_PROPER_NAMES,
            **{format_: _say(voice, message) for format_, message in _NAMES.items()},
        },
    )


def _say(voice: Voice, message: str) -> str:
    return _or_english(lambda speaker: speaker.say(message), voice)


def _pages(voice: Voice, number: int) -> str:
    return _or_english(lambda speaker: speaker.say_plural(_PAGES, Decimal(number)), voice)


def _or_english(say: Callable[[Voice], str], voice: Voice) -> str:
    try:
        return say(voice)
    except UntranslatedError:
        return say(english())
