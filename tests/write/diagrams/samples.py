"""Diagrams of every kind, as a real policy and an extreme one would have them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from policygen.doc import tree
from policygen.doc.tree import Arrow, Bar, Diagram, Part
from policygen.resources import fonts

WEEK_DE: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
WEEK_ES: Final = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
LONG_DE: Final = "Beschwerdebearbeitungsverantwortliche"
LONG_ES: Final = (
    "Responsable de la coordinación territorial de la atención a las personas usuarias con "
    "necesidades especiales, de la respuesta a sus reclamaciones y de la mejora continua de los "
    "servicios prestados"
)


def part(id_: str, title: str, *details: str, to: str = "", outside: bool = False) -> Part:
    """Return a part; `to` names where it leads: "b: within 1 h | c"."""
    arrows = (each.partition(":") for each in to.split("|") if each)
    return Part(
        id_,
        title,
        details,
        tuple(Arrow(target.strip(), label.strip()) for target, _, label in arrows),
        outside,
    )


def hours(id_: str, title: str, *details: str, week: str) -> Part:
    """Return a row of opening hours; `week` is in the form "0:540-1020 1:540-1020"."""
    bars = []
    for word in week.split():
        day, _, times = word.partition(":")
        start, _, end = times.partition("-")
        bars.append(Bar(int(day), int(start), int(end)))
    return Part(id_, title, details, bars=tuple(bars))


def _diagram(kind: str, *parts: Part, legend: tuple[str, ...] = ()) -> Diagram:
    return Diagram(kind, (tree.Text("Caption"),), "What the figure says.", parts, legend)


_ROUND_THE_CLOCK: Final = " ".join(f"{day}:0-1440" for day in range(7))
_OFFICE: Final = " ".join(f"{day}:540-1020" for day in range(5))
_LUNCH: Final = " ".join(f"{day}:540-780 {day}:840-1080" for day in range(5))

REAL: Final = {
    "path-de": _diagram(
        "path",
        part("l1", "Ebene 1", "Servicemitarbeiterinnen und -mitarbeiter",
             to="l2: innerhalb von 15 Minuten"),
        part("l2", "Ebene 2", "Produktspezialistinnen und -spezialisten",
             to="l3: innerhalb von 1 Stunde"),
        part("l3", "Ebene 3", "Entwicklung", to="director: sofort"),
        part("director", "Serviceleitung"),
        part("leader", "Teamleitung", to="duty: sofort"),
        part("duty", "Diensthabende Führungskraft"),
    ),
    "path-es": _diagram(
        "path",
        part("l1", "Nivel 1", "agentes de atención",
             to="l2: en un plazo de 15 minutos | duty: inmediatamente, si hay peligro"),
        part("l2", "Nivel 2", "especialistas de producto",
             to="l3: en un plazo de 1 hora|maker: en un plazo de 2 días hábiles"),
        part("l3", "Nivel 3", "ingeniería", to="director: inmediatamente"),
        part("director", "Dirección de atención al cliente"),
        part("duty", "Responsable de guardia", to="director"),
        part("maker", "Fabricante", "contrato de mantenimiento", outside=True),
    ),
    "timeline-de": _diagram(
        "timeline",
        part("start", "Sie beschweren sich"),
        part("s1", "Antwort durch das Team", "Eingangsbestätigung: innerhalb von 2 Arbeitstagen",
             "Antwort: innerhalb von 10 Arbeitstagen"),
        part("s2", "Überprüfung durch die Serviceleitung",
             "Antwort: innerhalb von 15 Arbeitstagen"),
        part("out", "Universalschlichtungsstelle des Bundes", "Innerhalb eines Jahres",
             outside=True),
    ),
    "timeline-es": _diagram(
        "timeline",
        part("start", "Usted reclama"),
        part("s1", "Respuesta del equipo", "Acuse de recibo: en un plazo de 2 días hábiles",
             "Respuesta: en un plazo de 10 días hábiles"),
        part("s2", "Revisión por la dirección", "Respuesta: en un plazo de 15 días hábiles"),
        part("s3", "Comité de reclamaciones", "Respuesta: en un plazo de 30 días naturales"),
        part("out", "Junta Arbitral de Consumo", "En un plazo de 1 año", outside=True),
        part("court", "Tribunales", outside=True),
    ),
    "timeline-short-es": _diagram(
        "timeline",
        part("start", "Usted reclama"),
        part("s1", "Confirmamos", "en 2 días"),
        part("s2", "Respondemos", "en 10 días", "revisa la dirección"),
        part("out", "Junta Arbitral de Consumo", "en 1 año", outside=True),
    ),
    "flow-de": _diagram(
        "flow",
        part("1", "1. Erfassen", "Sofort", "Ebene 1"),
        part("2", "2. Einstufen und priorisieren", "Innerhalb von 15 Minuten", "Ebene 1"),
        part("3", "3. Untersuchen", "Innerhalb von 1 Stunde", "Ebene 2"),
        part("4", "4. Beheben oder umgehen", "Nach Priorität", "Ebene 2, Ebene 3"),
        part("5", "5. Abschließen", "Innerhalb von 1 Arbeitstag",
             "Beschwerdebeauftragte Person des Kundenservice"),
    ),
    "flow-es": _diagram(
        "flow",
        part("1", "1. Recibir", "Inmediatamente", "Agente"),
        part("2", "2. Registrar", "En 15 minutos", "Agente"),
        part("3", "3. Resolver", "En 1 día hábil", "Nivel 2"),
        part("4", "4. Cerrar", "En 2 días hábiles", "Agente"),
    ),
    "hours-de": _diagram(
        "hours",
        hours("phone.e", "Telefon", "Enterprise-Kundschaft", week=_ROUND_THE_CLOCK),
        hours("phone.s", "Telefon", "Alle anderen Kundinnen und Kunden",
              week=_OFFICE + " 5:600-840"),
        hours("chat", "Chat", week=_LUNCH),
        hours("mail", "E-Mail", week=_ROUND_THE_CLOCK),
        hours("counter", "Servicestelle vor Ort", week="0:480-720 2:480-720 3:780-1080"),
        legend=WEEK_DE,
    ),
    "hours-es": _diagram(
        "hours",
        hours("phone", "Teléfono", week=_OFFICE),
        hours("web", "Formulario en línea", week=_ROUND_THE_CLOCK),
        legend=WEEK_ES,
    ),
    "pyramid-de": _diagram(
        "pyramid",
        part("l1", "Ebene 1", "Servicemitarbeiterinnen und -mitarbeiter",
             "Löst vier von fünf Anliegen beim ersten Kontakt."),
        part("l2", "Ebene 2", "Produktspezialistinnen und -spezialisten",
             "Löst, was Fachwissen oder weitergehende Zugriffsrechte braucht, und schult Ebene 1."),
        part("l3", "Ebene 3", "Entwicklung", "Beseitigt die Ursachen im Produkt."),
    ),
    "pyramid-es": _diagram(
        "pyramid",
        part("l0", "Autoservicio", "la clientela", "Base de conocimientos y área de clientes"),
        part("l1", "Nivel 1", "agentes"),
        part("l2", "Nivel 2", "especialistas", "Análisis técnico de los casos que llegan."),
        part("l3", "Nivel 3", "ingeniería"),
    ),
    "chart-de": _diagram(
        "chart",
        part("head", "Serviceleitung"),
        part("support", "Leitung Kundenservice", to="head"),
        part("quality", "Qualitäts&shy;management".replace("&shy;", "\u00ad"), to="head"),
        part("team", "Teamleitung", to="support"),
        part("agent", "Serviceteam", to="team"),
        part("engineer", "Technik", to="support"),
    ),
    "chart-es": _diagram(
        "chart",
        part("head", "Dirección de atención al cliente"),
        part("support", "Jefatura de soporte", to="head"),
        part("quality", "Responsable de calidad", to="head"),
        part("team", "Jefatura de equipo", to="support"),
        part("agent", "Agente de atención", to="team|quality"),
        part("coach", "Formación", to="support|quality"),
    ),
}  # fmt: skip


def _extreme(kind: str, title: str, legend: tuple[str, ...]) -> Diagram:
    """Return twelve parts with endless words, in every kind's worst arrangement."""
    parts = [
        part(f"p{number}", title, LONG_DE * (number % 3), LONG_ES,
             to=f"p{(number + 1) % 12}: {title} | p{(number * 5 + 3) % 12}: {LONG_ES} | p0",
             outside=number % 4 == 3)
        for number in range(12)
    ]  # fmt: skip
    week = [hours("", "", week=f"{day}:{60 * day}-{1440 - 30 * day}").bars for day in range(7)]
    bars = tuple(bar for day in week for bar in day)
    return _diagram(kind, *(replace(each, bars=bars) for each in parts), legend=legend)


KINDS: Final = ("path", "timeline", "flow", "hours", "pyramid", "chart")
EXTREME: Final = {
    f"extreme-{kind}-{name}": _extreme(kind, title, legend)
    for kind in KINDS
    for name, title, legend in (
        ("de", LONG_DE + "-" + LONG_DE.lower(), WEEK_DE),
        ("es", LONG_ES, WEEK_ES),
        ("word", "W" * 200, tuple("Wochentag" + each for each in WEEK_DE)),
    )
}

_NAMES: Final = tree.Metadata("Policy", "Example", "", (), "2024-01-01", "1.0.0")
_COVER: Final = tree.Cover("page", "Example", "Policy", "")
_LABELS: Final = tree.Labels("", ("", "", ""), "", "", "", "", "")


def document(
    *blocks: tree.Block, lang: str = "de", theme: tree.Theme | None = None
) -> tree.Document:
    """Return a document of these blocks."""
    return tree.Document(
        "sample", lang, _NAMES, _COVER, _LABELS, blocks, theme=theme or tree.Theme()
    )


FACES: Final = fonts(tree.Theme())
