"""What shows how the term was stands beside the words, and a number in the text cites it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.evidence.actions import keep_evidence, share_evidence
from kindling.journals.actions import write_entry
from kindling.judgements.actions import accept_judgement, judge, set_sample
from kindling.judgements.tests.judging import level_of, proposed, said
from kindling.narratives import actions
from kindling.narratives.models import Citation, Version
from kindling.narratives.queries.beside import beside, source_named, tops
from kindling.narratives.sources import Source
from kindling.narratives.tests.writing import (
    PAGE,
    begin,
    fresh,
    narrative_of,
    release_luis,
    write,
    write_all,
)
from kindling.narratives.words import as_html
from kindling.schools.inside import inside


@pytest.fixture
def luis(cast):
    return narrative_of(begin(cast), cast.luis)


def keys(cast, who: str, narrative) -> list[str]:
    viewer = cast.as_(who)
    with inside(cast.school):
        groups = beside(viewer, narrative, tops(viewer))
    return [one.key for group in groups for one in group.sources]


def test_journals_stand_beside_for_the_advisor_alone(cast, luis):
    entry = write_entry(cast.luis, text="I was afraid of the dog.", by=cast.as_("luis"))
    write_entry(cast.maya, text="Not his.", by=cast.as_("maya"))

    assert keys(cast, "ana", luis) == [f"journal:{entry.public_id}"]
    assert keys(cast, "dana", luis) == []


def test_a_citation_has_one_number_and_is_listed_where_the_text_uses_it(cast, client_of, luis):
    piece = keep_evidence(cast.luis, words="Weighed the kittens.", by=cast.as_("luis"))
    other = keep_evidence(cast.luis, words="Private thing.", by=cast.as_("luis"))
    page = f"{PAGE}{luis.public_id}/"
    for key in (f"piece:{other.public_id}", f"piece:{piece.public_id}", f"piece:{other.public_id}"):
        assert client_of("ana").post(f"{page}cite/", {"source": key}).status_code == 302
    write_all(cast, luis, text="You measure with care [2], and [9] is no source.")
    actions.submit_narrative(fresh(luis), by=cast.as_("ana"))
    actions.pass_on(fresh(luis), by=cast.as_("dana"))
    actions.release_round(luis.round, without=True, by=cast.as_("dana"))

    read = client_of("rosa").get(page).text
    assert list(Citation.objects.values_list("number", flat=True)) == [1, 2]
    assert ('href="#rests-2"' in read, 'id="rests-1"' in read) == (True, False)
    # The student does not share the piece: the family learns that it is there, not what it says.
    assert ("Weighed" in read, "Words, " in read or "Palabras, " in read) == (False, True)


def release(cast, narrative):
    actions.submit_narrative(fresh(narrative), by=cast.as_("ana"))
    actions.pass_on(fresh(narrative), by=cast.as_("dana"))
    actions.release_round(narrative.round, without=True, by=cast.as_("dana"))


@pytest.mark.parametrize("when", ["before the release", "before a correction"])
def test_a_title_that_is_no_longer_shared_does_not_reach_the_family(cast, client_of, luis, when):
    piece = keep_evidence(cast.luis, words="Weighed the kittens.", by=cast.as_("luis"))
    share_evidence(piece, family=True, mentor=False, by=cast.as_("luis"))
    client_of("ana").post(
        f"{PAGE}{luis.public_id}/cite/", {"source": f"piece:{piece.public_id}"}
    )  # fmt: skip
    named = Citation.objects.get().label
    write_all(cast, luis, text="You measure with care [1].")
    if when == "before a correction":
        release(cast, luis)
    share_evidence(piece, family=False, mentor=False, by=cast.as_("luis"))
    if when == "before a correction":
        actions.begin_correction(luis, reason="No title.", by=cast.as_("ana"))
        actions.publish_correction(fresh(luis), by=cast.as_("ana"))
    else:
        release(cast, luis)

    last = Version.objects.order_by("number").last()
    assert ("Weighed" in named, "Weighed" in str(last.content)) == (True, False)
    assert "Weighed" not in client_of("rosa").get(f"{PAGE}{luis.public_id}/").text


def test_a_cited_judgement_does_not_say_its_level(cast, luis):
    set_sample(0, by=cast.as_("dana"))
    one = proposed(cast, "luis", "ER1")
    judge(one, said(one.goal, 3, "Seen."), by=cast.as_("ana"))
    accept_judgement(one, level_of(one.goal, 3), by=cast.as_("ana"))
    viewer = cast.as_("ana")

    with inside(cast.school):
        found = source_named(beside(viewer, luis, tops(viewer)), f"judgement:{one.public_id}")

    assert found is not None
    assert (found.label, found.said) == (one.goal.title, one.get_state_display())


def test_what_one_may_not_see_cannot_be_cited(cast, client_of, luis):
    theirs = keep_evidence(cast.maya, words="Hers.", by=cast.as_("maya"))
    page = f"{PAGE}{luis.public_id}/cite/"
    sent = {"source": f"piece:{theirs.public_id}"}
    codes = [
        client_of(name).post(page, sent).status_code for name in ("ana", "dana", "luis", "rosa")
    ]
    assert (codes, Citation.objects.count()) == ([404, 403, 403, 404], 0)


def test_nobody_else_cites(cast, luis):
    for name in ("dana", "luis", "otto"):
        with pytest.raises(PermissionDenied):
            actions.cite(luis, Source("piece:x", "X"), by=cast.as_(name))


def test_what_is_cited_draws_which_goals_are_touched(cast, client_of, luis):
    goal = tops(cast.as_("ana"))[0]
    actions.cite(luis, Source("piece:x", "X", goals=(goal.public_id,)), by=cast.as_("ana"))
    actions.mention_goals(luis, [goal], by=cast.as_("ana"))

    page = client_of("ana").get(f"{PAGE}{luis.public_id}/").text
    assert ("cited in 1" in page, page.count("nothing cited yet")) == (
        True,
        len(tops(cast.as_("ana"))) - 1,
    )
    assert f'value="{goal.public_id}" checked' in page


def test_a_script_gets_the_row_with_its_number(cast, client_of, luis):
    piece = keep_evidence(cast.luis, words="Weighed the kittens.", by=cast.as_("luis"))
    answer = client_of("ana").post(
        f"{PAGE}{luis.public_id}/cite/", {"source": f"piece:{piece.public_id}"},
        headers={"HX-Request": "true", "HX-Request-Type": "partial"},
    )  # fmt: skip
    assert (answer.status_code, 'data-put="1"' in answer.text) == (200, True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_statements_of_a_draft_do_not_grow(
    cast, client_of, luis, rows, django_assert_num_queries
):
    for number in range(rows):
        keep_evidence(
            cast.luis, words=f"Piece {number}.", sent_key=str(number), by=cast.as_("luis")
        )
        write_entry(cast.luis, text=f"Day {number}.", tap=str(number), by=cast.as_("luis"))
        write(cast, luis, "ana", number + 1, "Good.")
    client, page = client_of("ana"), f"{PAGE}{luis.public_id}/"
    client.get(page)
    with django_assert_num_queries(24):
        assert client.get(page).status_code == 200


def test_a_released_one_is_cited_only_while_it_is_put_right(cast, client_of):
    luis = release_luis(cast)
    assert (
        client_of("ana").post(f"{PAGE}{luis.public_id}/cite/", {"source": "x"}).status_code == 404
    )


def test_words_are_never_taken_for_html_and_only_what_is_listed_is_a_link():
    told = as_html('<b>Luis</b> & [1]\nasked [2].\n\n\n"Why"?', known=[1])

    assert told == (
        '<p>&lt;b&gt;Luis&lt;/b&gt; &amp; <a class="cited" href="#rests-1" '
        'aria-label="Rests on 1">[1]</a><br>asked [2].</p><p>&#34;Why&#34;?</p>'
    )
