"""One form with a field of every kind, for the styleguide. Nothing is saved."""

from __future__ import annotations

from django import forms

from kindling.ui.samples import PEOPLE

DAYS = [("tuesday", "Tuesday"), ("wednesday", "Wednesday"), ("thursday", "Thursday")]
AREAS = [("health", "Health"), ("media", "Media"), ("trades", "Trades"), ("food", "Food")]
PLACES = [
    ("", "Choose a place"),
    ("Near", [("bikes", "Gearhead Bike Co-op"), ("oaks", "Little Oaks Preschool")]),
    ("Further", [("clinic", "Bayside Animal Clinic")]),
]

STUDENTS = [("", "Nobody yet"), *((who.public_id, who.name) for who in PEOPLE)]


class SampleForm(forms.Form):
    """Every drawing of ui/forms.html once."""

    name = forms.CharField(label="Name of the place", max_length=200)
    why = forms.CharField(
        label="Why this one?",
        widget=forms.Textarea,
        required=False,
        help_text="Maya and her advisor can read this.",
    )
    place = forms.ChoiceField(label="Place", choices=PLACES)
    student = forms.ChoiceField(
        label="Student", choices=STUDENTS, required=False, help_text="Type a part of the name."
    )
    day = forms.ChoiceField(label="Day", choices=DAYS, widget=forms.RadioSelect)
    areas = forms.MultipleChoiceField(
        label="Interests", choices=AREAS, widget=forms.CheckboxSelectMultiple, required=False
    )
    starts_on = forms.DateField(label="First day")
    starts_at = forms.TimeField(label="From", help_text="School time.")
    seats = forms.IntegerField(label="Seats", min_value=1, max_value=9)
    email = forms.EmailField(label="E-mail of the mentor", required=False)
    phone = forms.CharField(
        label="Phone", required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    list = forms.FileField(label="A spreadsheet", required=False, help_text="CSV or XLSX.")
    agreed = forms.BooleanField(label="The mentor said yes to a visit")
    number = forms.CharField(label="Number (kept by the registrar)", disabled=True, required=False)
