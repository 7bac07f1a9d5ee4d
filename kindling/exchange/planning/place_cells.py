"""The cells of a row about a place: address, hours, ages, interest areas."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.planning.from_sheet import Line
from kindling.exchange.reading.headings import plain_words
from kindling.exchange.reading.sheet_values import (
    clock_typed,
    hours_typed,
    list_typed,
    number_typed,
    weekdays_typed,
)
from kindling.interests.areas import Area

MOST_SEATS = 50
OLDEST = 25
# Words people use that no label holds.
SAID = {
    "land": "animal animals vet veterinary nature garden farm environment animales jardin",
    "health": "medical medicine hospital nurse nursing dental clinic salud",
    "food": "restaurant kitchen cooking bakery cafe cocina comida",
    "sport": "fitness gym dance sports deporte",
    "children": "education school teaching child kids preschool educacion ninos",
    "building": "construction architecture carpentry construccion",
    "machines": "auto automotive cars mechanics mecanica",
    "digital": "technology tech computer computers software it tecnologia",
    "media": "radio film video music musica",
    "arts": "art design fashion arte",
    "stage": "theater theatre teatro",
    "words": "writing journalism library",
    "business": "retail finance office marketing negocio",
    "law": "legal police fire justice ley",
    "civic": "government community nonprofit gobierno",
    "beauty": "hair salon barber belleza",
    "science": "laboratory research ciencia",
    "sea": "marine boat boats boating travel mar",
}


def site_facts(line: Line, organisation: str) -> dict[str, Any] | None:
    """Site's fields; None when a cell is wrong."""
    before = line.log.faults.total
    facts = {
        "name": line.text("site") or organisation,
        "address": line.text("street"),
        "city": ", ".join(filter(None, [line.text("city"), line.text("region")]))[:100],
        "postal_code": line.text("postcode")[:20],
        "phone": line.text("mentor_phone"),
        "languages": line.text("languages"),
        "access": line.text("access"),
        "latitude": _degrees(line, "latitude", 90),
        "longitude": _degrees(line, "longitude", 180),
    }
    return facts if line.log.faults.total == before else None


def opportunity_facts(line: Line) -> dict[str, Any] | None:
    """Opportunity's fields; None when a cell is wrong. Empty cells say nothing."""
    before = line.log.faults.total
    facts: dict[str, Any] = {"title": line.text("title"), "what": line.long_text("about")}
    facts["bring"] = line.text("bring")
    if text := line.text("days"):
        days = weekdays_typed(text, line.spot("days"))
        facts["days"] = ",".join(str(day) for day in days)
    if text := line.text("capacity"):
        facts["capacity"] = number_typed(text, line.spot("capacity"), least=1, most=MOST_SEATS)
    if text := line.text("minimum_age"):
        facts["min_age"] = number_typed(text, line.spot("minimum_age"), least=10, most=OLDEST)
    facts |= _hours(line)
    return facts if line.log.faults.total == before else None


def _hours(line: Line) -> dict[str, Any]:
    starts, ends = line.text("starts_at"), line.text("ends_at")
    if text := line.text("hours"):
        hours = hours_typed(text, line.spot("hours"))
        return {"starts_at": hours[0], "ends_at": hours[1]} if hours else {}
    if not (starts and ends):
        return {}
    begin, end = (
        clock_typed(starts, line.spot("starts_at")),
        clock_typed(ends, line.spot("ends_at")),
    )
    if begin and end and begin >= end:
        line.spot("ends_at").fault(
            "not_hours",
            _("The end is not after the beginning."),
            _("Correct one of the two times."),
            ends,
        )
    return {"starts_at": begin, "ends_at": end}


def areas_of(line: Line) -> list[str]:
    """The interest areas that the row's words mean, in order; unknown words are noted."""
    found: list[str] = []
    for part in list_typed(line.text("areas")):
        area = _area(part)
        if area is None:
            line.spot("areas").note(
                "unknown_area",
                _("“%(words)s” is none of the interest areas.") % {"words": part},
                _("It is left out; choose areas on the place's page."),
                part,
            )
        elif area not in found:
            found.append(area)
    return found


def _area(text: str) -> str | None:
    words = set(plain_words(text)) - {"and", "y"}
    for area in Area:
        if text.strip().lower() in {area.value, str(area.label).lower()}:
            return area.value
    for area in Area:
        meant = set(plain_words(str(area.label))) | set(SAID.get(area.value, "").split())
        if words & (meant - {"and", "y", "something", "else"}):
            return area.value
    return None


def _degrees(line: Line, field: str, most: float) -> float | None:
    text = line.text(field)
    if not text:
        return None
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = most + 1
    if abs(found) <= most:
        return found
    line.spot(field).fault(
        "not_degrees",
        _("This is not a latitude or longitude."),
        _("Write degrees such as 41.82, or leave it empty."),
        text,
    )
    return None
