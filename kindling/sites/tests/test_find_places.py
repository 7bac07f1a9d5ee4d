"""Found by words, area and day; only what is open; never another school's."""

from datetime import date, time

import pytest

from kindling.sites.actions import close_opportunity, pause_opportunity, take_seat
from kindling.sites.tests.asking import HTMX, cards, find, titles
from tests.cast import make_place

ANIMALS, SHELTER = "Animal care assistant", "Shelter helper"


@pytest.fixture
def town(cast):
    """Four places of ours and one of Northgate's that must never show."""
    make_place(
        cast.school, "Café Olé", "Barista", area="food", days="2", what="Roast and animal art"
    )
    make_place(cast.school, "Radio 5", "Sound editor", area="media", days="1,4", min_age=18)
    make_place(cast.north, "Northgate Zoo", "Animal keeper")
    return cast


def test_all_places_by_title(town, client_of):
    assert find(client_of("maya")) == [ANIMALS, "Barista", SHELTER, "Sound editor"]


def test_words_in_the_title_come_first(town, client_of):
    assert find(client_of("maya"), q="animal") == [ANIMALS, SHELTER, "Barista"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cafe ole", ["Barista"]),
        ("CAFÉ", ["Barista"]),
        ("bari food", ["Barista"]),
        ("sound editor radio", ["Sound editor"]),
        ("rista", ["Barista"]),
        ("animal zeppelin", [ANIMALS, "Barista", SHELTER]),
        ("anmal", [ANIMALS, SHELTER, "Barista"]),
        ("zeppelin", []),
        ("100%", []),
        ("_", []),
        ("' OR 1=1 --", []),
        ("🐶", []),
    ],
)
def test_words_are_found_whole_cut_short_or_misspelt(town, client_of, words, found):
    assert find(client_of("maya"), q=words) == found


def test_by_area_and_day(town, client_of):
    client = client_of("maya")

    assert find(client, area=["food", "media"]) == ["Barista", "Sound editor"]
    assert find(client, day=["2"]) == ["Barista"]
    assert find(client, day=["2", "4"]) == ["Barista", "Sound editor"]
    assert find(client, area=["food"], day=["4"]) == []
    assert find(client, area=["nonsense"], day=["9", "x"]) == [
        ANIMALS, "Barista", SHELTER, "Sound editor",
    ]  # fmt: skip


def test_open_to_me_leaves_out_full_paused_and_too_old_for_me(town, client_of):
    take_seat(town.shelter, by=town.as_("chen"))

    assert find(client_of("maya"), open="1") == ["Barista"]  # 14: not the clinic, not the radio
    assert find(client_of("luis"), open="1") == [ANIMALS, "Barista"]  # 17

    pause_opportunity(town.clinic, by=town.as_("chen"))
    assert find(client_of("luis"), open="1") == ["Barista"]


def test_a_student_without_a_birthday_passes_no_minimum_age(town, client_of):
    town.luis.birth_on = None
    town.luis.save()

    assert find(client_of("luis"), open="1") == ["Barista", SHELTER]


def test_the_filter_and_the_card_agree(town, client_of):
    take_seat(town.shelter, by=town.as_("chen"))
    for name in ("maya", "jordan", "luis"):
        opened = [card.place.title for card in cards(town.as_(name)) if card.openness.is_open]

        assert find(client_of(name), open="1") == opened


def test_a_card_says_why_it_is_not_open(town):
    take_seat(town.shelter, by=town.as_("chen"))
    pause_opportunity(town.clinic, by=town.as_("chen"), ask_again_on=date(2026, 11, 3))

    told = {card.place.title: (card.chip[1], card.why) for card in cards(town.as_("maya"))}
    assert told == {
        ANIMALS: ("Paused until Tue 3 Nov", "Paused until Tuesday 3 November 2026."),
        "Barista": ("1 open", ""),
        SHELTER: ("Full", "Full. Someone learns here now."),
        "Sound editor": (
            "From 18 years",
            "For students of 18 and older. You can ask from Saturday 2 March 2030.",
        ),
    }


def test_closed_places_are_for_staff_who_ask_for_them(town, client_of):
    close_opportunity(town.clinic, by=town.as_("chen"))

    assert ANIMALS not in find(client_of("maya"), state="all")
    assert find(client_of("maya"), state="closed") == ["Barista", SHELTER, "Sound editor"]
    assert find(client_of("rosa"), q="animal care") == ["Barista", SHELTER]
    assert find(client_of("chen")) == ["Barista", SHELTER, "Sound editor"]
    assert find(client_of("chen"), state="closed") == [ANIMALS]
    path = f"/harbor-view/places/{town.clinic.public_id}/"
    seen = {n: client_of(n).get(path).status_code for n in ("maya", "rosa", "ana", "chen", "dana")}
    assert seen == {"maya": 404, "rosa": 404, "ana": 200, "chen": 200, "dana": 200}


def test_otto_sees_nothing_of_ours(town, client_of):
    assert client_of("otto").get("/harbor-view/places/").status_code == 404
    path = f"/northgate/places/{town.clinic.public_id}/"
    assert client_of("otto").get(path).status_code == 404
    assert titles(client_of("otto").get("/northgate/places/")) == ["Animal keeper"]


@pytest.mark.parametrize("name", ["liam", "tasha"])
def test_those_who_need_no_places_are_told_so(cast, client_of, name):
    assert client_of(name).get("/harbor-view/places/").status_code == 403


def test_htmx_gets_the_results_alone(town, client_of):
    answer = client_of("maya").get("/harbor-view/places/", {"q": "bar"}, headers=HTMX)

    text = answer.content.decode()
    assert ("<html" in text, "Barista" in text, "1 place<" in text) == (False, True, True)


def test_nothing_found_says_what_to_try(town, client_of):
    text = client_of("maya").get("/harbor-view/places/", {"q": "zeppelin"}).content.decode()

    assert "Nothing here is like “zeppelin”" in text
    assert "Clear the filters" in text


def test_nothing_found_with_filters_offers_the_words_alone(town, client_of):
    client = client_of("maya")
    text = client.get("/harbor-view/places/", {"q": "sound & radio", "day": "2"}).text

    assert 'href="/harbor-view/places/?q=sound+%26+radio"' in text
    assert "Only “sound &amp; radio”" in text
    assert "Only “" not in client.get("/harbor-view/places/", {"q": "zeppelin"}).text


def test_a_school_without_places_is_told_how_to_begin(cast, client_of):
    text = client_of("otto").get("/northgate/places/").content.decode()

    assert "No places yet" in text
    assert "Add the first place" not in text


def test_the_second_page_keeps_the_filters(cast, client_of):
    for number in range(21):
        make_place(cast.school, f"Shop {number}", f"Shop helper {number:02}", area="business")

    answer = client_of("maya").get("/harbor-view/places/", {"area": "business", "page": "2"})
    assert titles(answer) == ["Shop helper 20"]
    assert "?area=business&amp;page=1" in answer.content.decode()


def test_a_full_page_of_places_stays_light(cast, client_of):
    for number in range(21):
        make_place(cast.school, f"Shop {number}", f"Shop helper {number:02}", area="business")

    answer = client_of("maya").get("/harbor-view/places/")

    assert len(answer.content) <= 60 * 1024


def test_what_must_fit_goes_together(cast, client_of):
    site = make_place(cast.school, "Early Bird", "Baker", area="food", capacity=2).site
    site.languages, site.access, site.latitude = "English, Spanish", "Step-free entrance", 41.9
    site.save()
    make_place(
        cast.school, "Late Owl", "Stage hand", area="stage", min_age=16,
        starts_at=time(13), ends_at=time(17),
    )  # fmt: skip
    client = client_of("ana")

    assert find(client, **{"from": "12"}) == ["Stage hand"]
    assert find(client, until="14", room="2", language="es") == ["Baker"]
    assert find(client, access="steps") == ["Baker"]
    assert find(client, access=["steps", "lift"]) == []
    assert find(client, age="15", day="1", area=["food", "stage"]) == ["Baker"]
    assert find(client, minutes="10") == [ANIMALS, SHELTER, "Stage hand"]
    assert find(client, **{"from": "99", "age": "x", "language": "??"}) == find(client)


def test_the_ring_and_the_card_agree(cast, client_of):
    for number in range(8):
        site = make_place(cast.school, f"Shop {number}", f"Shop {number}").site
        site.latitude, site.longitude = 41.82 + number / 100, -71.41 - number / 150
        site.save()
    near = {card.place.title for card in cards(cast.as_("ana")) if (card.minutes or 99) <= 10}

    assert set(find(client_of("ana"), minutes="10")) == near
    assert len(near) not in {0, 10}
