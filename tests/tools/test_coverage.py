"""docs/coverage.md says where each line of the inventory is, and nothing that is not so."""

from __future__ import annotations

import pytest

from tools.coverage.page import FULL, PAGE, exists, inventory, page, templates
from tools.coverage.shown import Shown

PATHS = sorted(
    {
        path
        for sections in inventory().values()
        for entries in sections.values()
        for held in entries.values()
        if not isinstance(held, str)
        for path in held
    }
)


@pytest.mark.parametrize("path", PATHS)
def test_named_field_exists(path: str) -> None:
    assert exists(path)


LINES = [
    (name, str(line), held["in"], path)
    for name, template in templates().items()
    for line, held in template["lines"].items()
    for path in held.get("from", (None,))
]


@pytest.fixture(scope="module")
def shown() -> Shown:
    return Shown(FULL)


@pytest.mark.parametrize(("template", "line", "section", "path"), LINES)
def test_each_line_of_an_outline_is_filled(
    shown: Shown, template: str, line: str, section: str, path: str | None
) -> None:
    document = shown.document_of(template)
    assert shown.title(document, section), line
    assert path is None or shown.fills(document, section, path), line


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
