"""Ana promised to answer, and Luis said how he is."""

from kindling.moods.tests.mooding import promised, said


def add(maker) -> None:
    row = promised(maker.cast)
    maker.ids |= {
        "moods/<slug:public_id>": said(maker.cast).public_id,
        "moods/promises/<slug:key>": row.public_id,
    }
