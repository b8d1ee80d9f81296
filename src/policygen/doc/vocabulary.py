"""The XHTML subset of the templates: its elements, their attributes and classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "article": frozenset({"class"}),
    "section": frozenset({"id", "class", "data-clause"}),
    "h1": frozenset(),
    "p": frozenset({"class"}),
    "ul": frozenset({"class"}),
    "ol": frozenset({"class"}),
    "li": frozenset({"id", "class", "data-hours"}),
    "dl": frozenset({"class"}),
    "dt": frozenset({"id"}),
    "dd": frozenset(),
    "table": frozenset({"class"}),
    "caption": frozenset(),
    "colgroup": frozenset(),
    "col": frozenset({"width"}),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset({"id"}),
    "th": frozenset({"scope"}),
    "td": frozenset(),
    "aside": frozenset({"class"}),
    "div": frozenset({"class", "id"}),
    "nav": frozenset(),
    "figure": frozenset({"class"}),
    "figcaption": frozenset(),
    "label": frozenset({"class", "id"}),
    "fieldset": frozenset({"class", "id"}),
    "legend": frozenset(),
    "strong": frozenset(),
    "em": frozenset(),
    "span": frozenset({"class", "lang", "data-clause"}),
    "a": frozenset({"href"}),
    "br": frozenset(),
}
CLASSES: Final[Mapping[str, frozenset[str]]] = {
    "article": frozenset({"page", "masthead", "poster", "card", "letter"}),
    "section": frozenset({"numbered"}),
    "p": frozenset({"lead", "note"}),
    "li": frozenset({"outside"}),
    "figure": frozenset({"path", "timeline", "flow", "hours", "pyramid", "chart"}),
    "label": frozenset({"line", "lines", "date", "tick"}),
    "fieldset": frozenset({"one"}),
    "ul": frozenset({"always", "never"}),
    "ol": frozenset({"timeline"}),
    "dl": frozenset({"facts"}),
    "table": frozenset({"quiet"}),
    "aside": frozenset({"important", "note"}),
    "div": frozenset({"cards", "card"}),
    "span": frozenset({"untranslated", "fact", "label", "muted", "blank", "gap"}),
}
INLINE: Final = frozenset({"strong", "em", "span", "a", "br"})
FULL_WIDTH: Final = 100
SCHEMES: Final = ("https://", "mailto:", "tel:")
