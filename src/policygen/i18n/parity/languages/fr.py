"""Numbers, times, dates and sums in French."""

from __future__ import annotations

from typing import Final

from policygen.i18n.parity.lexicon import Lexicon

_UNITS: Final = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"

WORDS: Final = Lexicon(
    numerals={
        **{word: number for number, word in enumerate(f"{_UNITS} seize".split(), start=2)},
        "vingt": 20,
        "vingts": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "septante": 70,
        "huitante": 80,
        "nonante": 90,
        "cent": 100,
        "cents": 100,
        "mille": 1000,
    },
    joiner=r"[ \-‑]| et ",
    vigesimal=True,
    doubtful=frozenset({"neuf", "Neuf"}),
    one="une?|seule?|unique|chaque|par",
    article="une?",
    hints={
        r"demi[- ‑]heures?": "0.5 hour|30 minute",
        r"demi[- ‑]minutes?": "0.5 minute|30 second",
        r"demi[- ‑]journées?": "0.5 day",
        r"semestres?|semestriel(?:le)?(?:s|ment)?": "6 month|0.5 year",
        r"quarts? d['’]heure": "15 minute|0.25 hour|3|45 minute",
        r"quinzaines?": "15 day|14 day|2 week|15",
        r"trimestres?|trimestriel(?:le)?(?:s|ment)?": "3 month",
        r"bimestriel(?:le)?s?|bimensuel(?:le)?s?": "2 month|2",
        r"demie?s?|moitiés?": "0.5|2|50 percent",
        r"doubles?|doublé\w*|paires?|couples?|autre|biennal\w*": "2",
        r"premi(?:er|ère)s?|First-Level": "1",
        r"deuxièmes?|second(?:e)?s?|Second-Level": "2",
        r"troisièmes?|tiers|triples?|Third-Level": "3",
        r"quatrièmes?|quarts?": "4|0.25|25 percent",
        r"cinquièmes?": "5",
        r"sixièmes?": "6",
        r"septièmes?": "7",
        r"huitièmes?|huitaines?": "8",
        r"neuvièmes?|neuf": "9",
        r"dixièmes?|dizaines?": "10",
        r"onzièmes?": "11",
        r"douzièmes?|douzaines?": "12",
        r"vingtaines?": "20",
        r"trentaines?": "30",
        r"centaines?": "100",
        r"annuel(?:le)?(?:s|ment)?": "1 year",
        r"mensuel(?:le)?(?:s|ment)?": "1 month",
        r"hebdomadaires?": "1 week",
        r"quotidien(?:ne)?(?:s|ment)?|journali(?:er|ère)s?": "1 day",
        r"midi": "720 time",
        r"minuit": "0 time|1440 time",
    },
    round_the_clock=(
        r"24 ?/ ?7|(?:24|vingt-quatre) ?h?(?:eures?)? ?(?:/|sur) ?(?:24|vingt-quatre)(?: ?h\b)?"
        r"|(?:7|sept) ?j?(?:ours)? ?(?:/|sur) ?(?:7|sept)(?: ?j\b)?|365 jours par an"
        r"|(?:24|vingt-quatre) heures par jour|(?:7|sept) jours par semaine"
    ),
    no_number=r"deux[- ]points|mille mercis",
    idioms={"8 day": "1 week", "15 day": "2 week|14 day"},
    adjectives="prochain(?:e)?s|premi(?:er|ère)s|dernières|autres",
    units={
        "second": r"secondes?|sec",
        "minute": r"minutes?|mins?|mn",
        "workhour": r"heures? (?:ouvrée?s?|ouvrables?|de (?:travail|service))",
        "hour": r"heures?",
        "workday": r"jours? (?:ouvrés?|ouvrables?|de travail)",
        "day": r"jours?(?: calendaires?| francs?)?|journées?",
        "week": r"semaines?",
        "month": r"mois",
        "year": r"ans?|années?",
    },
    currencies={
        "CAD": r"dollars? canadiens?|\$ ?CA",
        "AUD": r"dollars? australiens?|\$ ?AU",
        "USD": r"dollars?(?: américains?)?|\$ ?US",
        "EUR": r"euros?",
        "GBP": r"livres?(?: sterling)?|£ ?GB",
        "CHF": r"francs?(?: suisses?)?",
    },
    percent=r"%|pour cent|pour-cent|points? de pourcentage",
    half=r" et demie?|½",
    scales={
        "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6,
        "milliard": 10**9, "milliards": 10**9,
    },
    ordinal="ers?|res?|ères?|èmes?|es?|nde?s?|d",
    months=(
        "janvier|janv", "février|févr", "mars", "avril|avr", "mai", "juin",
        "juillet|juill?", "août|aout", "septembre|sept", "octobre|oct", "novembre|nov",
        "décembre|déc",
    ),
    dates=(
        r"(?P<day>\d{1,2})(?:er)? (?P<month>{month})\.?(?: (?P<year>\d{4}))?",
        r"(?P<month>{month})\.? (?P<year>\d{4})",
    ),
    morning=r"du matin",
    afternoon=r"de l['’]après-midi|du soir",
    hour_or_clock=r"h|heures?",
)  # fmt: skip
