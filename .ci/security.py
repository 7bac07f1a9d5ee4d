"""bandit, semgrep with our own rules, detect-secrets, and the list of what we are made of.

All offline. The tools live in a folder of their own (.secvenv, from requirements-security.lock).
`--accept` takes what detect-secrets finds now into .ci/secrets.json, after a person has read it.
"""

# ruff: noqa: S603  a script that starts tools

import json
import os
import re
import subprocess
import sys
import tomllib
import uuid
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CI = ROOT / ".ci"
TOOLS = ROOT / ".secvenv"
SECRETS = CI / "secrets.json"
LOCK = ROOT / "requirements-security.lock"
BILL = ROOT / "tmp/sbom.cdx.json"
NOT_OURS = r"package-lock\.json|\.lock$|node_modules|^static/|\.po$|^tests/verifiers/|^\.ci/secrets\.json|\.tsv$|\.csv$|\.svg$|^data/"
type Found = list[str]


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a tool and return what it says. Tools end with 1 when they found something."""
    told = [str(word) for word in command]
    environment = os.environ | {"PATH": f"{TOOLS / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(
        told, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=900
    )
    if done.returncode not in {0, 1}:
        sys.exit(f"{told[0]} broke: {(done.stderr or done.stdout)[-2000:]}")
    return done.stdout


def install() -> None:
    """Put the tools into their folder, once for each state of the lock."""
    mark, wanted = TOOLS / "installed", LOCK.read_text()
    if TOOLS.is_symlink() or (mark.exists() and mark.read_text() == wanted):
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(TOOLS)], check=True)
    pip = [TOOLS / "bin/python", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*map(str, pip), "--require-hashes", "-r", str(LOCK)], check=True)
    mark.write_text(wanted)


def bandit() -> Found:
    """What bandit finds of medium weight and more, without what .ci/known.toml answers."""
    told = run(TOOLS / "bin/bandit", "-q", "-ll", "-f", "json", "-r", "kindling", "-x", "*/tests/*")
    found = {(one["test_id"], one["filename"]): one for one in json.loads(told)["results"]}
    known = {
        (entry["rule"], path)
        for entry in tomllib.loads((CI / "known.toml").read_text())["known"]
        for path in entry["paths"]
    }
    new = [
        f"{path}:{one['line_number']}: {rule} {one['issue_text']}"
        for (rule, path), one in found.items()
        if (rule, path) not in known
    ]
    return new + [f".ci/known.toml: {rule} in {path} is no more" for rule, path in known - {*found}]


def scanned(folder: Path) -> list[dict]:
    """What our semgrep rules find below a folder that holds a kindling/."""
    offline = ["--metrics", "off", "--disable-version-check", "--quiet", "--json"]
    rules = ["--config", CI / "rules.yaml", "--no-git-ignore", "--jobs", "2"]
    told = json.loads(run(TOOLS / "bin/semgrep", "scan", *offline, *rules, "kindling", cwd=folder))
    if told["errors"]:
        sys.exit(f"semgrep broke: {told['errors'][:3]}")
    return told["results"]


def semgrep() -> Found:
    """What our rules find here; and a rule that misses its planted mistake is no rule."""
    rules = set(re.findall(r"- id: (\S+)", (CI / "rules.yaml").read_text()))
    planted = {one["check_id"].rpartition(".")[2] for one in scanned(CI / "planted")}
    blind = [f".ci/rules.yaml: {rule} misses its planted mistake" for rule in rules - planted]
    return blind + [
        f"{one['path']}:{one['start']['line']}: {one['check_id']} {one['extra']['message']}"
        for one in scanned(ROOT)
    ]


def secrets(*, accept: bool) -> Found:
    """What looks like a secret and was not there when a person looked."""
    tool = TOOLS / "bin/detect-secrets"
    now = json.loads(run(tool, "-c", "2", "scan", "--exclude-files", NOT_OURS))["results"]
    kept = {
        path: {one["hashed_secret"]: one["type"] for one in lines if is_worth(path, one)}
        for path, lines in sorted(now.items())
    }
    kept = {path: lines for path, lines in kept.items() if lines}
    if accept:
        SECRETS.write_text(json.dumps(kept, indent=1) + "\n")
    known = json.loads(SECRETS.read_text())
    return [
        f"{path}: looks like a secret ({kind}). If it is none: .ci/security.py --accept"
        for path, lines in kept.items()
        for digest, kind in lines.items()
        if digest not in known.get(path, {})
    ]


def is_worth(path: str, one: dict) -> bool:
    """Tests name invented passwords all the time; keys are looked for everywhere."""
    return not (one["type"] == "Secret Keyword" and "/tests/" in f"/{path}")


def bill() -> Found:
    """Write a CycloneDX list of everything that runs on a server or in a browser."""
    lock = (ROOT / "requirements.lock").read_text().replace("\\\n", " ")
    parts = [
        part("pypi", name.lower(), version, re.findall(r"sha256:([0-9a-f]{64})", rest))
        for name, version, rest in re.findall(r"^([\w.-]+)==(\S+)(.*)$", lock, re.MULTILINE)
    ]
    browser = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    parts += [
        part("npm", path.rpartition("node_modules/")[2], package["version"], [])
        for path, package in browser.items()
        if path and not package.get("dev") and "version" in package
    ]
    made = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "component": {"type": "application", "name": "kindling", "bom-ref": "kindling"},
        },
        "components": parts,
    }
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(json.dumps(made, indent=1) + "\n")
    locked = len(re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", lock, re.MULTILINE))
    listed = sum(one["purl"].startswith("pkg:pypi/") for one in parts)
    print(f"{BILL.relative_to(ROOT)}: {len(parts)} parts")
    return [] if listed == locked else [f"the list has {listed} of {locked} Python packages"]


def part(kind: str, name: str, version: str, digests: list[str]) -> dict:
    purl = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    made = {"type": "library", "name": name, "version": version, "purl": purl, "bom-ref": purl}
    if digests:
        made["properties"] = [{"name": "kindling:sha256", "value": one} for one in digests]
    return made


def main() -> int:
    install()
    worst = 0
    looks = {
        "bandit": bandit,
        "semgrep": semgrep,
        "detect-secrets": lambda: secrets(accept="--accept" in sys.argv),
        "bill of materials": bill,
    }
    for name, look in looks.items():
        found = look()
        print(f"{name}: {f'{len(found)} to look at' if found else 'clean'}")
        print("".join(f"  {line}\n" for line in found), end="", flush=True)
        worst |= bool(found)
    return worst


if __name__ == "__main__":
    sys.exit(main())
