"""Letters to check with: real ones that Debian packages ship, and our own corpus."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .imap import eight_bit_header
from .server import ROOT
from .verdict import require

# package (with alternatives for other releases) and where its letters are
DEBIAN = [
    (["libpython3.11-testsuite", "libpython3.13-testsuite", "libpython3.12-testsuite"],
     "usr/lib/python3*/test/**/test_email/data/msg_*.txt"),
    (["golang-github-jhillyerd-enmime-dev"], "usr/share/gocode/**/testdata/**/*.raw"),
    (["mailman3"], "usr/lib/python3/**/tests/**/*.eml"),
    (["python3-django-mailman3"], "usr/lib/python3/**/tests/testdata/*.txt"),
    (["python3-django-hyperkitty"], "usr/lib/python3/**/tests/testdata/*.txt"),
    (["spamassassin"], "usr/share/doc/spamassassin/examples/sample-*.txt"),
]


NAMES = {}  # digest -> the letter's name, for those who look for it


def digest(octets):
    return hashlib.sha256(octets).hexdigest()


def crlf(octets):
    """As mail programs send it: every line ends in CRLF, the last one too."""
    lines = re.sub(rb"\r?\n", b"\r\n", octets)
    return lines if lines.endswith(b"\r\n") else lines + b"\r\n"


def debian(check):
    """{package/file: octets} of letters in Debian packages; what can't be had is named."""
    letters = {}
    cache = ROOT / "itest" / "target" / "letters"
    cache.mkdir(parents=True, exist_ok=True)
    for alternatives, pattern in DEBIAN:
        folder = next((cache / name for name in alternatives if (cache / name).is_dir()), None)
        folder = folder or download(alternatives, cache)
        if not folder:
            check.problem(f"no letters of {alternatives[0]}: apt-get download does not bring it")
            continue
        files = [file for file in sorted(folder.glob(pattern)) if file.is_file()]
        check.figure(f"letters of Debian's {folder.name}", len(files))
        check.expect(files, f"{folder.name} has no {pattern}")
        for file in files:
            octets = file.read_bytes()
            if octets:
                letters[f"{folder.name}/{file.parent.name}/{file.name}"] = octets
    return letters


def download(names, cache):
    for name in names:
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            done = subprocess.run(["apt-get", "download", "-q", name], cwd=folder,
                                  capture_output=True)
            packages = list(Path(folder).glob("*.deb"))
            if done.returncode == 0 and packages:
                unpacked = Path(folder) / name
                subprocess.run(["dpkg-deb", "-x", packages[0], unpacked], check=True)
                return Path(shutil.move(unpacked, cache / name))
    return None


def java_program():
    """The java that the server runs on."""
    return subprocess.run([ROOT / "dist/target/restante/bin/restante", "--find-java"],
                          capture_output=True, text=True, check=True).stdout.strip()


def corpus(count, folder, seed=1, largest=65536, form="files"):
    """{file: octets}: letters of every kind, made by the testkit's generator."""
    classes = ROOT / "kernel" / "testkit" / "target" / "classes"
    if not (classes / "org/restante/testkit/corpus/CorpusWriter.class").exists():
        built = subprocess.run(["mvn", "-q", "-o", "-Dquick", "compile", "-pl", "kernel/testkit", "-am"],
                               cwd=ROOT, capture_output=True, text=True)
        require(built.returncode == 0, "the testkit does not build: " + built.stdout[-2000:])
    subprocess.run([java_program(), "-cp", classes, "org.restante.testkit.corpus.CorpusWriter", form,
                    folder, str(count), str(seed), str(largest)], check=True)
    return {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}


class World:
    """What every foreign client works with. Each takes accounts of its own."""

    def __init__(self, server, folder, real, own, many):
        self.server = server
        self.folder = Path(folder)
        self.real = real
        self.own = own
        self.many = many
        self.next_account = 0

    def account(self):
        self.next_account += 1
        return f"user{self.next_account}"

    def sendable(self):
        """Letters that every mail program can carry: lines end in CRLF, no NUL, no lone CR."""
        everything = {**self.real, **self.own}
        sent = {name: crlf(octets) for name, octets in everything.items() if not obstacle(octets)}
        for name, octets in sent.items():
            NAMES[digest(octets)] = NAMES[digest(octets.replace(b"\r\n", b"\n"))] = name
        return sent

    def show_obstacles(self, check):
        """Letters that foreign programs themselves change or refuse; «sizes» has them all."""
        reasons = [obstacle(octets) for octets in (*self.real.values(), *self.own.values())]
        for reason in sorted(set(filter(None, reasons))):
            check.figure(f"not given to foreign programs: {reason}", reasons.count(reason))

    def write(self, name, octets):
        file = self.folder / name.replace("/", "_")
        file.write_bytes(octets)
        return file


def obstacle(octets):
    if b"\0" in octets:
        return "NUL"
    if b"\r" in crlf(octets).replace(b"\r\n", b""):
        return "a lone CR"
    if octets.startswith(b"From "):
        return "a line of an mbox on top"
    if eight_bit_header(octets):
        return "8 bits in the header"
    return ""


TRACE = (b"return-path", b"received", b"date", b"message-id")


def without_trace(octets, sent):
    """A delivered letter without the fields that the server put in front, where it is one of those."""
    at = 0
    while octets[at:] not in sent:
        line = octets[at:octets.find(b"\r\n", at)]
        if not line or not (line[:1] in b" \t" or line.split(b":", 1)[0].lower() in TRACE):
            return octets
        at += len(line) + 2
    return octets[at:]


def same_delivered(check, what, got, sent):
    """What came behind the trace fields is what was sent, each as often."""
    known = set(sent)
    same(check, what, [digest(without_trace(octets, known)) for octets in got],
         [digest(octets) for octets in sent])


def same(check, what, got, expected):
    """Both as sets of digests, with how often: what is missing is named."""
    missing = sorted(set(expected) - set(got))
    names = ", ".join(NAMES.get(each, each[:12]) for each in missing[:5])
    check.expect(not missing,
                 f"{what}: {len(missing)} of {len(expected)} did not come back as they were: {names}")
    check.expect(len(got) == len(expected), f"{what}: {len(got)} letters instead of {len(expected)}")
