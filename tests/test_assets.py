"""The logo: harmless pictures inside the project are shown, everything else is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from policygen.assets import load_logo
from policygen.config import load_config
from policygen.errors import PolicygenError
from tests.sample import copy_sample

NS = 'xmlns="http://www.w3.org/2000/svg"'
BOX = 'viewBox="0 0 10 5"'


def logo_problem(root: Path) -> str:
    with pytest.raises(PolicygenError) as caught:
        load_logo(load_config(root))
    (problem,) = caught.value.problems
    assert problem.code == "AST101"
    assert problem.span is not None
    assert (problem.span.file, problem.span.line > 0) == ("policygen.yaml", True)
    return problem.message


def with_logo(folder: Path, data: bytes) -> Path:
    root = copy_sample(folder)
    (root / "policy" / "assets" / "logo.svg").write_bytes(data)
    return root


def png(size: tuple[int, int] = (20, 10), mode: str = "RGB", kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, kind)
    return buffer.getvalue()


def test_svg_is_scaled_to_its_longer_side(tmp_path: Path) -> None:
    (logo,) = load_logo(load_config(with_logo(tmp_path, f"<svg {NS} {BOX}/>".encode())))
    assert (logo.media_type, logo.width, logo.height) == ("image/svg+xml", 240, 120)


def test_raster_pictures_are_known_by_content_not_by_name(tmp_path: Path) -> None:
    (logo,) = load_logo(load_config(with_logo(tmp_path, png())))
    assert (logo.media_type, logo.width, logo.height) == ("image/png", 20, 10)


def test_no_logo_is_fine(tmp_path: Path) -> None:
    edit = (("  logo: policy/assets/logo.svg\n", ""),)
    assert load_logo(load_config(copy_sample(tmp_path, {"policygen.yaml": edit}))) == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a picture"),
        (b"GIF89a", "not a picture"),
        (png()[:30], "not a picture"),
        (png(mode="CMYK", kind="JPEG"), "printing colours"),
        (b"<html/>", "not an SVG"),
        (b"<svg", "damaged"),
        (f"<svg {NS}/>".encode(), "no size"),
        (f'<svg {NS} viewBox="0 0 0 5"/>'.encode(), "impossible size"),
        (f"<svg {NS} {BOX}><script>x</script></svg>".encode(), "<script>"),
        (f"<svg {NS} {BOX}><foreignObject/></svg>".encode(), "<foreignObject>"),
        (f'<svg {NS} {BOX} onload="x()"/>'.encode(), "script"),
        (f'<svg {NS} {BOX}><use href="https://example.com/x"/></svg>'.encode(), "another file"),
        (f'<svg {NS} {BOX}><g style="fill:url(http://e.example)"/></svg>'.encode(), "another file"),
        (f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {NS} {BOX}/>'.encode(), "document type"),
        (b" " * 2_000_001, "larger than 2 MB"),
    ],
)
def test_other_files_are_refused_with_a_reason(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in logo_problem(with_logo(tmp_path, data))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("https://example.com/logo.svg", "address on the web"),
        ("../logo.svg", "outside"),
        ("/etc/hostname", "outside"),
        ("policy/assets/none.svg", "does not exist"),
        ("policy/assets", "does not exist or cannot be read"),
    ],
)
def test_other_places_are_refused(tmp_path: Path, name: str, words: str) -> None:
    edit = (("logo: policy/assets/logo.svg", f"logo: {name}"),)
    assert words in logo_problem(copy_sample(tmp_path, {"policygen.yaml": edit}))


def test_a_link_that_leaves_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    root = copy_sample(tmp_path / "project")
    outside = tmp_path / "logo.svg"
    outside.write_text(f"<svg {NS} {BOX}/>", encoding="utf-8")
    (root / "policy" / "assets" / "logo.svg").unlink()
    (root / "policy" / "assets" / "logo.svg").symlink_to(outside)
    assert "outside" in logo_problem(root)
