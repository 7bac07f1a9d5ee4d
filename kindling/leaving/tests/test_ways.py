"""Nothing is forgotten: every model goes along or is named with a reason."""

from __future__ import annotations

from kindling.inventory.reading import inventory
from kindling.leaving.whole.ways import (
    BLANK,
    STAYS,
    fields_of,
    label_of,
    models,
    packed_models,
    rows_of,
)

# The name of the sheet that was imported, not of a file in the storage.
NO_FILES = {"exchange.ImportedChange"}
HOLD_FILES = {"file", "thumb", "photo", "picture", "audio", "image"}


def test_every_model_goes_along_or_says_why_it_stays(cast):
    lost = []
    for model in packed_models():
        try:
            rows_of(model, cast.school).exists()
        except LookupError:
            lost.append(label_of(model))

    assert lost == []


def test_what_stays_is_still_there_to_stay():
    labels = {label_of(one) for one in models()}
    names = {f"{label_of(one)}.{field.name}" for one in models() for field in fields_of(one)}

    assert (set(STAYS) - labels, set(BLANK) - names) == (set(), set())


def test_nothing_that_goes_along_needs_what_stays():
    needed = [
        f"{label_of(model)}.{key.name}"
        for model in packed_models()
        for key in fields_of(model)
        if key.is_relation and not key.null and label_of(key.related_model) in STAYS
    ]

    assert needed == []


def test_every_field_that_names_a_file_brings_it_along():
    lost = []
    for model in packed_models():
        kept, label = inventory().get(label_of(model)), label_of(model)
        named = {one.name for one in fields_of(model)} & HOLD_FILES
        if label not in NO_FILES:
            lost += [f"{label}.{name}" for name in named - set(kept.files if kept else ())]

    assert lost == []
