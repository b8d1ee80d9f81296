"""The names of the Word styles that the writer uses; `reference.docx` defines their looks.

Names are what Word shows. Style ids are not used: Word gives its own styles other ids when a
person saves the reference in another language.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COVER_LOGO: Final = "Cover Logo"
COVER_COMPANY: Final = "Cover Company"
COVER_TITLE: Final = "Title"
COVER_AUDIENCE: Final = "Subtitle"
COVER_LINE: Final = "Cover Line"
MASTHEAD_COMPANY: Final = "Masthead Company"
MASTHEAD_TITLE: Final = "Masthead Title"
MASTHEAD_AUDIENCE: Final = "Masthead Audience"
MASTHEAD_LINES: Final = "Masthead Lines"

BODY: Final = "Body Text"
LEAD: Final = "Policy Lead"
NOTE: Final = "Policy Note"
ITEM_MORE: Final = "List Continue"
TERM: Final = "Definition Term"
DEFINITION: Final = "Definition"
FACT_LINE: Final = "Fact Line"
CARD_TITLE: Final = "Card Title"
PICTURE: Final = "Picture"
PICTURE_CAPTION: Final = "Picture Caption"
CAPTION: Final = "caption"
FIELD_LABEL: Final = "Field Label"
FIELD: Final = "Form Field"
TICK: Final = "Form Tick"
TABLE_END: Final = "Table End"

CALLOUTS: Final[Mapping[str, str]] = MappingProxyType(
    {"important": "Callout Important", "note": "Callout Note"}
)
"""Paragraph style of its text by kind of call-out."""

CALLOUT_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {kind: f"{style} Label" for kind, style in CALLOUTS.items()}
)

CONTENTS_TITLE: Final = "TOC Heading"
CONTENTS_LINES: Final = ("toc 1", "toc 2")
HEADER: Final = "header"
FOOTER: Final = "footer"

HEADINGS: Final = tuple(f"heading {level}" for level in range(1, 7))
"""By level; deeper sections share the last."""

LISTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bullet": "List Bullet",
        "ordered": "List Number",
        "always": "List Always",
        "never": "List Never",
        "timeline": "List Steps",
    }
)
COUNTED_LISTS: Final = frozenset({"ordered", "timeline"})
"""Kinds of list that start again at 1 each time."""

STRONG: Final = "Strong"
EMPHASIS: Final = "Emphasis"
LINK: Final = "Hyperlink"
REFERENCE: Final = "Cross Reference"
UNTRANSLATED: Final = "Untranslated"
FACT: Final = "Fact"
FACT_LABEL: Final = "Fact Label"
LABEL: Final = "Label"
DRAFT: Final = "Draft Mark"
ROLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "",
        "untranslated": UNTRANSLATED,
        "mark": "Untranslated Mark",
        "fact": FACT,
        "label": LABEL,
        "muted": "Muted",
        "blank": "Blank",
        "gap": "Blank",
    }
)
"""Character style by role of a `tree.Span`."""

TABLES: Final[Mapping[str, str]] = MappingProxyType({"": "Policy Table", "quiet": "Quiet Table"})
CELLS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "": MappingProxyType({"": "Table Text", "col": "Table Header", "row": "Table Row Header"}),
        "quiet": MappingProxyType(
            {"": "Quiet Table Text", "col": "Quiet Table Header", "row": "Quiet Table Row Header"}
        ),
    }
)
"""Paragraph style by kind of table and scope of the cell."""

ALREADY_BOLD: Final = frozenset(
    {*HEADINGS, TERM, CARD_TITLE, *CALLOUT_LABELS.values()}
    | {CELLS[kind][scope] for kind in CELLS for scope in ("col", "row")}
)
"""Paragraph styles whose text is bold: in Word, a bold character style in one makes it plain."""

BOLD_CHARACTERS: Final = frozenset({FACT})
"""Character styles that are bold."""

NUMBERED: Final = frozenset({*HEADINGS, *LISTS.values()})
"""Styles that must be linked to a numbering."""

REQUIRED: Final = frozenset(
    {COVER_LOGO, COVER_COMPANY, COVER_TITLE, COVER_AUDIENCE, COVER_LINE}
    | {MASTHEAD_COMPANY, MASTHEAD_TITLE, MASTHEAD_AUDIENCE, MASTHEAD_LINES}
    | {BODY, LEAD, NOTE, ITEM_MORE, TERM, DEFINITION, FACT_LINE, CARD_TITLE, *CALLOUTS.values()}
    | {*CALLOUT_LABELS.values(), PICTURE, PICTURE_CAPTION, CAPTION, TABLE_END, CONTENTS_TITLE}
    | {FIELD_LABEL, FIELD, TICK}
    | {*CONTENTS_LINES, HEADER, FOOTER, *NUMBERED, STRONG, EMPHASIS, LINK, REFERENCE, FACT_LABEL}
    | {DRAFT, *ROLES.values(), *TABLES.values()}
    | {style for scopes in CELLS.values() for style in scopes.values()}
) - {""}
"""Every style that a reference must define."""
