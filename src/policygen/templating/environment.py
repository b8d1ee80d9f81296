"""The template environment: sandboxed, strict, escaping, with places."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import (
    BytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from policygen.errors import PolicygenError, Problem, Span, Words, nearest, tell
from policygen.i18n.acts import Act
from policygen.model.clause import Blank, Clause, Text
from policygen.model.facts import Hours
from policygen.model.facts.week import WEEKDAYS
from policygen.resources import shipped
from policygen.templating.places import Places

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

    from policygen.templating.rendering import Rendering

FOLDER: Final = "templates"


_UNDEFINED_HINT: Final = tell(
    "check the spelling against docs/source.md and the template's own names"
)


class _Undefined(StrictUndefined):
    """A name or field that does not exist, described in the words of the source."""

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        if isinstance(owner, Clause):
            fields = [field.alias or name for name, field in type(owner).model_fields.items()]
            place = f"`{owner.clause}`" if owner.clause else tell("the policy")
            hint = nearest(str(self._undefined_name), fields)
            return tell(
                "“{name}”, which is not a field of {place}; {hint}",
                name=self._undefined_name,
                place=place,
                hint=hint,
            )
        return tell("“{name}”, which does not exist", name=self._undefined_name)


_PROPERTIES: Final = frozenset({"clause", "id", "dated"})
"""What templates may use of a clause besides its fields."""


class _Guarded(ImmutableSandboxedEnvironment):
    """A sandbox in which a template gets only what the document's readers may read.

    The guard is on access, not on printing, because a filter or an operator would turn a guarded
    text into a plain one. readable: what a document may have of a field, set by `Templates`.
    """

    readable: Callable[[str, Any], Any]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use an attribute: of a clause, its fields only."""
        if isinstance(obj, Clause):
            return attr in type(obj).model_fields or attr in _PROPERTIES
        if isinstance(obj, Text):
            return attr == "clause" or hasattr(str, attr)
        return super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; of a clause, only what may be read."""
        return self._guarded(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item; of a clause, only what may be read."""
        return self._guarded(obj, argument, super().getitem(obj, argument))

    def _guarded(self, obj: Any, name: Any, value: Any) -> Any:
        if not isinstance(obj, Clause) or name not in type(obj).model_fields:
            return value
        alias = type(obj).model_fields[name].alias or name
        return self.readable(f"{obj.clause}.{alias}".lstrip("."), value)


class _Compiled(BytecodeCache):
    """Keeps compiled templates for as long as the process runs: a project and its overlays share
    them. The key holds the file's text, so that a changed template is compiled again."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with the code of its template, if that is known."""
        if code := self._code.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


_COMPILED: Final = _Compiled()


class Templates:
    """The document templates of a project.

    Values are shown through the current `Rendering`, so one environment, with its compiled
    templates, serves every document and language.
    """

    def __init__(self, root: Path) -> None:
        self._current: Rendering | None = None
        folders = [root / FOLDER, shipped() / FOLDER]
        self._environment = _Guarded(
            loader=FileSystemLoader(folders),
            bytecode_cache=_COMPILED,
            extensions=["jinja2.ext.i18n", Places],
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self._show,
        )
        self._environment.readable = self._readable
        self._environment.newstyle_gettext = True  # type: ignore[attr-defined]
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.globals.update(self._globals())
        self._environment.filters.update(self._filters())
        self._environment.tests["blank"] = lambda value: isinstance(value, Blank)

    def render(self, name: str, rendering: Rendering, values: dict[str, Any]) -> str:
        """Return the markup that a template of templates/documents makes.

        Raises PolicygenError with the place in the template when it fails.
        """
        path = f"documents/{name}.xml"
        self._current = rendering
        try:
            return self._environment.get_template(path).render(values)
        except TemplateNotFound as error:
            raise PolicygenError(_not_found(error, path)) from error
        except TemplateSyntaxError as error:
            raise PolicygenError(_syntax(error)) from error
        except (
            TemplateError,
            TypeError,
            ValueError,
            LookupError,
            AttributeError,
            ArithmeticError,
            RecursionError,
        ) as error:
            raise PolicygenError(_failed(error, path)) from error
        finally:
            self._current = None

    @property
    def _rendering(self) -> Rendering:
        if self._current is None:
            raise RuntimeError("no rendering is under way")
        return self._current

    def _globals(self) -> dict[str, Callable[..., Any]]:
        return {
            "gettext": self._gettext,
            "_": self._gettext,
            "weekday_names": self._weekday_names,
        }

    def _filters(self) -> dict[str, Callable[..., Any]]:
        return {
            "visible": self._visible,
            "sentence": self._sentence,
            "says": self._says,
            "languages": self._languages,
            "weekdays": self._weekdays,
            "weekly": _weekly,
            "zone": self._zone,
            "territory": self._territory,
        }

    # Every function looks the current rendering up when it is called, because one environment
    # serves them all.

    def _show(self, value: Any) -> Any:
        return self._rendering.show(value)

    def _readable(self, path: str, value: Any) -> Any:
        return self._rendering.readable(path, value)

    def _gettext(self, message: str, /, **values: Any) -> Any:
        return self._rendering.gettext(message, **values)

    def _visible(self, values: Any) -> list[Any]:
        return self._rendering.visible(values)

    def _sentence(self, value: Any) -> Any:
        return self._rendering.sentence(value)

    def _zone(self, name: str) -> Any:
        return self._rendering.fact(name, lambda words: words.zone(name))

    def _says(self, value: Any, act: str) -> Any:
        try:
            return self._rendering.act(Act(act), value)
        except ValueError as error:
            acts = ", ".join(known.value for known in Act)
            raise TemplateRuntimeError(
                tell("“{act}” is not an act; use one of: {acts}", act=act, acts=acts)
            ) from error

    def _territory(self, region: str) -> Any:
        if isinstance(region, Blank):
            return region
        return self._rendering.words.voice.territory(region)

    def _languages(self, tags: tuple[str, ...]) -> str:
        voice = self._rendering.words.voice
        return voice.join(voice.language_name(tag) for tag in tags)

    def _weekday_names(self) -> tuple[str, ...]:
        voice = self._rendering.words.voice
        return tuple(voice.weekday(day, "abbreviated") for day in range(len(WEEKDAYS)))

    def _weekdays(self, days: tuple[int, int]) -> Any:
        return self._rendering.fact(days, lambda words: words.days(*days))


def _weekly(hours: Hours) -> str:
    """Return the usual week of opening hours as <figure class="hours"> takes it."""
    return " ".join(
        f"{day}:{span.start}-{span.end}"
        for day in range(len(WEEKDAYS))
        for span in hours.usual.times_on(day)
    )


def _not_found(error: TemplateNotFound, path: str) -> Problem:
    name = str(error.name)
    return Problem(
        "TPL001",
        tell("there is no template {folder}/{name}", folder=FOLDER, name=name),
        Span(f"{FOLDER}/{path}") if name != path else None,
        tell(
            "check the name after `template:` in policygen.yaml, or after `include` in the template"
        ),
    )


def _syntax(error: TemplateSyntaxError) -> Problem:
    return Problem(
        "TPL002",
        tell("this line of the template cannot be understood: {message}", message=error.message),
        Span(f"{FOLDER}/{error.name}", error.lineno, 1),
        tell("check that every {{% … %}} and {{{{ … }}}} is closed and every block has its end"),
    )


def _words_of(error: Exception) -> str:
    """Return what an error says; our own words can be said in other languages."""
    (said,) = error.args if len(error.args) == 1 else ("",)
    return said if isinstance(said, Words) else str(error)


def _failed(error: Exception, path: str) -> Problem:
    span = Span(f"{FOLDER}/{path}")
    for frame in traceback.extract_tb(error.__traceback__):
        # The project's folder may be given as a relative path.
        _, found, relative = f"/{Path(frame.filename).as_posix()}".rpartition(f"/{FOLDER}/")
        if found:
            span = Span(f"{FOLDER}/{relative}", frame.lineno or 0, 1)
    if isinstance(error, UndefinedError):
        return Problem(
            "TPL003",
            tell("the template uses {message}", message=error.message),
            span,
            _UNDEFINED_HINT,
        )
    return Problem(
        "TPL004",
        tell("this line of the template fails: {error}", error=_words_of(error)),
        span,
        tell("check what the line does with the value"),
    )
