"""Memory of a process and all that it started."""

from pathlib import Path


def tree(pid):
    """The numbers of a process and of all that it started."""
    found = [pid]
    for process in found:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            found += map(int, text(children).split())
    return found


def octets(pid):
    """What the processes of a tree have in memory, shared pages by their share (PSS)."""
    total = 0
    for process in tree(pid):
        for line in text(f"/proc/{process}/smaps_rollup").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024
    return total


def text(file):
    """Of a file of a process; nothing where the process has ended since it was seen."""
    try:
        return Path(file).read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
