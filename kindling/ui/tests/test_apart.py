"""Names and numbers in a page read from right to left stand as they are written."""

import pytest
from django.template import engines
from django.utils import translation
from jinja2 import DictLoader

from kindling.ui.apart import alone, amid

FSI, PDI = "\u2068", "\u2069"


def drawn(template, **values):
    ours = engines["jinja2"].env.overlay(loader=DictLoader({"page": template}))
    return ours.get_template("page").render(**values)


@pytest.mark.parametrize(
    "words", ["3 Meets", "Is it true?", "12 Water Street", "555 0100", "(555) 010-0199"]
)
def test_words_that_would_change_places_are_set_apart(words):
    with translation.override("ar"):
        assert alone(words) == f"{FSI}{words}{PDI}"
    with translation.override("es"):
        assert alone(words) == amid(words) == words


@pytest.mark.parametrize(
    "words", ["Luis Diaz", "D’Arcy O'Neil", "", "12", "الثلاثاء", "9:00–14:00"]
)
def test_what_reads_well_alone_stays_as_it_is(words):
    with translation.override("ar"):
        assert alone(words) == words


def test_a_name_among_other_words_is_set_apart_in_text_and_in_a_sentence():
    page = '<p title="{{ name }}">{{ name }} · {{ _("For %(name)s", name=name) }}</p>'
    with translation.override("ar"):
        told = drawn(page, name="Luis")

    assert told.startswith(f'<p title="Luis">{FSI}Luis{PDI} · ')
    assert told.count(FSI) == 2


@pytest.mark.parametrize(
    "page",
    [
        "<textarea{% if x %} required{% endif %}>{{ words }}</textarea>",
        "<title>{{ words }}</title>",
        '<input value="{{ words }}">',
        "{{ words }}",
    ],
)
def test_what_a_form_sends_back_is_left_alone(page):
    with translation.override("ar"):
        assert FSI not in drawn(page, words="Is it true?", x=True)


def test_many_are_counted_and_set_apart():
    page = '{{ ngettext("%(name)s answers you within %(num)s hour", "%(name)s answers you within %(num)s hours", 2, name="Ana") }}'
    with translation.override("ar"):
        assert f"{FSI}Ana{PDI}" in drawn(page)
