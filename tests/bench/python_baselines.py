# What one would write instead of the planner: the finish day of many crew counts, in plain Python
# and in numpy. It is no part of the program; `cargo xtask bench native` runs it beside the core.
"""Finish days of many crew counts over one wall, file order, a foot a day up to 30 feet.

    python3 python_baselines.py [SECTIONS] [COUNTS]

Prints for each way its name, nanoseconds a section and count, and the sum of the finish days, and
nothing for numpy where it is not installed. The wall is that of the benchmark in Rust, the counts
are spread evenly up to the sections.
"""

import heapq
import sys
import time

try:
    import numpy as np
except ImportError:
    np = None

TARGET = 30
WORD = 0xFFFFFFFF
# Days in a ring: a power of two above the longest section.
RING = 32


def start_heights(count, seed=1):
    state = max(seed * 2654435761 & WORD, 1)
    for _ in range(count):
        state ^= state << 13 & WORD
        state ^= state >> 17
        state ^= state << 5 & WORD
        yield state % (TARGET + 1)


def by_heap(days, counts):
    """A heap of the days on which crews are free, for one count after the other."""
    total = 0
    for crews in counts:
        free = [0] * crews
        for needed in days:
            heapq.heapreplace(free, free[0] + needed)
        total += max(free)
    return total


def by_numpy(days, counts):
    """A ring of "crews free on day d" for each count; a section is one step of all counts at once."""
    crews = np.asarray(counts)
    rows = np.arange(len(crews))
    ring = np.zeros((len(crews), RING), np.int64)
    ring[:, 0] = crews
    today = np.zeros(len(crews), np.int64)
    finish = np.zeros(len(crews), np.int64)
    for needed in days:
        waits = ring[rows, today % RING] == 0
        while waits.any():
            today += waits
            waits = ring[rows, today % RING] == 0
        ring[rows, today % RING] -= 1
        ring[rows, (today + needed) % RING] += 1
        np.maximum(finish, today + needed, out=finish)
    return int(finish.sum())


def main(sections=2000, count=2000):
    days = [TARGET - height for height in start_heights(sections) if height < TARGET]
    counts = [max(1, i * sections // count) for i in range(1, count + 1)]
    ways = {"heapq": by_heap, "numpy": by_numpy}
    if np is None:
        del ways["numpy"]
    for name, way in ways.items():
        start = time.perf_counter()
        total = way(days, counts)
        took = time.perf_counter() - start
        print(f"{name} {took * 1e9 / sections / count:.1f} {total}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
