"""The order of faults."""

# What a cluster is for: also a short run begins with these.
FIRST = ("server-kill", "postgres-restart")


def schedule(chosen, dice):
    """Rounds in which each kind comes once, in another order each time; some kinds only so often."""
    counts = {}
    while True:
        order = list(chosen)
        dice.shuffle(order)
        if not counts:
            order.sort(key=lambda kind: kind.name not in FIRST)
        fresh = [kind for kind in order if counts.get(kind, 0) < getattr(kind, "most", 1 << 30)]
        if not fresh:
            return
        for kind in fresh:
            counts[kind] = counts.get(kind, 0) + 1
            yield kind
