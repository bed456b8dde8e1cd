"""What is left on lab hosts, which no plant on a running cloud shows: looked at by hand-made snapshots."""

import types
import unittest

import invariants
from ledger import Launch, Ledger
from snapshot import Domain, Snapshot

LIVE, GONE = "i-0live", "i-0gone"


def look(*traces, domains=()):
    rows = {
        "hosts": [{"id": "h-1", "name": "host-1"}, {"id": "h-2", "name": "host-2"}],
        "instances": [{"id": LIVE, "state": "running", "host_id": "h-1"}, {"id": GONE, "state": "terminated", "host_id": "h-1"}],
        "interfaces": [{"mac": "d0:0d:00:00:00:01", "attached_to": LIVE}],
    }
    return Snapshot(rows, {}, {}, set(), list(domains), list(traces))


def orphans(*traces, domains=()):
    return invariants.nothing_orphaned_on_hosts(look(*traces, domains=domains), None)


class OrphansTest(unittest.TestCase):

    def test_what_a_live_instance_has_is_none(self):
        self.assertEqual([], orphans(
            ("directory", "host-1", LIVE), ("lease", "host-1", "d0:0d:00:00:00:01"),
            ("tap", "host-1", "j1"), ("tap of a domain", "host-1", "j1"), domains=[Domain("host-1", LIVE, True)]))

    def test_directory_of_one_that_is_gone(self):
        self.assertEqual(1, len(orphans(("directory", "host-1", GONE))))

    def test_directory_on_another_host(self):
        self.assertEqual(1, len(orphans(("directory", "host-2", LIVE))))

    def test_tap_that_no_domain_uses(self):
        self.assertEqual(1, len(orphans(("tap", "host-1", "j1"), ("tap of a domain", "host-2", "j1"))))

    def test_lease_of_nobody(self):
        self.assertEqual(1, len(orphans(("lease", "host-1", "d0:0d:00:00:00:02"))))

    def test_domain_of_one_that_is_gone_and_on_another_host(self):
        self.assertEqual(2, len(orphans(domains=[Domain("host-1", GONE, False), Domain("host-2", LIVE, True)])))


class LedgerTest(unittest.TestCase):

    def test_what_is_acknowledged_later_is_not_asked_of_an_earlier_look(self):
        ledger = Ledger()
        ledger.launches["t"] = Launch("t", 1)
        before = ledger.so_far()
        ledger.launches["t"].reservation = "r-1"
        ledger.launches["u"] = Launch("u", 1, "r-2")
        self.assertEqual({"t": Launch("t", 1)}, before.launches)


class AnswersTest(unittest.TestCase):

    def test_contradictions_are_violations(self):
        ledger = types.SimpleNamespace(contradictions=["i-0live was not found"])
        self.assertEqual(["i-0live was not found"], invariants.no_contradicting_answer(look(), ledger))


if __name__ == "__main__":
    unittest.main()
