"""What Luis prepared for his next talk, a note about him, and who reads notes."""

from __future__ import annotations

from kindling.kit.editing import stamp_of
from kindling.talks import actions


def add(maker) -> None:
    cast = maker.cast
    ana, luis = cast.as_("ana"), cast.as_("luis")
    talk = actions.next_talk(cast.luis, by=luis)
    actions.write_field(talk, "wants", "The bike.", base=stamp_of(""), by=luis)
    said = actions.Said(cast.luis.person, "Oil the chain.", None)
    made = actions.promise(talk, said, by=luis)
    reader = actions.name_note_reader(cast.chen, why="Care team", by=cast.as_("dana"))
    maker.ids |= {
        "talks/": talk.public_id,
        "talks/with/": cast.luis.public_id,
        "talks/notes/": cast.luis.public_id,
        "<slug:promise_id>": made.public_id,
        "<slug:note_id>": actions.write_note(cast.luis, "Tired.", by=ana).public_id,
        "talks/settings/readers/": reader.public_id,
    }
