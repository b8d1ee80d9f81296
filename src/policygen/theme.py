"""Themes: looks as data, from a shipped or own theme file and what policygen.yaml changes of it."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from policygen import resources
from policygen.doc.look import Theme
from policygen.errors import Problem, Severity, Span, Words, nearest, tell
from policygen.model.clause import matching
from policygen.source import NOTHING_UNSAVED, Unsaved, load_file
from policygen.validation import validate, value_span
from policygen.write import colour
from policygen.write.skin import FAMILIES

if TYPE_CHECKING:
    from policygen.source import Source

FOLDER: Final = "templates/themes"
DEFAULT: Final = "studio"
COVERS: Final = ("panel", "band", "plain")
DENSITIES: Final = ("comfortable", "compact")

_KEYS: Final = ("brand", "text_font", "heading_font", "cover", "density")

_SEEN: Final = 3.0
"""The contrast of WCAG 2.2, success criterion 1.4.11 "Non-text Contrast": a colour with less on
white is not seen as that colour by everybody, and what is read as text is another shade."""

_PALE: Final = 0.85
"""A colour of more luminance than this and less saturation than `_GREY` is a white."""
_GREY: Final = 0.1

Colour = Annotated[str, AfterValidator(matching(r"#[0-9A-Fa-f]{6}", "colour"))]


class _Looks(BaseModel):
    """What a theme file and policygen.yaml can both say; None where they say nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    brand: Colour | None = None
    text_font: str | None = None
    heading_font: str | None = None
    cover: str | None = None
    density: str | None = None


class ThemeFile(_Looks):
    """A file of templates/themes. title, about: what people call it, and for whom it is."""

    title: str | None = None
    about: str | None = None


class ThemeSpec(_Looks):
    """`theme:` of policygen.yaml. base: the theme that the rest changes. logo: an SVG, PNG or JPEG
    file of the project."""

    base: str | None = None
    logo: str | None = None


def _in_full(value: Any) -> Any:
    """Return the settings that one word stands for: the theme of that name, unchanged."""
    return {"base": value} if isinstance(value, str) else value


ThemeSetting = Annotated[ThemeSpec, BeforeValidator(_in_full)]
"""A theme's name, or settings that change one."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings that lie over others. path: where they stand in `source`, "" for all of it."""

    looks: _Looks
    source: Source
    path: str = ""

    def place(self, key: str) -> Span:
        """Return where a setting stands."""
        return value_span(self.source, f"{self.path}.{key}".lstrip("."))


def resolve(
    root: Path, layers: Sequence[Layer], unsaved: Unsaved = NOTHING_UNSAVED
) -> tuple[Theme, list[Problem]]:
    """Return the theme that settings ask for, and what is wrong with it.

    layers: the settings of policygen.yaml, those that count first. What none of them says, the
    theme file named by the first `base` says, or else the one of the default theme. Where there
    are errors among the problems, the theme is the default in what they are about. unsaved: as
    for `load_config`.
    """
    base, place = _base(layers)
    files, problems = _files(root, base, place, unsaved)
    chosen: dict[str, str] = {}
    for key in _KEYS:
        said = [(value, at) for at in (*layers, *files) if (value := getattr(at.looks, key))]
        value, layer = said[0]
        found = list(_faults(key, value, layer.place(key)))
        wrong = any(problem.severity is Severity.ERROR for problem in found)
        problems += found
        chosen[key] = getattr(Theme(), key) if wrong else value
    return Theme(**{**chosen, "brand": chosen["brand"].lower()}), problems


def _base(layers: Sequence[Layer]) -> tuple[str, Span | None]:
    """Return the name of the theme that the settings change, and where it stands."""
    for layer in layers:
        if isinstance(layer.looks, ThemeSpec) and layer.looks.base is not None:
            return layer.looks.base, layer.place("base")
    return DEFAULT, None


def _files(
    root: Path, base: str, place: Span | None, unsaved: Unsaved
) -> tuple[list[Layer], list[Problem]]:
    """Return the theme file of that name and, for what it does not say, the default's."""
    default = resources.shipped() / _file(DEFAULT)
    files, problems = [], []
    if base in available(root):
        paths = dict.fromkeys((resources.find(root, _file(base)), default))
    else:
        hint = nearest(base, available(root))
        problems.append(
            Problem("SET112", tell("there is no theme “{base}”", base=base), place, hint)
        )
        paths = {default: None}
    for path in paths:
        own = path.is_relative_to(root)
        source = load_file(path, _file(path.stem), unsaved if own else NOTHING_UNSAVED)
        problems += source.problems
        looks, found = validate(ThemeFile, source, source.value)
        if looks is None:
            problems += [] if source.problems else found
        else:
            files.append(Layer(looks, source))
    return files, problems


def _file(name: str) -> str:
    return f"{FOLDER}/{name}.yaml"


def available(root: Path) -> list[str]:
    """Return the names of the themes that ship and of those of the project in `root`."""
    folders = (resources.shipped() / FOLDER, root / FOLDER)
    return sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})


# --------------------------------------------------------------------- faults


def _faults(key: str, value: str, place: Span) -> Iterator[Problem]:
    """Yield what is wrong with one setting."""
    if key == "brand":
        yield from _brand_faults(value, place)
        return
    code, message, known = _CHOICES[key]
    if value not in known:
        yield Problem(code, message(value), place, nearest(value, known))


def _no_font(name: str) -> Words:
    return tell("“{name}” is not a font that documents can be set in", name=name)


_CHOICES: Final[Mapping[str, tuple[str, Callable[[str], Words], tuple[str, ...]]]] = {
    "text_font": ("SET113", _no_font, tuple(FAMILIES)),
    "heading_font": ("SET113", _no_font, tuple(FAMILIES)),
    "cover": (
        "SET114",
        lambda name: tell("“{name}” is not a kind of cover", name=name),
        COVERS,
    ),
    "density": (
        "SET115",
        lambda name: tell("“{name}” is not a way of setting text", name=name),
        DENSITIES,
    ),
}
"""Setting -> code of the problem, what is wrong with a value, and those that there are."""


def _brand_faults(brand: str, place: Span) -> Iterator[Problem]:
    """Yield what is wrong with a brand colour on white paper."""
    ratio = colour.contrast(brand, colour.WHITE)
    if ratio >= _SEEN:
        return
    if _is_white(brand):
        yield Problem(
            "SET116",
            tell(
                "“{brand}” cannot be the brand colour: it is nearly white, and its contrast with "
                "white is {ratio:.2f}:1",
                brand=brand,
                ratio=ratio,
            ),
            place,
            tell(
                "use a colour of the company that is seen on white: at least 3:1 (WCAG 2.2, 1.4.11)"
            ),
        )
        return
    shade = colour.readable(brand, colour.WHITE)
    reached = colour.contrast(shade, colour.WHITE)
    yield Problem(
        "SET117",
        tell(
            "the brand colour “{brand}” is too light to be read: its contrast with white is "
            "{ratio:.2f}:1, so documents use the darker shade {shade}, with {reached:.2f}:1",
            brand=brand,
            ratio=ratio,
            shade=shade,
            reached=reached,
        ),
        place,
        tell(
            'write `brand: "{shade}"` to use it without this note, or choose a darker colour of '
            "the company (WCAG 2.2 asks for 3:1 in 1.4.11; text here has 7:1 as in 1.4.6)",
            shade=shade,
        ),
        Severity.WARNING,
    )


def _is_white(brand: str) -> bool:
    red, green, blue = (channel / 255 for channel in colour.channels(brand))
    _, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    return colour.luminance(brand) > _PALE and saturation < _GREY
