"""Locale tags: which are right, and how to mend the others."""

from __future__ import annotations

from typing import Annotated, Final

from babel.core import Locale, UnknownLocaleError, parse_locale
from babel.localedata import locale_identifiers
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from policygen.errors import nearest, tell

_NO_LANGUAGES: Final = frozenset({"root", "und"})
_EXAMPLES: Final = tell("write for example `en-GB`, `es-CO`, `fr` or `de`")


def right_tag(value: str) -> str | None:
    """Return how a tag is rightly written, None where there is no such locale."""
    tag = value.replace("_", "-")
    try:
        _, territory, script, variant, *_ = parse_locale(tag, sep="-")
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
    if tag.split("-")[0].lower() in _NO_LANGUAGES:
        return None
    # Babel completes what it reads; only what was typed belongs into the tag.
    parts = (
        locale.language,
        script and locale.script,
        territory and locale.territory,
        variant and variant.lower(),
    )
    return "-".join(part for part in parts if part)


def _locale(value: str) -> str:
    right = right_tag(value)
    if right == value:
        return value
    problem = tell(
        "“{value}” is not the code of a language, or of a language and its region", value=value
    )
    context = {}
    if right is None:
        hint = _nearest_tag(value)
    elif right.lower() == value.replace("_", "-").lower():
        problem, hint = (
            tell("the code “{value}” is not written as is usual", value=value),
            tell("write `{right}`", right=right),
        )
        context = {"right": right}
    else:
        hint = tell("did you mean `{right}`?", right=right)
    raise PydanticCustomError("fact", "{problem}", {"problem": problem, "hint": hint, **context})


def _nearest_tag(value: str) -> str:
    language = value.replace("_", "-").partition("-")[0].lower()
    tags = [name.replace("_", "-") for name in locale_identifiers()]
    return nearest(value, (t for t in tags if t.partition("-")[0] == language)) or _EXAMPLES


LocaleTag = Annotated[str, AfterValidator(_locale)]
"""The BCP 47 tag, in its usual spelling, of a locale that CLDR, and so Babel, knows."""
