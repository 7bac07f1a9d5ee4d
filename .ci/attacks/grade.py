"""What MDN's observatory looks at, on every address and not on one page: headers and cookies.

TLS is the proxy's; what HTTPS=1 adds (HSTS, __Host- cookies) stands in config/tests/test_cookies.py.
"""

import re
import urllib.error
import urllib.request
from email.message import Message

from attacks.crawl import TOKEN, Target
from attacks.stage import Somebody, Stage

WANTED = {
    "X-Content-Type-Options": r"nosniff",
    "Referrer-Policy": r"same-origin|no-referrer",
    "X-Robots-Tag": r"noindex.*",
    "Cache-Control": r".*(no-store|max-age=\d+).*",
}
LOOSE = ("unsafe-inline", "unsafe-eval", "*", "http:", "https:", "script-src data:")
TELLING = ("X-Powered-By", "Via")


def graded(stage: Stage, who: Somebody, targets: list[Target]) -> list[str]:
    """Ask each address once as this person; return what its headers lack or give away."""
    found: dict[str, int] = {}
    pages = [target for target in targets if target.method == "GET"]
    for target in pages:
        for wrong in _wrong(_headers(stage, who, target.url)):
            found[wrong] = found.get(wrong, 0) + 1
            if found[wrong] == 1:
                print(f"  {wrong}: first at {target.url}")
    print(f"headers as {who.name}: {len(pages)} addresses, {len(found)} findings", flush=True)
    return [f"headers as {who.name}: {wrong} ({times} ×)" for wrong, times in found.items()]


def _headers(stage: Stage, who: Somebody, url: str) -> Message:
    cookie = {"Cookie": f"{who.cookie}csrftoken={TOKEN}", "Origin": "https://evil.example"}
    asked = urllib.request.Request(stage.base + url, headers=cookie)  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
            return answer.headers
    except urllib.error.HTTPError as no:
        return no.headers


def _wrong(headers: Message) -> list[str]:
    wrong = [
        f"{name} is {headers.get(name)!r}"
        for name, wanted in WANTED.items()
        if not re.fullmatch(wanted, headers.get(name) or "")
    ]
    policy = headers.get("Content-Security-Policy") or ""
    is_page = (headers.get("Content-Type") or "").startswith("text/html")
    if "sandbox" not in policy:
        needs = ("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        needs += ("base-uri 'none'", "form-action 'self'") if is_page else ()
        wrong += [f"the policy lacks {part}" for part in needs if part not in policy]
    wrong += [f"the policy has {word}" for word in LOOSE if word in policy.split()]
    wrong += [f"{name} tells {headers[name]!r}" for name in TELLING if headers.get(name)]
    if re.search(r"\d", headers.get("Server") or ""):
        wrong.append(f"Server tells a version: {headers['Server']!r}")
    wrong += [f"{name} is there" for name in headers if name.lower().startswith("access-control")]
    for cookie in headers.get_all("Set-Cookie") or []:
        name = cookie.partition("=")[0]
        wrong += [
            f"cookie {name} lacks {mark}"
            for mark in ("httponly", "samesite")
            if mark not in cookie.lower()
        ]
    return wrong
