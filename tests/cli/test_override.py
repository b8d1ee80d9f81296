"""`policygen override`: a part of one's own, in two steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.load import load_project
from policygen.templating.compose import Composer
from tests.sample import ROOT, copy_sample


def test_a_copied_part_is_the_one_that_documents_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_sample(tmp_path)
    assert main(["override", "parts/values.xml", str(root)]) == 0
    assert "templates/parts/values.xml is now your own copy" in capsys.readouterr().out
    part = root / "templates" / "parts" / "values.xml"
    assert part.read_bytes() == (ROOT / "templates" / "parts" / "values.xml").read_bytes()
    part.write_text("<p>Our own values.</p>", encoding="utf-8")
    document = Composer(load_project(root), draft=False).compose("long-policy", "en").document
    assert "Our own values." in repr(document.children)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("parts/valus.xml", "did you mean `parts/values.xml`?"),
        ("../policygen.yaml", "OVR101"),
        ("templates/parts/values.xml", "your project has this file already"),
    ],
)
def test_what_cannot_be_copied_is_explained_and_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    root = copy_sample(tmp_path)
    own = root / "templates" / "parts" / "values.xml"
    own.parent.mkdir(parents=True)
    own.write_text("mine", encoding="utf-8")
    assert main(["override", name, str(root)]) == 2
    assert said in capsys.readouterr().err
    assert [path for path in (root / "templates").rglob("*") if path.is_file()] == [own]
    assert own.read_text(encoding="utf-8") == "mine"


def test_outside_a_project_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["override", "parts/values.xml", str(tmp_path)]) == 2
    assert "there is no policygen.yaml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
