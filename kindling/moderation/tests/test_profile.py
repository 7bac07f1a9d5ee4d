"""Six frames: several adults whom the student chose, each alone, and no credential."""

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.judgements.tests.judging import goal_of, level_of
from kindling.kit.http import Refused
from kindling.moderation import actions, queries
from kindling.moderation.frames import FRAMES, middle
from kindling.moderation.models import Assessor, FrameWord, Profile
from kindling.moderation.queries.profiles import profile_page
from kindling.moderation.rules import profiles as rules
from kindling.moderation.tests.moderating import another_advisor, as_, judged
from kindling.schools.inside import inside

PAGE = "/harbor-view/moderation/profiles/"


@pytest.fixture
def noor(cast):
    return another_advisor(cast)


@pytest.fixture
def profile(cast, noor):
    actions.choose_profiles(is_on=True, fewest=3, by=cast.as_("dana"))
    return actions.begin_profile(cast.luis, [cast.ana, cast.chen, noor], by=cast.as_("luis"))


def says(cast, profile, who, level=3, words="I saw it."):
    goal = goal_of(cast)
    said = dict.fromkeys((one.key for one in FRAMES), (level_of(goal, level), words))
    actions.say_frames(profile, said, by=as_(who))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(st.lists(st.integers(1, 5), min_size=2, max_size=9))
def test_the_middle_is_a_level_that_somebody_gave(positions):
    found = middle(positions)

    assert found in positions
    assert sum(one <= found for one in positions) >= len(positions) / 2
    assert sum(one >= found for one in positions) >= len(positions) / 2


def test_one_word_alone_is_no_middle():
    assert middle([3]) is None


def test_six_frames_that_name_nobody_elses_credential():
    text = " ".join(f"{one.title} {one.question}" for one in FRAMES).lower()

    assert len(FRAMES) == len({one.key for one in FRAMES}) == 6
    for name in ("ibplc", "big picture", "melbourne", "credential", "international"):
        assert name not in text


def test_off_until_the_school_says_so_and_with_as_many_as_it_asks(cast, noor):
    with pytest.raises(PermissionDenied):
        actions.begin_profile(cast.luis, [cast.ana, cast.chen, noor], by=cast.as_("luis"))
    with pytest.raises(PermissionDenied):
        actions.choose_profiles(is_on=True, fewest=3, by=cast.as_("ana"))
    actions.choose_profiles(is_on=True, fewest=3, by=cast.as_("dana"))

    with pytest.raises(Refused, match="at least 3"):
        actions.begin_profile(cast.luis, [cast.ana, cast.ana, noor], by=cast.as_("luis"))
    with pytest.raises(PermissionDenied):
        actions.begin_profile(cast.luis, [cast.ana, cast.chen, cast.otto], by=cast.as_("luis"))
    with pytest.raises(PermissionDenied):
        actions.begin_profile(cast.luis, [cast.ana, cast.chen, noor], by=cast.as_("ana"))
    assert Profile.objects.count() == 0


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(order=st.permutations(["luis", "ana", "chen", "noor"]))
def test_in_whatever_order_nobody_reads_another_before_all_are_in(cast, noor, profile, order):
    FrameWord.objects.all().delete()
    Assessor.objects.update(done_at=None)
    Profile.objects.update(state="judging")
    profile.refresh_from_db()
    people = {"luis": cast.luis.person, "ana": cast.ana, "chen": cast.chen, "noor": noor}

    for number, name in enumerate(order, 1):
        says(cast, profile, people[name])
        profile.refresh_from_db()
        assert (profile.state == "ready") == (number == len(order))
        for reader in (*people.values(), cast.dana):
            read = {word.by_id for word in rules.words_in(as_(reader), profile)}
            if number < len(order):
                assert read <= {reader.pk}
    assert {word.by_id for word in rules.words_in(cast.as_("luis"), profile)} == {
        one.pk for one in people.values()
    }


def test_open_it_shows_the_spread_the_middle_and_what_was_agreed(cast, noor, profile):
    judged(cast, code="ER1")
    for who, level in ((cast.luis.person, 4), (cast.ana, 3), (cast.chen, 2), (noor, 2)):
        says(cast, profile, who, level)

    row = next(
        one for one in profile_page(cast.as_("luis"), profile).rows if one.frame.code == "ER"
    )

    found = row.own.level, row.lowest, row.middle, row.highest
    assert [one.position for one in found] == [4, 2, 2, 3]
    assert [one.goal.code for one in row.agreed] == ["ER1"]


def test_said_once_or_declined_and_opened_with_two_at_least(cast, noor, profile):
    says(cast, profile, cast.ana)
    with pytest.raises(Refused, match="already"):
        says(cast, profile, cast.ana)
    with pytest.raises(Refused, match="second one"):
        actions.open_profile(profile, by=cast.as_("ana"))
    actions.decline_profile(profile, by=as_(noor))
    with pytest.raises(PermissionDenied):
        says(cast, profile, noor)
    says(cast, profile, cast.chen)
    with pytest.raises(PermissionDenied):
        actions.open_profile(profile, by=cast.as_("luis"))

    actions.open_profile(profile, by=cast.as_("ana"))

    with pytest.raises(Refused, match="open already"):
        says(cast, profile, cast.luis.person)


def test_when_the_last_who_is_asked_says_no_all_words_open(cast, noor, profile):
    for who in (cast.luis.person, cast.ana, cast.chen):
        says(cast, profile, who)

    actions.decline_profile(profile, by=as_(noor))

    assert Profile.objects.get().state == "ready"
    assert not rules.visible_profiles(as_(noor)).exists()


def test_who_sees_it(cast, noor, profile):
    kim = another_advisor(cast, "Kim Lee")

    def seen():
        readers = {
            name: cast.as_(name) for name in ("luis", "ana", "rosa", "maya", "otto", "priya")
        }
        readers |= {"noor": as_(noor), "kim": as_(kim)}
        return [name for name, by in readers.items() if rules.visible_profiles(by).exists()]

    before = seen()
    Profile.objects.update(state="ready")

    assert before == ["luis", "ana", "noor"]
    assert seen() == ["luis", "ana", "rosa", "noor"]


def test_the_pages_from_choosing_to_reading(client_of, cast, noor, django_assert_num_queries):
    assert (
        client_of("dana").post(f"{PAGE}settings/", {"is_on": "on", "fewest": 2}).status_code == 302
    )
    people = [cast.ana.public_id, cast.chen.public_id]
    assert client_of("luis").post(f"{PAGE}begin/", {"people": people}).status_code == 302
    one = Profile.objects.get()
    page = f"{PAGE}{one.public_id}/"
    with inside(cast.school):
        assert [w.kind for w in queries.waits(cast.as_("ana"))] == ["moderation.assess"]

    level = level_of(goal_of(cast), 3).public_id
    for who in ("luis", "ana", "chen"):
        client = client_of(who)
        assert client.post(f"{page}say/", {}).status_code == 422
        assert (
            client.post(f"{page}say/", {"level_self": level, "words_self": who}).status_code == 302
        )

    client = client_of("luis")
    assert client.get(PAGE)["Location"] == page
    with django_assert_num_queries(7):
        text = client.get(page).text
    assert "nobody’s credential" in text
    assert "Chen Wu" in text
    assert client_of("rosa").get(page).status_code == 200
    assert client_of("otto").get(page).status_code == 404
    assert client_of("liam").get(PAGE).status_code == 403


def test_one_profile_each(cast, noor, profile):
    with pytest.raises(Refused, match="begun one"):
        actions.begin_profile(cast.luis, [cast.ana, cast.chen, noor], by=cast.as_("luis"))
