"""docs/coverage.md says where each line of the inventory is, and nothing that is not so."""

from __future__ import annotations

import pytest

from tools.coverage.page import PAGE, exists, inventory, page

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


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
