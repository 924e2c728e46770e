"""An independent calculator of the measures of a work ledger."""

import sys

from present import present_task
from task import Task


def measure_plan(plan, tasks, as_of, known_by, cache=None):
    """The tasks of a plan as they are printed, in their order.

    `cache` keeps the lights of the months, which do not hang on the two dates, between calls
    for the same ledger.
    """
    cache = {} if cache is None else cache
    return [present_task(Task(plan, task, as_of, known_by), cache)
            for task in sorted(tasks, key=lambda task: task["item"])]


def main(arguments):
    if arguments != ["--self-test"]:
        print(__doc__)
        return 2
    import worked_values
    return worked_values.check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
