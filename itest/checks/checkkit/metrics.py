"""The scrape page as figures."""

import re

SERIES = re.compile(r"([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?")
LABEL = re.compile(r'([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"')


class Page:
    def __init__(self, server):
        self.values = server.metrics()
        self.rows = [(*self.parse(series), value) for series, value in self.values.items()]

    @staticmethod
    def parse(series):
        name, labels = SERIES.fullmatch(series).groups()
        return name, dict(LABEL.findall(labels or ""))

    def sum(self, name, *labels):
        """Sum of the series of this name (unit and _total may follow) with all these label values."""
        named = re.compile(re.escape(name) + r"(_[a-z]+)?(_total)?")
        return sum(value for each, found, value in self.rows
                   if (each == name or named.fullmatch(each) and not each.endswith(("_max", "_sum", "_bucket")))
                   and all(label in found.values() for label in labels))
