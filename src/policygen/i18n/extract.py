"""Babel's way into the YAML: which words of a policy there are to translate.

Registered as the extractor `policygen`. Every `Text` and `Prose` field becomes a message whose
context is the path of its clause, so that a translation belongs to a clause and not to a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from policygen.config import SETTINGS_FILE, Settings
from policygen.errors import Severity
from policygen.model.clause import Prose, Text
from policygen.model.policy import Policy
from policygen.model.walk import walk
from policygen.source import load_file
from policygen.validation import validate

_NEEDED: Final = {
    "company": {"name": "-"},
    "control": {"version": "1.0.0", "status": "draft", "effective": "2000-01-01"},
}
"""Stands in for the parts that another file of the policy holds."""


def extract_policy(
    file: IO[bytes],
    keywords: Any,  # noqa: ARG001 - Babel's interface
    comment_tags: Any,  # noqa: ARG001 - Babel's interface
    options: Any,  # noqa: ARG001 - Babel's interface
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Yield `(line, "pgettext", (context, text), comments)` for each translatable field.

    Raises ValueError when the file does not load, so that no half catalog is written.
    """
    path = Path(file.name)
    source = load_file(path, path.name)
    errors = [p for p in source.problems if p.severity is Severity.ERROR]
    model: Any = Settings if path.name == SETTINGS_FILE else Policy
    value = source.value if model is Settings else {**_NEEDED, **source.value}
    policy, mismatches = validate(model, source, value)
    if errors or mismatches:
        raise ValueError(f"{path.name} has mistakes: run `policygen check` first")
    seen: set[tuple[str, str]] = set()
    for text in _texts(policy):
        message = (text.context, str(text))
        if text.clause and message not in seen:
            seen.add(message)
            yield source.spans[text.clause].line, "pgettext", message, _comments(text)


def _texts(model: Any) -> Iterator[Text]:
    if isinstance(model, Settings):
        yield from (spec.title for spec in model.documents.values())
    for _, value in walk(model):
        if isinstance(value, Text):
            yield value


def _comments(text: Text) -> list[str]:
    return ["Markdown; keep paragraphs and links"] if isinstance(text, Prose) else []
