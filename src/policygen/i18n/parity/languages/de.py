"""Numbers, times, dates and sums in German."""

from __future__ import annotations

from typing import Final

from policygen.i18n.parity.lexicon import Lexicon

_UNITS: Final = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_TEENS: Final = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_TENS: Final = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"

WORDS: Final = Lexicon(
    numerals={
        **{word: number for number, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)},
        **{word: 10 * number for number, word in enumerate(_TENS.split(), start=2)},
        "dreissig": 30,
        "zweien": 2,
        "zweier": 2,
        "dreien": 3,
        "dreier": 3,
        "anderthalb": 1.5,
        "eineinhalb": 1.5,
        "zweieinhalb": 2.5,
        "dreieinhalb": 3.5,
        "hundert": 100,
        "tausend": 1000,
    },
    compound=True,
    doubtful=frozenset({"Acht"}),
    one="eins|ein(?:e[mnrs]?)?|einmal|einzige[mnrs]?|je|jede[mnrs]?|pro",
    article="eine?[mnrs]?",
    hints={
        r"halbe[nrs]? Stunden?|halbstünd\w+": "0.5 hour|30 minute",
        r"halbe[nrs]? Minuten?": "0.5 minute|30 second",
        r"halbe[nrsm]? Tage?s?|halbtags|halbtägig\w*": "0.5 day",
        r"halbe[nrsm]? Jahre?s?|Halbjahr\w*|halbjähr\w+": "6 month|0.5 year",
        r"(?:drei)?viertel[- ]?stunden?|viertelstünd\w+": "15 minute|0.25 hour|3|45 minute",
        r"vierteljahr\w*|vierteljähr\w+|Quartale?[ns]?|quartalsweise|Quartals\w+": "3 month",
        r"halb\w*|Hälften?": "0.5|2|50 percent",
        r"beide[mnrs]?|doppelt\w*|Doppel\w*|verdoppel\w*|Paar\w*|zu zweit|andere[mnrs]?": "2",
        r"zweimal\w*|zweite[mnrs]?|zweitens|Second-Level\w*": "2",
        r"zwei(?:stufig|fach|teilig|seitig)\w*": "2",
        r"erste[mnrs]?|erstens|erstmal\w*|Erst\w+|First-Level\w*": "1",
        r"dreimal\w*|dritte[mnrs]?|drittens|Dritteln?|Third-Level\w*": "3",
        r"drei(?:stufig|fach|teilig|seitig)\w*|Dreiviertel\w*": "3",
        r"viermal|vierte[mnrs]?|vier(?:stufig|fach|teilig|seitig)\w*": "4",
        r"Vierteln?": "4|0.25|25 percent",
        r"fünfmal|fünfte[mnrs]?|Fünfteln?|fünf(?:stufig|fach|teilig)\w*": "5",
        r"sechsmal|sechste[mnrs]?|Sechsteln?": "6",
        r"siebenmal|siebte[mnrs]?": "7",
        r"achtmal|achte[mnrs]?|Achteln?": "8",
        r"neunmal|neunte[mnrs]?": "9",
        r"zehnmal|zehnte[mnrs]?|Zehnteln?": "10",
        r"elfte[mnrs]?": "11",
        r"zwölfte[mnrs]?|Dutzend\w*": "12",
        r"jährlich\w*": "1 year",
        r"monatlich\w*": "1 month",
        r"wöchentlich\w*": "1 week",
        r"täglich\w*": "1 day",
        r"stündlich\w*": "1 hour",
        r"mittags?": "720 time",
        r"Mitternachts?": "0 time|1440 time",
    },
    round_the_clock=(
        r"rund um die Uhr|24 ?[/x×] ?7|(?:24|vierundzwanzig) Stunden (?:am|pro|je|täglich)(?: Tag)?"
        r"|(?:an )?(?:7|sieben) Tagen? (?:die|in der|pro|je) Woche|(?:an )?365 Tagen? im Jahr"
    ),
    no_number=r"tausend Dank",
    idioms={"8 day": "1 week", "14 day": "2 week|15 day"},
    adjectives="volle[nr]?|ganze[nr]?|weitere[nr]?|weiter",
    units={
        "second": r"Sekunden?|Sek",
        "minute": r"Minuten?|Min",
        "workhour": r"(?:Arbeits|Geschäfts|Betriebs|Service)stunden?",
        "hour": r"Stunden?|Std",
        "workday": r"(?:Arbeits|Werk|Bank|Bankarbeits|Geschäfts)tage?[ns]?",
        "day": r"(?:Kalender)?Tage?[ns]?",
        "week": r"Wochen?",
        "month": r"(?:Kalender)?Monate?[ns]?",
        "year": r"(?:Kalender)?Jahre?[ns]?",
    },
    joined={
        "second": r"sekündig\w*|sekunden\w*",
        "minute": r"minütig\w*|minuten\w*",
        "hour": r"stündig\w*|stunden\w*",
        "day": r"tägig\w*|tages\w*",
        "week": r"wöchig\w*|wochen\w*",
        "month": r"monatig\w*|monats\w*",
        "year": r"jährig\w*|jahres\w*",
    },
    currencies={
        "CAD": r"kanadische[nr]? Dollar",
        "AUD": r"australische[nr]? Dollar",
        "USD": r"(?:US-)?Dollar",
        "EUR": r"Euro",
        "GBP": r"Pfund(?: Sterling)?",
        "CHF": r"(?:Schweizer )?Franken",
    },
    percent=r"%|Prozent(?:punkte?n?)?|prozentig\w*",
    scales={
        "hundert": 100, "tausend": 1000, "Million": 10**6, "Millionen": 10**6, "Mio": 10**6,
        "Milliarde": 10**9, "Milliarden": 10**9, "Mrd": 10**9,
    },
    months=(
        "Januar|Jänner|Jan|Jän", "Februar|Feber|Feb", "März", "April|Apr", "Mai", "Juni|Jun",
        "Juli|Jul", "August|Aug", "September|Sept?", "Oktober|Okt", "November|Nov",
        "Dezember|Dez",
    ),
    dates=(
        r"(?P<day>\d{1,2})\. ?(?P<month>{month})\.?(?: (?P<year>\d{4}))?",
        r"(?P<month>{month})\.? (?P<year>\d{4})",
    ),
    morning=r"morgens|vormittags",
    afternoon=r"nachmittags|abends",
    clock=r"Uhr",
)  # fmt: skip
