"""One rendering: what a value becomes in one document and language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup, escape

from policygen.errors import PolicygenError, Problem, tell
from policygen.i18n.acts import Act, sentence_of
from policygen.i18n.catalogs import WORDING_LANGUAGE, UntranslatedError
from policygen.i18n.facts import FACT_TYPES, FactWords
from policygen.model.clause import Audience, Blank, Clause, Prose, Text, worded_for
from policygen.model.facts import Fact
from policygen.project import Project
from policygen.prose import ProseError, to_xhtml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_INSIDERS: Final = frozenset({Audience.STAFF, Audience.CONFIDENTIAL})
"""Readers who are told what to do, where customers are told what they can expect."""
_ON_COVERS: Final = ("control.version", "control.effective", "review_log")
"""What every cover states of document control, whoever reads it: the version and its date."""
_FIRST_LETTER: Final = re.compile(r"^((?:\s|<[^>]*>)*)([^\W\d_])")
_UNTRANSLATED: Final = Markup('<span class="untranslated" lang="{}">{}</span>')


class Hidden:
    """Stands for a field that the document's readers may not read.

    A template can ask whether it is there (it is not); anything else stops the build.
    """

    def __init__(self, refuse: Callable[[], None]) -> None:
        self.refuse = refuse

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        self.refuse()
        return ""

    def __getattr__(self, name: str) -> Any:
        self.refuse()

    def __iter__(self) -> Iterator[Any]:
        self.refuse()
        return iter(())


class ReadableEntries(dict[str, Any]):
    """The entries of a collection that a document's readers may read.

    Asking for another one by its id stops the build, naming it.
    """

    def __init__(self, rendering: Rendering, path: str, entries: dict[str, Any]) -> None:
        super().__init__(
            {key: v for key, v in entries.items() if rendering.may_read(f"{path}.{key}")}
        )
        self._refuse = {key: partial(rendering.guard, f"{path}.{key}") for key in entries}

    def __missing__(self, key: str) -> Any:
        if key in self._refuse:
            self._refuse[key]()
        raise KeyError(key)


@dataclass(slots=True)
class Rendering:
    """The state of composing one document in one language.

    words: of the document's language; english: the last resort for fixed wording.
    untranslated: what had no translation, as clause path or message, in order of appearance.
    """

    project: Project
    reader: Audience
    words: FactWords
    english: FactWords
    untranslated: list[str] = field(default_factory=list)

    # ------------------------------------------------------------ values to markup

    def show(self, value: Any) -> Any:
        """Return what `{{ value }}` prints: translated, formatted and escaped."""
        if isinstance(value, Blank):
            return self.blank(value)
        if isinstance(value, Prose):
            return self.prose(value)
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, FACT_TYPES):
            return self.fact(value, lambda words: words.say(value))
        if isinstance(value, Undefined):
            return value
        if isinstance(value, Clause | tuple | list | dict) or callable(value):
            raise TemplateRuntimeError(tell("it prints something that has parts; name one of them"))
        return value

    def text(self, text: Text) -> Markup:
        """Return a phrase of the company, translated, worded for the readers, with its owner."""
        text = worded_for(text, self.reader)
        self.guard(text.clause)
        words, lang = self._translated(text)
        if lang:
            return Markup('<span class="untranslated" lang="{}" data-clause="{}">{}</span>').format(
                lang, text.clause, words
            )
        return Markup('<span data-clause="{}">{}</span>').format(text.clause, words)

    def prose(self, text: Prose) -> Markup:
        """Return the paragraphs of a prose field, translated and worded for the readers."""
        worded = worded_for(text, self.reader)
        self.guard(worded.clause)
        words, lang = self._translated(worded)
        try:
            markup = to_xhtml(words)
        except ProseError as error:
            raise PolicygenError(
                Problem("TXT101", error.message, self.project.place(text.clause), error.hint)
            ) from error
        if lang:
            opening = f'<span class="untranslated" lang="{escape(lang)}">'
            markup = markup.replace("<p>", f"<p>{opening}").replace("</p>", "</span></p>")
        return Markup(markup)  # noqa: S704 - to_xhtml escapes the text

    def blank(self, blank: Blank) -> Markup:
        """Return a marked gap that says what is yet to be filled in."""
        if not blank.clause.startswith(_ON_COVERS):
            self.guard(blank.clause)
        words = Markup('<span class="blank" data-clause="{}">[{}]</span>')
        return words.format(blank.clause, self._to_fill(blank))

    def _to_fill(self, blank: Blank) -> Markup:
        what, lang = self._translated(blank)
        words = _UNTRANSLATED.format(lang, what) if lang else escape(what)
        return self.gettext("to be filled in: %(what)s", what=words)

    def act(self, act: Act, fact: Any) -> Markup:
        """Return a time as a whole sentence: a promise to customers, an instruction to staff."""
        sentence = self.gettext(sentence_of(act, staff=self.reader in _INSIDERS), when=fact)
        # A time of day may end with the full stop of an abbreviation.
        return sentence[:-1] if sentence.striptags().endswith("..") else sentence

    def fact(self, fact: Any, phrase: Callable[[FactWords], str]) -> Markup:
        """Return a fact in words, with its owner and, in parentheses, its note."""
        if isinstance(fact, Blank):
            return self.blank(fact)
        clause = fact.clause if isinstance(fact, Fact) else ""
        self.guard(clause)
        try:
            words = escape(phrase(self.words))
        except UntranslatedError as missing:
            self.untranslated.append(missing.message)
            words = _UNTRANSLATED.format(WORDING_LANGUAGE, phrase(self.english))
        phrase_ = Markup('<span class="fact" data-clause="{}">{}</span>').format(clause, words)
        if isinstance(fact, Fact) and fact.note is not None:
            return Markup("{} ({})").format(phrase_, self.show(fact.note))
        return phrase_

    def sentence(self, value: Any) -> Markup:
        """Return what a value prints with its first letter in upper case, to stand alone."""
        markup = escape(self.show(value))
        return Markup(_FIRST_LETTER.sub(lambda m: m[1] + m[2].upper(), markup, count=1))  # noqa: S704

    def plain(self, value: Any) -> str:
        """Return a value's words without markup, for titles and labels."""
        if isinstance(value, Blank):
            return self.blank(value).striptags()
        if isinstance(value, Text):
            text = worded_for(value, self.reader)
            self.guard(text.clause)
            return self._translated(text)[0]
        return self.words.say(value) if isinstance(value, FACT_TYPES) else str(value)

    def _translated(self, text: Text) -> tuple[str, str]:
        """Return the words and, where they are in another language than the document, its tag."""
        try:
            return self.words.voice.translate(text), ""
        except UntranslatedError:
            self.untranslated.append(text.clause)
            return str(text), self.project.config.source_language

    # ---------------------------------------------------------------- fixed wording

    def gettext(self, message: str, /, **values: Any) -> Markup:
        """Return a fixed message with its placeholders filled."""
        shown = {name: self.show(value) for name, value in values.items()}
        try:
            return escape(self.words.voice.say(message)) % shown
        except UntranslatedError as missing:
            self.untranslated.append(missing.message)
            return _UNTRANSLATED.format(WORDING_LANGUAGE, escape(message) % shown)

    def label(self, message: str) -> str:
        """Return a fixed message as plain text."""
        try:
            return self.words.voice.say(message)
        except UntranslatedError as missing:
            self.untranslated.append(missing.message)
            return self.english.voice.say(message)

    # -------------------------------------------------------------------- audience

    def visible(self, values: Any) -> list[Any]:
        """Return the entries of a collection that the document's readers may read."""
        entries: Iterable[Any] = values.values() if isinstance(values, dict) else values
        return [e for e in entries if self.may_read(getattr(e, "clause", ""))]

    def readable(self, path: str, value: Any) -> Any:
        """Return what the document may have of the field at a dotted path.

        Of a collection, the entries that its readers may read; of anything else, the value or a
        `Hidden` in its place.
        """
        if isinstance(value, dict):
            return ReadableEntries(self, path, value)
        if isinstance(value, tuple) and any(isinstance(item, Clause) for item in value):
            return tuple(v for i, v in enumerate(value) if self.may_read(f"{path}.{i}"))
        if value is None or isinstance(value, bool) or self.may_read(path):
            return value
        return Hidden(partial(self.guard, path))

    def may_read(self, clause: str) -> bool:
        """Whether the document's readers may read the part at a dotted path."""
        return self.project.audiences.may_read(clause, self.reader)

    def guard(self, clause: str) -> None:
        """Raise PolicygenError when the document's readers may not read a part."""
        if clause and not self.may_read(clause):
            audience = self.project.audiences.of(clause).value
            raise PolicygenError(
                Problem(
                    "AUD101",
                    tell(
                        "`{clause}` is for the audience “{audience}”, but a document for "
                        "“{reader}” would show it",
                        clause=clause,
                        audience=audience,
                        reader=self.reader.value,
                    ),
                    self.project.place(clause),
                    tell(
                        "mark the clause with another `audience:`, or leave it out of the template"
                    ),
                )
            )
