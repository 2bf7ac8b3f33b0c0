"""A bad revision of IMAP: the jar of this build behind a session that throws at one of five
commands. Its classes are those of the Pax Exam suites; it is made when a check wants it."""

import re
import subprocess
import zipfile
from pathlib import Path

from .letters import java_program
from .server import ROOT
from .verdict import require

SOURCES = ROOT / "itest/src/test/java/org/restante/itest/dynamics"
CLASSES = ("FaultyActivator", "FaultyPlugin", "FaultySession")
PLUGIN = '<provide interface="org.restante.protocol.ProtocolPlugin"/>'
NO_PLUGIN = '<provide interface="java.lang.Object"/>'


def faulty_jar(folder, version):
    """Writes it into a folder; returns its path."""
    dist = ROOT / "dist" / "target" / "restante"
    original = next((dist / "plugins").glob("restante-plugin-imap-*.jar"))
    compiled = compile_classes(dist, folder / "classes")
    target = folder / f"imap-{version}.jar"
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(target, "w") as jar:
        manifest = source.read("META-INF/MANIFEST.MF").decode()
        jar.writestr("META-INF/MANIFEST.MF", changed(manifest, version))
        for name in source.namelist():
            if name != "META-INF/MANIFEST.MF":
                jar.writestr(name, without_plugin(name, source.read(name)))
        for file in sorted(compiled.rglob("*.class")):
            jar.write(file, file.relative_to(compiled).as_posix())
    return target


def compile_classes(dist, target):
    jars = [*dist.glob("bundles/*/restante-api-*.jar"), *dist.glob("bundles/*/jspecify-*.jar"),
            *dist.glob("lib/org.apache.felix.framework-*.jar")]
    compiler = Path(java_program()).resolve().parent / "javac"
    done = subprocess.run([compiler, "--release", "21", "-nowarn", "-d", target,
                           "-cp", ":".join(map(str, jars)),
                           *(SOURCES / f"{name}.java" for name in CLASSES)],
                          capture_output=True, text=True)
    require(done.returncode == 0, "the bad revision does not compile: " + done.stderr[-2000:])
    return target


def changed(manifest, version):
    headers = dict(line.split(": ", 1)
                   for line in re.sub(r"\r?\n ", "", manifest).strip().splitlines())
    headers["Bundle-Version"] = version
    headers["Bundle-Activator"] = "org.restante.itest.dynamics.FaultyActivator"
    headers["Import-Package"] += ",org.osgi.framework,org.osgi.util.tracker"
    return "".join(folded(f"{name}: {value}") for name, value in headers.items()) + "\r\n"


def folded(line):
    pieces = [line[:70], *(line[at:at + 69] for at in range(70, len(line), 69))]
    return "\r\n ".join(pieces) + "\r\n"


def without_plugin(name, content):
    if not re.fullmatch(r"OSGI-INF/[^/]*\.xml", name):
        return content
    text = content.decode()
    require(PLUGIN in text, f"{name} registers no plugin")
    return text.replace(PLUGIN, NO_PLUGIN).encode()
