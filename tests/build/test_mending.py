from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from policygen.cli.main import main
from tests.sample import ROOT, copy_sample

MISTAKES = yaml.safe_load((Path(__file__).parent / "mendable.yaml").read_text(encoding="utf-8"))


def files_of(root: Path) -> dict[str, bytes]:
    """Return the user's files: what the program remembers is none of them."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".policygen" not in path.parts
    }


def name_of(case: dict[str, str]) -> str:
    return case["name"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "sample")


def broken(folder: Path, *cases: dict[str, str]) -> Path:
    """Return a copy of the sample with mistakes, each in place of what is right."""
    edits: dict[str, tuple[tuple[str, str], ...]] = {}
    for case in cases:
        edits[case["file"]] = (*edits.get(case["file"], ()), (case["right"], case["typed"]))
    return copy_sample(folder, edits)


@pytest.mark.parametrize("case", MISTAKES, ids=name_of)
def test_a_mistake_with_one_right_answer_is_mended(
    case: dict[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = broken(tmp_path / "sample", case)
    assert main(["check", str(root)]) != 0
    assert "can be mended with --fix]" in "".join(capfd.readouterr())
    assert main(["check", "--fix", str(root)]) == 0
    assert f"Mended 1 problem in {case['file']}." in capfd.readouterr().err
    assert (root / case["file"]).read_bytes() == (ROOT / case["file"]).read_bytes()


def test_mistakes_that_hide_others_are_mended_in_one_go(tmp_path: Path) -> None:
    root = broken(tmp_path / "sample", *MISTAKES)
    original = files_of(copy_sample(tmp_path / "original"))
    assert main(["check", "--fix", str(root)]) == 0
    assert files_of(root) == original


def test_the_sample_needs_no_mending(sample: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = files_of(sample)
    assert main(["check", "--diff", str(sample)]) == 0
    assert capfd.readouterr().out == ""
    main(["check", "--fix", str(sample)])
    assert files_of(sample) == before


def test_the_diff_is_a_patch_and_changes_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = broken(tmp_path / "sample", *MISTAKES)
    channels = root / "policy/channels.yaml"
    channels.write_bytes(channels.read_bytes().replace(b"\n", b"\r\n").rstrip())
    before = files_of(root)
    assert main(["check", "--diff", str(root)]) == 1
    patch = tmp_path / "mended.patch"
    patch.write_bytes(capfd.readouterr().out.encode())
    assert files_of(root) == before
    git = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", str(patch)]
    subprocess.run(git, cwd=root, check=True, env=os.environ | {"GIT_CEILING_DIRECTORIES": "/"})
    patched = files_of(root)
    assert patched != before
    main(["check", "--fix", str(root)])
    assert files_of(root) == patched


def test_what_cannot_be_mended_is_still_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    guess = {"file": "policy/channels.yaml", "right": "reply: < 30 s", "typed": "replly: 1 s"}
    root = broken(tmp_path / "sample", MISTAKES[0], guess)
    assert main(["check", "--fix", str(root)]) == 1
    said = "".join(capfd.readouterr())
    assert "Mended 1 problem" in said
    assert "replly" in said
    assert "--fix" not in said.partition("replly")[2]


def test_the_language_of_a_channel_is_mended(tmp_path: Path) -> None:
    typed = (("    languages: [en, es, fr, de]", "    languages: [en_GB, es, fr, de]"),)
    root = copy_sample(tmp_path / "sample", {"policy/channels.yaml": typed})
    main(["check", "--fix", str(root)])
    assert "    languages: [en-GB, es, fr, de]" in (root / "policy/channels.yaml").read_text()


# ------------------------------------------------------------------------ files


def test_a_file_keeps_its_permissions_and_the_link_that_leads_to_it(tmp_path: Path) -> None:
    root = broken(tmp_path / "sample", MISTAKES[0])
    linked, target = root / MISTAKES[0]["file"], root / "kept.txt"
    linked.rename(target)
    target.chmod(0o640)
    linked.symlink_to(target)
    assert main(["check", "--fix", str(root)]) == 0
    assert linked.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() == (ROOT / MISTAKES[0]["file"]).read_bytes()


def test_a_file_outside_the_project_stays(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = broken(tmp_path / "sample", MISTAKES[0])
    linked, target = root / MISTAKES[0]["file"], tmp_path / "elsewhere.yaml"
    linked.rename(target)
    linked.symlink_to(target)
    before = target.read_bytes()
    assert main(["check", "--fix", str(root)]) == 1
    assert target.read_bytes() == before
    assert "FIX101" in "".join(capfd.readouterr())
