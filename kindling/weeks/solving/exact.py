"""A plan by CP-SAT: as many as can be, then families on one day and what stood where it stood.

Times are variables over the moments at which everybody can; people, families and interpreters are
intervals that do not overlap; rooms that are alike are one stack with so many layers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from ortools.sat.python import cp_model

from kindling.weeks.solving.greedy import relatives_of
from kindling.weeks.solving.masks import Grid, bits
from kindling.weeks.solving.problem import DAY, Found, Plan, Problem, Room, Slot, Talk

WORKERS = 2
POLISH = 4.0  # seconds for what is only nicer
type Tell = Callable[[int], None]


@dataclass(slots=True)
class Piece:
    """The variables of one talk."""

    talk: Talk
    start: cp_model.IntVar
    is_there: cp_model.IntVar
    whole: cp_model.IntervalVar
    stacks: dict[int, cp_model.IntVar] = field(default_factory=dict)
    languages: list[dict[str, cp_model.IntVar]] = field(default_factory=list)


def solve_exactly(problem: Problem, first: Plan, *, seconds: float, tell: Tell) -> Found:
    """Better a first plan within so many seconds. `tell` hears how many have a slot so far."""
    model = Model(problem)
    model.hint(first)
    found, is_best = model.most(seconds, tell)
    if len(found) < len(first):  # stopped before it had read the hint
        return Found(first, is_best=False, solver="exact")
    model.polish(found)
    return Found(model.plan(), is_best, "exact")


class Model:
    """A week as CP-SAT sees it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.grid = Grid(problem)
        self.model = cp_model.CpModel()
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = WORKERS
        self.solver.parameters.random_seed = 6
        self.stacks = alike(problem)
        self.in_stack: dict[int, list[cp_model.IntervalVar]] = defaultdict(list)
        self.of_person: dict[str, list[cp_model.IntervalVar]] = defaultdict(list)
        self.pieces = {
            talk.key: piece for talk in problem.talks if (piece := self._piece(talk)) is not None
        }
        self._apart()
        self.found: dict[str, Slot] = {}

    def _piece(self, talk: Talk) -> Piece | None:
        """The variables of a talk; None when there is no moment for it at all."""
        where = {number: self._starts(talk, rooms) for number, rooms in enumerate(self.stacks)}
        where = {number: starts for number, starts in where.items() if starts}
        if not where:
            return None
        model, name, long = self.model, talk.key, talk.minutes + self.problem.pause
        moments = sorted({start for starts in where.values() for start in starts})
        domain = cp_model.Domain.from_values(moments)
        start = model.new_int_var_from_domain(domain, f"start {name}")
        is_there = model.new_bool_var(f"there {name}")
        whole = model.new_optional_fixed_size_interval_var(start, long, is_there, name)
        piece = Piece(talk, start, is_there, whole)
        for key in talk.holds():
            self.of_person[key].append(whole)
        for number, starts in where.items():
            self._layer(piece, number, starts, many=len(where) > 1, of=len(moments))
        self._interpreted(piece)
        return piece

    def _starts(self, talk: Talk, rooms: list[Room]) -> list[int]:
        if talk.is_fixed and talk.wish is not None:
            mine = talk.wish.room in {room.key for room in rooms}
            return [talk.wish.start] if mine else []
        return list(bits(self.grid.starts(talk, rooms[0])))

    def _layer(self, piece: Piece, number: int, starts: list[int], *, many: bool, of: int) -> None:
        """The talk in one stack of rooms."""
        here = self.model.new_bool_var("") if many else piece.is_there
        piece.stacks[number] = here
        if len(starts) < of:
            domain = cp_model.Domain.from_values(starts)
            self.model.add_linear_expression_in_domain(piece.start, domain).only_enforce_if(here)
        long = piece.talk.minutes + self.problem.pause
        self.in_stack[number].append(
            self.model.new_optional_fixed_size_interval_var(piece.start, long, here, "")
        )

    def _interpreted(self, piece: Piece) -> None:
        """One interpreter for each language, who is free then."""
        model, talk = self.model, piece.talk
        if talk.is_fixed and talk.wish is not None:
            for key in talk.wish.interpreters:
                self.of_person[key].append(piece.whole)
            return
        long = talk.minutes + self.problem.pause
        moments = self.grid.moments(talk)
        for pool in talk.pools():
            ways: dict[str, cp_model.IntVar] = {}
            for key in pool:
                free = list(bits(self.grid.any_of([key], talk.minutes) & moments & self.grid.steps))
                if not free:
                    continue
                ways[key] = way = model.new_bool_var("")
                domain = cp_model.Domain.from_values(free)
                model.add_linear_expression_in_domain(piece.start, domain).only_enforce_if(way)
                self.of_person[key].append(
                    model.new_optional_fixed_size_interval_var(piece.start, long, way, "")
                )
            model.add(sum(ways.values()) == piece.is_there)
            piece.languages.append(ways)

    def _apart(self) -> None:
        """Nobody twice, no room twice, everybody in one room."""
        for piece in self.pieces.values():
            if len(piece.stacks) > 1:
                self.model.add(sum(piece.stacks.values()) == piece.is_there)
            if piece.talk.is_fixed and piece.talk.wish is not None:
                self.model.add(piece.is_there == 1)
        for intervals in self.of_person.values():
            if len(intervals) > 1:
                self.model.add_no_overlap(intervals)
        for number, intervals in self.in_stack.items():
            layers = len(self.stacks[number])
            if layers == 1:
                self.model.add_no_overlap(intervals)
            else:
                self.model.add_cumulative(intervals, [1] * len(intervals), layers)

    def hint(self, plan: Plan) -> None:
        stack_of = {room.key: n for n, rooms in enumerate(self.stacks) for room in rooms}
        for key, piece in self.pieces.items():
            slot = plan.get(key)
            self.model.add_hint(piece.is_there, slot is not None)
            if slot is None:
                continue
            self.model.add_hint(piece.start, slot.start)
            for number, here in piece.stacks.items():
                if len(piece.stacks) > 1:
                    self.model.add_hint(here, stack_of[slot.room] == number)
            for ways, chosen in zip(piece.languages, slot.interpreters, strict=False):
                for who, way in ways.items():
                    self.model.add_hint(way, who == chosen)

    def most(self, seconds: float, tell: Tell) -> tuple[dict[str, Slot], bool]:
        """Give as many a slot as can be; says whether it is proved that no plan holds more."""
        self.model.maximize(sum(piece.is_there for piece in self.pieces.values()))
        self.solver.parameters.max_time_in_seconds = seconds
        status = self.solver.solve(self.model, Heard(tell))
        if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            self.found = self._read()
        return self.found, status == cp_model.OPTIMAL

    def polish(self, found: Mapping[str, Slot]) -> None:
        """With as many as before: families come once, what has a place keeps it."""
        nicer = [*self._family_days(), *self._kept()]
        if not nicer:
            return
        pieces = self.pieces.values()
        self.model.add(sum(piece.is_there for piece in pieces) >= len(found))
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        self.hint(found)
        self.model.maximize(sum(nicer))
        self.solver.parameters.max_time_in_seconds = POLISH
        if self.solver.solve(self.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            self.found = self._read()

    def _family_days(self) -> list[cp_model.IntVar]:
        near = relatives_of(piece.talk for piece in self.pieces.values())
        pairs = [(a, b) for a, b in combinations(sorted(near), 2) if b in near[a]]
        days = {
            key: self._days(self.pieces[key]) for key in {key for pair in pairs for key in pair}
        }
        same = []
        for one, other in pairs:
            both = self.model.new_bool_var("")
            for day in days[one].keys() | days[other].keys():
                left, right = days[one].get(day), days[other].get(day)
                if left is not None and right is not None:
                    self.model.add(left == right).only_enforce_if(both)
                elif (only := left if left is not None else right) is not None:
                    self.model.add_implication(both, ~only)
            same.append(both)
        return same

    def _days(self, piece: Piece) -> dict[int, cp_model.IntVar]:
        """On which day a talk is, one true."""
        starts = {start for rooms in self.stacks for start in self._starts(piece.talk, rooms)}
        days = {day: self.model.new_bool_var("") for day in sorted({s // DAY for s in starts})}
        for day, here in days.items():
            domain = cp_model.Domain(day * DAY, (day + 1) * DAY - 1)
            self.model.add_linear_expression_in_domain(piece.start, domain).only_enforce_if(here)
        self.model.add_exactly_one(days.values())
        return days

    def _kept(self) -> list[cp_model.IntVar]:
        kept = []
        for piece in self.pieces.values():
            wish = piece.talk.wish
            if wish is not None and not piece.talk.is_fixed:
                stays = self.model.new_bool_var("")
                self.model.add(piece.start == wish.start).only_enforce_if(stays)
                self.model.add_implication(stays, piece.is_there)
                kept.append(stays)
        return kept

    def plan(self) -> Plan:
        return self.found

    def _read(self) -> dict[str, Slot]:
        """The plan that was found; who is in a stack gets a room of it in turn."""
        in_stack: dict[int, list[Piece]] = defaultdict(list)
        value = self.solver.value
        for piece in self.pieces.values():
            if value(piece.is_there):
                number = next(n for n, here in piece.stacks.items() if value(here))
                in_stack[number].append(piece)
        plan: dict[str, Slot] = {}
        for number, pieces in in_stack.items():
            open_at = {room.key: 0 for room in self.stacks[number]}
            for piece in sorted(pieces, key=lambda one: value(one.start)):
                start = value(piece.start)
                free = [key for key, at in open_at.items() if at <= start]
                wish = piece.talk.wish
                room = wish.room if wish is not None and wish.room in free else free[0]
                open_at[room] = start + piece.talk.minutes + self.problem.pause
                plan[piece.talk.key] = Slot(room, start, self._who(piece))
        return plan

    def _who(self, piece: Piece) -> tuple[str, ...]:
        if piece.talk.is_fixed and piece.talk.wish is not None:
            return piece.talk.wish.interpreters
        return tuple(
            next(key for key, way in ways.items() if self.solver.value(way))
            for ways in piece.languages
        )


class Heard(cp_model.CpSolverSolutionCallback):
    """Says how many have a slot, each time it is more."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self.tell = tell

    def on_solution_callback(self) -> None:
        self.tell(round(self.objective_value))


def alike(problem: Problem) -> list[list[Room]]:
    """Rooms in stacks: same hours, same video. One that holds something fixed stands alone."""
    held = {talk.wish.room for talk in problem.talks if talk.is_fixed and talk.wish is not None}
    stacks: dict[object, list[Room]] = defaultdict(list)
    for room in problem.rooms:
        key = room.key if room.key in held else (tuple(sorted(room.spans)), room.has_video)
        stacks[key].append(room)
    return list(stacks.values())
