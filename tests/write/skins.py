"""The shipped skin, as far as HTML and PDF show it."""

from __future__ import annotations

from typing import Final

from policygen.doc import tree
from policygen.resources import fonts
from policygen.write.skin import Skin
from tests.conftest import REPOSITORY

_FOLDER: Final = REPOSITORY / "templates" / "skin"

SKIN: Final = Skin(
    screen_css=(_FOLDER / "screen.css").read_text(encoding="utf-8"),
    print_css=(_FOLDER / "print.css").read_text(encoding="utf-8"),
    page=(_FOLDER / "page.html").read_text(encoding="utf-8"),
    reference=b"",
    fonts=fonts(tree.Theme()),
)
