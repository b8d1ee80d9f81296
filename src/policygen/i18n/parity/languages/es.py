"""Numbers, times, dates and sums in Spanish."""

from __future__ import annotations

from typing import Final

from policygen.i18n.parity.lexicon import Lexicon

_UNITS: Final = "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
_TEENS: Final = "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés"
_TWENTIES: Final = "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
_TENS: Final = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS: Final = "dosc tresc cuatroc quin seisc setec ochoc novec"

WORDS: Final = Lexicon(
    numerals={
        **{
            word: number
            for number, word in enumerate(f"{_UNITS} {_TEENS} {_TWENTIES}".split(), start=2)
        },
        **{word: 10 * number for number, word in enumerate(_TENS.split(), start=3)},
        **{
            f"{word}ient{ending}": 100 * number
            for number, word in enumerate(_HUNDREDS.split(), start=2)
            for ending in ("os", "as")
        },
        "veintiún": 21,
        "veintiuna": 21,
        "cien": 100,
        "ciento": 100,
        "mil": 1000,
    },
    joiner=" y | ",
    one="un|uno|una|únic[oa]|sol[oa]|cada|por|al",
    article="una?",
    hints={
        r"medias? horas?": "0.5 hour|30 minute",
        r"medio minuto": "0.5 minute|30 second",
        r"medi[oa] (?:día|jornada)": "0.5 day|720 time",
        r"medio año|semestres?|semestral(?:es|mente)?": "6 month|0.5 year",
        r"cuartos? de hora": "15 minute|0.25 hour|3|45 minute",
        r"quincenas?|quincenal(?:es|mente)?": "15 day|14 day|2 week|15",
        r"trimestres?|trimestral(?:es|mente)?": "3 month",
        r"bimestres?|bimestral(?:es|mente)?|bimensual(?:es|mente)?": "2 month|2",
        r"medi[oa]s?|mitad(?:es)?": "0.5|2|50 percent",
        r"amb[oa]s|dobles?|duplica\w*|par(?:es)?|parejas?|otr[oa]|bienal": "2",
        r"primer(?:[oa]s?)?|First-Level": "1",
        r"segund[oa]s?|Second-Level": "2",
        r"tercer(?:[oa]s?)?|tercios?|triples?|tercera|Third-Level": "3",
        r"cuart[oa]s?": "4|0.25|25 percent",
        r"quint[oa]s?": "5",
        r"sext[oa]s?": "6",
        r"séptim[oa]s?": "7",
        r"octav[oa]s?": "8",
        r"noven[oa]s?": "9",
        r"décim[oa]s?|decenas?": "10",
        r"docenas?": "12",
        r"veintenas?": "20",
        r"centenar(?:es)?|centenas?": "100",
        r"anual(?:es|mente)?": "1 year",
        r"mensual(?:es|mente)?": "1 month",
        r"semanal(?:es|mente)?": "1 week",
        r"diari[oa]s?|diariamente": "1 day",
        r"mediodía": "720 time",
        r"medianoche": "0 time|1440 time",
    },
    round_the_clock=(
        r"24 ?[/x×] ?7(?: ?/ ?365)?|(?:24|veinticuatro) h(?:oras)? (?:al|del|cada) día"
        r"|(?<!de )las (?:24|veinticuatro) h(?:oras)?\b(?! siguientes)"
        r"|(?:7|siete) días (?:de la|a la|por) semana|365 días (?:al|del) año"
    ),
    no_number=r"dos puntos|mil gracias",
    idioms={"8 day": "1 week", "15 day": "2 week|14 day"},
    adjectives="próxim[oa]s|primer[oa]s|últim[oa]s",
    units={
        "second": r"segundos?|segs?",
        "minute": r"minutos?|mins?",
        "workhour": r"horas? (?:hábil(?:es)?|laborables?|de (?:trabajo|servicio|atención))",
        "hour": r"horas?|hrs?",
        "workday": r"d[íi]as? (?:hábil(?:es)?|laborables?|de trabajo)",
        "day": r"d[íi]as?(?: naturales?)?",
        "week": r"semanas?",
        "month": r"mes(?:es)?",
        "year": r"años?",
    },
    currencies={
        "CAD": r"dólar(?:es)? canadienses?",
        "AUD": r"dólar(?:es)? australianos?",
        "USD": r"dólar(?:es)?(?: estadounidenses?)?",
        "EUR": r"euros?",
        "GBP": r"libras?(?: esterlinas?)?",
        "CHF": r"francos?(?: suizos?)?",
    },
    percent=r"%|por cien(?:to)?|puntos? porcentual(?:es)?",
    half=r" y medi[oa]|½",
    scales={"mil": 1000, "millón": 10**6, "millones": 10**6},
    ordinal=r"\.?[ºª]|\.?er|\.?[oa]",
    months=(
        "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun",
        "julio|jul", "agosto|ago", "sep?tiembre|sept?", "octubre|oct", "noviembre|nov",
        "diciembre|dic",
    ),
    dates=(
        r"(?P<day>\d{1,2})(?:\.?[ºo])?(?: de)? (?P<month>{month})\.?(?: del? (?P<year>\d{4}))?",
        r"(?P<month>{month})\.?(?: del?)? (?P<year>\d{4})",
    ),
    morning=r"a\.? ?m\b\.?|de la (?:mañana|madrugada)",
    afternoon=r"p\.? ?m\b\.?|de la (?:tarde|noche)",
    clock=r"en punto",
    hour_or_clock=r"h|hs|horas?",
)  # fmt: skip
