"""Problems: a place, a stable code and words that mend it.

Everything that can be wrong with a user's input is a `Problem`. Functions that can go on after a
mistake collect problems; functions that cannot raise `PolicygenError`, which carries them.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(Enum):
    """How much a problem matters: an error stops the build, a warning is counted and shown."""

    ERROR = "error"
    WARNING = "warning"


class ExitCode(IntEnum):
    """What the process returns to the shell."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    RENDERING = 3


class Words(str):
    """A sentence to the user, in English, that can be said in other languages.

    template: the English sentence with its placeholders, as catalogs know it. plural: the same
    for any number but one, "" where the sentence counts nothing. fields: placeholder -> what
    stands in its place, which may be words again.
    """

    __slots__ = ("fields", "plural", "template")
    template: str
    plural: str
    fields: Mapping[str, Any]

    @classmethod
    def made(cls, template: str, plural: str, fields: Mapping[str, Any]) -> Words:
        """Return the sentence that these parts make; `plural` needs a field `number`."""
        form = plural if plural and fields["number"] != 1 else template
        sentence = cls(form.format_map(fields))
        sentence.template, sentence.plural, sentence.fields = template, plural, fields
        return sentence

    # Without this, copying and pickling would lose the parts.
    def __getnewargs__(self) -> tuple[str]:
        return (str(self),)


class WordedIn(Words):
    """A sentence that brings its own translations: data of a project, which no catalog knows.

    languages: code of a language -> the sentence in it; English (`en`) must be there.
    """

    __slots__ = ("languages",)
    languages: Mapping[str, str]

    @classmethod
    def told(cls, languages: Mapping[str, str]) -> WordedIn:
        """Return the sentence."""
        sentence = cls(languages["en"])
        sentence.template, sentence.plural, sentence.fields = "", "", {}
        sentence.languages = languages
        return sentence


def tell(template: str, /, **fields: Any) -> Words:
    """Return a sentence to the user. `pybabel extract` looks for calls of this function.

    template: English, with `{name}` for each of the fields; `{{` and `}}` stand for braces.
    """
    return Words.made(template, "", fields)


def tell_number(one: str, many: str, /, *, number: int, **fields: Any) -> Words:
    """Return a sentence that counts something. Extracted as `tell` is, with both its forms.

    one, many: the template for one and for any other `number`, both with `{number}`.
    """
    return Words.made(one, many, {**fields, "number": number})


NO_WORDS: Final = Words.made("", "", {})
"""Where there is nothing to say."""


def listed(items: Iterable[str]) -> str:
    """Return “a, b, c”, "" of none; unlike a joined text, it can be said in other languages."""
    said: str = ""
    for item in items:
        said = tell("{items}, {item}", items=said, item=item) if said else item
    return said


def either(choices: Iterable[str]) -> str:
    """Return “a or b”, “a or b or c”; there is at least one choice."""
    said, *others = choices
    for other in others:
        said = tell("{one} or {other}", one=said, other=other)
    return said


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a file.

    file: path as the user would type it, relative to the project folder, with `/`.
    line, column: 1-based; column counts characters. 0 means "the file as a whole".
    length: how many characters the caret underlines, at least 1.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to a file: `text` takes the place of exactly the characters of `span`.

    A length of 0 inserts the text before the character at the span's place; a line end within
    the length counts as one character.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    code: stable and documented, e.g. `SRC104`; never reused for something else.
    message: what is wrong, one sentence without a final full stop, in a CX manager's words.
    span: where, or None when the problem has no place in a file.
    hint: what to do about it, a sentence or two; empty only where the message says it all.
    related: other places that belong to the problem, each with a word on why.
    clause: path of the part of the policy at fault, where only the build knows its place.
    fix: what `policygen check --fix` changes to mend it, all of it or none; empty where there is
    more than one right answer.
    """

    code: str
    message: Words
    span: Span | None = None
    hint: Words = NO_WORDS
    severity: Severity = Severity.ERROR
    related: tuple[tuple[Span, Words], ...] = field(default=())
    clause: str = ""
    fix: tuple[Edit, ...] = ()

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order problems by file, line, column, code and message."""
        span = self.span or Span("")
        return (span.file, span.line, span.column, self.code, self.message)


class PolicygenError(Exception):
    """Work cannot go on; `problems` says why and `exit_code` what the process returns."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(f"{p.code} {p.message}" for p in self.problems))


class SettingsError(PolicygenError):
    """The command line or policygen.yaml cannot be used."""

    exit_code = ExitCode.USAGE


class RenderError(PolicygenError):
    """A document could not be rendered, verified or written."""

    exit_code = ExitCode.RENDERING


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted by place, each only once."""
    return sorted(dict.fromkeys(problems), key=Problem.sort_key)


MOST_CHOICES = 40


def nearest(word: str, known: Iterable[str]) -> Words:
    """Return “did you mean …?” for the known word most like `word`, or what there is to choose;
    nothing when that is too much to read."""
    choices = sorted(known)
    if close := difflib.get_close_matches(word, choices, n=1, cutoff=0.6):
        return tell("did you mean `{word}`?", word=close[0])
    if not choices or len(choices) > MOST_CHOICES:
        return NO_WORDS
    return tell("use one of: {choices}", choices=", ".join(choices))
