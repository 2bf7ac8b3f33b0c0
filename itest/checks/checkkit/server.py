"""A server of the built distribution: own home, own ports, ended by its own process id."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
from pathlib import Path

from .verdict import Failed, require

ROOT = Path(__file__).resolve().parents[3]
WELL_KNOWN = dict(lmtp=24, smtp=25, http=80, pop3=110, imap=143, smtps=465, submission=587,
                  imaps=993, pop3s=995)


def build():
    """Builds the distribution where it is missing or stale; its program is the answer."""
    done = subprocess.run([ROOT / "restante", "--version"], capture_output=True, text=True)
    require(done.returncode == 0, "the distribution does not build:\n" + done.stdout + done.stderr)
    return ROOT / "dist" / "target" / "restante" / "bin" / "restante"


def free_base_port():
    # below the ports that the system gives to clients (32768 and up)
    bases = range(12000, 31001, 1000)
    first = os.getpid() % len(bases)
    for base in [*bases[first:], *bases[:first]]:
        if all(free(base + port) for port in WELL_KNOWN.values()):
            return base
    raise Failed("no base port with all its ports free")


def free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False


class Server:
    """with Server(accounts=2) as server: ... The home goes with it unless keep is set."""

    def __init__(self, accounts=2, jvm="", keep=False, home=None, arguments=()):
        self.program = build()
        self.folder = Path(home) if home else Path(tempfile.mkdtemp(prefix="restante-check-"))
        self.home = self.folder / "home"
        self.base = free_base_port()
        self.accounts = accounts
        self.jvm = jvm
        self.arguments = arguments
        self.backlog = None  # sockets that outlive the process, where a check wants them
        self.keep = keep or os.environ.get("KEEP_HOME") == "1"
        self.process = None
        self.preload = {}  # more of the server's environment

    def __enter__(self):
        self.start()
        try:
            if self.accounts:
                self.add_accounts(f"user{n}" for n in range(1, self.accounts + 1))
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.stop()
        if self.keep:
            print(f"  the home is kept: {self.home}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    def port(self, listener):
        return self.base + WELL_KNOWN[listener]

    def environment(self):
        options = f"{os.environ.get('RESTANTE_JAVA_OPTS', '')} {self.jvm}".strip()
        return {**os.environ, **self.preload, "RESTANTE_JAVA_OPTS": options}

    def start(self, patience=90):
        """Runs the server as a child of ours; returns the seconds until every port answered."""
        begun = time.monotonic()
        self.launch()
        self.await_ready(patience)
        return time.monotonic() - begun

    def await_ready(self, patience=90):
        """Until every port answers, and accounts are there."""
        begun = time.monotonic()
        while True:
            if self.process.poll() is not None:
                raise Failed("the server has stopped:\n" + self.console())
            if self.ready():
                return
            if time.monotonic() - begun > patience:
                self.kill()
                raise Failed(f"not ready after {patience} s:\n" + self.console())
            time.sleep(0.05)

    def launch(self):
        """Runs the server, and waits for nothing."""
        log = open(self.folder / "console.log", "ab")
        words = [self.program, "run", "--home", self.home, "--base-port", str(self.base), *self.arguments]
        self.process = subprocess.Popen(
            self.backlog.handing(words) if self.backlog else words,
            pass_fds=self.backlog.descriptors if self.backlog else (),
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment())
        log.close()

    def console(self):
        texts = []
        for log in [self.folder / "console.log", *sorted(self.home.glob("logs/*.log"))]:
            if log.exists():
                texts.append(f"--- {log.name}\n" + log.read_text(errors="replace")[-4000:])
        return "\n".join(texts)

    def ready(self):
        try:
            status, body = self.request("GET", "/api/v1/status")
            return status == 200 and json.loads(body).get("ready") is True
        except (OSError, http.client.HTTPException, ValueError):
            return False

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self):
        """kill -9 of the JVM: the program replaces itself by java, so the child is the JVM."""
        self.process.kill()
        self.process.wait()

    def request(self, method, path, body=None, kind="application/json"):
        token_file = self.home / "data" / "admin.token"
        token = token_file.read_text().strip() if token_file.exists() else ""
        connection = http.client.HTTPConnection("127.0.0.1", self.port("http"), timeout=120)
        try:
            connection.request(method, path, body,
                               {"Authorization": "Bearer " + token, "Content-Type": kind})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def api(self, method, path, document=None):
        body = None if document is None else json.dumps(document)
        status, answer = self.request(method, "/api/v1" + path, body)
        require(status < 300, f"{method} {path}: {status} {answer[:300]!r}")
        return json.loads(answer) if answer.strip() else None

    def add_accounts(self, names, password="pass"):
        addresses = [name + "@localhost" for name in names]
        self.api("POST", "/accounts", dict(addresses=addresses, password=password))

    def quota(self, name, octets=None, messages=None):
        path = "/accounts/" + urllib.parse.quote(name + "@localhost", safe="") + "/quota"
        self.api("PUT", path, dict(octets=octets, messages=messages))

    def inspect(self):
        """Every difference between what is counted and what is there."""
        return self.api("GET", "/inspect")

    def metrics(self):
        """The scrape page: {series: value}, the series as its text."""
        status, page = self.request("GET", "/metrics")
        require(status == 200, f"/metrics answers {status}")
        values = {}
        for line in page.decode().splitlines():
            if line and not line.startswith("#"):
                series, value = line.rsplit(" ", 1)
                values[series] = float(value)
        return values

    def processor_seconds(self):
        """What the process has used of the processors so far, its children's too."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def resident_octets(self, what="VmRSS"):
        """What the process has in memory now; VmHWM: the most that it ever had."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith(what + ":"))
        return int(line.split()[1]) * 1024

    def command(self, *arguments):
        return subprocess.run([self.program, *arguments, "--home", self.home], text=True,
                              capture_output=True)
