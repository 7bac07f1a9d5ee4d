"""What a text message means, and what it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindling.texts.callers import code_in
from kindling.texts.grammar import PHRASES, parse
from kindling.texts.models import Text

Verb = Text.Verb


@pytest.mark.parametrize(
    ("body", "verb"),
    [
        ("here", Verb.HERE),
        ("Here!", Verb.HERE),
        ("I'm here", Verb.HERE),
        ("I’m here now, thanks", Verb.HERE),
        ("aquí", Verb.HERE),
        ("Estoy aquí.", Verb.HERE),
        ("ESTOY AQUI", Verb.HERE),
        ("hola, ya llegué", Verb.HERE),
        ("out", Verb.OUT),
        ("I'm leaving now", Verb.OUT),
        ("salí", Verb.OUT),
        ("Ya me voy, gracias", Verb.OUT),
        ("sick", Verb.SICK),
        ("estoy enferma hoy", Verb.SICK),
        ("no voy", Verb.SICK),
        ("Yes", Verb.YES),
        ("Sí", Verb.YES),
        ("no", Verb.NO),
        ("help", Verb.HELP),
        ("?", Verb.HELP),
        ("AYUDA", Verb.HELP),
        ("STOP", Verb.STOP),
        ("stop all", Verb.STOP),
        ("alto", Verb.STOP),
        ("Start", Verb.START),
        ("2", Verb.CHOICE),
    ],
)
def test_words_that_mean_something(body, verb):
    said = parse(body)

    assert (said.verb, said.words) == (verb, ())


@pytest.mark.parametrize(
    ("body", "minutes"),
    [
        ("late 20", 20),
        ("tarde 20", 20),
        ("running late, about 15 minutes", 15),
        ("20min late", 20),
        ("voy a llegar tarde 1 hora", 60),
        ("late", None),
    ],
)
def test_how_late(body, minutes):
    said = parse(body)

    assert (said.verb, said.number, said.words) == (Verb.LATE, minutes, ())


@pytest.mark.parametrize("body", ["late 0", "late 900", "late 20 30"])
def test_a_lateness_nobody_can_mean(body):
    assert parse(body).verb == Verb.UNKNOWN


@pytest.mark.parametrize(
    "body", ["not here", "is Maya here?", "here?", "here is a question", "I hate it here"]
)
def test_a_sentence_that_only_contains_the_word_leaves_words_over_that_are_no_code(body):
    assert code_in(parse(body).words) is None


@pytest.mark.parametrize(
    ("body", "code"), [("here 482913", "482913"), ("aquí 4829 1377", "48291377")]
)
def test_the_code_of_a_place_beside_the_word(body, code):
    said = parse(body)

    assert (said.verb, code_in(said.words)) == (Verb.HERE, code)


def test_stop_ends_texts_only_as_the_whole_message():
    assert parse("stop by at noon").verb == Verb.UNKNOWN


@pytest.mark.parametrize("body", ["", "   ", "🙂", "مرحبا", "1234", "0"])
def test_nothing_we_know(body):
    assert parse(body).verb == Verb.UNKNOWN


@pytest.mark.parametrize(
    ("verb", "language"), [(v, lang) for v in PHRASES for lang in ("en", "es")]
)
def test_every_phrase_means_its_verb(verb, language):
    phrases = PHRASES[verb][language].split("|")

    assert [parse(phrase).verb for phrase in phrases] == [verb] * len(phrases)
    assert [parse(phrase).language for phrase in phrases] == [language] * len(phrases)


@given(st.text(max_size=400))
def test_anything_at_all_is_read(body):
    assert parse(body).verb in Verb
