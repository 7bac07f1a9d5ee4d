"""Fill the yard: 25 advisors, 500 students, 90,000 days, 4,000 texts; print the sessions to use."""

import json
import os
import sys
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.yard.settings")
import django

django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from benchmarks.yard.models import Advisory, Day, Part, Student
from benchmarks.yard.views import TODAY

SENTENCE = "She asked why the bearing was worn on one side and found the answer herself. "
WORDS = (SENTENCE * 9).split()[:125]  # eight times a thousand
TEXT = "\n\n".join(" ".join(WORDS[at : at + 60]) for at in range(0, 125, 60))


def main() -> None:
    call_command("migrate", verbosity=0)  # accounts first: our tables point at them
    call_command("migrate", run_syncdb=True, verbosity=0)
    cookies = []
    for number in range(25):
        user = User.objects.create_user(f"advisor{number}")
        advisory = Advisory.objects.create(name=f"Advisory {number}", advisor=user)
        Student.objects.bulk_create(
            Student(advisory=advisory, name=f"Student {number:02}-{n:02}", grade="201", site="Site")
            for n in range(20)
        )
        client = Client()
        client.force_login(user)
        cookies.append(client.cookies["sessionid"].value)
    students = list(Student.objects.values_list("pk", flat=True))
    Part.objects.bulk_create(
        (
            Part(student_id=pk, number=n, title=f"Heading {n}", text=TEXT)
            for pk in students
            for n in range(1, 9)
        ),
        batch_size=500,
    )
    for back in range(180):
        on = TODAY - timedelta(days=back)
        Day.objects.bulk_create(
            [
                Day(student_id=pk, on=on, state="here", minutes=300, note="A line.")
                for pk in students
            ],
            batch_size=500,
        )
    json.dump({"cookies": cookies, "students": students}, sys.stdout)


main()
