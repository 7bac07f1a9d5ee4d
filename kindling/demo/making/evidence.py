"""Pieces of work: Luis keeps his since he came, Jordan this term's, others a few."""

from __future__ import annotations

import io
import math
import random
import struct
import wave
from collections import Counter
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw

from kindling.evidence.actions import ask_people
from kindling.evidence.models import Evidence, Series, Tag, Tally
from kindling.goals.models import Goal
from kindling.people.models import Student
from kindling.portfolio.actions import add_pieces, make_page, share_page
from kindling.schools.models import School, SchoolYear, Term
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload

MADE = [
    ("A bench for the yard", "Oak from the old gate. The legs were not the same length, twice.",
     "Measure from one side only. I knew that and did it anyway."),
    ("Map of where the water stands", "Eleven puddles after the rain on Monday, by depth.",
     "It is not random: it follows the old road."),
    ("Interview with Mrs. Walsh", "How the harbour sounded when she was eight.",
     "She answered more when I stopped asking."),
    ("What a bus line costs", "Three tables and a guess for the winter.",
     "A guess with a reason is worth more than a number without one."),
    ("Poster for the open day", "Second draft, with larger letters.", ""),
    ("How to calm a dog that is afraid", "Six steps, tried with Biscuit and with Ruby.",
     "I was the one who had to get calm first."),
    ("Letter to the city about the crossing", "Sent on a Friday. They answered.", ""),
    ("Speech for the town meeting", "Two minutes. I practised it eleven times.",
     "My hands shook and nobody saw it."),
    ("Budget of our bake sale", "We earned 142 and thought it would be 200.", ""),
    ("The bridge that broke", "Balsa wood, 14 kg. The joint, not the beam.",
     "Next time I test one joint first."),
]  # fmt: skip
THIS_TERM = [
    ("Chart for the vet", "Weight of nine cats over six weeks, by hand and then in a table.",
     "Two of my numbers were wrong. Dr. Ito saw it in a second, I now look for it, too."),
    ("First draft of the feeding guide", "Four pages, too many words.", ""),
    ("Second draft of the feeding guide", "Two pages and drawings. Sam wants it on the wall.",
     "Cutting was harder than writing."),
    ("What I noticed in the waiting room", "People talk to their animals and not to each other.", ""),
]  # fmt: skip
HUES = ["#3f6f5b", "#c98a3c", "#2f5d7c", "#8a4f6d", "#6b7a34", "#b3543e"]


def make_evidence(school: School, students: list[Student]) -> None:
    """A gallery of four years, one of a term, and a picture with somebody in it."""
    chance = random.Random(54)
    maya, jordan, luis = students[:3]
    terms = [*earlier_terms(school), *Term.of(school).filter(year__starts_on__lte=school.today())]
    terms = [term for term in terms if term.starts_on <= school.today()]
    terms = sorted({term.pk: term for term in terms}.values(), key=lambda term: term.starts_on)
    rows: list[Evidence] = []
    for term in terms:
        rows += [a_piece(luis, term, *one) for one in chance.sample(MADE, k=5)]
    now = [term for term in terms if term.starts_on <= school.today() <= term.ends_on][:1]
    for term in now:
        rows += [a_piece(jordan, term, *one) for one in THIS_TERM]
        for student in [maya, *students[3:18]]:
            rows += [a_piece(student, term, *one) for one in chance.sample(MADE, k=2)]
    with_files(school, rows, chance)
    Evidence.objects.bulk_create(rows)
    count(school, rows)
    tag(school, rows, chance)
    draft_of(jordan, rows)
    picture = next(row for row in rows if row.student_id == jordan.pk and row.kind == "photo")
    ask_people(picture, [maya], by=Viewer.of_person(jordan.person))
    show(luis, rows)


def show(luis: Student, rows: list[Evidence]) -> None:
    """Luis shows six pieces to a college."""
    by = Viewer.of_person(luis.person)
    intro = "I like work that can be tried out. These six tell you how I go about it."
    page = make_page(
        luis, title="How I find things out", audience="Bay College", intro=intro, by=by
    )
    mine = [row for row in rows if row.student_id == luis.pk]
    chosen = [row for row in mine if row.upload_id][:4] + [row for row in mine if row.reflection][
        :2
    ]
    add_pieces(page, list(dict.fromkeys(chosen)), by=by)
    share_page(page, days=90, by=by)


def earlier_terms(school: School) -> list[Term]:
    """Three years before this one, for who is here that long."""
    first = SchoolYear.objects.filter(school=school).earliest("starts_on").starts_on
    made = []
    for back in (3, 2, 1):
        start = first - timedelta(weeks=52 * back)
        end = start + timedelta(weeks=41, days=4)
        label = f"{start.year}-{(start.year + 1) % 100:02d}"
        year = SchoolYear.objects.create(school=school, label=label, starts_on=start, ends_on=end)
        for number in range(3):
            begin = start + timedelta(weeks=number * 14)
            made.append(
                Term.objects.create(
                    school=school, year=year, kind=Term.Kind.TRIMESTER,
                    label=f"Trimester {number + 1}, {label}", starts_on=begin,
                    ends_on=begin + timedelta(weeks=13, days=4),
                )
            )  # fmt: skip
    return made


def a_piece(student: Student, term: Term, title: str, words: str, reflection: str) -> Evidence:
    """On some school day of the term that is over."""
    chance = random.Random(f"{student.name} {term.starts_on} {title}")
    last = min(term.ends_on, student.school.today())
    on = term.starts_on + timedelta(days=chance.randrange((last - term.starts_on).days + 1))
    at = datetime.combine(on, time(14, chance.randrange(60)), student.school.zone)
    is_new = on > student.school.today() - timedelta(days=5)
    return Evidence(
        school=student.school, student=student, kind=Evidence.Kind.TEXT, title=title, words=words,
        reflection=reflection, on=on, term=term, at=at, by=student.person,
        seen_at=None if is_new else at + timedelta(days=2),
    )  # fmt: skip


def with_files(school: School, rows: list[Evidence], chance: random.Random) -> None:
    """Pictures for some, a sound for one, so that a gallery has something to look at."""
    shown = [row for row in rows if row.title in {"Chart for the vet", "A bench for the yard"}]
    shown += chance.sample([row for row in rows if row not in shown], k=10)
    sound = next(row for row in rows if row.title == "Interview with Mrs. Walsh")
    sound.kind, sound.upload = (
        Evidence.Kind.AUDIO,
        keep(sound, a_tone(), "audio audio/wav wav"),
    )
    for number, row in enumerate(one for one in shown[:16] if one is not sound):
        drawing = a_drawing(HUES[number % len(HUES)], number)
        row.kind = Evidence.Kind.PHOTO
        row.upload = keep(row, as_jpeg(drawing), "photo image/jpeg jpg", small(drawing))
    for row in rows:
        row.seen_at = row.seen_at if row.on < school.today() - timedelta(days=5) else None


def keep(row: Evidence, data: bytes, what: str, thumb: bytes = b"") -> Upload:
    """what: kind, type and ending."""
    kind, type_, ending = what.split()
    folder = f"uploads/{row.school.public_id}/demo"
    name = default_storage.save(f"{folder}/{row.public_id}.{ending}", ContentFile(data))
    little = (
        default_storage.save(f"{folder}/{row.public_id}-s.jpg", ContentFile(thumb)) if thumb else ""
    )
    upload: Upload = Upload.objects.create(
        school=row.school, by=row.by, key=row.public_id, name=f"{row.title}.{ending}",
        size=len(data), received=len(data), state=Upload.State.DONE, touched_at=row.at, kind=kind,
        type=type_, ending=ending, file=name, thumb=little, kept_size=len(data),
        scan=Upload.Scan.ABSENT, used_at=row.at,
    )  # fmt: skip
    return upload


def a_drawing(hue: str, number: int) -> Image.Image:
    """Hills, a sun and a few sticks: nobody is in it."""
    picture = Image.new("RGB", (960, 720), "#f3ead9")
    pen, chance = ImageDraw.Draw(picture), random.Random(number)
    pen.ellipse((680, 80, 820, 220), fill="#e9b44c")
    for step in range(3):
        height = 380 + step * 100
        line = [(x, height + 60 * math.sin(x / 130 + number + step)) for x in range(0, 961, 20)]
        pen.polygon(
            [*line, (960, 720), (0, 720)],
            fill=hue if step == 1 else "#20302a" if step == 2 else "#a9bfb1",
        )
    for _stick in range(number % 5 + 2):
        x = chance.randrange(80, 880)
        pen.line((x, 420, x + chance.randrange(-40, 40), 640), fill="#f3ead9", width=10)
    return picture


def as_jpeg(picture: Image.Image) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=75)
    return kept.getvalue()


def small(picture: Image.Image) -> bytes:
    return as_jpeg(picture.resize((480, 360)))


def a_tone() -> bytes:
    """Two seconds that rise."""
    kept, rate = io.BytesIO(), 8000
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        values = (int(6000 * math.sin(n * (0.2 + n / 90_000))) for n in range(2 * rate))
        sound.writeframes(b"".join(struct.pack("<h", value) for value in values))
    return kept.getvalue()


def count(school: School, rows: list[Evidence]) -> None:
    """What the action counts when a piece is kept."""
    counted = Counter((row.student_id, row.term_id) for row in rows)
    last: dict[tuple[int, int | None], datetime] = {}
    for row in rows:
        key = (row.student_id, row.term_id)
        last[key] = max(last.get(key, row.at), row.at)
    Tally.objects.bulk_create(
        Tally(school=school, student_id=student, term_id=term, count=n, last_at=last[student, term])
        for (student, term), n in counted.items()
    )


def tag(school: School, rows: list[Evidence], chance: random.Random) -> None:
    """Most show something of one of the school's large goals."""
    goals = list(
        Goal.objects.filter(school=school, parent__isnull=True, framework__state="published")
    )
    if goals:
        Tag.objects.bulk_create(
            Tag(school=school, evidence=row, goal=chance.choice(goals))
            for row in rows
            if chance.random() < 0.8
        )


def draft_of(jordan: Student, rows: list[Evidence]) -> None:
    """Two drafts of one guide."""
    series = Series.objects.create(school=jordan.school, student=jordan, title="Feeding guide")
    drafts = [
        row.pk for row in rows if row.student_id == jordan.pk and "feeding guide" in row.title
    ]
    Evidence.objects.filter(pk__in=drafts).update(series=series)
    first: date = jordan.school.today() - timedelta(days=20)
    Evidence.objects.filter(pk__in=drafts[:1]).update(on=first)
