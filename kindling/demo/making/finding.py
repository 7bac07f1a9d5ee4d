"""Places whose people wrote in Spanish, so that both languages find them."""

from __future__ import annotations

import random

from kindling.demo.making.places import make_place
from kindling.schools.models import School

# name | title | area | what | starts | ends | capacity | minimum age or - | mentor
SPANISH = """
Panadería La Esperanza|Ayudante de panadería|food|Hacer pan y pasteles desde temprano, cuidar el horno, atender a los clientes del barrio.|7:30|12:00|2|15|Elena Vargas
Taller Hermanos Ruiz|Ayudante de taller|machines|Arreglar motores de carros y motos, aprender a usar cada herramienta, explicar el problema al cliente.|9:00|14:00|1|16|Tomás Ruiz
Radio Puerto|Voces del barrio|media|Grabar entrevistas con los vecinos, editar el sonido, presentar una hora de música cada semana.|10:00|14:30|2|-|Inés Calderón
""".strip().splitlines()


def make_spanish_places(school: School) -> None:
    """Three more places, with a chance of their own: the rest of the demo stays as it is."""
    chance = random.Random(41)
    for line in SPANISH:
        *facts, mentor = line.split("|")
        place = make_place(school, facts, mentor, chance)
        place.site.languages = "Español, English"
        place.site.save(update_fields=["languages"])
