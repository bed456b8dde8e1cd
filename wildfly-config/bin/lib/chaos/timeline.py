"""What the client saw, call by call, and what can be said of a stretch of time."""

import bisect
import dataclasses
import json
import threading

# A window that is looked at, and how often: short enough to see a dip, long enough for a 95th percentile.
WINDOW, STEP = 5.0, 0.5
# Below this many seconds a slower answer is noise of the machine, not a fault's effect.
UNNOTICED = 0.25
RATE_BACK, LATENCY_BACK = 0.7, 2.0


@dataclasses.dataclass(frozen=True)
class Call:
    """One request: ok, refused (an answer that says no) or failed (no answer, or the cloud's own failure)."""

    begun: float
    ended: float
    action: str
    outcome: str
    detail: str
    request: str


@dataclasses.dataclass(frozen=True)
class Figures:
    """Answered calls of a stretch of time."""

    rate: float
    mean: float
    p95: float
    failed: int


class Timeline:
    """All calls, in the order in which they ended."""

    def __init__(self):
        self._lock = threading.Lock()
        self._calls = []
        self._ends = []

    def add(self, call):
        with self._lock:
            at = bisect.bisect(self._ends, call.ended)
            self._ends.insert(at, call.ended)
            self._calls.insert(at, call)

    def between(self, begin, end):
        with self._lock:
            return self._calls[bisect.bisect_left(self._ends, begin):bisect.bisect_right(self._ends, end)]

    def figures(self, begin, end):
        calls = self.between(begin, end)
        times = sorted(call.ended - call.begun for call in calls if call.outcome != "failed")
        if not times:
            return Figures(0, 0, 0, len(calls))
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        return Figures(len(times) / max(end - begin, 0.001), sum(times) / len(times), p95, len(calls) - len(times))

    def as_before(self, moment, before, latency=True):
        """Whether the window that ends at a moment is as good as it was before."""
        now = self.figures(moment - WINDOW, moment)
        return (now.failed == 0 and now.rate > 0 and now.rate >= RATE_BACK * before.rate
                and (not latency or now.p95 <= max(LATENCY_BACK * before.p95, UNNOTICED)))

    def error_window(self, begin, end):
        """From the begin of the first failed call to the end of the last one; 0: none failed."""
        failed = [call for call in self.between(begin, end) if call.outcome == "failed"]
        if not failed:
            return 0.0
        return max(call.ended for call in failed) - max(begin, min(call.begun for call in failed))

    def recovered_after(self, begin, end, before, latency=True):
        """Seconds after a fault's begin until the last window that was worse than before; 0: none was."""
        moments = [begin + STEP * n for n in range(1, int((end - begin) / STEP) + 1)]
        worse = [moment for moment in moments if not self.as_before(moment, before, latency)]
        return worse[-1] - begin if worse else 0.0

    def errors(self, begin, end):
        """Failed calls by their kind."""
        kinds = {}
        for call in self.between(begin, end):
            if call.outcome == "failed":
                kinds[call.detail] = kinds.get(call.detail, 0) + 1
        return kinds

    def write(self, file):
        """One JSON object a line."""
        with open(file, "w", encoding="utf-8") as out:
            for call in self.between(float("-inf"), float("inf")):
                out.write(json.dumps(dataclasses.asdict(call)) + "\n")
