"""Random numbers of our own, so that the same seed gives the same bytes on every machine and under every Python."""

MASK = 2**64 - 1


class Random:
    def __init__(self, *seeds):
        self.state = 0x9E3779B97F4A7C15
        for seed in seeds:
            self.state = (self.state ^ (seed * 0xBF58476D1CE4E5B9)) & MASK
            self.below(2)

    def below(self, n):
        """A whole number from 0 to n - 1 (splitmix64)."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) % n

    def between(self, least, most):
        return least + self.below(most - least + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def of(self, items):
        return items[self.below(len(items))]

    def some(self, items, least, most):
        """Different ones of the items, in an order of chance."""
        rest, out = list(items), []
        for _ in range(min(len(rest), self.between(least, most))):
            out.append(rest.pop(self.below(len(rest))))
        return out

    def shuffled(self, items):
        return self.some(items, len(items), len(items))

    def weighed(self, choices):
        """One of (weight, thing) pairs."""
        at = self.below(sum(weight for weight, _ in choices))
        for weight, thing in choices:
            if at < weight:
                return thing
            at -= weight
        raise AssertionError("weights do not add up")
