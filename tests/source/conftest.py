"""Sources from a text instead of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policygen.source import Source, load_file
from tests.source.names import NAME


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str | bytes], Source]:
    """Return a function that writes a text or bytes into a file and loads it as `NAME`."""

    def load_text(content: str | bytes) -> Source:
        data = content.encode() if isinstance(content, str) else content
        path = tmp_path / "policy.yaml"
        path.write_bytes(data)
        return load_file(path, NAME)

    return load_text
