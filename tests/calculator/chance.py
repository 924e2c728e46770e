"""The random choices of one ledger."""

import random
from fractions import Fraction

from dates import days


def decimal(value, places=2):
    """The nearest decimal of so many places."""
    return Fraction(round(Fraction(value) * 10 ** places), 10 ** places)


class Chance:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_in(self, count):
        return self.random.randrange(count) == 0

    def pick(self, values):
        return self.random.choice(values)

    def number(self, low, high):
        return self.random.randint(low, high)

    def share(self, low, high):
        """A share between two percentages."""
        return Fraction(self.number(low * 100, high * 100), 10000)

    def day(self, first, last):
        return first + days(self.number(0, max((last - first).days, 0)))

    def sample(self, values, count):
        return self.random.sample(values, count)
