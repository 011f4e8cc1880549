"""A Curtois-Qu instance by OR-Tools CP-SAT with the plain model: `nrp-cpsat.py FILE SECONDS WORKERS` prints a line of JSON.

Needs `pip install ortools`; `bench -- nrp-all --cpsat` leaves the column empty where it is missing.
"""
import json
import sys
import time

from ortools.sat.python import cp_model


def sections(path):
    found, name = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("SECTION_"):
            name = line
            found[name] = []
        else:
            found[name].append([part.strip() for part in line.split(",")])
    return found


def build(path):
    read = sections(path)
    days = int(read["SECTION_HORIZON"][0][0])
    shifts = {row[0]: (int(row[1]), [] if len(row) < 3 or not row[2] else row[2].split("|")) for row in read["SECTION_SHIFTS"]}
    model = cp_model.CpModel()
    works, chosen, costs = {}, {}, []
    off = {(row[0], int(day)) for row in read.get("SECTION_DAYS_OFF", []) for day in row[1:] if day}
    for row in read["SECTION_STAFF"]:
        who, kinds = row[0], dict(part.split("=") for part in row[1].split("|") if part)
        most_minutes, least_minutes, most_run, least_run, least_off, weekends = map(int, row[2:8])
        for day in range(days):
            for shift in shifts:
                chosen[who, day, shift] = model.new_bool_var("")
            works[who, day] = model.new_bool_var("")
            model.add(sum(chosen[who, day, shift] for shift in shifts) == works[who, day])
            if (who, day) in off:
                model.add(works[who, day] == 0)
        for day in range(days - 1):
            for shift, (_, forbidden) in shifts.items():
                for after in forbidden:
                    model.add_bool_or(~chosen[who, day, shift], ~chosen[who, day + 1, after])
        for shift, most in kinds.items():
            model.add(sum(chosen[who, day, shift] for day in range(days)) <= int(most))
        minutes = sum(shifts[shift][0] * chosen[who, day, shift] for day in range(days) for shift in shifts)
        model.add_linear_constraint(minutes, least_minutes, most_minutes)
        for day in range(days - most_run):
            model.add_bool_or(~works[who, later] for later in range(day, day + most_run + 1))
        # Runs that are too short; those that touch an end of the horizon count as long enough.
        for length in range(1, least_run):
            for day in range(days - length - 1):
                middle = [~works[who, day + step] for step in range(1, length + 1)]
                model.add_bool_or([works[who, day], *middle, works[who, day + length + 1]])
        for length in range(1, least_off):
            for day in range(days - length - 1):
                middle = [works[who, day + step] for step in range(1, length + 1)]
                model.add_bool_or([~works[who, day], *middle, ~works[who, day + length + 1]])
        ends = []
        for saturday in range(5, days, 7):
            end = model.new_bool_var("")
            for day in (saturday, saturday + 1):
                if day < days:
                    model.add_implication(works[who, day], end)
            ends.append(end)
        model.add(sum(ends) <= weekends)
    for row in read.get("SECTION_SHIFT_ON_REQUESTS", []):
        costs.append(int(row[3]) * (1 - chosen[row[0], int(row[1]), row[2]]))
    for row in read.get("SECTION_SHIFT_OFF_REQUESTS", []):
        costs.append(int(row[3]) * chosen[row[0], int(row[1]), row[2]])
    people = [row[0] for row in read["SECTION_STAFF"]]
    for row in read["SECTION_COVER"]:
        day, shift, wanted, under, over = int(row[0]), row[1], int(row[2]), int(row[3]), int(row[4])
        missing = model.new_int_var(0, wanted, "")
        extra = model.new_int_var(0, len(people), "")
        model.add(sum(chosen[who, day, shift] for who in people) + missing - extra == wanted)
        costs += [under * missing, over * extra]
    model.minimize(sum(costs))
    return model


def main():
    path, seconds, workers = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    began = time.time()
    model = build(path)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.max_time_in_seconds = max(1.0, seconds - (time.time() - began))
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    print(
        json.dumps(
            {
                "objective": round(solver.objective_value) if found else None,
                "bound": round(solver.best_objective_bound, 1),
                "status": solver.status_name(status).lower(),
                "seconds": round(time.time() - began, 2),
            }
        )
    )


main()
