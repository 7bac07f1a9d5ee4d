"""What the tests of places send and read."""

import re
from html import unescape

from kindling.sites.queries.cards import cards_of
from kindling.sites.queries.filters import Filters
from kindling.sites.queries.finding import find_places
from kindling.sites.rules import own_student

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
OFFER = {
    "title": "Bike mechanic", "what": "True wheels.", "areas": ["machines", "land"],
    "days": ["3", "1"], "starts_at": "09:00", "ends_at": "14:00", "capacity": "2",
    "min_age": "15", "bring": "Lunch", "wear": "Old shoes",
}  # fmt: skip
PLACE = OFFER | {
    "organisation": "Gearhead Bike Co-op", "address": "4 Mill Road", "city": "Providence",
    "latitude": "41.9", "longitude": "-71.4",
}  # fmt: skip


def titles(answer):
    """The titles of the cards of a page, in their order."""
    found = re.findall(r'<div class="place__body"><h\d><a [^>]*>(.*?)</a>', answer.content.decode())
    return [unescape(title) for title in found]


def find(client, **asked):
    answer = client.get("/harbor-view/places/", asked)
    assert answer.status_code == 200
    return titles(answer)


def cards(viewer):
    """All cards of the list, as this viewer gets them."""
    student = own_student(viewer)
    return cards_of(find_places(viewer, Filters(), student), viewer, student)
