from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policygen.build.listener import Silence
from policygen.errors import ExitCode
from policygen.resources import find
from tests.build.projects import PAGES, TINY, built, contents, copy_of, replace_text

# WeasyPrint leaves the file of its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*sRGB2014.icc:pytest.PytestUnraisableExceptionWarning"
)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return copy_of(TINY, tmp_path / "tiny")


def reply_to_email(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "within 2 h", "within 3 h")


def reply_on_phone(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "< 30 s", "< 40 s")


def translation(tiny: Path) -> None:
    replace_text(tiny / "locales/de/LC_MESSAGES/policy.po", "was wir tun", "was wir machen")


def template(tiny: Path) -> None:
    replace_text(tiny / "templates/documents/note.xml", "Note", "Notice")


def title(tiny: Path) -> None:
    replace_text(tiny / "policygen.yaml", "Times of", "Hours of")


def brand(tiny: Path) -> None:
    replace_text(tiny / "policygen.yaml", "#1a4f8b", "#0b5d5e")


def font(tiny: Path) -> None:
    replace_text(tiny / "policygen.yaml", "theme:", "theme:\n  heading_font: EB Garamond")


def part_that_nothing_shows(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "purpose:", "vision: We look far.\n\npurpose:")


def comment(tiny: Path) -> None:
    replace_text(tiny / "policy/policy.yaml", "channels:", "# a word to colleagues\nchannels:")


def new_file(tiny: Path) -> None:
    (tiny / "policy" / "more.yaml").write_text("mission: We go on.\n")


def removed_output(tiny: Path) -> None:
    (tiny / "output/de/note.html").unlink()


def altered_output(tiny: Path) -> None:
    (tiny / "output/de/times.html").write_text("somebody else")


def touched_output(tiny: Path) -> None:
    os.utime(tiny / "output/de/times.html", ns=(1, 1))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (reply_to_email, PAGES),
        (reply_on_phone, ("de/times.html", "en/times.html")),
        (translation, ("de/note.html",)),
        (template, ("de/note.html", "en/note.html")),
        (title, ("de/times.html", "en/times.html")),
        (brand, PAGES),
        (font, PAGES),
        (part_that_nothing_shows, ()),
        (comment, ()),
        (new_file, ()),
        (removed_output, ("de/note.html",)),
        (altered_output, ("de/times.html",)),
        (touched_output, ()),
    ],
)
def test_only_what_shows_a_change_is_rebuilt(
    tiny: Path, change: Callable[[Path], None], expected: tuple[str, ...]
) -> None:
    built(tiny)
    change(tiny)
    rebuilt = built(tiny)
    assert not rebuilt.fresh
    assert rebuilt.written == expected
    assert built(tiny).fresh
    after = contents(tiny / "output")
    shutil.rmtree(tiny / "output")
    shutil.rmtree(tiny / ".policygen")
    built(tiny)
    assert contents(tiny / "output") == after


@pytest.mark.parametrize(
    ("part", "formats"),
    [("screen.css", {"html"}), ("print.css", {"pdf"})],
)
def test_a_change_of_the_skin_rebuilds_the_formats_that_show_it(
    tiny: Path, part: str, formats: set[str]
) -> None:
    built(tiny, formats=(), languages=("en",))
    style = tiny / "templates" / "skin" / part
    style.parent.mkdir()
    shutil.copy(find(tiny, f"templates/skin/{part}"), style)
    assert built(tiny, formats=(), languages=("en",)).written == ()
    replace_text(style, "font-size", "outline: 0; font-size")
    rebuilt = built(tiny, formats=(), languages=("en",))
    assert {path.rpartition(".")[2] for path in rebuilt.written} <= formats


def test_nothing_is_rewritten_when_nothing_changed(tiny: Path) -> None:
    before = {output.path: output.stamp for output in built(tiny).outputs}
    again = built(tiny)
    assert again.fresh
    assert again.written == ()
    for path, stamp in before.items():
        assert (tiny / "output" / path).stat().st_mtime_ns == stamp.modified_ns


def test_a_moved_project_is_up_to_date_in_its_new_place(tiny: Path, tmp_path: Path) -> None:
    built(tiny)
    moved = tmp_path / "elsewhere" / "project"
    shutil.copytree(tiny, moved)
    assert built(moved).written == ()


def test_verifying_makes_up_for_what_was_not_verified(tiny: Path) -> None:
    options: dict[str, Any] = {"formats": ("pdf",), "languages": ("en",), "documents": ("note",)}
    (first,) = built(tiny, **options).outputs
    (second,) = built(tiny, verify=True, **options).outputs
    assert (first.verified, second.verified) == (False, True)
    assert built(tiny, **options).written == ()


class Meddler(Silence):
    """Saves a source file again while the build runs."""

    def __init__(self, project: Path) -> None:
        self.project = project

    def step(self, name: str) -> None:
        """Save a file just when everything has been read."""
        if name == "plan":
            reply_on_phone(self.project)


def test_a_file_saved_during_a_build_is_not_taken_for_read(tiny: Path) -> None:
    built(tiny, Meddler(tiny))
    assert built(tiny).written == ("de/times.html", "en/times.html")


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"layout": 1}', "\x00", "{" * 9])
def test_a_damaged_memory_only_costs_time(tiny: Path, text: str) -> None:
    built(tiny)
    (tiny / ".policygen" / "state.json").write_text(text)
    again = built(tiny)
    assert (again.fresh, again.written, again.exit_code) == (False, (), ExitCode.DONE)
    assert built(tiny).fresh
