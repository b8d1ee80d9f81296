from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygen.write import colour

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#777777", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert colour.contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert colour.contrast(other, one) == colour.contrast(one, other)


@given(colours)
def test_every_brand_becomes_readable_on_light_and_on_dark(brand: str) -> None:
    shades = dict(re.findall(r"(--[\w-]+): (#\w{6});", colour.custom_properties(brand)))
    assert colour.contrast(shades["--brand-solid"], "#ffffff") >= colour.ENHANCED
    assert colour.contrast(shades["--brand-light"], "#ffffff") >= colour.ENHANCED
    assert colour.contrast(shades["--brand-light"], shades["--brand-tint"]) >= colour.ENHANCED
    assert colour.contrast(shades["--brand-dark"], colour.DARK_SURFACE) >= colour.ENHANCED


def test_a_readable_brand_stays_as_it_is() -> None:
    assert colour.readable("#0b4f3a", "#ffffff") == "#0b4f3a"


@pytest.mark.parametrize("bad", ["", "red", "#fff", "#12345g", "123456#"])
def test_other_notations_are_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"#RRGGBB|invalid literal"):
        colour.luminance(bad)
