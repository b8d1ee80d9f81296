"""Babel's way into the YAML: which words of a policy there are to translate.

Registered as the extractor `policygen`. Every `Text` and `Prose` field becomes a message whose
context is the path of its clause, so that a translation belongs to a clause and not to a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from policygen.config import SETTINGS_FILE, Settings, load_config
from policygen.errors import PolicygenError, Severity
from policygen.load import POLICY_FOLDER, load_project
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

    The texts of an overlay are those of its own file, with the contexts that they have in the
    merged policy. Raises ValueError when the file does not load, or belongs to no project's
    policy, so that no half catalog is written.
    """
    path = Path(file.name).absolute()
    root = next((folder for folder in path.parents if (folder / SETTINGS_FILE).is_file()), None)
    is_overlay = root is not None and path.parent not in (root, root / POLICY_FOLDER)
    texts = _overlay_texts(root, path) if root and is_overlay else _base_texts(path)
    seen: set[tuple[str, str]] = set()
    for line, text in texts:
        message = (text.context, str(text))
        if message not in seen:
            seen.add(message)
            yield line, "pgettext", message, _comments(text)


def _base_texts(path: Path) -> Iterator[tuple[int, Text]]:
    """Yield line and text of every text in the settings or in a file of the base policy."""
    source = load_file(path, path.name)
    errors = [p for p in source.problems if p.severity is Severity.ERROR]
    model: Any = Settings if path.name == SETTINGS_FILE else Policy
    value = source.value if model is Settings else {**_NEEDED, **source.value}
    policy, mismatches = validate(model, source, value)
    if errors or mismatches:
        raise _unusable(path)
    for text in _texts(policy):
        if text.clause:
            yield source.spans[text.clause].line, text


def _overlay_texts(root: Path, path: Path) -> Iterator[tuple[int, Text]]:
    """Yield line and text of every text that the merged policy has from an overlay's file."""
    name = path.relative_to(root).as_posix()
    try:
        overlays = [load_config(root, id_) for id_ in load_config(root).overlays]
        config = next((c for c in overlays if c.overlay_source == name), None)
        if config is None:
            raise ValueError(f"{path.name} is in no entry of `overlays:` in {SETTINGS_FILE}")
        project = load_project(root, config.overlay)
    except PolicygenError as error:
        raise _unusable(path) from error
    for text in _texts(project.policy):
        span = project.place(text.clause)
        if span is not None and span.file == name:
            yield span.line, text


def _unusable(path: Path) -> ValueError:
    return ValueError(f"{path.name} has mistakes: run `policygen check` first")


def _texts(model: Any) -> Iterator[Text]:
    if isinstance(model, Settings):
        yield from (spec.title for spec in model.documents.values())
        yield from (spec.title for spec in model.overlays.values())
    for _, value in walk(model):
        if isinstance(value, Text):
            yield value


def _comments(text: Text) -> list[str]:
    return ["Markdown; keep paragraphs and links"] if isinstance(text, Prose) else []
