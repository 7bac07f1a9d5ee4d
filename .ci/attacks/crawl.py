"""Every address a person can reach by links and forms, each kind of address once.

A page of one student stands for the pages of all: what differs only by an id, a number or a day
is one kind.
"""

import re
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPException
from urllib.parse import parse_qsl, urldefrag, urlencode, urljoin, urlsplit

from attacks.stage import SCHOOL, Somebody, Stage

TOKEN = "a" * 32  # Django takes any 32 letters that come in the cookie and in the form
ID = re.compile(
    r"[a-z2-9]{14}|\d+|\d{4}-\d\d-\d\d|[0-9a-f-]{36}|[a-z2-9]{14}\..+|[A-Za-z0-9_-]{22,}"
)
# What would sign the attacker out, or change who is signed in.
SPARED = ["/sign-out/", "/you/devices/", "/you/password/", "/you/second-step/", "/you/language/"]
SPARED += ["/demo/", "/set-up/", f"/{SCHOOL}/kiosk/open/"]
MOST = 1_500


@dataclass(frozen=True)
class Target:
    """One address or form: method, address without a query, and its fields with values."""

    method: str
    path: str
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> tuple[str, str, tuple[str, ...]]:
        parts = [("*" if ID.fullmatch(part) else part) for part in self.path.split("/")]
        return self.method, "/".join(parts), tuple(sorted({name for name, _value in self.fields}))

    @property
    def url(self) -> str:
        query = urlencode(self.fields) if self.method == "GET" else ""
        return f"{self.path}?{query}" if query else self.path


@dataclass
class Reading(HTMLParser):
    """The links and forms of one page."""

    links: list[str] = field(default_factory=list)
    forms: list[tuple[str, str, list[tuple[str, str]]]] = field(default_factory=list)
    inside: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.links += [
            told[name] for name in ("href", "hx-get") if tag != "link" and told.get(name)
        ]
        if tag == "form":
            self.forms.append((told.get("method", "get").upper(), told.get("action", ""), []))
            self.inside = True
        elif "hx-post" in told:
            self.forms.append(("POST", told["hx-post"], []))
        if self.inside and tag in {"input", "textarea", "select", "button"} and told.get("name"):
            if told.get("type") in {"radio", "checkbox"} and "checked" not in told:
                known = {name for name, _value in self.forms[-1][2]}
                if told["name"] in known:
                    return
            self.forms[-1][2].append((told["name"], told.get("value", "")))
        elif self.inside and tag == "option" and "selected" in told and self.forms[-1][2]:
            name, _old = self.forms[-1][2].pop()
            self.forms[-1][2].append((name, told.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def ask(
    stage: Stage, who: Somebody, target: Target, *, more: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """Send one request as this person; return status, address at the end, and an HTML body."""
    headers = {"Cookie": f"{who.cookie}csrftoken={TOKEN}", "Referer": f"{stage.base}/"}
    data = None
    if target.method == "POST":
        fields = [pair for pair in target.fields if pair[0] != "csrfmiddlewaretoken"]
        data = urlencode([*fields, ("csrfmiddlewaretoken", TOKEN)]).encode()
    asked = urllib.request.Request(  # noqa: S310
        stage.base + target.url, data=data, headers=headers | (more or {}), method=target.method
    )
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
            is_page = "text/html" in (answer.headers.get("Content-Type") or "")
            return answer.status, answer.url, answer.read().decode() if is_page else ""
    except urllib.error.HTTPError as no:
        return no.code, no.url or "", no.read().decode(errors="replace")
    except (OSError, HTTPException) as broken:
        return 0, str(broken), ""


def crawl(stage: Stage, who: Somebody) -> list[Target]:
    """Follow links, never press a button; return one target of each kind."""
    waiting = deque(Target("GET", door) for door in who.doors)
    found = {target.kind: target for target in waiting}
    while waiting and len(found) < MOST:
        at = waiting.popleft()
        if at.method != "GET":
            continue
        status, url, body = ask(stage, who, at)
        if status in {0, 500}:
            print(f"  {status} at {at.url} as {who.name}")
        for target in targets_of(stage, url, body):
            if target.kind not in found and not target.path.startswith(tuple(SPARED)):
                found[target.kind] = target
                waiting.append(target)
    return list(found.values())


def targets_of(stage: Stage, url: str, body: str) -> list[Target]:
    page = Reading()
    page.feed(body)
    made = []
    for link in page.links:
        where = urlsplit(urldefrag(urljoin(url, link)).url)
        if f"{where.scheme}://{where.netloc}" == stage.base and "/static/" not in where.path:
            query = tuple(parse_qsl(where.query, keep_blank_values=True))
            made.append(Target("GET", where.path, query))
    for method, action, fields in page.forms:
        where = urlsplit(urljoin(url, action))
        query = parse_qsl(where.query, keep_blank_values=True) if method == "POST" else []
        if f"{where.scheme}://{where.netloc}" == stage.base:
            kept = [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"]
            made.append(Target(method, where.path, tuple(query + kept)))
    return made
