"""A build of a plugin that leaves something behind each time it goes: shows that a check can fail."""

import subprocess
import zipfile
from pathlib import Path

from .letters import java_program
from .server import ROOT
from .verdict import require

SOURCE = ROOT / "itest/checks/leaking/Leak.java"
ACTIVATOR = "org.restante.leaking.Leak"
IMPORTS = ["org.osgi.framework", "io.micrometer.core.instrument"]


def build(jar, folder):
    folder.mkdir(parents=True)
    path = ":".join(map(str, [*ROOT.glob("dist/target/restante/bundles/*/*.jar"),
                              *ROOT.glob("dist/target/restante/lib/*.jar")]))
    done = subprocess.run([Path(java_program()).resolve().parent / "javac", "-proc:none", "-nowarn", "-cp", path,
                           "-d", folder, SOURCE], capture_output=True, text=True)
    require(done.returncode == 0, f"{SOURCE.name} does not compile: {done.stderr[-1500:]}")
    target = folder / jar.name
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            content = source.read(entry)
            copy.writestr(entry, with_activator(content) if entry.filename.endswith("MANIFEST.MF") else content)
        for code in folder.rglob("*.class"):
            copy.write(code, code.relative_to(folder))
    return target


def with_activator(manifest):
    """Its own lines, unfolded, with an activator and what that imports."""
    headers = manifest.decode().replace("\r\n ", "").replace("\r\n", "\n").rstrip("\n").split("\n")
    present = next(header for header in headers if header.startswith("Import-Package: "))
    more = [name for name in IMPORTS if not any(part.split(";")[0] == name for part in clauses(present[16:]))]
    headers[headers.index(present)] = ",".join([present, *more])
    headers.append(f"Bundle-Activator: {ACTIVATOR}")
    return "".join(folded(header) for header in headers).encode() + b"\r\n"


def clauses(value):
    """The parts of a header, which are separated by commas outside quotes."""
    parts, quoted = [""], False
    for character in value:
        quoted ^= character == '"'
        if character == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def folded(header):
    lines, rest = [header[:70]], header[70:]
    while rest:
        lines.append(" " + rest[:69])
        rest = rest[69:]
    return "".join(line + "\r\n" for line in lines)
