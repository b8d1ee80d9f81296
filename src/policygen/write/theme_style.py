"""A theme as style sheet rules: custom properties that the skin's style sheets refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen.write.colour import custom_properties
from policygen.write.skin import FAMILIES, SYMBOLS

if TYPE_CHECKING:
    from policygen.doc import tree


def print_rules(theme: tree.Theme) -> str:
    """Return the rules for paper: brand shades, --text-font, --heading-font, the margins' font."""
    text, headings = _list([theme.text_font, SYMBOLS]), _list([theme.heading_font, SYMBOLS])
    return f"{_rules(theme, text, headings)}\n@page {{ font-family: {text} }}"


def screen_rules(theme: tree.Theme) -> str:
    """Return the same for a screen, with what stands in should the fonts not be shown."""
    text, headings = (
        f"{_list([name, SYMBOLS, *FAMILIES[name].instead])}, {FAMILIES[name].kind}"
        for name in (theme.text_font, theme.heading_font)
    )
    return _rules(theme, text, headings)


def _rules(theme: tree.Theme, text: str, headings: str) -> str:
    fonts = f"--text-font: {text}; --heading-font: {headings};"
    return f"{custom_properties(theme.brand)}\n:root {{ {fonts} }}"


def _list(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in dict.fromkeys(names))


def classes(theme: tree.Theme) -> str:
    """Return the classes of the body by which the skin knows cover and density."""
    return f"cover-{theme.cover} {theme.density}"
