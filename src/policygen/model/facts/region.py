"""Regions: whose public holidays are no working days."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygen.errors import nearest, tell
from policygen.model.facts.base import FactError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def check_region(code: str) -> str:
    """Return an ISO 3166 code of a country or subdivision (`ES`, `ES-CT`) whose public holidays
    are known; FactError when they are not."""
    country, _, subdivision = code.partition("-")
    known = _regions()
    if country not in known:
        raise FactError(
            tell("“{code}” is not a country whose public holidays are known", code=code),
            nearest(country.upper(), known)
            or tell("use its two-letter code, such as `ES` or `US`"),
        )
    if subdivision and subdivision not in known[country]:
        raise FactError(
            tell("“{code}” is not a region whose public holidays are known", code=code),
            nearest(code, [f"{country}-{name}" for name in known[country]])
            or tell("use the country alone: `{country}`", country=country),
        )
    return code


@cache
def _regions() -> Mapping[str, Sequence[str]]:
    # Loading every country's calendar takes time that most policies need not spend.
    import holidays  # noqa: PLC0415

    return dict(holidays.list_supported_countries(include_aliases=False))
