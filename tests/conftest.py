"""What every test may use: `--update-golden`, `golden`, and the marks for optional programs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

# Tests expect English, whatever the machine's own language is.
os.environ["LC_ALL"] = "C.UTF-8"

REPOSITORY = Path(__file__).parent.parent

OPTIONAL_PROGRAMS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-writer",
}
"""A program that a test may ask for with a mark of its name, and the Debian package it is in."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew instead of comparing with them; look at the diff",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks, because --strict-markers refuses any other."""
    for program, package in OPTIONAL_PROGRAMS.items():
        config.addinivalue_line("markers", f"{program}: needs {program} (package {package})")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test, saying why, when a program it is marked with is not installed."""
    for program, package in OPTIONAL_PROGRAMS.items():
        if item.get_closest_marker(program) and not shutil.which(program):
            pytest.skip(f"{program} is not installed (package {package})")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a function that compares a text with a golden file, or writes it.

    It takes the file's path and the text; a difference fails the test with pytest's diff.
    """
    update = bool(request.config.getoption("--update-golden"))

    def compare(path: Path, text: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists():
            pytest.fail(f"{path.name} does not exist; make it with pytest --update-golden")
        assert path.read_text(encoding="utf-8") == text

    return compare
