"""Places in Spanish, and places and interests that show what a student might like."""

from __future__ import annotations

import random
from datetime import timedelta

from kindling.demo.making.places import make_place
from kindling.interests.models import Interest
from kindling.people.models import Student
from kindling.schools.models import School

# name | title | area | what | starts | ends | capacity | minimum age or - | mentor
SPANISH = """
Panadería La Esperanza|Ayudante de panadería|food|Hacer pan y pasteles desde temprano, cuidar el horno, atender a los clientes del barrio.|7:30|12:00|2|15|Elena Vargas
Taller Hermanos Ruiz|Ayudante de taller|machines|Arreglar motores de carros y motos, aprender a usar cada herramienta, explicar el problema al cliente.|9:00|14:00|1|16|Tomás Ruiz
Radio Puerto|Voces del barrio|media|Grabar entrevistas con los vecinos, editar el sonido, presentar una hora de música cada semana.|10:00|14:30|2|-|Inés Calderón
""".strip().splitlines()

# One for each of the demo's interests, open to everybody, and two that cross two of them.
FOR_YOU = """
Second Chance Dogs|Foster helper|land|Calm new dogs, note how each one eats and sleeps, meet the families who take them.|10:00|14:00|2|-|Hana Novak
Tidewater Beats|Beat lab helper|media|Lay down drums, take a song apart, find out why one part moves people.|10:30|14:30|2|-|Omar Keita
Fix-It Library|Repair table helper|machines|Open broken toasters, bikes and lamps, find the fault, send them home working.|10:00|15:00|2|-|Greta Lind
Sunday Table|Community cook|food|Cook for sixty neighbours, plan the shopping, count what is left.|9:30|13:30|2|-|Nadia Haddad
Red Anchor First Aid|First aid class helper|health|Set up a staged emergency, practise staying calm, teach bandages to scouts.|9:00|13:00|2|-|Paul Okoye
Corner Portraits|Portrait studio helper|arts|Prepare paper and light, draw the faces of who comes in, hang the show of the month.|10:00|14:00|2|-|Lena Fischer
Clean River Lab|River lab helper|science|Take water from the river, find out what makes it smell, show it on a map.|9:00|14:00|2|-|Arun Mehta
Saturday Art Club|Art club helper|children|Help six-year-olds paint, and write down what they say about their pictures.|9:30|13:00|2|-|Chiara Russo
Warm Homes Project|Home energy helper|building|Find where a flat loses heat, measure it, draw what would help.|9:00|14:00|2|-|Jonas Berg
Youth Court|Youth court clerk|law|Take notes at hearings that young people run, learn how both sides are heard.|10:00|14:00|2|-|Grace Abara
Patterns by Imani|Braiding helper|beauty|Part, braid and count patterns, keep the book, sketch new ones.|10:00|14:30|2|-|Imani Cole
Kind Games|Play tester|digital|Play new games without shooting, say where one gets stuck, try a rule of your own.|10:00|15:00|2|-|Felix Tran
Lighthouse Society|Lighthouse helper|sea|Keep the log of lights and tides, guide visitors at dusk, learn the stars over the sea.|11:00|15:30|2|-|Maren Holt
Early Miles|Running group helper|sport|Time laps, lead the warm-up, learn how a body gets faster and rests.|8:30|12:00|2|-|Tunde Bello
Harbor Aquarium|Touch tank guide|science|Feed rays, show children how to hold a sea star, note how each animal behaves.|9:30|14:00|2|-|Kaia Moana
Memory Café|Sketch and song helper|mind|Draw and sing with people who forget, listen to their stories, make an album.|10:00|13:00|2|-|Ruth Adler
""".strip().splitlines()

# What Maya cares about: words, why, area, shared.
MAYAS = [
    ("Animals that nobody wants", "My aunt takes in old dogs and they always calm down.", "land", True),
    ("Drawing people on the bus", "Faces are all different and nobody looks.", "arts", False),
    ("Little kids and what they say", "My cousins ask better questions than adults.", "children", True),
]  # fmt: skip


def make_for_you(school: School, maya: Student) -> None:
    """Open places near to each interest of the demo, so that nobody's “You might like” is empty."""
    chance = random.Random(43)
    for line in FOR_YOU:
        *facts, mentor = line.split("|")
        make_place(school, facts, mentor, chance)
    had = list(Interest.objects.filter(student=maya).order_by("pk"))
    for number, (words, why, area, is_shared) in enumerate(MAYAS):
        since = maya.enrolled_on + timedelta(days=9 * number)
        facts_of = {"words": words, "why": why, "area": area, "since_on": since, "ended_on": None}
        row = had[number] if number < len(had) else Interest(school=school, student=maya)
        for name, value in facts_of.items():
            setattr(row, name, value)
        row.shared_on, row.changed_at = since if is_shared else None, school.now()
        row.save()


def make_spanish_places(school: School) -> None:
    """Three more places, with a chance of their own: the rest of the demo stays as it is."""
    chance = random.Random(41)
    for line in SPANISH:
        *facts, mentor = line.split("|")
        place = make_place(school, facts, mentor, chance)
        place.site.languages = "Español, English"
        place.site.save(update_fields=["languages"])
