"""The fixed people of Kindling: the same in demo, tests, docs and pictures."""

from kindling.schools.roles import Role

# name, role, school: the order in which ./go prints them
CAST: list[tuple[str, Role, str]] = [
    ("Maya Santos", Role.STUDENT, "harbor-view"),
    ("Jordan Blake", Role.STUDENT, "harbor-view"),
    ("Luis Diaz", Role.STUDENT, "harbor-view"),
    ("Ana Reyes", Role.ADVISOR, "harbor-view"),
    ("Chen Wu", Role.COORDINATOR, "harbor-view"),
    ("Sam Ito", Role.MENTOR, "harbor-view"),
    ("Rosa Diaz", Role.GUARDIAN, "harbor-view"),
    ("Dana Okafor", Role.PRINCIPAL, "harbor-view"),
    ("Priya Nair", Role.REGISTRAR, "harbor-view"),
    ("Liam Frost", Role.COACH, "harbor-view"),
    ("Tasha Greene", Role.ALUM, "harbor-view"),
    ("Otto Lind", Role.ADVISOR, "northgate"),
]
