"""OneRoster 1.2.1 as data: which files, which columns in which order, what may stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.exchange.reading.cells import (
    Column,
    Read,
    ignore,
    read_address,
    read_boolean,
    read_day,
    read_guid,
    read_guids,
    read_last_day,
    read_list,
    read_moment,
    read_one_of,
    read_text,
)
from kindling.exchange.reading.records import (
    Course,
    Demographics,
    Enrollment,
    Group,
    Org,
    Record,
    Role,
    Session,
    User,
)

ALL_FILES = (
    *("academicSessions", "categories", "classes", "classResources", "courses"),
    *("courseResources", "demographics", "enrollments", "lineItemLearningObjectiveIds"),
    *(
        "lineItems",
        "lineItemScoreScales",
        "orgs",
        "resources",
        "resultLearningObjectiveIds",
    ),
    *(
        "results",
        "resultScoreScales",
        "roles",
        "scoreScales",
        "userProfiles",
        "userResources",
    ),
    "users",
)
NEEDED_FILES = ("orgs", "users", "roles")

ORG_TYPES = ("department", "school", "district", "local", "state", "national")
SESSION_TYPES = ("gradingPeriod", "semester", "schoolYear", "term")
PERSON_ROLES = (
    *(
        "aide",
        "counselor",
        "districtAdministrator",
        "guardian",
        "parent",
        "principal",
        "proctor",
    ),
    *("relative", "siteAdministrator", "student", "systemAdministrator", "teacher"),
)
CLASS_ROLES = ("administrator", "proctor", "student", "teacher")


@dataclass(frozen=True)
class FileSpec:
    """One CSV file: its name without .csv, the field of Package it fills, its columns in order."""

    name: str
    into: str
    record: type[Record]
    columns: tuple[Column, ...]
    extras: tuple[Column, ...] = ()

    @property
    def csv(self) -> str:
        return f"{self.name}.csv"


def _col(name: str, into: str = "", read: Read = read_text, empty: Any = "") -> Column:
    return Column(name, into, read if into else ignore, empty=empty)


def _must(name: str, into: str, read: Read = read_text) -> Column:
    return Column(name, into, read, needed=True)


def _ref(name: str, into: str, file: str, *, needed: bool = True) -> Column:
    return Column(name, into, read_guid, needed=needed, refers_to=file)


def _refs(name: str, into: str, file: str, *, needed: bool = False) -> Column:
    return Column(name, into, read_guids, needed=needed, empty=(), refers_to=file)


def _unused(*names: str) -> tuple[Column, ...]:
    return tuple(_col(name) for name in names)


FIRST = (
    _must("sourcedId", "source_id", read_guid),
    _col("status", "status", read_one_of("active", "tobedeleted")),
    _col("dateLastModified", "modified", read_moment),
)

ORGS = FileSpec(
    "orgs",
    "orgs",
    Org,
    (
        *FIRST,
        _must("name", "name"),
        _must("type", "type", read_one_of(*ORG_TYPES, open_ended=True)),
        _col("identifier", "identifier"),
        _ref("parentSourcedId", "parent", "orgs", needed=False),
    ),
)

SESSIONS = FileSpec(
    "academicSessions",
    "sessions",
    Session,
    (
        *FIRST,
        _must("title", "title"),
        _must("type", "type", read_one_of(*SESSION_TYPES, open_ended=True)),
        _must("startDate", "begins_on", read_day),
        _must("endDate", "ends_on", read_last_day),
        _ref("parentSourcedId", "parent", "academicSessions", needed=False),
        _must("schoolYear", "year"),
    ),
)

COURSES = FileSpec(
    "courses",
    "courses",
    Course,
    (
        *FIRST,
        _col("schoolYearSourcedId"),
        _must("title", "title"),
        *_unused("courseCode", "grades", "orgSourcedId", "subjects", "subjectCodes"),
    ),
)

CLASSES = FileSpec(
    "classes",
    "groups",
    Group,
    (
        *FIRST,
        _must("title", "title"),
        _col("grades", "grades", read_list, ()),
        _ref("courseSourcedId", "course", "courses"),
        _col("classCode", "code"),
        _must("classType", "type", read_one_of("homeroom", "scheduled", open_ended=True)),
        _col("location", "location"),
        _ref("schoolSourcedId", "school", "orgs"),
        _refs("termSourcedIds", "terms", "academicSessions", needed=True),
        *_unused("subjects", "subjectCodes", "periods"),
    ),
)

USERS = FileSpec(
    "users",
    "users",
    User,
    (
        *FIRST,
        _must("enabledUser", "enabled", read_boolean),
        _must("username", "username"),
        _col("userIds"),
        _col("givenName", "given_name"),
        _col("familyName", "family_name"),
        _col("middleName"),
        _col("identifier", "identifier"),
        _col("email", "email", read_address),
        _col("sms", "sms"),
        _col("phone", "phone"),
        _refs("agentSourcedIds", "agents", "users"),
        _col("grades", "grades", read_list, ()),
        _col("password"),
        _col("userMasterIdentifier", "master_identifier"),
        _col("preferredGivenName", "preferred_given_name"),
        _col("preferredMiddleName"),
        _col("preferredFamilyName", "preferred_family_name"),
        _ref("primaryOrgSourcedId", "primary_org", "orgs", needed=False),
        _col("pronouns", "pronouns"),
    ),
    (
        _col("metadata.homeLanguage", "home_language"),
        _col("metadata.relation", "relation"),
        _col("metadata.primaryContact", "is_primary_contact"),
    ),
)

ROLES = FileSpec(
    "roles",
    "roles",
    Role,
    (
        *FIRST,
        _ref("userSourcedId", "user", "users"),
        _must("roleType", "type", read_one_of("primary", "secondary")),
        _must("role", "role", read_one_of(*PERSON_ROLES, open_ended=True)),
        _col("beginDate", "begins_on", read_day, None),
        _col("endDate", "ends_on", read_last_day, None),
        _ref("orgSourcedId", "org", "orgs"),
        _col("userProfileSourcedId"),
    ),
)

ENROLLMENTS = FileSpec(
    "enrollments",
    "enrollments",
    Enrollment,
    (
        *FIRST,
        _ref("classSourcedId", "group", "classes"),
        _ref("schoolSourcedId", "school", "orgs"),
        _ref("userSourcedId", "user", "users"),
        _must("role", "role", read_one_of(*CLASS_ROLES, open_ended=True)),
        _col("primary", "is_primary", read_boolean, empty=False),
        _col("beginDate", "begins_on", read_day, None),
        _col("endDate", "ends_on", read_last_day, None),
    ),
)

DEMOGRAPHICS = FileSpec(
    "demographics",
    "demographics",
    Demographics,
    (
        Column("sourcedId", "source_id", read_guid, needed=True, refers_to="users"),
        *FIRST[1:],
        _col("birthDate", "birth_on", read_day, None),
        *_unused("sex", "americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican"),
        *_unused(
            "nativeHawaiianOrOtherPacificIslander",
            "white",
            "demographicRaceTwoOrMoreRaces",
        ),
        *_unused(
            "hispanicOrLatinoEthnicity",
            "countryOfBirthCode",
            "stateOfBirthAbbreviation",
        ),
        *_unused("cityOfBirth", "publicSchoolResidenceStatus"),
    ),
)

SPECS = (ORGS, SESSIONS, COURSES, CLASSES, USERS, ROLES, ENROLLMENTS, DEMOGRAPHICS)
