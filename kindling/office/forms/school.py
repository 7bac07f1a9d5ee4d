"""What the office asks about a school. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kindling.office import rules
from kindling.office.code import is_right
from kindling.office.zones import zones
from kindling.schools.models import School
from kindling.schools.slugs import RESERVED, is_slug
from kindling.schools.words import DEFAULTS

WEEKDAYS = (
    ("0", _("Monday")), ("1", _("Tuesday")), ("2", _("Wednesday")), ("3", _("Thursday")),
    ("4", _("Friday")), ("5", _("Saturday")), ("6", _("Sunday")),
)  # fmt: skip


class SetUpForm(forms.Form):
    """The first page: a school, and who runs it."""

    code = forms.CharField(
        label=_("Set-up code"),
        max_length=20,
        help_text=_("Kindling printed it in the terminal when it started."),
    )
    school = forms.ChoiceField(label=_("Which school?"), required=False)
    name = forms.CharField(label=_("Name of the school"), max_length=200, required=False)
    network = forms.CharField(
        label=_("Network or district"),
        max_length=200,
        required=False,
        help_text=_("Leave it empty if the school stands alone."),
    )
    slug = forms.CharField(
        label=_("Short address"),
        max_length=50,
        required=False,
        help_text=_("Small letters and dashes, such as harbor-view. It stays."),
    )
    timezone = forms.ChoiceField(label=_("Time zone"), choices=zones, initial="America/New_York")
    language = forms.ChoiceField(label=_("Language of the school"), choices=settings.LANGUAGES)
    given_name = forms.CharField(label=_("Your first name"), max_length=200)
    family_name = forms.CharField(label=_("Your family name"), max_length=200, required=False)
    email = forms.EmailField(label=_("Your e-mail address"))
    password = forms.CharField(
        label=_("Choose a password"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters. Three words in a row are easy to keep in mind."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {s.public_id: s for s in rules.open_schools()[:50]}
        new = ("", _("A new school"))
        choices = [new, *((key, school.name) for key, school in self.waiting.items())]
        school = self.fields["school"]
        assert isinstance(school, forms.ChoiceField)  # noqa: S101  for the type checker
        school.choices = choices
        if not self.waiting:
            del self.fields["school"]
            for name in ("name", "slug"):
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = _("A new school needs this.")

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if not is_right(code):
            raise forms.ValidationError(
                _("This is not the code. Look at the line that starts with “Set up your school”.")
            )
        return code

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"]).strip().lower()
        if slug and not is_slug(slug):
            raise forms.ValidationError(_("Use small letters, digits and dashes: harbor-view."))
        if slug in RESERVED:
            raise forms.ValidationError(_("Kindling needs this address itself. Choose another."))
        return slug

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("school"):
            for name in ("name", "slug"):
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, _("A new school needs this."))
        return self.cleaned_data

    @property
    def chosen(self) -> School | None:
        """The imported school that was chosen; None for a new one."""
        return self.waiting.get(self.cleaned_data.get("school") or "")


class SchoolForm(forms.Form):
    """What a school says of itself."""

    name = forms.CharField(label=_("Name"), max_length=200)
    phone = forms.CharField(
        label=_("Phone"), max_length=40, required=False, help_text=_("Mentors and families see it.")
    )
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    latitude = forms.FloatField(
        label=_("Latitude"), min_value=-90, max_value=90, required=False,
        help_text=_("From any map. Travel rings start here."),
    )  # fmt: skip
    longitude = forms.FloatField(
        label=_("Longitude"), min_value=-180, max_value=180, required=False
    )
    timezone = forms.ChoiceField(label=_("Time zone"), choices=zones)
    language = forms.ChoiceField(label=_("Language of the school"), choices=settings.LANGUAGES)
    internship_days = forms.MultipleChoiceField(
        label=_("Internship days"), choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one day.")},
    )  # fmt: skip
    term_target_hours = forms.IntegerField(
        label=_("Internship hours a term"), min_value=0, max_value=1000
    )
    pursuit_days = forms.IntegerField(
        label=_("Days to land a place"), min_value=1, max_value=365,
        help_text=_("An approved request keeps its seat this long."),
    )  # fmt: skip
    pursuit_limit = forms.IntegerField(
        label=_("Places a student may pursue at once"), min_value=1, max_value=20
    )
    asks_per_month = forms.IntegerField(
        label=_("Times a month one person outside school may be asked for something"),
        min_value=1, max_value=60,
        help_text=_(
            "Asks of all schools count, such as “Was Maya with you?”. Then they rest. "
            "Where the network’s number is lower, that one holds."
        ),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if (data.get("latitude") is None) != (data.get("longitude") is None):
            self.add_error("longitude", _("A position needs both numbers, or none."))
        return data

    def facts(self) -> dict[str, Any]:
        """Return the answers as School's own fields."""
        data = dict(self.cleaned_data)
        data["internship_days"] = ",".join(sorted(data["internship_days"]))
        data["term_target_minutes"] = data.pop("term_target_hours") * 60
        return data

    @classmethod
    def first_answers(cls, school: School) -> dict[str, Any]:
        """Return what stands there now."""
        return {
            **{name: getattr(school, name, "") for name in cls.base_fields},
            "internship_days": [day for day in school.internship_days.split(",") if day],
            "term_target_hours": school.term_target_minutes // 60,
        }


class WordsForm(forms.Form):
    """A school's own words for the words of the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, usual in DEFAULTS.items():
            self.fields[key] = forms.CharField(label=usual, max_length=40, required=False)
