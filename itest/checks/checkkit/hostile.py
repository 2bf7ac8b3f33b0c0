"""The hostile protocol of itest/src/hostile: its jar, its listener, its clients."""

import socket
import subprocess
import time
import zipfile

from .letters import java_program
from .server import ROOT
from .verdict import require

DIST = ROOT / "dist" / "target" / "restante"
SOURCES = ROOT / "itest" / "src" / "hostile" / "java"
NAME = "org.restante.hostile"
PORT = 118
MANIFEST = f"""Manifest-Version: 1.0
Bundle-ManifestVersion: 2
Bundle-SymbolicName: {NAME}
Bundle-Version: 1.0.0
Bundle-Activator: {NAME}.HostilePlugin
Import-Package: io.micrometer.core.instrument,org.osgi.framework,
 org.restante.account,org.restante.mail,org.restante.mailbox,org.restan
 te.message,org.restante.protocol
"""


class HostileJar:
    """Compiled when it is asked for, against the bundles of the built distribution."""

    def __init__(self, folder):
        classes = folder / "hostile"
        jars = sorted(DIST.glob("bundles/*/*.jar")) + sorted(DIST.glob("lib/*.jar"))
        done = subprocess.run(
            [java_program(), "-m", "jdk.compiler/com.sun.tools.javac.Main", "--release", "21",
             "-proc:none", "-d", classes, "-cp", ":".join(map(str, jars)),
             *sorted(SOURCES.rglob("*.java"))], capture_output=True, text=True)
        require(done.returncode == 0, "the hostile plugin does not compile: " + done.stderr[-2000:])
        self.path = folder / "hostile.jar"
        with zipfile.ZipFile(self.path, "w") as jar:
            jar.writestr("META-INF/MANIFEST.MF", MANIFEST)
            for file in sorted(classes.rglob("*.class")):
                jar.write(file, file.relative_to(classes))

    @staticmethod
    def listen(server):
        (server.home / "etc" / "org.restante.core.listener-hostile.config").write_text(
            f'protocol="hostile"\nport=I"{PORT}"\ngoodbye="so long"\nrefusal="not now"\n'
            'parkSeconds=I"1"\n')

    @staticmethod
    def allow(server, patience=20):
        """Switches the scan off, as docs/operations.md says, and waits until that is so."""
        (server.home / "etc" / "org.restante.core.isolation.config").write_text('scan=B"false"\n')
        begun = time.monotonic()
        while "scan is off" not in server.console():
            require(time.monotonic() - begun < patience, "the scan does not go off")
            time.sleep(0.1)

    def deploy(self, server):
        """Empty where it serves; else why not, without the progress that was told before."""
        done = server.command("deploy", str(self.path))
        said = (done.stderr or done.stdout).strip()
        return "" if done.returncode == 0 else said[said.find("deploy: "):]

    @staticmethod
    def state(server):
        """Why it is refused, as soon as nothing of it is installed any more; else empty."""
        bundles = [each for each in server.api("GET", "/bundles") if each.get("name") == NAME]
        states = {str(each.get("state")).lower() for each in bundles}
        problems = [each.get("problem") or "" for each in bundles]
        return " ".join(problems).strip() if states == {"refused"} else ""


class Victim:
    """Clients that each ask for one kind of harm."""

    def __init__(self, server, command, sessions):
        self.port = server.base + PORT
        self.command = command
        self.sessions = sessions
        self.open = []

    def begin(self):
        for _ in range(self.sessions):
            try:
                client = socket.create_connection(("127.0.0.1", self.port), timeout=30)
                self.open.append(client)
                client.sendall(self.command.encode() + b"\r\n")
            except OSError:
                return  # stopped already
