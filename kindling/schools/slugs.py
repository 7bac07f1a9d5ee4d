"""Words that can't be a school's address, because pages stand there."""

RESERVED = frozenset(
    {
        "accounts",
        "admin",
        "api",
        "demo",
        "favicon.ico",
        "health",
        "manifest.webmanifest",
        "media",
        "outbox",
        "p",
        "robots.txt",
        "set-up",
        "sheet",
        "sign-in",
        "sign-out",
        "static",
        "styleguide",
        "sw.js",
        "you",
    }
)
