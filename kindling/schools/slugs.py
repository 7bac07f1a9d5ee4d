"""Words that can't be a school's address, because pages stand there."""

import re

RESERVED = frozenset(
    {
        "accounts",
        "admin",
        "api",
        "credentials",
        "demo",
        "favicon.ico",
        "health",
        "letterbox",
        "manifest.webmanifest",
        "media",
        "network",
        "offer",
        "outbox",
        "p",
        "programme",
        "reach",
        "robots.txt",
        "seals",
        "set-up",
        "sheet",
        "shown",
        "sign-in",
        "sign-out",
        "static",
        "styleguide",
        "sw.js",
        "where-your-child-is",
        "texts",
        "transcript",
        "verify",
        "you",
    }
)

LONGEST = 50


def is_slug(slug: str) -> bool:
    """Say whether this can stand in an address: small letters, digits and dashes."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)) and len(slug) <= LONGEST
