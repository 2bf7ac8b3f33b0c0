"""A check prints figures, then one verdict; it exits 0 only where it holds."""

import argparse
import signal
import sys
import time
import traceback


class Failed(Exception):
    """The promise does not hold; the text says where."""


def require(condition, problem):
    if not condition:
        raise Failed(problem)


class Check:
    """The frame of a check: options, figures, the verdict as the last line."""

    def __init__(self, name, summary):
        self.name = name
        self.options = argparse.ArgumentParser(prog="./check " + name, description=summary)
        self.problems = []
        self.started = time.monotonic()

    def option(self, *names, **settings):
        self.options.add_argument(*names, **settings)

    def figure(self, what, value):
        print(f"  {what:<44} {value}", flush=True)

    def problem(self, text):
        """Something does not hold; the check goes on to show the rest."""
        self.problems.append(text)
        print(f"  NOT SO: {text}", flush=True)

    def expect(self, condition, text):
        if not condition:
            self.problem(text)
        return condition

    def run(self, body):
        arguments = self.options.parse_args()
        print(f"== {self.name}", flush=True)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # what it has started ends with it
        summary = ""
        try:
            summary = body(arguments) or ""
        except Failed as failed:
            self.problem(str(failed))
        except KeyboardInterrupt:
            self.problem("interrupted")
        except Exception as error:  # whatever breaks, the verdict comes last
            traceback.print_exc()
            self.problem(f"{type(error).__name__}: {error}")
        seconds = time.monotonic() - self.started
        sys.stderr.flush()
        if self.problems:
            more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
            print(f"FAIL {self.name}: {self.problems[0]}{more}", flush=True)
            sys.exit(1)
        print(f"PASS {self.name} {summary} ({seconds:.1f} s)".replace("  ", " "), flush=True)
        sys.exit(0)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0
