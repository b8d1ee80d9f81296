"""The sample company's documents say what was last read and approved, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policygen.config import load_config
from policygen.doc import tree
from policygen.doc.clauses import block_texts, cover_text, inline_text, sections
from policygen.load import load_project
from policygen.templating.compose import Composer
from tests.sample import ROOT

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(load_project(ROOT), draft=False)


def readable(document: tree.Document) -> Iterator[str]:
    yield cover_text(document.cover)
    for section in sections(document.children):
        yield ""
        yield f"[{section.id}] {section.number} {inline_text(section.title)}".replace("]  ", "] ")
        yield from (text for text in block_texts(section.children) if text)


IN_EVERY_LANGUAGE = ("short-policy", "long-policy", "agent-handbook", "customer-charter")
CASES = [
    (document, language)
    for document in load_config(ROOT).documents
    for language in (["en", "es", "fr", "de"] if document in IN_EVERY_LANGUAGE else ["en"])
]


@pytest.mark.parametrize(("document", "language"), CASES)
def test_document_reads_as_recorded(
    composer: Composer, document: str, language: str, golden: Callable[[Path, str], None]
) -> None:
    text = "\n".join(readable(composer.compose(document, language).document)) + "\n"
    golden(GOLDEN / f"{document}.{language}.txt", text)
