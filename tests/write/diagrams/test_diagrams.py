from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final
from xml.etree import ElementTree as ET

import pytest
import resvg_py
from hypothesis import given, settings
from hypothesis import strategies as st

from policygen.doc import tree
from policygen.errors import RenderError
from policygen.write import colour, diagrams
from policygen.write.diagrams.lettering import Style, lettering, plain
from policygen.write.diagrams.shapes import WIDTH, Area, Box, Drawing, Line, Rect, Words
from tests.write.diagrams import samples

SLACK: Final = 0.05
SMALLEST: Final = 10.0  # CSS pixels: 7.5 points
BRANDS: Final = ("#1a4f8b", "#ffd400", "#000000", "#e4002b", "#7fdbca")

SAMPLES: Final = {**samples.REAL, **samples.EXTREME}

every_sample = pytest.mark.parametrize("name", SAMPLES)


def layout(name: str) -> Drawing:
    diagram = SAMPLES[name]
    lang = name.rpartition("-")[2].replace("word", "de")
    return diagrams.drawing(diagram, samples.document(lang=lang), samples.FACES)


def words(drawing: Drawing) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words)]


def within(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def overlap(one: Rect, other: Rect) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > SLACK
        and min(one.bottom, other.bottom) - max(one.y, other.y) > SLACK
    )


def strokes(line: Line) -> list[Rect]:
    """Return the area that each stretch of a line covers; all lines are upright or level."""
    half = line.thickness / 2
    return [
        Rect(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1])).inset(
            -half, -half
        )
        for a, b in pairwise(line.points)
    ]


def areas(drawing: Drawing) -> list[Rect]:
    rects: list[Rect] = []
    for shape in drawing.shapes:
        match shape:
            case Box(rect):
                rects.append(rect)
            case Area(corners):
                xs, ys = zip(*corners, strict=True)
                rects.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
            case Line():
                rects.extend(strokes(shape))
            case Words():
                rects.append(shape.rect)
    return rects


def check(drawing: Drawing) -> None:
    """Assert that all text is readable: inside its area, clear of other text and of lines."""
    page = Rect(0, 0, WIDTH, drawing.height)
    assert [rect for rect in areas(drawing) if not within(rect, page)] == []
    texts = words(drawing)
    assert [text for text in texts if not within(text.rect, text.room)] == []
    assert [pair for pair in combinations(texts, 2) if overlap(pair[0].rect, pair[1].rect)] == []
    assert [text for text in texts if text.style.size < SMALLEST] == []
    boxes = [shape.rect for shape in drawing.shapes if isinstance(shape, Box)]
    crossing = [
        (text, box)
        for text in texts
        for box in boxes
        if overlap(text.rect, box) and not within(text.rect, box)
    ]
    assert crossing == []
    lines = [rect for shape in drawing.shapes if isinstance(shape, Line) for rect in strokes(shape)]
    assert [text for text in texts if any(overlap(text.rect, line) for line in lines)] == []


def said(drawing: Drawing) -> str:
    return "".join(word.text for word in words(drawing)).replace("-", "").replace(" ", "")


@every_sample
def test_text_stays_in_its_area_and_clear_of_all_else(name: str) -> None:
    check(layout(name))


@every_sample
def test_all_words_of_a_part_are_shown(name: str) -> None:
    diagram = SAMPLES[name]
    shown = said(layout(name))
    for part in diagram.parts:
        for text in (part.title, *part.details):
            assert plain(text).replace("-", "").replace(" ", "") in shown


@pytest.mark.parametrize("name", samples.REAL)
def test_words_of_a_real_policy_are_not_divided(name: str) -> None:
    diagram = samples.REAL[name]
    given_words = {
        piece
        for part in diagram.parts
        for text in (part.title, *part.details, *(arrow.label for arrow in part.arrows))
        for word in plain(text).split()
        for piece in (word, *word.split("-"))
    }
    for line in words(layout(name)):
        if diagram.kind != "hours":
            assert {word.rstrip("-") for word in line.text.split()} <= given_words


@pytest.mark.parametrize("name", samples.REAL)
def test_a_drawing_fits_on_a_page_at_full_size(name: str) -> None:
    assert layout(name).height <= 500


_TEXT: Final = st.text(
    st.characters(codec="latin-1", exclude_categories=["C"]), max_size=120
).filter(lambda text: text.strip() != "")
_MINUTES: Final = st.integers(0, 1440)


@st.composite
def _diagrams(draw: st.DrawFn) -> tree.Diagram:
    kind = draw(st.sampled_from(samples.KINDS))
    count = draw(st.integers(1, 12))
    arrows = st.builds(
        tree.Arrow, st.integers(0, count - 1).map(str), st.one_of(st.just(""), _TEXT)
    )
    bars = st.builds(tree.Bar, st.integers(0, 6), _MINUTES, _MINUTES)
    parts = tuple(
        tree.Part(
            str(number),
            draw(_TEXT),
            tuple(draw(st.lists(_TEXT, max_size=3))),
            tuple(draw(st.lists(arrows, max_size=3))),
            draw(st.booleans()),
            tuple(draw(st.lists(bars, max_size=8))) if kind == "hours" else (),
        )
        for number in range(count)
    )
    return tree.Diagram(kind, (), "alt", parts, samples.WEEK_ES)


@settings(max_examples=80, deadline=None)
@given(_diagrams(), st.sampled_from(["de", "es", "fr", "en"]))
def test_no_data_makes_text_overflow(diagram: tree.Diagram, lang: str) -> None:
    check(diagrams.drawing(diagram, samples.document(lang=lang), samples.FACES))


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("name", samples.REAL)
def test_colours_contrast_whatever_the_brand(name: str, brand: str) -> None:
    document = samples.document(theme=tree.Theme(brand=brand))
    drawing = diagrams.drawing(samples.REAL[name], document, samples.FACES)
    for text in words(drawing):
        grounds = [
            shape.fill
            for shape in drawing.shapes
            if isinstance(shape, Box) and within(text.rect, shape.rect)
        ]
        for ground in grounds or [colour.WHITE]:
            assert colour.contrast(text.style.colour, ground) >= 7
    for shape in drawing.shapes:
        if isinstance(shape, Box) and shape.outline != "none":
            assert colour.contrast(shape.outline, colour.WHITE) >= 3
        if isinstance(shape, Area):
            assert colour.contrast(shape.fill, colour.WHITE) >= 3
        if isinstance(shape, Line) and shape.head:
            assert colour.contrast(shape.colour, colour.WHITE) >= 3


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Innerhalb von 2 Arbeitstagen", 120, ("Innerhalb von", "2 Arbeitstagen")),
        ("Level 1, Level 2, Level 3", 90, ("Level 1,", "Level 2, Level 3")),
        ("Donaudampfschifffahrt", 70, ("Donaudampf-", "schifffahrt")),
        ("Software-Ombudsstelle", 100, ("Software-", "Ombudsstelle")),
        ("WWWWWWWWWW", 40, ("WWWW", "WWWW", "WW")),
        ("100\u00a0€ Gutschrift", 60, ("100\u00a0€", "Gutschrift")),
        ("", 40, ()),
    ],
)
def test_lines_break_where_a_typesetter_would(
    text: str, width: float, expected: tuple[str, ...]
) -> None:
    type_ = lettering(samples.FACES, "Source Sans 3", "de")
    assert type_.passage(text, Style(type_.regular, 12, "#000000"), width).lines == expected


# ------------------------------------------------------------ the document


def figures(document: tree.Document) -> list[tree.Figure]:
    return [block for block in document.children if isinstance(block, tree.Figure)]


def test_diagrams_become_figures_with_their_words() -> None:
    diagram = samples.REAL["flow-de"]
    logo = tree.Asset("logo.png", "image/png", b"", 1, 1)
    document = replace(samples.document(diagram, samples.REAL["chart-de"]), assets=(logo,))
    drawn = diagrams.drawn(document, samples.FACES)
    first, second = figures(drawn)
    assert (first.alt, first.caption) == (diagram.alt, diagram.caption)
    assert first.asset != second.asset
    assert drawn.asset("logo.png") == logo
    asset = drawn.asset(first.asset)
    root = ET.fromstring(asset.data)  # noqa: S314 - our own bytes
    assert asset.media_type == "image/svg+xml"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == diagram.alt
    assert list(root.iter("{http://www.w3.org/2000/svg}text")) == []


def test_diagrams_are_found_wherever_they_are() -> None:
    diagram = samples.REAL["flow-es"]
    nested: tuple[tree.Block, ...] = (
        tree.Section("s", (), (tree.Section("t", (), (diagram,)),)),
        tree.Callout((), (diagram,)),
        tree.ItemList((tree.Item((diagram,)),)),
        tree.Terms((tree.Term((), (diagram,)),)),
        tree.Cards((tree.Card((), (diagram,)),)),
    )
    drawn = diagrams.drawn(samples.document(*nested), samples.FACES)
    assert len(drawn.assets) == 5
    assert "Diagram(" not in repr(drawn.children)


def test_a_diagram_without_parts_is_left_out() -> None:
    empty = replace(samples.REAL["flow-es"], parts=())
    assert diagrams.drawn(samples.document(empty), samples.FACES).children == ()


@pytest.mark.parametrize("name", samples.REAL)
def test_word_s_bitmap_can_be_made(name: str) -> None:
    asset = diagrams.drawn(samples.document(samples.REAL[name]), samples.FACES).assets[0]
    png = bytes(resvg_py.svg_to_bytes(svg_string=asset.data.decode(), skip_system_fonts=True))
    assert png.startswith(b"\x89PNG")
    assert len(asset.data) < 40_000


def test_a_character_that_no_font_has_is_refused() -> None:
    diagram = replace(samples.REAL["flow-es"], parts=(tree.Part("a", "Löse \u5f35 sofort"),))
    with pytest.raises(RenderError, match="U\\+5F35"):
        diagrams.drawn(samples.document(diagram), samples.FACES)


def test_hours_without_weekdays_are_refused() -> None:
    diagram = replace(samples.REAL["hours-de"], legend=())
    with pytest.raises(RenderError, match="days of the week"):
        diagrams.drawn(samples.document(diagram), samples.FACES)


# ------------------------------------------------------------ what the kinds show


def box_of(drawing: Drawing, title: str) -> Rect:
    """Return the box that holds the words of a title."""
    text = next(word for word in words(drawing) if word.text == title)
    boxes = (shape.rect for shape in drawing.shapes if isinstance(shape, Box))
    return next(box for box in boxes if within(text.rect, box))


def near(point: tuple[float, float], rect: Rect) -> bool:
    return within(Rect(*point, 0, 0), rect.inset(-6, -6))


def arrows(drawing: Drawing) -> list[Line]:
    return [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.head]


@pytest.mark.parametrize("name", ["path-de", "path-es", "chart-de", "chart-es"])
def test_every_arrow_joins_its_two_boxes(name: str) -> None:
    diagram, drawing = samples.REAL[name], layout(name)
    titles = {part.id: plain(part.title) for part in diagram.parts}
    wanted = [(part.id, arrow.target) for part in diagram.parts for arrow in part.arrows]
    lines = arrows(drawing)
    assert len(lines) == len(wanted)
    for start, end in wanted:
        one, other = box_of(drawing, titles[start]), box_of(drawing, titles[end])
        assert [
            line for line in lines if near(line.points[0], one) and near(line.points[-1], other)
        ]


def test_a_second_superior_is_dashed() -> None:
    assert [line.dashed for line in arrows(layout("chart-es"))].count(True) == 2


def test_what_lies_outside_is_dashed() -> None:
    drawing = layout("path-es")
    dashed = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.dashed]
    assert [box.rect for box in dashed] == [box_of(drawing, "Fabricante")]


def test_days_with_the_same_hours_share_a_bar() -> None:
    drawing = layout("hours-de")
    labels = [word.text for word in words(drawing) if word.room.x > 180 and word.room.y > 20]
    assert labels == ["Mo–Fr", "Sa", "Mo–Fr", "Mo, Mi", "Do"]
    full = [
        shape.rect.width
        for shape in drawing.shapes
        if isinstance(shape, Box) and shape.fill == shape_colour(drawing)
    ]
    assert len(full) == 8
    assert full[0] == pytest.approx(full[1] * 3)


def shape_colour(drawing: Drawing) -> str:
    """Return the colour of the bars: the darkest fill."""
    fills = (shape.fill for shape in drawing.shapes if isinstance(shape, Box))
    return min(fills, key=colour.luminance)


def test_flow_reads_from_left_to_right_in_each_row() -> None:
    drawing = layout("flow-de")
    boxes = [shape.rect for shape in drawing.shapes if isinstance(shape, Box)]
    assert [(box.y, box.x) for box in boxes] == sorted((box.y, box.x) for box in boxes)
    assert len({box.y for box in boxes}) == 2


def test_the_first_level_is_the_foot_of_the_pyramid() -> None:
    tops = {word.text: word.baseline for word in words(layout("pyramid-de"))}
    assert tops["Ebene 3"] < tops["Ebene 2"] < tops["Ebene 1"]
