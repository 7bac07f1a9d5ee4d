"""Values nobody means, into every field of every address: nothing may break or come back raw."""

import re
from collections.abc import Iterator

from attacks.crawl import Target, ask
from attacks.stage import Somebody, Stage

MARK = "kn<d'l\">"
ODD = [
    "\x00",
    "9" * 25,
    "-1",
    "0000-99-99",
    f"'\"){MARK}{{{{7*7}}}}",
    "x\r\nSet-Cookie: odd=1",
    "../../../../etc/passwd",
    "https://evil.example/",
    "\u202e\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + "ﷺ" * 200,
]


def with_odd_values(target: Target, *, whole: bool) -> Iterator[Target]:
    """One field after the other, the rest as it was; and once all of them."""
    names = list(dict.fromkeys(name for name, _value in target.fields))
    for odd in ODD if whole else ODD[:5]:
        for spoiled in [{name} for name in names] + ([set(names)] if len(names) > 1 else []):
            fields = tuple((n, odd if n in spoiled else value) for n, value in target.fields)
            yield Target(target.method, target.path, fields)


def throw(stage: Stage, who: Somebody, targets: list[Target]) -> tuple[int, list[str]]:
    """Return how many requests were sent, and what came of them that should not."""
    sent, found, known = 0, [], set()
    for target in targets:
        for odd in with_odd_values(target, whole=target.method == "GET"):
            status, url, body = ask(stage, who, odd)
            sent += 1
            if status in {0, 500, 502} and target.kind not in known:
                known.add(target.kind)
                found.append(f"{status} {odd.method} {odd.path} {odd.fields!r:.300} as {who.name}")
            if MARK in body or not url.startswith((stage.base, "<urlopen", "timed")):
                where = re.sub(r"\s+", " ", body[max(body.find(MARK) - 80, 0) :][:160])
                found.append(f"raw {odd.method} {odd.path} {odd.fields!r:.200} {url}: {where}")
    return sent, found
