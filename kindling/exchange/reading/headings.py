"""Guesses which column of a spreadsheet holds what, from its heading, in English and Spanish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

NOISE = {
    "the",
    "of",
    "s",
    "de",
    "del",
    "la",
    "el",
    "los",
    "las",
    "if",
    "any",
    "optional",
    "or",
}

NAMES = {
    "given_name": "first name, given name, forename, first, nombre, nombres, primer nombre",
    "family_name": "last name, family name, surname, last, apellido, apellidos",
    "name": "name, full name, nombre completo, nombre y apellido, nombre y apellidos",
    "preferred_given_name": "preferred name, preferred first name, nickname, goes by, called, "
    "known as, nombre preferido, nombre social, apodo",
    "pronouns": "pronouns, pronombres, pronoun",
    "email": "email, e mail, email address, mail, correo, correo electronico",
    "phone": "phone, telephone, mobile, cell, phone number, cell phone, tel, telefono, movil, "
    "celular",
    "language": "language, home language, reads, preferred language, idioma, lengua, "
    "idioma del hogar, lengua materna",
}

STUDENTS: dict[str, str] = {
    **NAMES,
    "number": "number, id, student id, student number, sis id, local id, state id, matricula, "
    "numero, numero de estudiante, numero de alumno, id de estudiante",
    "grade": "grade, grade level, year, year level, class of, grado, curso, ano",
    "birth_on": "birth date, date of birth, dob, birthday, born, birthdate, fecha de nacimiento, "
    "nacimiento",
    "advisory": "advisory, advisory name, homeroom, crew, house, asesoria, tutoria, grupo, aula",
    "advisor": "advisor, adviser, advisor name, homeroom teacher, teacher, asesor, asesora, "
    "tutor, maestro, maestra, profesor, docente",
    "advisor_email": "advisor email, adviser email, teacher email, correo del asesor, "
    "correo del maestro, correo del profesor, correo del tutor",
}

GUARDIAN = {
    "name": "name, full name, nombre, nombre completo",
    "email": "email, e mail, mail, correo, correo electronico",
    "phone": "phone, mobile, cell, telephone, telefono, celular, movil",
    "relation": "relation, relationship, parentesco, relacion",
    "language": "language, reads, idioma, lengua",
}
GUARDIAN_WORDS = {
    1: "guardian, parent, family, contact, guardian 1, parent 1, contact 1, family 1, mother, "
    "first guardian, padre, madre, tutor legal, familia, acudiente, madre o padre",
    2: "guardian 2, parent 2, contact 2, family 2, father, second guardian, second parent, "
    "padre 2, madre 2, tutor legal 2, familia 2, acudiente 2",
}

STAFF: dict[str, str] = {
    **NAMES,
    "number": "staff id, employee id, id, number, numero de empleado, numero",
    "role": "role, roles, position, job, title, job title, function, rol, puesto, cargo, funcion",
    "advisory": "advisory, advisory name, homeroom, crew, asesoria, tutoria, grupo, aula",
}

PLACES: dict[str, str] = {
    "organization": "organization, organisation, company, business, employer, partner, place, "
    "name, organizacion, empresa, negocio, entidad, lugar, nombre",
    "site": "site, site name, location, branch, office, sede, sucursal, local",
    "street": "address, street, street address, address 1, direccion, calle, domicilio",
    "city": "city, town, ciudad, municipio, localidad",
    "region": "state, region, province, county, estado, provincia, departamento",
    "postcode": "zip, zip code, postcode, postal code, codigo postal, cp",
    "website": "website, web, url, web site, homepage, sitio web, pagina web",
    "mentor": "mentor, mentor name, contact, contact name, contact person, supervisor, mentora, "
    "contacto, persona de contacto, nombre del mentor",
    "mentor_email": "mentor email, contact email, supervisor email, email, correo, "
    "correo electronico, correo del mentor, correo de contacto",
    "mentor_phone": "mentor phone, contact phone, supervisor phone, phone, telephone, telefono, "
    "telefono del mentor, telefono de contacto, celular",
    "mentor_title": "mentor title, mentor role, job title, position, cargo, puesto, "
    "cargo del mentor",
    "title": "opportunity, opportunity title, internship, internship title, title, job, "
    "oportunidad, titulo, pasantia, practica, practicas",
    "about": "description, about, what students do, tasks, details, notes, descripcion, tareas, "
    "detalles, notas",
    "areas": "areas, interest areas, interests, interest, field, industry, sector, career area, "
    "areas de interes, intereses, interes, campo, rubro",
    "days": "days, weekdays, internship days, available days, days of week, dias, "
    "dias de la semana",
    "starts_at": "start time, starts, from, begin, start, hora de inicio, desde, inicio",
    "ends_at": "end time, ends, to, until, end, finish, hora de fin, hasta, fin, salida",
    "hours": "hours, times, time, schedule, horas, horario",
    "capacity": "capacity, seats, spots, places, students, number of students, how many, "
    "openings, cupo, cupos, plazas, capacidad, vacantes",
    "minimum_age": "minimum age, min age, age, age limit, edad minima, edad",
    "bring": "what to bring, bring, to bring, dress, dress code, que llevar, llevar, vestimenta",
    "languages": "languages, language, languages spoken, idiomas, idioma",
    "access": "access, accessibility, wheelchair, accesibilidad, acceso",
    "latitude": "latitude, lat, latitud",
    "longitude": "longitude, lng, lon, long, longitud",
}


def _ways(words: str) -> list[str]:
    return [way.strip() for way in words.split(",")]


def guardian_headings() -> dict[str, str]:
    """guardian1_name … guardian2_language, each with every way of naming it."""
    found: dict[str, str] = {}
    for number, whos in GUARDIAN_WORDS.items():
        for part, whats in GUARDIAN.items():
            ways = [f"{who} {what}" for who in _ways(whos) for what in _ways(whats)]
            if part == "name":
                ways += _ways(whos)
            found[f"guardian{number}_{part}"] = ", ".join(ways)
    return found


FIELDS: dict[str, dict[str, str]] = {
    "students": {**STUDENTS, **guardian_headings()},
    "staff": STAFF,
    "places": PLACES,
}

# Of these sets of fields, one must be there.
NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "students": (("name",), ("given_name",), ("family_name",)),
    "staff": (("name",), ("given_name",), ("family_name",)),
    "places": (("organization",),),
}


def guess_mapping(header: Sequence[str], kind: str) -> dict[str, int]:
    """Return field → index of the column it is probably in. No column serves twice."""
    ways = FIELDS[kind]
    scores = sorted(
        (
            (-score, order, index, field)
            for order, (field, words) in enumerate(ways.items())
            for index, name in enumerate(header)
            if (score := _likeness(name, _ways(words)))
        ),
    )
    mapping: dict[str, int] = {}
    for _score, _order, index, field in scores:
        if field not in mapping and index not in mapping.values():
            mapping[field] = index
    return {field: mapping[field] for field in ways if field in mapping}


def unknown_fields(mapping: Mapping[str, int], kind: str) -> set[str]:
    """Fields of a mapping that this kind of sheet does not have."""
    return set(mapping) - set(FIELDS[kind])


def _likeness(heading: str, ways: Sequence[str]) -> int:
    """100 for the very words, 50 and more for all of a way's words within the heading."""
    words = plain_words(heading)
    best = 0
    for way in ways:
        wanted = plain_words(way)
        if wanted == words:
            return 100
        # one word alone ("name") says too little inside a longer heading
        if len(wanted) > 1 and set(wanted) <= set(words):
            best = max(best, 50 + 10 * len(wanted) - len(words))
    return best


def plain_words(text: str) -> list[str]:
    """Lower case, no accents, no punctuation, no small words: “Guardian's e-mail” → guardian, email."""
    bare = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = re.sub(r"\be-?mail\b", "email", bare)
    bare = re.sub(r"(?<=[a-z])(?=\d)", " ", bare)
    words = [word for word in re.split(r"[^0-9a-z]+", bare) if word]
    return [word for word in words if word not in NOISE] or words
