"""Draws a time line of upgrades: a JSON file in, an SVG file out. Needs matplotlib."""

import json
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "restante"
import matplotlib.pyplot as plot

COLOURS = ["#4878a8", "#e08a3c", "#5a9e6f"]


def main(source, target):
    data = json.loads(open(source).read())
    figure, panels = plot.subplots(4, 1, figsize=(10, 8), sharex=True,
                                   gridspec_kw=dict(height_ratios=[3, 1.5, 1.5, 3], hspace=0.18))
    for panel, protocol in zip(panels, ("imap", "pop3", "smtp")):
        revisions(panel, protocol, data)
    panels[0].set_title(data["title"], fontsize=11, loc="left")
    latencies(panels[3], data)
    for panel in panels:
        for _, begun, ended in data["upgrades"]:
            panel.axvspan(begun, ended, color="#000000", alpha=0.07, linewidth=0)
        panel.grid(axis="y", color="#dddddd", linewidth=0.6)
        panel.spines[["top", "right"]].set_visible(False)
        panel.set_xlim(0, data["end"])
    panels[3].set_xlabel("seconds; grey: a plugin is being replaced")
    figure.align_ylabels(panels)
    figure.savefig(target, format="svg", bbox_inches="tight", metadata=dict(Date=None))


def revisions(panel, protocol, data):
    """Sessions of each revision, one on the other: the upper edge is all connections."""
    rows = data["sessions"][protocol]
    versions = sorted({version for _, found in rows for version in found})
    times = [time for time, _ in rows]
    counts = [[found.get(version, 0) for _, found in rows] for version in versions]
    panel.stackplot(times, counts, labels=versions, colors=COLOURS, linewidth=0)
    panel.plot(times, [sum(found.values()) for _, found in rows], color="#222222", linewidth=0.8,
               label="all connections")
    panel.set_ylabel(f"{protocol.upper()}\nsessions")
    panel.set_ylim(bottom=0)
    panel.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=8, frameon=False)


def latencies(panel, data):
    times = [time for time, _, _ in data["slices"]]
    panel.plot(times, [p99 for _, _, p99 in data["slices"]], color=COLOURS[1], linewidth=1.0, label="p99")
    panel.plot(times, [median for _, median, _ in data["slices"]], color=COLOURS[0], linewidth=1.0, label="p50")
    panel.set_yscale("log")
    panel.set_ylabel("IMAP command, ms\n(in 200 ms)")
    panel.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=8, frameon=False)


main(*sys.argv[1:])
