"""Which words somebody reads, and what becomes of a translation whose original changed."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.consents import actions
from kindling.consents.models import Purpose
from kindling.consents.queries.waits import waits
from kindling.consents.rules import holds
from kindling.consents.tests.asking import ask, say, text_of
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.schools.inside import inside

SPANISH = "Fotos y videos de su hijo o hija"
ENGLISH = "Photos and films of your child"


def page_of(client_of, consent):
    return client_of("rosa").get(f"/harbor-view/consents/one/{consent.public_id}/").text


def waiting(cast):
    with inside(cast.school):
        return waits(cast.as_("priya"))


def rewrite(cast, language="en", body="All new."):
    purpose = Purpose.objects.get(school=cast.school, kind="photo")
    return actions.write_text(
        purpose, language, title="Photos", summary="All new.", body=body, by=cast.as_("priya")
    )


def test_a_draft_translation_is_read_only_where_the_school_lets_it_and_beside_the_original(
    cast, client_of
):
    consent = ask(cast, "photo")
    assert SPANISH not in page_of(client_of, consent)

    actions.allow_draft(text_of(cast, "photo", "es"), allow=True, by=cast.as_("dana"))
    page = page_of(client_of, consent)
    assert SPANISH in page
    assert ENGLISH in page
    actions.review_text(text_of(cast, "photo", "es"), by=cast.as_("dana"))
    page = page_of(client_of, consent)
    assert SPANISH in page
    assert ENGLISH not in page


def test_a_word_keeps_the_hash_of_the_translation_and_of_its_original(cast):
    consent = ask(cast, "photo")
    actions.review_text(text_of(cast, "photo", "es"), by=cast.as_("dana"))
    say(cast, consent, "yes", language="es")

    word = consent.words.get()
    assert (word.sha256, word.source_sha256, word.language) == (
        text_of(cast, "photo", "es").sha256, text_of(cast, "photo").sha256, "es",
    )  # fmt: skip


def test_words_that_changed_since_they_were_opened_take_no_yes_and_it_is_kept(cast, client_of):
    consent = ask(cast, "photo")
    read = text_of(cast, "photo").sha256
    rewrite(cast)

    page = f"/harbor-view/consents/one/{consent.public_id}/"
    answer = client_of("rosa").post(page, {"says": "yes", "sha256": read})
    assert answer.status_code == 409
    assert not consent.words.exists()
    assert Event.objects.filter(verb="consent.other_words", subject_id=consent.public_id).exists()


def test_a_translation_of_older_words_takes_no_yes_goes_to_the_keepers_and_a_no_is_taken(
    cast, client_of
):
    consent = ask(cast, "photo")
    actions.review_text(text_of(cast, "photo", "es"), by=cast.as_("dana"))
    assert waiting(cast) == []
    rewrite(cast)

    for read in ("es", "en"):  # the old translation, and the new original shown in its place
        with pytest.raises(actions.OtherWords):
            actions.answer_consent(
                consent, "yes", sha256=text_of(cast, "photo", read).sha256, language="es",
                by=cast.as_("rosa"),
            )  # fmt: skip
    assert not holds(cast.luis, "photo", cast.school.today())
    assert [one.url for one in waiting(cast)] == ["/harbor-view/consents/purposes/photo/write/es/"]
    with pytest.raises(Refused):
        actions.review_text(text_of(cast, "photo", "es"), by=cast.as_("dana"))
    say(cast, consent, "no", language="es")
    assert consent.words.get().says == "no"
    rewrite(cast, "es", "Todo nuevo.")
    assert waiting(cast) == []


def test_who_keeps_writes_and_who_answers_for_the_school_reviews(cast):
    text = rewrite(cast)
    assert (text.state, text.number, text.is_current) == ("draft", 2, True)
    with pytest.raises(Refused):
        rewrite(cast)
    with pytest.raises(PermissionDenied):
        actions.review_text(text, by=cast.as_("chen"))
    with pytest.raises(PermissionDenied):
        actions.write_text(text.purpose, "en", title="x", summary="x", body="x", by=cast.as_("ana"))
    actions.review_text(text, by=cast.as_("priya"))
    assert text.reviewed_by == cast.priya


def test_nobody_is_asked_in_words_that_nobody_has_read(cast):
    with pytest.raises(Refused):
        actions.ask_families(["photo"], [cast.luis], by=cast.as_("priya"))
    purpose = Purpose.objects.get(school=cast.school, kind="photo")
    with pytest.raises(Refused):
        actions.use_purpose(purpose, is_used=True, by=cast.as_("dana"))
