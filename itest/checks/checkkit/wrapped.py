"""Copies of a plugin's jar with other classes in front of the plugin: bad builds for checks."""

import re
import subprocess
import zipfile
from pathlib import Path

from .letters import java_program
from .verdict import require

PLUGIN = '<provide interface="org.restante.protocol.ProtocolPlugin"/>'
NO_PLUGIN = '<provide interface="java.lang.Object"/>'


def compiled(sources, class_path, target):
    """Compiles against the jars that are asked for; returns the folder."""
    compiler = Path(java_program()).resolve().parent / "javac"
    done = subprocess.run([compiler, "--release", "21", "-nowarn", "-proc:none", "-d", target,
                           "-cp", ":".join(map(str, class_path)), *sources],
                          capture_output=True, text=True)
    require(done.returncode == 0, "the bad build does not compile: " + done.stderr[-2000:])
    return target


def wrapped_jar(original, target, classes, headers, imports):
    """The same bundle with classes more, whose activator stands in front of the plugin."""
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(target, "w") as jar:
        manifest = source.read("META-INF/MANIFEST.MF").decode()
        jar.writestr("META-INF/MANIFEST.MF", changed(manifest, headers, imports))
        for name in source.namelist():
            if name != "META-INF/MANIFEST.MF":
                jar.writestr(name, without_plugin(name, source.read(name)))
        for file in sorted(classes.rglob("*.class")):
            jar.write(file, file.relative_to(classes).as_posix())
    return target


def changed(manifest, headers, imports):
    own = dict(line.split(": ", 1)
               for line in re.sub(r"\r?\n ", "", manifest).strip().splitlines())
    own.update(headers)
    present = set(re.findall(r"(?:^|,)([a-z][\w.]*)", re.sub(r'"[^"]*"', "", own["Import-Package"])))
    own["Import-Package"] = ",".join([own["Import-Package"], *(set(imports) - present)])
    return "".join(folded(f"{name}: {value}") for name, value in own.items()) + "\r\n"


def folded(line):
    pieces = [line[:70], *(line[at:at + 69] for at in range(70, len(line), 69))]
    return "\r\n ".join(pieces) + "\r\n"


def without_plugin(name, content):
    if not re.fullmatch(r"OSGI-INF/[^/]*\.xml", name):
        return content
    text = content.decode()
    require(PLUGIN in text, f"{name} registers no plugin")
    return text.replace(PLUGIN, NO_PLUGIN).encode()
