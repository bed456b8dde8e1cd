"""The report: a row for each fault, totals, invariants, gates. As text for people, as JSON for programs."""

import collections
import dataclasses
import json

import upgrade

ERROR_WINDOW, SURVIVOR, REJOIN, MOST_SERVER_KILLS = 5.0, 30.0, 90.0, 6


@dataclasses.dataclass
class Report:
    """All that a run found."""

    circumstances: dict
    rows: list
    totals: dict
    violations: dict
    gates: list

    @property
    def passed(self):
        return not any(self.violations.values()) and all(met for _, _, met in self.gates)


def totals(timeline, ledger, begun, ended):
    calls = timeline.between(begun, ended)
    outcomes = collections.Counter(call.outcome for call in calls)
    refused = collections.Counter(call.detail for call in calls if call.outcome == "refused")
    return {"calls": len(calls), **{each: outcomes[each] for each in ("ok", "refused", "failed")},
            "calls per second": round(len(calls) / (ended - begun), 1),
            "failed by kind": timeline.errors(begun, ended), "refused by code": dict(refused), **ledger.counts()}


def gates(rows, servers, least, chosen, each_kind):
    """Name, what was measured, whether that is good enough.

    chosen: the kinds of this run; each_kind: whether there was time for three of each.
    """
    found = [(f"at least {least} faults", len(rows), len(rows) >= least),
             ("every fault's part and the service recovered", sum(1 for row in rows if not row.recovered),
              all(row.recovered for row in rows))]
    if any(row.fault == upgrade.RollingUpgrade.name for row in rows):
        return [*found, upgrade.gate(rows)]
    kills = [row for row in rows if row.fault == "server-kill"]
    found.append((f"at most {MOST_SERVER_KILLS} server kills", len(kills), len(kills) <= MOST_SERVER_KILLS))
    if "server-kill" in chosen and servers > 1:
        found.append(("at least 1 server kill", len(kills), bool(kills)))
    if each_kind:
        counts = collections.Counter(row.fault for row in rows)
        fewest = min((counts[kind] for kind in chosen), default=0)
        found.append(("at least 3 of each kind", fewest, fewest >= 3))
    if kills:
        slowest = max(row.rejoin for row in kills)
        found.append((f"a killed server is back within {REJOIN:.0f} s", round(slowest, 1), slowest <= REJOIN))
    if kills and servers > 1:
        window = max(row.error_window for row in kills)
        found.append((f"errors of a server's death for at most {ERROR_WINDOW:.0f} s", round(window, 1), window <= ERROR_WINDOW))
        back = max(row.throughput_back for row in kills)
        found.append((f"the survivor at 70 % of the throughput within {SURVIVOR:.0f} s", back, back <= SURVIVOR))
    return found


def text(report):
    lines = ["# " + ", ".join(f"{name} {value}" for name, value in report.circumstances.items()), ""]
    head = ("#", "fault", "of", "error window s", "time to recover s", "slow-down ×", "rejoin s", "errors by kind")
    table = [head] + [row_cells(row) for row in report.rows]
    widths = [max(len(cells[n]) for cells in table) for n in range(len(head))]
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip() for cells in table]
    lines += ["", "totals"] + [f"  {name}: {listed(value)}" for name, value in report.totals.items()]
    lines += ["", "invariants"]
    for name, violated in report.violations.items():
        lines.append(f"  {name}: {'ok' if not violated else f'{len(violated)} VIOLATIONS'}")
        lines += [f"    {each}" for each in violated[:20]]
    lines += ["", "gates"] + [f"  {name}: {value}: {'met' if met else 'MISSED'}" for name, value, met in report.gates]
    lines += ["", "passed" if report.passed else "FAILED"]
    return "\n".join(lines) + "\n"


def row_cells(row):
    recovery = f"{row.recovered_after:.1f}" if row.recovered else f"not within {row.recovered_after:.0f}"
    return (str(row.number), row.fault, row.target, f"{row.error_window:.1f}" if row.errors else "none", recovery,
            f"{row.slowdown:.1f}", "" if row.rejoin is None else f"{row.rejoin:.1f}", listed(row.errors))


def listed(value):
    if isinstance(value, dict):
        return ", ".join(f"{count} {name}" for name, count in sorted(value.items())) or "none"
    return str(value)


def write(report, directory):
    (directory / "report.txt").write_text(text(report), encoding="utf-8")
    everything = {**dataclasses.asdict(report), "passed": report.passed}
    (directory / "report.json").write_text(json.dumps(everything, indent=1), encoding="utf-8")
