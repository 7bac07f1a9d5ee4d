"""Damage to headers, cells and references of the clean grand-bend package, and the fault each must give."""

from kindling.exchange.tests.damage import (
    Damage,
    replaced,
    row_copied,
    row_deleted,
    type_before_name,
    whole,
    with_city,
)

ROW_DAMAGES: dict[str, Damage] = {
    # the header
    "header in capitals": Damage(
        "header_case",
        "users.csv",
        1,
        "EnabledUser",
        replaced("users.csv", 1, b"enabledUser", b"EnabledUser"),
    ),
    "header misspelt": Damage(
        "missing_column",
        "users.csv",
        1,
        "enabledUser",
        replaced("users.csv", 1, b"enabledUser", b"enabeldUser"),
    ),
    "column twice": Damage(
        "duplicate_column",
        "users.csv",
        1,
        "email",
        replaced("users.csv", 1, b",sms,", b",email,"),
    ),
    "columns exchanged": Damage(
        "column_order",
        "orgs.csv",
        1,
        "name",
        whole(lambda files: files | {"orgs.csv": type_before_name(files["orgs.csv"])}),
    ),
    "column of their own": Damage(
        "extra_column",
        "orgs.csv",
        1,
        "city",
        whole(lambda files: files | {"orgs.csv": with_city(files["orgs.csv"])}),
    ),
    # the cells
    "TRUE": Damage(
        "boolean_case",
        "users.csv",
        3,
        "enabledUser",
        replaced("users.csv", 3, b"true", b"TRUE"),
    ),
    "yes": Damage(
        "not_a_boolean",
        "users.csv",
        3,
        "enabledUser",
        replaced("users.csv", 3, b"true", b"yes"),
    ),
    "spaces": Damage(
        "spaces",
        "roles.csv",
        4,
        "role",
        replaced("roles.csv", 4, b",teacher", b", teacher"),
    ),
    "a comma too many": Damage(
        "row_width",
        "roles.csv",
        9,
        "",
        replaced("roles.csv", 9, b",teacher", b",,teacher"),
    ),
    "American date": Damage(
        "not_a_date",
        "demographics.csv",
        5,
        "birthDate",
        replaced("demographics.csv", 5, b",20", b",1/2/20"),
    ),
    "dates backwards": Damage(
        "dates_backwards",
        "academicSessions.csv",
        2,
        "endDate",
        replaced("academicSessions.csv", 2, b"2027-05-28", b"2026-05-28"),
    ),
    "unknown role": Damage(
        "not_in_list",
        "roles.csv",
        7,
        "role",
        replaced("roles.csv", 7, b",teacher", b",sorcerer"),
    ),
    "an e-mail address with a space": Damage(
        "not_an_address",
        "users.csv",
        2,
        "email",
        replaced("users.csv", 2, b"earnest.", b"earnest "),
    ),
    "no id": Damage(
        "empty", "users.csv", 2, "sourcedId", replaced("users.csv", 2, b"207219,", b",")
    ),
    "odd id": Damage(
        "not_an_id",
        "orgs.csv",
        5,
        "sourcedId",
        replaced("orgs.csv", 5, b"255901107", b"255 901"),
    ),
    "status in a bulk file": Damage(
        "status_in_bulk",
        "orgs.csv",
        2,
        "status",
        replaced("orgs.csv", 2, b",,,", b",active,,"),
    ),
    # between the rows
    "the same person twice": Damage(
        "duplicate_id", "users.csv", 5, "sourcedId", row_copied("users.csv", 4)
    ),
    "guardian nobody knows": Damage(
        "leads_nowhere",
        "users.csv",
        100,
        "agentSourcedIds",
        replaced("users.csv", 100, b"777831", b"1"),
    ),
    "a class of no school": Damage(
        "leads_nowhere",
        "classes.csv",
        2,
        "schoolSourcedId",
        replaced("classes.csv", 2, b",255901001,", b",999,"),
    ),
    "a school that is its own parent": Damage(
        "loop",
        "orgs.csv",
        3,
        "parentSourcedId",
        replaced("orgs.csv", 3, b"001,255901", b"001,255901001"),
    ),
    "nobody without a role": Damage(
        "no_role", "users.csv", 2, "sourcedId", row_deleted("roles.csv", 2)
    ),
}
