"""Luis's exhibition next week: Rosa on the panel, a guest who waits, a piece, a rehearsal."""

from __future__ import annotations

from datetime import timedelta

from kindling.evidence.models import Evidence
from kindling.exhibitions.actions import (
    choose_material,
    name_panelist,
    plan_rehearsal,
    propose_guest,
)
from kindling.exhibitions.models import ProgrammeChoice
from kindling.exhibitions.tests.showing import door, kind_of, plan, schedule


def add(maker) -> None:
    cast = maker.cast
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)
    guest = propose_guest(exhibition, name="Ines Park", phone="555 0170", by=cast.as_("luis"))
    now = cast.school.now()
    piece = Evidence.objects.create(
        school=cast.school, student=cast.luis, title="Notes", words="Bees", kind="text",
        on=now.date(), at=now, by=cast.luis.person,
    )  # fmt: skip
    material = choose_material(exhibition, piece, by=cast.as_("luis"))
    rehearsal = plan_rehearsal(
        exhibition,
        on=now.date() + timedelta(days=1),
        people=[cast.maya.person],
        by=cast.as_("luis"),
    )
    ProgrammeChoice.objects.create(school=cast.school, is_open=True)
    maker.ids |= {
        "exhibitions/": exhibition.public_id,
        "exhibitions/kinds/": kind_of(cast).public_id,
        "exhibitions/panel/": guest.public_id,
        "exhibitions/materials/": material.public_id,
        "exhibitions/rehearsals/": rehearsal.public_id,
        "<slug:school_slug>": cast.school.slug,
    }
    assert door(cast.rosa)
