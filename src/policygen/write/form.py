"""What is filled in, as HTML: controls on a screen, empty boxes on the page of the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from policygen.doc import tree
from policygen.doc.clauses import inline_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PREFIX = "f-"
"""In front of the ids of controls, so that none is that of a clause."""


@dataclass(frozen=True, slots=True)
class FormMarkup:
    """Writes the fields of a form. inline: writes a line of text. screen: whether they can be
    filled in where they are shown; else boxes mark the place, and the PDF's own fields are put
    there."""

    inline: Callable[[Iterable[tree.Inline]], str]
    screen: bool

    def block(self, node: tree.Field | tree.Choice) -> str:
        """Return one field, or a question with its options."""
        return self._field(node) if isinstance(node, tree.Field) else self._choice(node)

    def _field(self, field: tree.Field) -> str:
        if field.kind == "tick":
            return self._tick(field, None, one=False)
        return (
            f'<div class="field {escape(field.kind)}">{self._label(field)}{self._help(field)}'
            f"{self._control(field)}</div>"
        )

    def _choice(self, choice: tree.Choice) -> str:
        ticks = "\n".join(self._tick(option, choice, one=choice.one) for option in choice.options)
        question = self.inline(choice.label)
        if self.screen:
            name = escape(PREFIX + choice.id)
            return f'<fieldset id="{name}">\n<legend>{question}</legend>\n{ticks}\n</fieldset>'
        return f'<div class="choice">\n<p class="question">{question}</p>\n{ticks}\n</div>'

    def _tick(self, field: tree.Field, choice: tree.Choice | None, *, one: bool) -> str:
        name, kind = escape(PREFIX + field.id), "radio" if one else "checkbox"
        if self.screen:
            shared = escape(PREFIX + choice.id) if choice and one else name
            value = f' value="{escape(field.id)}"' if one else ""
            control = (
                f'<input type="{kind}" id="{name}" name="{shared}"{value}{self._described(field)}>'
            )
        else:
            control = self._box(field, kind, choice)
        return f'<div class="field tick">{control}{self._label(field)}{self._help(field)}</div>'

    def _label(self, field: tree.Field) -> str:
        words = self.inline(field.label)
        if self.screen:
            return f'<label for="{escape(PREFIX + field.id)}">{words}</label>'
        return f'<p class="field-label">{words}</p>'

    def _help(self, field: tree.Field) -> str:
        if not field.help:
            return ""
        name = f' id="{escape(PREFIX + field.id)}-help"' if self.screen else ""
        return f'<p class="help"{name}>{self.inline(field.help)}</p>'

    def _control(self, field: tree.Field) -> str:
        if not self.screen:
            return self._box(field, field.kind)
        name = escape(PREFIX + field.id)
        named = f'id="{name}" name="{name}"{self._described(field)}'
        if field.kind == "lines":
            return f'<textarea {named} rows="5"></textarea>'
        return f'<input type="{"date" if field.kind == "date" else "text"}" {named}>'

    def _described(self, field: tree.Field) -> str:
        name = escape(PREFIX + field.id)
        return f' aria-describedby="{name}-help"' if field.help else ""

    @staticmethod
    def _box(field: tree.Field, kind: str, choice: tree.Choice | None = None) -> str:
        """Return the place of a field on paper, with what the PDF's field has to know."""
        group = (choice.id, inline_text(choice.label)) if choice else ("", "")
        words = " ".join(
            part for part in (inline_text(field.label), inline_text(field.help)) if part
        )
        return (
            f'<div class="slot {escape(kind)}" data-field="{escape(field.id)}" '
            f'data-kind="{escape(kind)}" data-group="{escape(group[0])}" '
            f'data-question="{escape(group[1])}" data-name="{escape(words)}"></div>'
        )
