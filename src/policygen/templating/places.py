"""Places: every element that a template writes remembers its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from jinja2.ext import Extension
from jinja2.lexer import Token

from policygen.doc.elements import PLACE

if TYPE_CHECKING:
    from jinja2.lexer import TokenStream

_TAG: Final = re.compile(r"<(?=[A-Za-z])")


class Places(Extension):
    """Puts `<?place file line column?>` before each start tag in a template's own text.

    The strict reader strips the instructions again and names the place when the element is
    wrong. A `<` in well-formed template text can only begin a tag, so nothing else is touched.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens with instructions in the data tokens."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, token.type, _marked(token, stream.name or ""))
            else:
                yield token


def _marked(token: Token, name: str) -> str:
    def mark(match: re.Match[str]) -> str:
        before = token.value[: match.start()]
        line = token.lineno + before.count("\n")
        column = match.start() - (before.rfind("\n") + 1) + 1
        return f"<?{PLACE} templates/{name} {line} {column}?><"

    return _TAG.sub(mark, token.value)
