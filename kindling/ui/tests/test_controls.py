from datetime import date, time

import pytest
from django import forms

from kindling.schools.models import Person
from kindling.ui.controls import control, problems
from kindling.ui.sample_form import SampleForm


class OtherForm(forms.Form):
    starts_on = forms.DateField(initial=date(2026, 10, 13))
    starts_at = forms.TimeField(initial=time(9, 0))
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], initial="b")
    secret = forms.CharField(widget=forms.PasswordInput)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("Choose one or the other.")


def test_days_and_times_are_written_as_the_browser_wants_them():
    form = OtherForm()

    assert control(form["starts_on"]).value == "2026-10-13"
    assert control(form["starts_at"]).value == "09:00"
    assert [control(form[name]).type for name in form.fields] == [
        "date",
        "time",
        "select",
        "password",
        "hidden",
    ]


def test_what_was_typed_comes_back_as_typed():
    form = OtherForm({"starts_on": "13.10.", "starts_at": "soon"})

    assert control(form["starts_on"]).value == "13.10."
    assert control(form["starts_at"]).value == "soon"


def test_hint_and_error_are_tied_to_the_control():
    form = SampleForm({"why": ""})

    assert control(form["why"]).described_by == "id_why-hint"
    assert control(form["name"]).described_by == "id_name-error"
    assert control(form["starts_at"]).described_by == "id_starts_at-hint id_starts_at-error"


def test_every_problem_leads_to_its_control_the_forms_own_first():
    form = OtherForm({"starts_on": "2026-10-13", "starts_at": "9:00", "kind": "z", "secret": "s"})

    assert problems(form) == [
        ("", "", "Choose one or the other."),
        ("id_kind", "Kind", "Choose one from the list."),
    ]


def test_a_problem_with_pills_leads_to_the_first_of_them():
    assert ("id_day_0", "Day", "Choose one.") in problems(SampleForm({}))


def test_each_mistake_says_what_to_do():
    form = SampleForm({"seats": "0", "email": "sam", "place": "mars", "name": "x" * 201})

    assert {target: sentence for target, _, sentence in problems(form)} == {
        "id_name": "Use at most 200 letters.",
        "id_place": "Choose one from the list.",
        "id_day_0": "Choose one.",
        "id_starts_on": "Enter a day.",
        "id_starts_at": "Enter a time.",
        "id_seats": "Enter 1 or more.",
        "id_email": "Enter a valid email address.",
        "id_agreed": "Tick this to go on.",
    }


def test_the_forms_own_words_win():
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Say who it is."})

    assert control(Own({})["name"]).errors == ("Say who it is.",)


def test_choices_know_which_is_chosen():
    kind = control(OtherForm()["kind"])

    assert [(option.value, option.chosen) for option in kind.options] == [("a", False), ("b", True)]


def test_limits_go_on_the_tag():
    form = SampleForm()

    assert control(form["seats"]).attrs == {"min": 1, "max": 9}
    assert control(form["name"]).attrs == {"maxlength": "200"}


@pytest.mark.django_db
def test_nothing_chosen_is_said_in_our_words():
    class Choosing(forms.Form):
        who = forms.ModelChoiceField(Person.objects.none(), required=False)
        own = forms.ModelChoiceField(Person.objects.none(), required=False, empty_label="Anybody")

    form = Choosing()

    assert [option.label for option in control(form["who"]).options] == ["Nothing chosen"]
    assert [option.label for option in control(form["own"]).options] == ["Anybody"]
