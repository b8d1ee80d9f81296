"""Numbers, times, dates and sums in English."""

from __future__ import annotations

from typing import Final

from policygen.i18n.parity.lexicon import Lexicon

_UNITS: Final = "two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS: Final = "fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

WORDS: Final = Lexicon(
    numerals={
        **{word: number for number, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=2)},
        **{word: 10 * number for number, word in enumerate(_TENS.split(), start=2)},
        "hundred": 100,
        "thousand": 1000,
    },
    joiner=r"[ \-‑]|(?<=hundred) and |(?<=thousand) and ",
    one="one|an?|single|once|every|each|per",
    article="(?<!half )(?<!of )(?:an?|one)",
    hints={
        r"half(?:[ -]an?)?[ -]hour(?:s|ly)?": "0.5 hour|30 minute",
        r"half(?:[ -]a)?[ -]minutes?": "0.5 minute|30 second",
        r"half(?:[ -]a)?[ -]days?": "0.5 day",
        r"half[ -]year(?:s|ly)?|six-monthly": "6 month|0.5 year",
        r"quarters? of an hour|quarter[ -]hours?": "15 minute|0.25 hour|3|45 minute",
        r"fortnight(?:s|ly)?": "14 day|15 day|2 week",
        r"bi-?weekly": "2 week|14 day|15 day|2",
        r"quarter(?:s|ly)?": "3 month|4|25 percent|0.25",
        r"bi-?monthly": "2 month|2",
        r"semi-?annual(?:ly)?|bi-?annual(?:ly)?": "6 month|2",
        r"half|halves": "0.5|2|50 percent",
        r"twice|doubles?|doubled|both|either|neither|couple|pair|other|alternate|bi-?ennial": "2",
        r"first|1st|primary|First-Level": "1",
        r"second(?:s|ly|-level)?": "2",
        r"thirds?|thirdly|thrice|triple|third-level": "3",
        r"fourths?": "4",
        r"fifths?": "5",
        r"sixths?": "6",
        r"sevenths?": "7",
        r"eighths?": "8",
        r"ninths?": "9",
        r"tenths?": "10",
        r"eleventh": "11",
        r"twelfth|dozen": "12",
        r"annual(?:ly)?|yearly": "1 year",
        r"monthly": "1 month",
        r"weekly": "1 week",
        r"daily": "1 day",
        r"hourly": "1 hour",
        r"noon|midday": "720 time",
        r"midnight": "0 time|1440 time",
    },
    round_the_clock=(
        r"24 ?[/x×] ?7(?: ?/ ?365)?|(?:24|twenty-four) hours (?:a|per|every|each) day"
        r"|(?:7|seven) days (?:a|per|every|each) week|365 days (?:a|per|every) year"
        r"|a?round[- ]the[- ]clock"
    ),
    adjectives="full|whole|more|further|other|consecutive|calendar",
    units={
        "second": r"seconds?|secs?",
        "minute": r"minutes?|mins?",
        "workhour": r"(?:working|business|office|service|opening)[ -]hours?",
        "hour": r"hours?|hrs?",
        "workday": r"(?:working|business|bank|banking|week)[ -]?days?",
        "day": r"days?",
        "week": r"weeks?",
        "month": r"months?",
        "year": r"years?",
    },
    currencies={
        "CAD": r"Canadian dollars?",
        "AUD": r"Australian dollars?",
        "USD": r"(?:US )?dollars?",
        "EUR": r"euros?",
        "GBP": r"pounds?(?: sterling)?",
        "CHF": r"(?:Swiss )?francs?",
    },
    percent=r"%|percent(?:age points?)?|per cent",
    half=r" and a half|½",
    scales={"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9},
    ordinal="st|nd|rd|th",
    months=(
        "January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun",
        "July|Jul", "August|Aug", "September|Sept?", "October|Oct", "November|Nov", "December|Dec",
    ),
    dates=(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\.?(?:,? (?P<year>\d{4}))?",
        r"(?P<month>{month})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d{4}))?",
        r"(?P<month>{month}),? (?P<year>\d{4})",
    ),
    month_first=True,
    morning=r"a\.? ?m\b\.?|in the morning",
    afternoon=r"p\.? ?m\b\.?|in the (?:afternoon|evening)",
    clock=r"o['’]clock",
)  # fmt: skip
