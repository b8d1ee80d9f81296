"""The landing page: every document of a build, by language and format."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from policygen.write import html, page, theme_style

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygen.doc import tree
    from policygen.write.skin import Skin

_MEDIA_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "html": "text/html",
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text": "text/plain",
        "fragment": "text/html",
    }
)
"""Format to its media type, in the order of a document's links."""

_KILOBYTE: Final = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the build.

    document: type of document ("long-policy"). title, audience: in the file's language.
    language: BCP 47 tag. path: relative to the landing page, with `/`. bytes: size of the file.
    pages: how many, None where the format has no pages.
    """

    document: str
    title: str
    audience: str
    language: str
    format: str
    path: str
    bytes: int
    pages: int | None
    version: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the landing page in one language.

    name: the language's own name ("Deutsch"). version, draft: "Version", "Draft".
    one_page, pages: "1 page" and "{count} pages". formats: format to the name that readers know.
    """

    name: str
    version: str
    draft: str
    one_page: str
    pages: str
    formats: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Landing:
    """What the landing page says itself.

    lang: BCP 47 tag of the page's own words. company, title, introduction: shown at the top;
    the introduction may be "". languages: name of the list of languages ("Languages").
    skip_to_content: words of the skip link. theme: how the page looks. words: language tag to its
    words, in the order in which languages are listed.
    """

    lang: str
    company: str
    title: str
    introduction: str
    languages: str
    skip_to_content: str
    theme: tree.Theme
    words: Mapping[str, Words]


def write(entries: Sequence[Entry], skin: Skin, landing: Landing) -> bytes:
    """Return the landing page as one self-contained UTF-8 HTML file.

    entries: in the order in which documents are to be listed; those of one document and language
    are brought together. Raises KeyError for a language without words or an unknown format, and
    RenderError when the skin's frame cannot be filled.
    """
    listed = {tag: [entry for entry in entries if entry.language == tag] for tag in landing.words}
    body = _body({tag: found for tag, found in listed.items() if found}, landing)
    return (
        page.Page(
            lang=landing.lang,
            title=f"{landing.title} – {landing.company}",
            meta=html.SCHEMES + f'<meta name="generator" content="{page.GENERATOR}">',
            style=html.style(skin, landing.theme, body),
            kind=f"masthead landing {theme_style.classes(landing.theme)}",
            body=body,
        )
        .fill(skin)
        .encode("utf-8")
    )


def _body(listed: Mapping[str, list[Entry]], landing: Landing) -> str:
    introduction = escape(landing.introduction)
    return (
        f'<a class="skip" href="#{html.MAIN}">{escape(landing.skip_to_content)}</a>\n'
        '<header class="cover masthead">\n'
        f'<div class="sender">\n<p class="company">{escape(landing.company)}</p>\n</div>\n'
        f'<div class="title">\n<h1>{escape(landing.title)}</h1>\n'
        + (f'<p class="audience">{introduction}</p>\n' if introduction else "")
        + "</div>\n</header>\n"
        f'<div class="layout">\n{_languages(listed, landing)}<main id="{html.MAIN}">\n'
        + "\n".join(_language(tag, found, landing.words[tag]) for tag, found in listed.items())
        + "\n</main>\n</div>"
    )


def _languages(listed: Mapping[str, list[Entry]], landing: Landing) -> str:
    """Return the links to each language's documents, where there are several languages."""
    if len(listed) == 1:
        return ""
    links = "\n".join(
        f'<li><a href="#{_anchor(tag)}" lang="{escape(tag)}" hreflang="{escape(tag)}">'
        f"{escape(landing.words[tag].name)}</a></li>"
        for tag in listed
    )
    name = escape(landing.languages)
    return f'<nav class="languages" aria-label="{name}">\n<ul>\n{links}\n</ul>\n</nav>\n'


def _anchor(language: str) -> str:
    return f"lang-{escape(language)}"


def _language(tag: str, entries: list[Entry], words: Words) -> str:
    """Return the documents of one language, in that language."""
    documents = "\n".join(
        _document(list(files), words)
        for _, files in groupby(_by_document(entries), key=lambda entry: entry.document)
    )
    return (
        f'<section id="{_anchor(tag)}" lang="{escape(tag)}">\n<h2>{escape(words.name)}</h2>\n'
        f'<ul class="documents">\n{documents}\n</ul>\n</section>'
    )


def _by_document(entries: list[Entry]) -> list[Entry]:
    """Return the entries with each document's files together, in the order of their links."""
    documents = list(dict.fromkeys(entry.document for entry in entries))
    formats = list(_MEDIA_TYPES)
    return sorted(
        entries, key=lambda entry: (documents.index(entry.document), formats.index(entry.format))
    )


def _document(files: list[Entry], words: Words) -> str:
    first = files[0]
    draft = f'<span class="draft-mark">{escape(words.draft)}</span> ' if first.draft else ""
    audience = f'<p class="audience">{escape(first.audience)}</p>\n' if first.audience else ""
    links = "\n".join(_link(entry, words) for entry in files)
    return (
        f'<li class="document">\n<h3>{escape(first.title)}</h3>\n{audience}'
        f'<p class="status">{draft}{escape(words.version)} {escape(first.version)}</p>\n'
        f'<ul class="formats">\n{links}\n</ul>\n</li>'
    )


def _link(entry: Entry, words: Words) -> str:
    name, media_type = escape(words.formats[entry.format]), _MEDIA_TYPES[entry.format]
    size = " · ".join(_sizes(entry, words))
    return (
        f'<li><a href="{quote(entry.path)}" type="{media_type}" '
        f'hreflang="{escape(entry.language)}" aria-label="{name} {size} – {escape(entry.title)}">'
        f'<span class="format">{name}</span> <span class="size">{size}</span></a></li>'
    )


def _sizes(entry: Entry, words: Words) -> Iterator[str]:
    """Yield the size of a file in pages and in bytes, in units that every language writes alike."""
    if entry.pages is not None:
        yield words.one_page if entry.pages == 1 else words.pages.format(count=entry.pages)
    yield f"{max(1, round(entry.bytes / _KILOBYTE))}\u202fkB"
