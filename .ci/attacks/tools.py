"""schemathesis, wapiti and sqlmap, one after the other, each told where to look."""

# ruff: noqa: S603  it starts programs

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from attacks.crawl import SPARED, TOKEN, Target
from attacks.stage import ROOT, SCHOOL, Somebody, Stage

TOOLS = ROOT / ".attackvenv"
LOCK = ROOT / "requirements-attack.lock"
MODULES = "sql,xss,permanentxss,exec,file,redirect,crlf,csrf,http_headers,cookieflags,csp,upload"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,response_headers_conformance,ignored_auth"
)
AT_A_TIME = 100  # start addresses of one run of wapiti
type Found = list[str]


def install() -> None:
    """Put the tools into their folder, once for each state of the lock."""
    mark, wanted = TOOLS / "installed", LOCK.read_text()
    if TOOLS.is_symlink() or (mark.exists() and mark.read_text() == wanted):
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(TOOLS)], check=True)
    pip = [str(TOOLS / "bin/python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
    mark.write_text(wanted)


def run(*command: str | Path, seconds: float, **more: str) -> str:
    """Run a tool to its end or for so long, and return all it said."""
    told = [str(word) for word in command]
    environment = os.environ | {"HOME": str(TOOLS / "home")} | more
    try:
        done = subprocess.run(
            told, cwd=TOOLS, env=environment, text=True, check=False, timeout=seconds,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
        return f"{said.decode(errors='replace') if isinstance(said, bytes) else said}\nOUT OF TIME"
    return done.stdout


def schemathesis(stage: Stage, who: Somebody, seconds: int) -> tuple[int, Found]:
    """The API by its description: how many operations were asked, and what failed."""
    if not who.key:
        return 0, []
    told = run(
        Path(sys.executable).parent / "st", "run", f"{stage.base}/{SCHOOL}/api/v1/openapi.json",
        "-H", f"Authorization: Bearer {who.key}", "--phases", "examples,coverage,fuzzing",
        "-n", "4", "--seed", "7", "--continue-on-failure", "--checks", CHECKS, "--workers", "1",
        "--max-time", str(seconds), "--generation-database", "none", "--no-color",
        seconds=seconds * 2 + 60,
    )  # fmt: skip
    (stage.folder.parent / f"schemathesis-{who.role}-{who.name[:4]}.txt").write_text(told)
    tested = re.search(r"(?:Tested|Selected):\s+(\d+)", told)
    failed = re.findall(r"^_+ (.+?) _+$", told, re.MULTILINE) if "FAILURES" in told else []
    broke = [] if "SUMMARY" in told else [f"schemathesis broke: {told[-600:]}"]
    return int(tested[1]) if tested else 0, [*failed, *broke]


def wapiti(
    stage: Stage, who: Somebody, targets: list[Target], seconds: int, modules: str
) -> tuple[int, Found]:
    """Each address handed over, none searched for: its forms, queries and answers attacked.

    Without --drop-set-cookie: it drops the cookie that was given, too, and nobody is signed in.
    """
    pages = [target.url for target in targets if target.method == "GET"]
    found: Found = []
    number = len(modules.split(","))
    attacked, each = 0, max(10, seconds // number)
    for first in range(0, len(pages), AT_A_TIME):
        part = pages[first : first + AT_A_TIME]
        report = stage.folder.parent / f"wapiti-{who.role}-{who.name[:4]}-{first}.json"
        starts = [word for page in part for word in ("-s", stage.base + page)]
        spared = [word for path in SPARED for word in ("-x", f"{stage.base}{path}*")]
        said = run(
            TOOLS / "bin/wapiti", "-u", f"{stage.base}{part[0]}", *starts, "--scope", "domain",
            *spared, "-d", "1", "--max-links-per-page", "1", "--tasks", "1", "-m", modules,
            "-C", f"{who.cookie}csrftoken={TOKEN}", "--flush-session",
            "--max-scan-time", "60", "--max-attack-time", str(each),
            "--max-parameters", "40", "-v", "0", "--no-bugreport", "-f", "json", "-o", report,
            seconds=180 + each * number,
        )  # fmt: skip
        if not report.exists():
            found.append(f"wapiti broke: {said[-600:]}")
            continue
        told = json.loads(report.read_text())
        attacked += told["infos"].get("crawled_pages_nbr", 0)
        found += [
            f"{kind}: {one['method']} {one['path']} {one.get('parameter') or ''} {one['info']}"
            for holes in (told["vulnerabilities"], told["anomalies"])
            for kind, ones in holes.items()
            for one in ones
        ]
    return attacked, found


def sqlmap(stage: Stage, who: Somebody, target: Target, database: str) -> tuple[str, Found]:
    """One address with its parameters: what sqlmap says of them, in a word."""
    data = ["--data", urlencode([*target.fields, ("csrfmiddlewaretoken", TOKEN)])]
    said = run(
        TOOLS / "bin/sqlmap", "-u", stage.base + target.url,
        *(data if target.method == "POST" else []),
        "--cookie", f"{who.cookie}csrftoken={TOKEN}", "--batch", "--flush-session", "--skip-waf",
        "--technique", "BEU" if target.method == "GET" else "BE", "--union-cols", "1-6",
        "--dbms", "sqlite" if database == "sqlite" else "postgresql", "--disable-coloring",
        "--skip", "csrfmiddlewaretoken", "--ignore-redirects", "--drop-set-cookie",
        "--ignore-code", "*", "--threads", "1", "--retries", "0", "--timeout", "30",
        *([] if target.method == "GET" else ["--smart"]),
        seconds=180,
    )  # fmt: skip
    if "OUT OF TIME" in said:
        return f"out of time at {target.method} {target.path}", []
    holes = re.findall(r"^Parameter: .*", said, re.MULTILINE)
    words = re.findall(r"CRITICAL\] (.*)", said)
    return (words[-1] if words else "done"), [
        f"{one} at {target.method} {target.path}" for one in holes
    ]
