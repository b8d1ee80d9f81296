"""Brand colours made readable: contrast by the WCAG formula, and shades that reach it.

Formula: W3C, Web Content Accessibility Guidelines 2.2, "relative luminance"
(https://www.w3.org/TR/WCAG22/#dfn-relative-luminance) and "contrast ratio"
(https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). The ratio aimed at, 7:1, is success criterion
1.4.6 "Contrast (Enhanced)" (https://www.w3.org/TR/WCAG22/#contrast-enhanced).
"""

from __future__ import annotations

from typing import Final

ENHANCED: Final = 7.0
"""The contrast ratio of WCAG 2.2 level AAA for text of any size."""

BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
DARK_SURFACE: Final = "#1f262e"
"""The lightest ground of the dark scheme: what is readable on it is readable on every other."""

_STEPS: Final = 100


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue (0 to 255) of a `#RRGGBB` colour; ValueError for anything else."""
    if len(colour) != len(BLACK) or not colour.startswith("#"):
        message = f"not a colour of the form #RRGGBB: {colour!r}"
        raise ValueError(message)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance of a `#RRGGBB` colour, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    """Return the linear-light value of one sRGB channel between 0 and 1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 sRGB


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#RRGGBB` colours, from 1 (equal) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it, channel by channel, as `#rrggbb`."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, ground: str, ratio: float = ENHANCED) -> str:
    """Return the shade nearest to `colour` that contrasts with `ground` by at least `ratio`.

    The colour is mixed with black on a light ground and with white on a dark one. Every ground
    that contrasts with black or with white by `ratio` has such a shade; on another one the result
    is black or white itself, the best there is.
    """
    pole = max(BLACK, WHITE, key=lambda extreme: contrast(extreme, ground))
    shades = (mix(colour, pole, step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if contrast(shade, ground) >= ratio), pole)


def custom_properties(brand: str) -> str:
    """Return the style sheet rule that hands the shades of a `#RRGGBB` brand colour to the skin.

    --brand-solid: a ground for white text. --brand-tint: a light ground for black text.
    --brand-light: text and links on white and on the tint. --brand-dark: the same on dark grounds.
    """
    tint = mix(WHITE, readable(brand, WHITE), 0.06)
    shades = {
        "--brand-solid": readable(brand, WHITE),
        "--brand-tint": tint,
        "--brand-light": readable(brand, tint),
        "--brand-dark": readable(brand, DARK_SURFACE),
    }
    return ":root { " + " ".join(f"{name}: {value};" for name, value in shades.items()) + " }"
