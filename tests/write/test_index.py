from __future__ import annotations

from dataclasses import replace

from lxml import html as parser
from lxml.html import HtmlElement

from policygen.doc import tree
from policygen.write import index
from tests.write.skins import SKIN

NAMES = {"html": "HTML", "pdf": "PDF", "docx": "Word", "text": "Text", "fragment": "<article>"}
ENGLISH = index.Words("English", "Version", "Draft", "1 page", "{count} pages", NAMES)
GERMAN = index.Words("Deutsch", "Version", "Entwurf", "1 Seite", "{count} Seiten", NAMES)
LANDING = index.Landing(
    lang="en",
    company="Evergreen <Example> Ltd",
    title="Customer service documents",
    introduction="All documents.",
    languages="Languages",
    skip_to_content="Skip to content",
    theme=tree.Theme(brand="#0b6e4f"),
    words={"en": ENGLISH, "de": GERMAN},
)


def entry(document: str, language: str, form: str, pages: int | None = None) -> index.Entry:
    return index.Entry(
        document=document,
        title={"en": "Our promise & yours", "de": "Unser Versprechen"}[language],
        audience={"en": "For customers", "de": "Für Kundinnen und Kunden"}[language],
        language=language,
        format=form,
        path=f"{language}/{document}.{form}",
        bytes=123_456,
        pages=pages,
        version="2.1.0",
        draft=language == "de",
    )


ENTRIES = (
    entry("charter", "de", "docx"),
    entry("charter", "en", "pdf", pages=1),
    entry("policy", "en", "html"),
    entry("charter", "de", "pdf", pages=12),
    entry("charter", "en", "html"),
)


def page(*entries: index.Entry) -> HtmlElement:
    return parser.document_fromstring(index.write(entries, SKIN, LANDING).decode())


def test_every_file_is_linked_once_by_language_document_and_format() -> None:
    assert page(*ENTRIES).xpath("//main//a/@href") == [
        "en/charter.html",
        "en/charter.pdf",
        "en/policy.html",
        "de/charter.pdf",
        "de/charter.docx",
    ]


def test_each_language_speaks_itself() -> None:
    sections = page(*ENTRIES).xpath("//main/section")
    assert [(s.get("lang"), s.findtext("h2")) for s in sections] == [
        ("en", "English"),
        ("de", "Deutsch"),
    ]
    words = " ".join(sections[1].text_content().split())
    assert "Unser Versprechen Für Kundinnen und Kunden Entwurf Version 2.1.0" in words
    assert "PDF 12 Seiten · 123\u202fkB".replace("\u202f", " ") in words


def test_one_page_is_not_pages() -> None:
    assert "1 page ·" in page(*ENTRIES).text_content()


def test_the_name_of_a_link_says_which_document_it_opens() -> None:
    (name,) = page(entry("charter", "en", "html")).xpath("//main//a/@aria-label")
    assert name == "HTML 123\u202fkB – Our promise & yours"


def test_languages_are_linked_only_when_there_are_several() -> None:
    assert page(*ENTRIES).xpath("//nav//a/@href") == ["#lang-en", "#lang-de"]
    assert not page(entry("charter", "en", "html")).xpath("//nav")


def test_an_unusual_path_and_name_survive() -> None:
    odd = replace(entry("charter", "en", "html"), path='en/a "b" & c.html', title="<b>")
    written = page(odd)
    assert written.xpath("//main//a/@href") == ["en/a%20%22b%22%20%26%20c.html"]
    assert written.xpath("string(//h3)") == "<b>"
    assert written.xpath("string(//p[@class='company'])") == "Evergreen <Example> Ltd"


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not page(*ENTRIES).xpath("//link | //script | //img")
