"""Ana leaves at the end of the term; Luis has read his letter and nobody has taken it yet."""

from __future__ import annotations

from datetime import date

from kindling.handover import actions
from kindling.handover.models import Letter
from kindling.kit.editing import stamp_of


def add(maker) -> None:
    cast = maker.cast
    ana = cast.as_("ana")
    begun = actions.start_handover(cast.tide, cast.ana, last_on=date(2026, 12, 18), by=ana)
    letter = Letter.objects.get(student=cast.luis)
    actions.save_text(letter, "who", "He listens.", base=stamp_of(""), by=ana)
    actions.show_letter(letter, by=ana)
    maker.ids |= {"handover/": begun.public_id, "handover/letters/": letter.public_id}
