"""A photo of Luis with Jordan in it, a file on its way, words to keep."""

from kindling.evidence.actions import ask_people, keep_evidence
from kindling.uploads.actions import open_upload
from kindling.uploads.tests.sending import picture, send


def add(maker) -> None:
    cast = maker.cast
    by = cast.as_("luis")
    photo = send(picture((60, 40)), by=by)
    piece = keep_evidence(cast.luis, words="The kennel", upload=photo, by=by)
    ask_people(piece, [cast.jordan], by=by)
    sound = keep_evidence(cast.luis, words="What the dogs say", by=by)
    maker.ids |= {
        "evidence/": sound.public_id,
        "evidence/<slug:public_id>/file/": piece.public_id,
        "evidence/<slug:public_id>/small/": piece.public_id,
        "evidence/students/": cast.luis.public_id,
        "evidence/pictures/": piece.depicted.get().public_id,
        "<slug:source>": "line",
        "evidence/from/": maker.ids["days/"],
        "uploads/": open_upload(key="k", name="film.mp4", size=9, by=by).public_id,
    }
