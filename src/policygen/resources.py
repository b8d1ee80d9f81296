"""What ships with the program: templates, skin, fixed-wording catalogs, fonts.

A project overrides any of them by a file of the same name below its own folder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from policygen.doc.look import Theme
from policygen.errors import Problem, SettingsError, Span, tell
from policygen.write.skin import FAMILIES, SYMBOLS, FontFace, Skin

_PACKAGED: Final = Path(__file__).parent / "_shipped"
_CHECKOUT: Final = Path(__file__).parents[2]
_SHIPPED_DOMAIN: Final = "policygen"
_TEMPLATES: Final = "templates"
_FACES: Final = {
    "Regular": (400, "normal"),
    "Bold": (700, "normal"),
    "Italic": (400, "italic"),
    "BoldItalic": (700, "italic"),
}


def shipped() -> Path:
    """Return the folder that holds the shipped `templates`, `locales` and `examples`."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def find(root: Path, relative: str) -> Path:
    """Return the project's file of that name, else the shipped one (which may not exist)."""
    own = root / relative
    return own if own.is_file() else shipped() / relative


def catalog(root: Path, language: str, domain: str) -> tuple[Path, str]:
    """Return a catalog's file, which need not exist, and its name relative to the project.

    Of the company's text there is only the project's own: no other company's may show in it.
    """
    relative = f"locales/{language.replace('-', '_')}/LC_MESSAGES/{domain}.po"
    return find(root, relative) if domain == _SHIPPED_DOMAIN else root / relative, relative


def has_own_templates(root: Path) -> bool:
    """Whether a project overrides or adds a template; a copy of what ships is none of its own."""
    own, ships = root / _TEMPLATES, shipped() / _TEMPLATES
    if not own.is_dir() or own.samefile(ships):
        return False
    return any(not _same(path, ships / path.relative_to(own)) for path in own.rglob("*.xml"))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) or one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def is_shipped(path: Path) -> bool:
    """Whether a file is one of the fixed-wording catalogs that ship."""
    folder = (shipped() / "locales").resolve()
    return path.name == f"{_SHIPPED_DOMAIN}.po" and path.resolve().is_relative_to(folder)


def examples() -> dict[str, Path]:
    """Return the name and the folder of each example project that ships."""
    settings = sorted((shipped() / "examples").glob("*/policygen.yaml"))
    return {path.parent.name: path.parent for path in settings}


def load_skin(root: Path, theme: Theme) -> Skin:
    """Read the skin of the project in `root`, with the fonts of a theme; SettingsError when a file
    cannot be read."""

    def text(name: str) -> str:
        return _read(root, name).decode("utf-8")

    return Skin(
        screen_css=text("screen.css"),
        print_css=text("print.css"),
        page=text("page.html"),
        reference=_read(root, "reference.docx"),
        fonts=fonts(theme),
    )


def _read(root: Path, name: str) -> bytes:
    relative = f"templates/skin/{name}"
    try:
        return find(root, relative).read_bytes()
    except OSError as error:
        raise SettingsError(
            Problem(
                "SET111",
                tell("{file} cannot be read", file=relative),
                Span(relative),
                tell("check the file's permissions, or delete it to use the one that ships"),
            )
        ) from error


def fonts(theme: Theme) -> tuple[FontFace, ...]:
    """Return the faces that a theme is shown in: four of its text, the bold one of its headings,
    the upright ones of the family that lends symbols."""
    text, headings = theme.text_font, theme.heading_font
    wanted = [(text, "Regular"), (text, "Bold"), (text, "Italic"), (text, "BoldItalic")]
    wanted += [(headings, "Bold"), (SYMBOLS, "Regular"), (SYMBOLS, "Bold")]
    return tuple(_face(family, name) for family, name in dict.fromkeys(wanted))


def every_font() -> tuple[FontFace, ...]:
    """Return all faces that themes can ask for."""
    return tuple(_face(family, name) for family in FAMILIES for name in _FACES)


@cache
def _face(family: str, name: str) -> FontFace:
    """Return a face of a family, from the installed font package."""
    import rendercv_fonts  # noqa: PLC0415 - it lists its folder when imported

    folder = Path(rendercv_fonts.__file__).parent / family
    return FontFace(family, *_FACES[name], str(folder / f"{family.replace(' ', '')}-{name}.ttf"))
