"""The phrases for bounds and targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from policygen.i18n.marks import mark, nmark
from policygen.model.facts import Basis, Comparator, Population

BOUNDS: Final[Mapping[Comparator, str]] = {
    # Translators: value is such as “85%”, “10 minutes”, “4.5 out of 5”, “40 points”
    Comparator.AT_LEAST: mark("at least %(value)s"),
    # Translators: value is such as “85%”, “10 minutes”, “4.5 out of 5”, “40 points”
    Comparator.MORE_THAN: mark("more than %(value)s"),
    # Translators: value is such as “85%”, “10 minutes”, “4.5 out of 5”, “40 points”
    Comparator.WITHIN: mark("at most %(value)s"),
    # Translators: value is such as “85%”, “10 minutes”, “4.5 out of 5”, “40 points”
    Comparator.LESS_THAN: mark("less than %(value)s"),
    # Translators: value is such as “85%”, “10 minutes”, “4.5 out of 5”, “40 points”
    Comparator.ABOUT: mark("about %(value)s"),
    # Translators: value is a time such as “2 hours”
    Comparator.EXACTLY: mark("exactly %(value)s"),
}
"""How a value bounds; a range says so itself."""

POPULATIONS: Final[Mapping[Population, str]] = {
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 minutes”
    Population.CASES: mark("%(percent)s of cases %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 minutes”
    Population.CALLS: mark("%(percent)s of calls %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 minutes”
    Population.EMAILS: mark("%(percent)s of e-mails %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”; on paper
    Population.LETTERS: mark("%(percent)s of letters %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 minutes”
    Population.CHATS: mark("%(percent)s of chats %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 minutes”
    Population.MESSAGES: mark("%(percent)s of messages %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”; what
    # customers ask
    Population.ENQUIRIES: mark("%(percent)s of enquiries %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”; what
    # customers ask for
    Population.REQUESTS: mark("%(percent)s of requests %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”
    Population.COMPLAINTS: mark("%(percent)s of complaints %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”
    Population.FAULTS: mark("%(percent)s of faults %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”; visits
    # to customers, or by them
    Population.VISITS: mark("%(percent)s of visits %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 minutes”
    Population.CUSTOMERS: mark("%(percent)s of customers %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”
    Population.DELIVERIES: mark("%(percent)s of deliveries %(deadline)s"),
    # Translators: percent is “95%” or “less than 5%”; deadline is such as “within 3 days”
    Population.ANSWERS: mark("%(percent)s of answers %(deadline)s"),
}
"""The share of what is done within a time."""

# Translators: a further share, after “90% of calls within 2 minutes and …”: “98% within 5 minutes”
BAND: Final = mark("%(percent)s %(deadline)s")
# Translators: a range of percentages or scores: “70–80%”, “4–4.5”
RANGE: Final = mark("%(low)s–%(high)s")
# Translators: a score on a scale: “4.5 out of 5”
SCORE: Final = mark("%(score)s out of %(highest)s")
# Translators: a score without a scale: “40 points”; the plural goes with the higher number
POINTS: Final = nmark("%(score)s point", "%(score)s points")

BASES: Final[Mapping[Basis, str]] = {
    # Translators: target is such as “95% of calls within 3 minutes”, “less than 10 minutes”
    Basis.AVERAGE: mark("%(target)s, on average"),
    # Translators: target is such as “less than 10 minutes”; never more in any single case
    Basis.EACH_CASE: mark("%(target)s, in each case"),
}
