"""Plugins replaced under the load of bench/swap: the load, the replacements, the verdict."""

import re
import resource
import subprocess
import threading
import time

from . import jvm, plugins
from .metrics import Page
from .server import Server
from .verdict import Failed, require

FAULTS = ("refused", "dropped", "wrong", "missed", "doubled")
KINDS = dict(command="IMAP commands", push="news to IDLE and active sessions", pop3="POP3 commands",
             delivery="deliveries, dot to 250", visit="new connections, to the greeting")
PHASES = ("before", "during", "after", "store")
PATIENCE = 600


def options(check, sessions=5000, active=200, rate=500, pop3=50, deliveries=16, visits=100, upgrades=20,
            quiet=10):
    for name, number, words in (
            ("sessions", sessions, "IMAP sessions in IDLE over TLS"), ("active", active, "active sessions"),
            ("rate", rate, "commands a second of the active ones together"),
            ("pop3", pop3, "POP3 sessions"), ("deliveries", deliveries, "SMTP deliveries in flight"),
            ("visits", visits, "connections opened a second"),
            ("upgrades", upgrades, "upgrades of each plugin"),
            ("quiet", quiet, "seconds without an upgrade, before and after")):
        check.option(f"--{name}", type=int, default=number, help=f"{words} ({number:,})")
    check.option("--heap", default="2g", help="the load generator's heap (2g)")


class Load:
    """The load generator. Figures come in as it says them; slices are fifths of a second."""

    def __init__(self, server, options):
        self.figures = {}
        self.slices = []
        self.happened = threading.Condition()
        numbers = {name: getattr(options, name)
                   for name in ("sessions", "active", "rate", "pop3", "deliveries", "visits")}
        words = [word for name, value in numbers.items() for word in (f"--{name}", value)]
        self.process = subprocess.Popen(
            jvm.command("org.restante.bench.swap.SwapLoad", "--base", server.base, *words, heap=options.heap),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self.read, daemon=True).start()
        self.await_figure("ready")

    def read(self):
        for line in self.process.stdout:
            word, _, value = line.strip().partition(" ")
            with self.happened:
                if word == "slice":
                    self.slices.append(tuple(0.0 if part == "none" else float(part) for part in value.split()))
                else:
                    self.figures[word] = value
                self.happened.notify_all()
        with self.happened:
            self.figures["over"] = ""
            self.happened.notify_all()

    def await_figure(self, word):
        with self.happened:
            came = self.happened.wait_for(lambda: word in self.figures or "over" in self.figures, PATIENCE)
        require(came and word in self.figures, f"the load generator never said {word}: {self.figures}")

    def say(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def end(self):
        self.say("end")
        self.await_figure("accepted")
        self.process.wait(60)
        return self.figures

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Swap:
    """A server under load. with Swap(check, options) as swap: swap.upgrade(...); swap.verdict()"""

    def __init__(self, check, options, jvm_options=""):
        self.check = check
        self.options = options
        self.took = {}
        self.begun = {}
        room_for_files()
        self.server = Server(accounts=0, jvm=jvm_options)
        self.load = None

    def __enter__(self):
        self.server.start()
        try:
            self.server.add_accounts(
                [f"user{n}" for n in range(1, self.options.active + 1)]
                + [f"pop{n}" for n in range(1, self.options.pop3 + 1)]
                + [f"recv{n}" for n in range(1, self.options.deliveries + 1)])
            self.load = Load(self.server, self.options)
        except BaseException:
            self.close()
            raise
        self.check.figure("sessions in IDLE, opened in s",
                          f"{self.load.figures['ready']}, {self.load.figures['opened.seconds']}")
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        if self.load:
            self.load.kill()
        self.server.close()

    def quietly(self):
        time.sleep(self.options.quiet)

    def upgrade(self, protocol, jar, kind=None):
        """One replacement; how long it took is kept."""
        self.begun.setdefault(kind or protocol, time.time())
        self.took.setdefault(kind or protocol, []).append(plugins.deploy(self.server, jar))

    def alternate(self, builds):
        """Each plugin is replaced so many times in a row, by one of its builds and the next."""
        self.load.say("during")
        for protocol, jars in builds.items():
            for number in range(self.options.upgrades):
                self.upgrade(protocol, jars[number % len(jars)])
        self.load.say("after")

    def replace_bundle(self, name, times):
        """A bundle of the kernel, by the framework's own update: sessions wait, and go on."""
        self.load.say("store")
        number = self.bundle_number(name)
        for _ in range(times):
            begun = time.monotonic()
            done = self.server.command("shell", f"update {number}", f"refresh {number}")
            require(done.returncode == 0, f"update of {name}: {done.stdout}{done.stderr}")
            self.await_active(number)
            self.took.setdefault("store", []).append(time.monotonic() - begun)
        self.quietly()

    def bundle_number(self, name):
        rows = self.server.command("shell", "lb -s").stdout.splitlines()
        numbers = [row.split("|")[0].strip() for row in rows if re.search(rf"\b{re.escape(name)}\b ", row)]
        require(len(numbers) == 1, f"{len(numbers)} bundles {name}")
        return numbers[0]

    def await_active(self, number):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            row = next((row for row in self.server.command("shell", "lb -s").stdout.splitlines()
                        if row.split("|")[0].strip() == number), "")
            if "Active" in row:
                return
            time.sleep(0.1)
        raise Failed(f"bundle {number} is not active after 60 s")

    def verdict(self):
        """Ends the load, shows all figures, and says what does not hold."""
        figures = self.load.end()
        for kind, seconds in self.took.items():
            self.check.figure(f"{kind}: upgrades, mean and longest in s",
                              f"{len(seconds)}, {sum(seconds) / len(seconds):.2f}, {max(seconds):.2f}")
        for kind, words in KINDS.items():
            show_times(self.check, words, kind, figures)
        page = Page(self.server)
        handed_over = {result: int(page.sum("restante_sessions_handover", result))
                       for result in ("moved", "deferred", "dropped")}
        self.check.figure("the server's count: moved, deferred, dropped",
                          " ".join(f"{count:,}" for count in handed_over.values()))
        refused = int(page.sum("restante_connections_refused"))
        self.check.figure("the server's count: connections refused", refused)
        self.check.figure("letters accepted, all there once", figures["accepted"])
        for fault in FAULTS:
            self.check.figure(fault, figures[fault])
            self.check.expect(figures[fault] == "0", f"{figures[fault]} {fault}")
        self.check.expect(handed_over["dropped"] == 0, f"{handed_over['dropped']} sessions dropped")
        self.check.expect(refused == 0, f"{refused} connections refused")
        self.check.expect(handed_over["moved"] > 0 or not self.took, "no session was moved")
        for kind in ("command", "push", "visit"):
            self.check.expect(figures[f"during.{kind}.count"] != "0", f"no {kind} during the upgrades")
        pause = max(float(figures[f"during.{kind}.max"]) for kind in KINDS
                    if figures[f"during.{kind}.count"] != "0")
        self.check.figure("longest pause of any session, ms", f"{pause:.0f}")
        return f"{handed_over['moved']:,} sessions moved in {sum(map(len, self.took.values()))} upgrades, " \
               f"longest pause {pause:.0f} ms"


def show_times(check, words, kind, figures):
    phases = [phase for phase in PHASES if phase != "store" or figures[f"store.{kind}.count"] != "0"]
    check.figure(words, ", ".join(f"{figures[f'{phase}.{kind}.count']} {phase}" for phase in phases))
    for name in ("p50", "p99", "max"):
        check.figure(f"    {name} {' / '.join(phases)}, ms",
                     " / ".join(figures[f"{phase}.{kind}.{name}"] for phase in phases))


def room_for_files(wanted=20000):
    """Sockets are files: the soft limit goes up to what the hard one allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def require_files(sessions):
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < sessions + 2000:
        raise Failed(f"{soft} open files are too few for {sessions} sessions: raise ulimit -n")
