"""Damage to the clean grand-bend package as a zip, its manifest and its text, and the fault each must give."""

from kindling.exchange.tests.damage import (
    Damage,
    left_out,
    locked,
    replaced,
    twice,
    whole,
    with_file,
    without_rows,
)
from kindling.exchange.tests.packages import zip_of

FILE_DAMAGES: dict[str, Damage] = {
    # the zip
    "not a zip": Damage("not_a_zip", "g.zip", 0, "", lambda files: files["users.csv"]),
    "cut off": Damage("not_a_zip", "g.zip", 0, "", lambda files: zip_of(files)[:-200]),
    "bomb": Damage(
        "zip_bomb",
        "users.csv",
        0,
        "",
        with_file("users.csv", lambda _: b"0" * 60_000_000),
    ),
    "zip in the zip": Damage(
        "nested_zip",
        "inner.zip",
        0,
        "",
        with_file("inner.zip", zip_of),
    ),
    "password": Damage("encrypted", "academicSessions.csv", 0, "", locked),
    "twice in the zip": Damage("duplicate_member", "orgs.csv", 0, "", twice),
    "outside the zip": Damage(
        "path_trick", "g.zip", 0, "", with_file("../../etc/users.csv", lambda _: b"x")
    ),
    "in a folder": Damage(
        "folder",
        "g.zip",
        0,
        "",
        whole(lambda files: {f"roster/{name}": data for name, data in files.items()}),
    ),
    "clutter of a Mac": Damage(
        "clutter",
        "g.zip",
        0,
        "",
        with_file("__MACOSX/._users.csv", lambda _: b"x"),
    ),
    # the manifest
    "no manifest": Damage(
        "no_manifest",
        "manifest.csv",
        0,
        "",
        left_out("manifest.csv"),
    ),
    "announced, not there": Damage(
        "file_missing",
        "manifest.csv",
        10,
        "file.demographics",
        left_out("demographics.csv"),
    ),
    "there, not announced": Damage(
        "file_unannounced",
        "manifest.csv",
        10,
        "file.demographics",
        replaced("manifest.csv", 10, b"bulk", b"absent"),
    ),
    "empty mode": Damage(
        "mode",
        "manifest.csv",
        24,
        "file.users",
        replaced("manifest.csv", 24, b"bulk", b""),
    ),
    "older version": Damage(
        "version",
        "manifest.csv",
        3,
        "oneroster.version",
        replaced("manifest.csv", 3, b"1.2", b"1.1"),
    ),
    "foreign file": Damage(
        "extra_file",
        "notes.txt",
        0,
        "",
        with_file("notes.txt", lambda _: b"x"),
    ),
    # the text
    "byte order mark": Damage(
        "bom",
        "users.csv",
        1,
        "",
        with_file("users.csv", lambda f: b"\xef\xbb\xbf" + f["users.csv"]),
    ),
    "not UTF-8": Damage(
        "encoding",
        "users.csv",
        2,
        "givenName",
        replaced("users.csv", 2, b"Earnest", b"Jos\xe9"),
    ),
    "UTF-16": Damage(
        "encoding",
        "orgs.csv",
        1,
        "",
        with_file("orgs.csv", lambda f: f["orgs.csv"].decode().encode("utf-16")),
    ),
    "mixed line ends": Damage(
        "line_ends",
        "orgs.csv",
        2,
        "",
        with_file(
            "orgs.csv",
            lambda f: f["orgs.csv"].replace(b"district,255901,\r\n", b"district,255901,\n"),
        ),
    ),
    "open quotation mark": Damage(
        "broken_row",
        "classes.csv",
        3,
        "",
        replaced("classes.csv", 3, b",Algebra", b',"Algebra'),
    ),
    "empty rows at the end": Damage(
        "blank_rows",
        "orgs.csv",
        6,
        "",
        with_file("orgs.csv", lambda f: f["orgs.csv"] + b",,,,,,\r\n"),
    ),
    "no rows": Damage(
        "no_rows",
        "demographics.csv",
        1,
        "",
        with_file("demographics.csv", without_rows),
    ),
    "empty file": Damage("empty_file", "roles.csv", 1, "", with_file("roles.csv", lambda _: b"")),
    "copy of another file": Damage(
        "copy",
        "demographics.csv",
        0,
        "",
        with_file("demographics.csv", lambda f: f["courses.csv"]),
    ),
}
