"""Words with sites, offers from outside, what the two schools share, and thank-yous."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from kindling.demo.making.people import make_person
from kindling.outreach import actions
from kindling.outreach.models import Contact, Offer, OfferForm, SharedSite
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Seat, Site, SiteMentor
from kindling.thanks.actions import thank_for_year, write_thanks
from kindling.thanks.queries import year_now
from kindling.thanks.rules import mentors_of_year

# how, so many days ago, what was said, next step, in so many days
WORDS = [
    ("visit", 24, "Room for one more in spring. Would like to keep Tuesdays.", "", 0),
    ("call", 3, "Busy until the inventory is over. Friendly.", "Call after the inventory", 0),
    ("met", 12, "Talked at the harbor market. Their daughter is in tenth grade.", "", 0),
    ("mail", 31, "Sent the one-page about internships, they asked about insurance.",
     "Send the certificate", -2),
    ("call", 8, "Would take two if they come on the same days.", "Ask Ana who could go", 4),
    ("visit", 45, "Walked through with them. They have thought about where a beginner stands.", "", 0),
]  # fmt: skip
QUIET = [
    ("met", 330, "Met at last year’s exhibition. Liked the boat."),
    ("call", 262, "Nobody picked up."),
    ("visit", 231, "Good talk, then the owner was ill for a while."),
    ("mail", 214, "Asked to hear from us again in autumn."),
]
OFFERS = [
    ("place", "Taller Lumbre", "Arreglamos bicicletas. Un estudiante aprende a centrar ruedas.", "88 Broad St", "Elena Ruiz", "es"),
    ("shadow", "Harbor Pilots", "A day on the pilot boat, if the sea allows it.", "Pier 3",
     "Owen Marsh", "en"),
    ("talk", "Narragansett Legal Aid", "I can tell a class how I became a lawyer at forty.", "",
     "Grace Obi", "en"),
]  # fmt: skip


def make_outreach(school: School, north: School) -> None:
    chen = Person.objects.get(school=school, name="Chen Wu")
    ana = Person.objects.get(school=school, name="Ana Reyes")
    make_contacts(school, chen, ana)
    make_offers(school, chen)
    make_shared(school, north, chen)
    make_thanks(school, chen)


def make_contacts(school: School, chen: Person, ana: Person) -> None:
    """Some sites were visited lately, four have gone quiet, a few steps are open."""
    taken = Seat.objects.filter(school=school, is_taken=True).values("opportunity__site")
    sites = Site.objects.filter(school=school).select_related("organisation").order_by("pk")
    today, rows = school.today(), []
    leads = {row.site_id: row.person for row in lead_mentors(school)}
    for number, site in enumerate(sites.filter(pk__in=taken)[:12]):
        how, ago, said, step, ahead = WORDS[number % len(WORDS)]
        who = ana if number % 4 == 1 else chen
        rows.append(a_contact(site, who, how, ago + number, said))
        rows[-1].mentor = leads.get(site.pk) if number % 3 == 0 else None
        if step and number < len(WORDS):
            rows[-1].next_step, rows[-1].owner, rows[-1].state = step, who, Contact.State.OPEN
            rows[-1].next_on = today + timedelta(days=ahead)
    for site, (how, ago, said) in zip(sites.exclude(pk__in=taken), QUIET, strict=False):
        rows.append(a_contact(site, chen, how, ago, said))
    Contact.objects.bulk_create(rows)


def lead_mentors(school: School) -> QuerySet[SiteMentor]:
    rows: QuerySet[SiteMentor] = SiteMentor.objects.filter(school=school, is_lead=True)
    return rows.filter(until_on=None).select_related("person")


def a_contact(site: Site, by: Person, how: str, ago: int, said: str) -> Contact:
    on = site.school.today() - timedelta(days=ago)
    return Contact(
        school=site.school, organisation=site.organisation, site=site, by=by, on=on, how=how,
        said=said,
    )  # fmt: skip


def make_offers(school: School, chen: Person) -> None:
    """The form is open; three wait, one was declined."""
    OfferForm.objects.create(school=school, is_open=True)
    for number, (kind, name, what, address, who, language) in enumerate(OFFERS):
        Offer.objects.create(
            school=school, sent_key=f"demo-{number}", kind=kind, organisation=name, what=what,
            address=address, name=who, language=language, phone=f"(401) 555-01{60 + number}",
            email=f"{who.split()[0].lower()}@{name.split()[-1].lower()}.example.org",
        )  # fmt: skip
    declined = Offer.objects.create(
        school=school, sent_key="demo-no", kind="place", organisation="Night Owl Bar",
        what="Behind the bar, evenings.", name="Pat Quill", email="pat@owl.example.org",
    )  # fmt: skip
    words = "Thank you for asking. Our students are too young for evenings at a bar."
    actions.decline_offer(declined, words, by=Viewer.of_person(chen))


def make_shared(school: School, north: School, chen: Person) -> None:
    """Each school shares some sites; one question waits here, one got its yes."""
    nils = make_person(north, "Nils Aune", Role.COORDINATOR)
    at_north, at_harbor = Viewer.of_person(nils), Viewer.of_person(chen)
    ours = [
        SharedSite.objects.create(school=school, site=site)
        for site in Site.objects.filter(school=school).order_by("pk")[1:4]
    ]
    theirs = [
        SharedSite.objects.create(school=north, site=site)
        for site in Site.objects.filter(school=north).order_by("pk")
    ]
    actions.ask_introduction(
        ours[0], "One of ours dreams of this work; two days a week in spring.", by=at_north
    )
    asked = actions.ask_introduction(
        theirs[-1], "A ninth-grader would like to see a front desk for a day.", by=at_harbor
    )
    words = "Gladly. Ask for Olga, mornings are best."
    actions.answer_introduction(asked, is_yes=True, words=words, by=at_north)


def make_thanks(school: School, chen: Person) -> None:
    """Of an internship that is over the student has written; Sam has this year's letter."""
    by = Viewer.of_person(chen)
    over = Placement.objects.filter(
        school=school, state=Placement.State.ENDED, student__state="enrolled"
    )
    last = over.select_related("student__person", "mentor").order_by("-ends_on", "pk").first()
    words = "You let me do it wrong twice before you showed me. That is how I learned it."
    if last:
        write_thanks(last, words, by=Viewer.of_person(last.student.person))
    year, sam = year_now(by), Person.objects.get(school=school, name="Sam Ito")
    if year:
        given = mentors_of_year(by, year).get(pk=sam.pk)
        letter = "Every student who came back from the clinic stood a little taller."
        thank_for_year(sam, year, letter, minutes=getattr(given, "minutes", 0), by=by)
