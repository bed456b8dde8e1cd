"""The figures of the report, on calls that are made up: python3 -m unittest in this directory."""

import itertools
import random
import unittest

from schedule import schedule
from timeline import Call, Timeline


def calls(begin, end, rate=10, lasts=0.05, outcome="ok", detail=""):
    """Evenly spaced calls that end between two moments."""
    return [Call(begin + n / rate - lasts, begin + n / rate, "describe", outcome, detail, "")
            for n in range(int((end - begin) * rate))]


def line(*stretches):
    timeline = Timeline()
    for stretch in stretches:
        for call in stretch:
            timeline.add(call)
    return timeline


class TimelineTest(unittest.TestCase):

    def test_a_fault_that_nobody_notices_is_recovered_from_at_once(self):
        timeline = line(calls(0, 60))
        before = timeline.figures(0, 20)
        self.assertEqual(timeline.recovered_after(20, 50, before), 0)
        self.assertEqual(timeline.error_window(20, 50), 0)
        self.assertAlmostEqual(before.rate, 10, delta=0.2)

    def test_an_outage_lasts_from_its_first_failed_call_to_its_last(self):
        timeline = line(calls(0, 20), calls(21, 25, 2, 0.5, "failed", "HTTP 503"), calls(26, 60))
        self.assertAlmostEqual(timeline.error_window(20, 60), 4.0, delta=0.1)
        self.assertEqual(timeline.errors(20, 60), {"HTTP 503": 8})

    def test_a_call_that_hangs_from_before_the_fault_counts_from_the_fault_on(self):
        timeline = line([Call(18, 28, "run", "failed", "ReadTimeout", "")])
        self.assertEqual(timeline.error_window(20, 60), 8)

    def test_recovery_is_the_end_of_the_last_bad_window_and_not_of_the_first(self):
        timeline = line(calls(0, 22), calls(26, 32), calls(38, 60))
        before = timeline.figures(0, 20)
        self.assertGreater(timeline.recovered_after(20, 60, before), 17)
        self.assertLess(timeline.recovered_after(20, 60, before), 24)

    def test_slow_answers_are_no_recovery_but_throughput_is_back(self):
        timeline = line(calls(0, 20), calls(20, 40, lasts=1.0), calls(40, 60))
        before = timeline.figures(0, 20)
        self.assertEqual(timeline.recovered_after(20, 60, before, latency=False), 0)
        self.assertGreater(timeline.recovered_after(20, 60, before), 19)

    def test_silence_is_never_as_before(self):
        timeline = line(calls(0, 20))
        self.assertFalse(timeline.as_before(40, timeline.figures(30, 35)))

    def test_refusals_are_answers(self):
        timeline = line(calls(0, 60, outcome="refused", detail="IncorrectInstanceState"))
        self.assertEqual(timeline.figures(0, 60).failed, 0)
        self.assertEqual(timeline.errors(0, 60), {})


class ScheduleTest(unittest.TestCase):

    def test_each_round_has_each_kind_once_and_limits_hold(self):
        class Rare:
            name = "rare"
            most = 1

        class Usual:
            name = "usual"

        class Other:
            name = "server-kill"

        drawn = list(itertools.islice(schedule([Rare, Usual, Other], random.Random("x")), 7))
        self.assertEqual(drawn[0], Other)
        self.assertEqual(drawn.count(Rare), 1)
        self.assertEqual({drawn.count(Usual), drawn.count(Other)}, {3})


if __name__ == "__main__":
    unittest.main()
