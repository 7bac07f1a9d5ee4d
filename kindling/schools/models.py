"""Network, school, year and term; the person as one school knows them, and their hats."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace, Right
from django.utils.translation import gettext_lazy as _

from kindling.accounts.models import User
from kindling.kit.ids import new_public_id
from kindling.kit.peers import PeersManager
from kindling.kit.rows import Row
from kindling.kit.text import plain
from kindling.schools import world
from kindling.schools.roles import GIVEN, Role


class Installation(models.Model):
    """The mark of what this database is: a demo or a real school's. Written once."""

    is_demo = models.BooleanField()
    made_at = models.DateTimeField(auto_now_add=True)

    @classmethod
    def mark_real(cls) -> None:
        """Write, once, that this database holds real schools. A demo stays a demo."""
        if not cls.objects.exists():
            cls.objects.create(is_demo=False)
            world.forget()


class Network(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    timezone = models.CharField(max_length=60, default="America/New_York")  # of its office
    asks_per_month = models.PositiveSmallIntegerField(default=12)  # for one human, all schools'

    def __str__(self) -> str:
        return self.name

    def today(self) -> date:
        """The date at the network's office; in the demo that of a school."""
        return School(timezone=self.timezone).today()


class School(Row):
    """One school: its own calendar day, words and rules."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="schools")
    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    source_id = models.CharField(max_length=255, default="", blank=True)  # OneRoster's orgs
    timezone = models.CharField(max_length=60, default="America/New_York")
    language = models.CharField(max_length=10, default="en")
    phone = models.CharField(max_length=40, default="", blank=True)
    address = models.CharField(max_length=300, default="", blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    internship_days = models.CharField(max_length=20, default="1,3")  # Monday is 0
    pursuit_days = models.PositiveSmallIntegerField(default=21)
    pursuit_limit = models.PositiveSmallIntegerField(default=2)
    asks_per_month = models.PositiveSmallIntegerField(default=12)  # own limit below the network's
    term_target_minutes = models.PositiveIntegerField(default=120 * 60)
    words = models.JSONField(default=dict, blank=True)
    # Until when something is asked along with a tap: pages ask for it only then.
    questions_until = models.DateField(null=True, blank=True)
    pulse_until = models.DateField(null=True, blank=True)
    # Whether anything must be on file before a student goes somewhere: pages ask only then.
    asks_clearance = models.BooleanField(default=False)
    timetable_until = models.DateField(null=True, blank=True)  # without: minutes as the crow flies
    has_round = models.BooleanField(default=False)  # one is under way: pages ask only then
    # Whether the school keeps alternative learning (ale): the navigation shows it only then.
    has_ale = models.BooleanField(default=False)
    second_step_from = models.DateField(null=True, blank=True)  # for who works here
    set_up_at = models.DateTimeField(null=True)  # empty until someone answered the first questions
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name

    @property
    def school_id(self) -> int:
        """A school is its own school, so that its history is kept like any other."""
        return self.pk

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def weekdays(self) -> frozenset[int]:
        """Weekdays on which internships happen here; Monday is 0."""
        return frozenset(int(day) for day in self.internship_days.split(",") if day)

    def now(self) -> datetime:
        """The moment at this school. In the demo: the latest internship day, at this hour."""
        now = world.moment().astimezone(self.zone)
        if not world.is_demo() or not self.weekdays:
            return now
        back = next(n for n in range(7) if (now - timedelta(days=n)).weekday() in self.weekdays)
        return now - timedelta(days=back)

    def today(self) -> date:
        """The school's date. A school day is a date here, never a UTC moment."""
        return self.now().date()


class SchoolYear(Row):
    """A year of one school, from its first to its last day, both counted."""

    school = models.ForeignKey(School, models.CASCADE, related_name="years")
    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    label = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="school_year_ends_after_it_starts"
            ),
            models.UniqueConstraint(fields=["school", "label"], name="one_school_year_per_label"),
        ]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of(cls, school: School) -> models.QuerySet[SchoolYear]:
        """Return the school's years, newest first."""
        return cls.objects.filter(school=school).order_by("-starts_on")


class SchoolOwned(Row):
    """Base of every row that belongs to one school."""

    school = models.ForeignKey(School, models.PROTECT, related_name="+")
    public_id = models.CharField(max_length=14, default=new_public_id, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[Self]] = PeersManager()

    class Meta:
        abstract = True


class Term(SchoolOwned):
    """A marking period: quarter, trimester, semester, or the school's own word."""

    class Kind(models.TextChoices):
        QUARTER = "quarter", _("Quarters (four)")
        TRIMESTER = "trimester", _("Trimesters (three)")
        SEMESTER = "semester", _("Semesters (two)")
        OWN = "own", _("Our own terms")
        MINI = "mini", _("Mini-term (intersession)")

    year = models.ForeignKey(SchoolYear, models.CASCADE, related_name="terms")
    kind = models.CharField(max_length=10, choices=Kind)
    label = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="term_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "starts_on"])]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of(cls, school: School) -> models.QuerySet[Term]:
        """Return the school's terms with their years, in the order of the calendar."""
        return cls.objects.filter(school=school).select_related("year").order_by("starts_on")


TAIL = 7  # of a telephone number: enough for an index, whatever country code people write
BETWEEN = " ()-./\u00a0"  # what people write between its digits


def _digits(name: str) -> F | Replace:
    """The column without what people write between the digits, in SQL."""
    bare: F | Replace = F(name)
    for sign in BETWEEN:
        bare = Replace(bare, Value(sign), Value(""))
    return bare


class Person(SchoolOwned):
    """A human as one school knows them. Most never sign in; those who do have a user."""

    given_name = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200, default="", blank=True)
    preferred_given_name = models.CharField(max_length=200, default="", blank=True)
    preferred_family_name = models.CharField(max_length=200, default="", blank=True)
    name = models.CharField(max_length=402)  # what the screen shows; compose() keeps it
    sort_name = models.CharField(max_length=402)
    pronouns = models.CharField(max_length=60, default="", blank=True)
    email = models.EmailField(default="", blank=True)
    phone = models.CharField(max_length=40, default="", blank=True)
    phone_tail = models.GeneratedField(  # the database keeps it: a text message looks people up
        expression=Right(_digits("phone"), TAIL),
        output_field=models.CharField(max_length=TAIL),
        db_persist=True,
    )
    language = models.CharField(max_length=10, default="en")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="people")
    source_id = models.CharField(max_length=255, null=True, blank=True)  # noqa: DJ001 (unique)
    # Since when this adult guides nobody for now. Why stands where it was decided, never here.
    suspended_at = models.DateTimeField(null=True, blank=True)
    # The last day on which nobody asks this adult for anything (a Quiet of sites says why).
    quiet_until = models.DateField(null=True, blank=True)
    has_large_text = models.BooleanField(default=False)  # on every page they read
    # The same human stood here twice: this row has nothing any more, and nobody lists it.
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "source_id"], name="one_person_per_source"),
            models.UniqueConstraint(fields=["school", "user"], name="one_person_per_user"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "sort_name"]),
            models.Index(fields=["phone_tail"]),
        ]

    def __str__(self) -> str:
        return self.name

    def compose(self) -> Person:
        """Set what the screen shows from the names; preferred names win."""
        given = self.preferred_given_name or self.given_name
        family = self.preferred_family_name or self.family_name
        self.name = f"{given} {family}".strip()
        self.sort_name = plain(f"{family} {given}".strip())
        return self

    @property
    def standing(self) -> Person:
        """Themselves, or the row that has all that was theirs since they were merged."""
        row = self
        while row.merged_into is not None:
            row = row.merged_into
        return row

    @property
    def first(self) -> str:
        """What to call them."""
        return self.preferred_given_name or self.given_name

    @property
    def initials(self) -> str:
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class Membership(SchoolOwned):
    """One hat: this person holds this role at this school, from one day until another."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in GIVEN])
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(until_on__isnull=True),
                name="one_open_membership_per_hat",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="membership_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "role", "until_on"])]

    def __str__(self) -> str:
        return f"{self.person} · {Role(self.role).label}"

    @classmethod
    def is_only_administrator(cls, person: Person) -> bool:
        """Say whether nobody else who can sign in administers the school today, and for good."""
        open_hats = cls.objects.filter(
            school=person.school_id, role=Role.ADMINISTRATOR, until_on__isnull=True
        )
        others = open_hats.exclude(person=person).filter(since_on__lte=person.school.today())
        if others.filter(person__user__is_active=True).exists():
            return False
        return open_hats.filter(person=person).exists()
