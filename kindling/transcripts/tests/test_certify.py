"""What is certified never changes; what was wrong makes a new one that names the old."""

from copy import deepcopy

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.credits.actions import choose_mode
from kindling.goals.actions import publish_framework, start_version
from kindling.goals.models import Framework
from kindling.judgements.tests.judging import goal_of
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.kit.lasting import Lasts
from kindling.moderation.tests.moderating import drawn
from kindling.transcripts import actions
from kindling.transcripts.content import address_of
from kindling.transcripts.models import Draft, Transcript
from kindling.transcripts.rules import kinds_of, visible_transcripts
from kindling.transcripts.tests.certifying import agreed, certified, with_credit, written

PAGE = "/harbor-view/transcripts/"


def test_the_page_is_written_by_both_handed_in_and_agreed(cast):
    draft = written(cast, "First words.")
    clash = actions.save_draft(draft, "who", "Ana’s words.", base=stamp_of(""), by=cast.as_("ana"))
    assert (clash.theirs, clash.yours) == ("First words.", "Ana’s words.")
    with pytest.raises(PermissionDenied):
        actions.hand_in_draft(draft, by=cast.as_("ana"))
    actions.hand_in_draft(draft, by=cast.as_("luis"))
    with pytest.raises(Refused):
        actions.save_draft(
            draft, "who", "Late.", base=stamp_of("First words."), by=cast.as_("luis")
        )
    for name in ("luis", "rosa", "maya", "dana", "otto"):
        with pytest.raises(PermissionDenied):
            actions.agree_to_draft(draft, by=cast.as_(name))
    actions.agree_to_draft(draft, by=cast.as_("ana"))
    assert Draft.objects.get().state == "agreed"


def test_an_empty_page_and_one_too_long_are_given_back(cast):
    draft = actions.begin_draft(cast.luis, by=cast.as_("luis"))
    with pytest.raises(Refused, match="One sentence"):
        actions.hand_in_draft(draft, by=cast.as_("luis"))
    actions.save_draft(draft, "work", "word " * 451, base=stamp_of(""), by=cast.as_("luis"))
    with pytest.raises(Refused, match="451 words of 450"):
        actions.hand_in_draft(draft, by=cast.as_("luis"))


def test_a_narrative_transcript_waits_for_both(cast):
    with pytest.raises(Refused, match="agree on the page"):
        actions.certify(cast.luis, "narrative", by=cast.as_("priya"))
    made = certified(cast)

    assert made.content["texts"] == [
        {"heading": "Who I am as a learner", "text": "I learn by taking things apart."}
    ]
    assert made.content_hash == address_of(made.content)
    assert (made.number, made.replaces, made.certified_by) == (1, None, cast.priya)


def test_only_registrar_and_principal_certify(cast):
    agreed(cast)
    for name in ("ana", "luis", "rosa", "chen", "otto", "liam"):
        with pytest.raises(PermissionDenied):
            actions.certify(cast.luis, "narrative", by=cast.as_(name))


def test_a_credit_transcript_says_the_rule_in_plain_words(cast):
    with_credit(cast)

    made = actions.certify(cast.luis, "credit", by=cast.as_("dana"))

    health = next(one for one in made.content["subjects"] if one["title"] == "Health")
    assert health["years"] == {"2026-27": "0.50"}
    assert (health["total"], health["asked"]) == ("0.50", "1.00")
    assert health["rule"] == [["PQ6 at level 3 or further"]]


def test_a_competency_record_has_levels_and_the_pieces_the_student_chose(cast):
    with_credit(cast)
    pieces = list(cast.luis.evidence.all())[:1]
    with pytest.raises(PermissionDenied):
        actions.pick_pieces(cast.luis, pieces, by=cast.as_("ana"))
    actions.pick_pieces(cast.luis, pieces, by=cast.as_("luis"))

    made = actions.certify(cast.luis, "competency", by=cast.as_("priya"))

    rows = {row["code"]: row["mark"] for group in made.content["goals"] for row in group["rows"]}
    assert rows == {"PQ6": "3", "CO1": "3"}
    assert [one["title"] for one in made.content["pieces"]] == [pieces[0].title]


def test_the_mode_says_which_kinds_there_are(cast):
    kinds = {}
    for mode in ("narrative", "competency", "credit", "hybrid"):
        choose_mode(mode, by=cast.as_("dana"))
        kinds[mode] = [kind.value for kind in kinds_of(cast.school)]
    assert kinds == {
        "narrative": ["narrative"],
        "competency": ["narrative", "competency"],
        "credit": ["narrative", "credit"],
        "hybrid": ["narrative", "credit", "competency"],
    }
    choose_mode("narrative", by=cast.as_("dana"))
    with pytest.raises(Refused):
        actions.certify(cast.luis, "credit", by=cast.as_("priya"))


def test_a_correction_names_the_old_one_which_stays_as_it_was(cast):
    first = certified(cast)
    was, priya = deepcopy(first.content), cast.as_("priya")
    with pytest.raises(Refused, match="nothing to put right"):
        actions.certify(cast.luis, "narrative", by=priya, reason="Again")
    draft = Draft.objects.get()
    actions.reopen_draft(draft, by=cast.as_("ana"))
    actions.save_draft(
        draft, "who", "I learn by building.", base=stamp_of(draft.who), by=cast.as_("luis")
    )
    actions.hand_in_draft(draft, by=cast.as_("luis"))
    actions.agree_to_draft(draft, by=cast.as_("ana"))
    with pytest.raises(Refused, match="Say why"):
        actions.certify(cast.luis, "narrative", by=priya)

    second = actions.certify(cast.luis, "narrative", by=priya, reason="A wrong sentence.")

    assert (second.number, second.replaces, second.reason) == (2, first, "A wrong sentence.")
    assert second.content["replaces"]["address"] == first.content_hash
    first = Transcript.objects.get(pk=first.pk)
    assert first.content == was
    assert address_of(first.content) == first.content_hash
    with pytest.raises(IntegrityError), transaction.atomic():
        Transcript.objects.create(
            school=cast.school, student=cast.luis, kind="narrative", number=3, content={},
            content_hash="0" * 64, language="en", certified_by=cast.priya,
            certified_at=cast.school.now(),
        )  # fmt: skip


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    field=st.sampled_from(["content", "content_hash", "kind", "number", "reason", "language"]),
    value=st.one_of(st.text(max_size=10), st.integers(0, 9), st.just({})),
    way=st.sampled_from(["save", "update", "base", "bulk", "force", "delete", "put"]),
)
def test_whatever_is_tried_a_certified_transcript_stays(cast, field, value, way):
    made = Transcript.objects.first() or certified(cast)
    before = Transcript.objects.filter(pk=made.pk).values().get()
    setattr(made, field, value)
    ways = {
        "save": made.save,
        "force": lambda: made.save(update_fields=[field]),
        "update": lambda: Transcript.objects.filter(pk=made.pk).update(**{field: value}),
        "base": lambda: Transcript._base_manager.all().update(**{field: value}),
        "bulk": lambda: Transcript.objects.bulk_update([made], [field]),
        "delete": made.delete,
        "put": lambda: Transcript.objects.update_or_create(pk=made.pk, defaults={field: value}),
    }

    with pytest.raises(Lasts):
        ways[way]()

    assert Transcript.objects.filter(pk=made.pk).values().get() == before


def test_a_new_version_of_the_goals_changes_nothing_that_was_certified(cast):
    with_credit(cast)
    made = actions.certify(cast.luis, "competency", by=cast.as_("priya"))
    framework = Framework.objects.get(school=cast.school, state="published", is_planned=True)
    draft = start_version(framework, by=cast.as_("dana"))
    draft.goals.filter(code="PQ6").update(title="Something else")
    publish_framework(draft, by=cast.as_("dana"))

    found = Transcript.objects.get(pk=made.pk)
    titles = [row["title"] for group in found.content["goals"] for row in group["rows"]]
    assert "Something else" not in titles
    assert address_of(found.content) == found.content_hash


def test_who_sees_it(cast):
    certified(cast)
    names = ["luis", "rosa", "ana", "dana", "priya", "chen", "maya", "liam", "tasha", "otto", "sam"]
    see = [name for name in names if visible_transcripts(cast.as_(name)).exists()]
    assert see == ["luis", "rosa", "ana", "dana", "priya", "chen"]


def test_who_marks_a_judgement_blind_reads_its_level_in_no_transcript(cast, client_of):
    with_credit(cast)
    made = actions.certify(cast.luis, "competency", by=cast.as_("priya"))
    pages = (f"{PAGE}{made.public_id}/", f"{PAGE}for/{cast.luis.public_id}/certify/competency/")
    title = goal_of(cast, "CO1").title

    def read(name):
        return [title in client_of(name).get(page).text for page in pages]

    before = read("dana")
    drawn(cast, [cast.dana])

    assert (before, read("dana"), read("priya")) == ([True] * 2, [False] * 2, [True] * 2)
    assert client_of("dana").get(pages[0]).status_code == 404
