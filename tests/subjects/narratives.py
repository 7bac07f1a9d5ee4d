"""Luis’ narrative is being written, with a suggestion for his next plan; Maya’s is released."""

from __future__ import annotations

from kindling.narratives import actions
from kindling.narratives.content import texts_of
from kindling.narratives.models import Translation, Version
from kindling.narratives.tests.writing import begin, make_ready, narrative_of, write


def add(maker) -> None:
    cast = maker.cast
    fall = begin(cast)
    luis = narrative_of(fall, cast.luis)
    write(cast, luis, "ana", 1, "You ask before you act.")
    idea = actions.add_idea(luis, "Draw a plan of the clinic.", by=cast.as_("ana"))
    make_ready(cast, narrative_of(fall, cast.maya))
    actions.release_round(fall, without=True, by=cast.as_("dana"))
    version = Version.objects.get()
    translation = Translation.objects.create(
        school=cast.school, version=version, language="es", state="machine",
        texts=texts_of(version.content),
    )  # fmt: skip
    printing = actions.begin_printing(fall, by=cast.as_("dana"))
    maker.ids |= {
        "narratives/": luis.public_id, "narratives/rounds/": fall.public_id,
        "narratives/translations/": translation.public_id,
        "narratives/of/": cast.luis.public_id,
        "narratives/ideas/": idea.public_id, "narratives/printings/": printing.public_id,
    }  # fmt: skip
