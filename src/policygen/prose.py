"""Prose fields: Markdown into the XHTML subset of the document templates.

Paragraphs, lists, `*stress*`, `**importance**` and links are markup; everything else that
Markdown knows (headings, tables, code, HTML) stays the characters that were typed.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from policygen.errors import Words, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_BLOCK_RULES: Final = ["list", "paragraph"]
_INLINE_RULES: Final = [
    "text",
    "newline",
    "escape",
    "emphasis",
    "link",
    "balance_pairs",
    "fragments_join",
]
_CORE_RULES: Final = ["normalize", "block", "inline", "text_join"]
MAX_NESTING: Final = 12
"""markdown-it levels: three lists inside each other. Deeper text is silently dropped by the
parser, so it is refused."""
_SCHEMES: Final = ("https://", "mailto:", "tel:", "#")
_NUMBERED: Final = re.compile(r"^(?P<indent> *)(?P<number>\d+)(?P<mark>[.)])(?=\s|$)")


class ProseError(ValueError):
    """Text that cannot be shown as it stands. `message` says what, `hint` what to do."""

    def __init__(self, message: Words, hint: Words) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "maxNesting": 100})
    parser.disable(
        [
            *parser.get_all_rules()["block"],
            *parser.get_all_rules()["inline"],
            *parser.get_all_rules()["inline2"],
            *parser.get_all_rules()["core"],
        ]
    )
    parser.enable([*_BLOCK_RULES, *_INLINE_RULES, *_CORE_RULES])
    # Every address reaches `_link`, which refuses the wrong ones with a message; the parser's own
    # check would silently leave the brackets in the text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def to_xhtml(text: str) -> str:
    """Return the paragraphs and lists of a prose field as XHTML.

    Raises ProseError for nesting that is too deep and for links with an address that is not
    https, mailto, tel or a clause of the document (`#channels.phone`).
    """
    return "".join(_markup(_parser().parse(_keep_numbers(text))))


def _keep_numbers(text: str) -> str:
    """Escape a number that only looks like a list, such as the year in “1986. was a good year”.

    Markdown starts an ordered list at any number; readers expect one to start at 1.
    """
    lines, expected = [], 1
    for line in text.split("\n"):
        match = _NUMBERED.match(line)
        if match is None:
            expected = expected if line.startswith(" ") or not line.strip() else 1
        elif int(match["number"]) in (1, expected):
            expected = int(match["number"]) + 1
        else:
            line = _NUMBERED.sub(r"\g<indent>\g<number>\\\g<mark>", line)  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines)


_TAGS: Final = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>",
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>",
    "ordered_list_open": "<ol>",
    "ordered_list_close": "</ol>",
    "list_item_open": "<li>",
    "list_item_close": "</li>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "em_open": "<em>",
    "em_close": "</em>",
    "link_close": "</a>",
    "hardbreak": "<br/>",
    "softbreak": " ",
}


def _markup(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.level > MAX_NESTING:
            raise ProseError(
                tell("these lists are nested too deeply"), tell("use three levels at most")
            )
        if token.type == "inline":
            yield from _markup(token.children or [])
        elif token.type == "text":
            yield escape(token.content)
        elif token.type == "link_open":
            yield _link(str(token.attrs["href"]))
        else:
            yield _TAGS[token.type]


def _link(address: str) -> str:
    if not address.startswith(_SCHEMES):
        raise ProseError(
            tell("“{address}” is not an address that a document can link to", address=address),
            tell("use https://…, mailto:…, tel:… or # and the path of a clause"),
        )
    return f'<a href="{escape(address)}">'
