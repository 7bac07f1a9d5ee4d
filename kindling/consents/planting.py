"""What a new school starts with: every purpose unused, with words in draft. A school reads them first."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from kindling.consents.kinds import Kind
from kindling.consents.models import Purpose, PurposeText
from kindling.consents.wording import hash_of
from kindling.schools.models import School

DATA = Path(__file__).parent / "data"


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    """Language → kind → title, summary, body."""
    return {one.stem: tomllib.loads(one.read_text("utf-8")) for one in sorted(DATA.glob("*.toml"))}


def give_start(school: School) -> None:
    """Two statements. A school that has purposes keeps what it has."""
    if Purpose.objects.filter(school=school).exists():
        return
    purposes = Purpose.objects.bulk_create(Purpose(school=school, kind=kind) for kind in Kind)
    PurposeText.objects.bulk_create(
        text for purpose in purposes for text in texts_to_start(purpose, school.language)
    )


def texts_to_start(purpose: Purpose, language: str) -> list[PurposeText]:
    """Drafts of one purpose: the original in the school's language where we have it, else English."""
    words = {code: all_[purpose.kind] for code, all_ in _words().items() if purpose.kind in all_}
    first = language if language in words else "en"
    source = hash_of(**words[first])
    return [
        PurposeText(
            school_id=purpose.school_id, purpose=purpose, language=code, **one,
            sha256=hash_of(**one), is_original=code == first,
            source_sha256="" if code == first else source,
        )
        for code, one in words.items()
    ]  # fmt: skip
