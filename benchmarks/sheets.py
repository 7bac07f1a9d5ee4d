"""Five hundred narratives of a thousand words as one print job, as the worker does it.

    python benchmarks/sheets.py [--students 500] [--database sqlite|postgres]

Seeds a school, hands in and releases its narratives, prints the round and packs the ZIP. Ends with 1
when the job took more than 90 seconds.
"""

import argparse
import os
import sys
import time
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.run import inside

MOST = 90.0  # seconds for five hundred


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--students", type=int, default=500)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    return measure(options.students) if options.inside else inside("sheets", options.database)


def measure(count: int) -> int:
    """Release the round, print it once anew and once more from what is there; tell both."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "kindling.config.settings"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from benchmarks.history import write_narratives  # noqa: PLC0415
    from benchmarks.seed import make_school, make_students, people  # noqa: PLC0415 (sets Django up)
    from kindling.narratives.actions import begin_printing, release_round  # noqa: PLC0415
    from kindling.narratives.actions.printing import make_printing  # noqa: PLC0415
    from kindling.narratives.models import Narrative, NarrativeRound, Printing  # noqa: PLC0415
    from kindling.schools.models import Term  # noqa: PLC0415
    from kindling.schools.roles import Role  # noqa: PLC0415
    from kindling.schools.viewer import Viewer  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    school = make_school()
    advisors = people(school, "advisor", 25, Role.ADVISOR, sign_in=True)
    students = make_students(school, advisors)[:count]
    fall = write_narratives(school, students, Term.objects.get(school=school))
    fall = NarrativeRound.objects.get(public_id=fall)
    dana = people(school, "dana", 1, Role.PRINCIPAL, sign_in=True)[0]
    by = Viewer.of_person(dana)
    Narrative.objects.update(state=Narrative.State.READY)
    began = time.monotonic()
    release_round(fall, by=by)
    print(f"released in {time.monotonic() - began:.1f} s", flush=True)
    worst = 0.0
    for how in ("drawn and packed", "packed again"):
        printing = begin_printing(fall, by=by)
        began, busy = time.monotonic(), time.process_time()
        make_printing.func(printing.pk)
        took, busy = time.monotonic() - began, time.process_time() - busy
        made = Printing.objects.get(pk=printing.pk)
        assert (made.state, made.done) == (Printing.State.READY, count)
        print(f"{count} {how} in {took:.1f} s ({busy:.1f} s of one core), {made.size >> 20} MB")
        worst = max(worst, took)
    return int(worst > MOST * count / 500)


if __name__ == "__main__":
    sys.exit(main())
