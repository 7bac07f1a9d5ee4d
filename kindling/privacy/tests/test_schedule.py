"""The published schedule is made from the files; what must never be kept is in none of them."""

import re
from pathlib import Path

import pytest
from django.db.models import BinaryField, FileField, FloatField

from kindling.inventory.reaching import end_of, keys_of, label_of
from kindling.inventory.reading import class_of, fields_of, inventory
from kindling.inventory.words import KEEPS, Clock
from kindling.people.models import CareNote
from kindling.privacy.management.commands.data_schedule import FILE, schedule
from kindling.schools.models import Person

ROOT = Path(__file__).parent.parent.parent.parent
# What recognizes a body. "face" alone is a picture somebody chose; "voice" is who spoke.
BODIES = re.compile(
    r"finger|iris|retina|faceprint|face_|_face|facial|voiceprint|palm|gait|biometr|heartbeat|typing"
)
READERS_OF_BODIES = re.compile(
    r"^(face[_-]recognition|dlib|deepface|insightface|retinaface|mtcnn|mediapipe|speechbrain"
    r"|resemblyzer|pyannote|facenet|opencv)",
    re.MULTILINE,
)


def test_the_file_says_what_the_apps_say():
    assert (ROOT / FILE).read_text() == schedule(), "run: python manage.py data_schedule"


def test_no_field_recognizes_a_body():
    named = [f"{kept.label}.{name}" for kept in inventory().values() for name in kept.fields]

    assert [name for name in named if BODIES.search(name.lower())] == []


def test_no_library_recognizes_a_body():
    assert READERS_OF_BODIES.findall((ROOT / "requirements.lock").read_text()) == []


def test_every_blob_is_known_and_none_is_of_a_body():
    blobs = {
        f"{kept.label}.{one.name}"
        for kept in inventory().values()
        for one in fields_of(kept.model)
        if isinstance(one, BinaryField)
    }

    assert blobs == {
        "exchange.ImportFile.content",  # a file as it was handed in
        "goals.CaseFile.content",
        "travel.FeedFile.content",
        "travel.PackedTimetable.content",
        "search.Passage.point",  # the words of a place, as numbers
        "search.Passage.near",
    }


def test_no_place_of_a_human_is_kept():
    places = {
        kept.label
        for kept in inventory().values()
        for one in fields_of(kept.model)
        if isinstance(one, FloatField) and "itude" in one.name
    }

    assert places == {"schools.School", "sites.Site", "travel.Start"}


def test_every_file_goes_with_its_row():
    """A field that holds a file is named, so that the file does not stay when the row goes."""
    forgotten = [
        f"{kept.label}.{one.name}"
        for kept in inventory().values()
        for one in fields_of(kept.model)
        if (isinstance(one, FileField) or one.name in {"file", "thumb", "photo"})
        and one.name not in kept.files
    ]

    # A name of an import, and what only says so.
    assert set(forgotten) - {"exchange.ImportedChange.file"} == set()


@pytest.mark.parametrize(
    ("model", "field", "told"),
    [
        (CareNote, "text", "sensitive"),
        (Person, "name", "directory"),
        (Person, "email", "record"),
        (Person, "nobody_classed_this", "sensitive"),
    ],
)
def test_one_field_is_asked_for(model, field, told):
    assert class_of(model, field) == told


def test_nothing_that_stays_long_rests_on_what_goes_soon():
    """A row kept longer than one it cannot do without would keep that one, against its end."""
    short = []
    for kept in inventory().values():
        for key in keys_of(kept.model):
            goal = inventory().get(label_of(key.related_model))
            mine, its = KEEPS[end_of(kept)], KEEPS[end_of(goal)] if goal else None
            if its is None or key.null or its.clock != mine.clock:
                continue
            if mine.clock in {Clock.LEFT, Clock.WRITTEN} and mine.months > its.months:
                short.append(f"{kept.label}.{key.name}")

    assert short == []
