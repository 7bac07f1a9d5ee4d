"""Pages that open in any browser: the school, and the record of each student."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import slugify

from kindling.leaving.whole.packing import About, Packer
from kindling.leaving.whole.tables import Say
from kindling.people.models import Student
from kindling.rights.record import Row, area_title, record_of
from kindling.rights.record import writing as folder
from kindling.rights.record.areas import CONFIDENTIAL, kind_title
from kindling.schools.models import School

EVERY = 20  # students between two lines of progress


def write_pages(packer: Packer, school: School, about: About, say: Say) -> None:
    """A page for each student, and last the one that leads to everything."""
    with translation.override(school.language):
        listed = []
        rows = Student.objects.filter(school=school).select_related("person", "school")
        for number, one in enumerate(rows.order_by("person__sort_name", "pk").iterator(), 1):
            name = f"students/{slugify(one.name) or 'student'}-{one.public_id}.html"
            packer.put(name, _page(one))
            listed.append((name, one))
            if number % EVERY == 0:
                say(f"{number} students …")
        told = {"school": school, "students": listed, "about": about}
        packer.put("index.html", render_to_string("leaving/index.html", told))
        packer.put("style.css", Path(folder.STYLE).read_text())


def _page(student: Student) -> str:
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in record_of(student):
        if not row.is_sealed and row.kind.partition(".")[0] not in CONFIDENTIAL:
            parts[row.area].append(row)
    told = {
        "student": student, "kind_title": kind_title,
        "parts": [(area_title(key), rows) for key, rows in parts.items()],
    }  # fmt: skip
    return render_to_string("leaving/student.html", told)
