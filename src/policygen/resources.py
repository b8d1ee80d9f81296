"""What ships with the program: templates, skin, fixed-wording catalogs, fonts.

A project overrides any of them by a file of the same name below its own folder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from policygen.errors import Problem, SettingsError, Span
from policygen.write.skin import FontFace, Skin

_PACKAGED: Final = Path(__file__).parent / "_shipped"
_CHECKOUT: Final = Path(__file__).parents[2]
_SHIPPED_DOMAIN: Final = "policygen"
FONT_FAMILY: Final = "Source Sans 3"
_FACES: Final = (
    (400, "normal", "Regular"),
    (400, "italic", "Italic"),
    (700, "normal", "Bold"),
    (700, "italic", "BoldItalic"),
)


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


def examples() -> dict[str, Path]:
    """Return the name and the folder of each example project that ships."""
    settings = sorted((shipped() / "examples").glob("*/policygen.yaml"))
    return {path.parent.name: path.parent for path in settings}


def load_skin(root: Path) -> Skin:
    """Read the skin of the project in `root`; SettingsError when a file cannot be read."""

    def text(name: str) -> str:
        return _read(root, name).decode("utf-8")

    return Skin(
        screen_css=text("screen.css"),
        print_css=text("print.css"),
        page=text("page.html"),
        reference=_read(root, "reference.docx"),
        fonts=fonts(),
    )


def _read(root: Path, name: str) -> bytes:
    relative = f"templates/skin/{name}"
    try:
        return find(root, relative).read_bytes()
    except OSError as error:
        raise SettingsError(
            Problem(
                "SET111",
                f"{relative} cannot be read",
                Span(relative),
                "check the file's permissions, or delete it to use the one that ships",
            )
        ) from error


@cache
def fonts() -> tuple[FontFace, ...]:
    """Return the faces of the text family, from the installed font package."""
    import rendercv_fonts  # noqa: PLC0415 - it lists its folder when imported

    folder = Path(rendercv_fonts.__file__).parent / FONT_FAMILY
    stem = FONT_FAMILY.replace(" ", "")
    return tuple(
        FontFace(FONT_FAMILY, weight, style, str(folder / f"{stem}-{name}.ttf"))
        for weight, style, name in _FACES
    )
