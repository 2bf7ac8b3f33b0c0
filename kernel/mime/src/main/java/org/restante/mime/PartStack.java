package org.restante.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mime.OpenPart.Nature;

/** The parts that are open at some place of a letter, the letter itself first. Never empty. */
final class PartStack {

  private final MimeLimits limits;
  private final HeaderBudget budget;
  private final List<OpenPart> open = new ArrayList<>();
  private int parts;
  private int boundaries;

  PartStack(MimeLimits limits) {
    this.limits = limits;
    budget = new HeaderBudget(limits.maxHeaderOctets());
    push(0, true, MediaType.PLAIN);
  }

  private void push(long at, boolean message, MediaType missing) {
    parts++;
    open.add(new OpenPart(at, message, missing, budget));
  }

  private OpenPart top() {
    return open.get(open.size() - 1);
  }

  /** The header that lines belong to, or null in a body. */
  @Nullable FieldCollector header() {
    return top().header();
  }

  /** Whether any line may be a delimiter. */
  boolean hasBoundary() {
    return boundaries > 0;
  }

  /** Ends the open header; the body of a message starts with the next one. */
  void endHeader(FieldCollector fields, long at, long lines) {
    boolean mayNest = open.size() < limits.maxDepth() && parts < limits.maxParts();
    Nature nature = top().endHeader(fields, at, lines, mayNest);
    if (nature == Nature.MESSAGE) {
      push(at, true, MediaType.PLAIN);
    }
    countBoundaries();
  }

  /**
   * The multipart that a line delimits, or null. Of boundaries that fit, the longest is meant (one
   * may be the start of another), and of equal ones that of the innermost part.
   */
  @Nullable OpenPart delimited(byte[] line, int length) {
    OpenPart best = null;
    int longest = 0;
    for (OpenPart part : open) {
      Boundary boundary = part.boundary();
      if (boundary != null && boundary.length() >= longest && boundary.opens(line, length)) {
        best = part;
        longest = boundary.length();
      }
    }
    return best;
  }

  /** Closes all parts inside this one. */
  void closeInside(OpenPart outer, long end, long lines) {
    while (top() != outer) {
      closeTop(end, lines);
    }
  }

  private MimePart closeTop(long end, long lines) {
    MimePart closed = open.remove(open.size() - 1).close(end, lines);
    if (!open.isEmpty()) {
      top().add(closed);
    }
    return closed;
  }

  /** Starts a part in the innermost one, or ends its parts if there are too many. */
  void openChild(long at) {
    if (parts < limits.maxParts()) {
      push(at, false, top().missingInside());
    } else {
      endParts();
    }
  }

  void endParts() {
    top().endParts();
    countBoundaries();
  }

  private void countBoundaries() {
    int count = 0;
    for (OpenPart part : open) {
      count += part.boundary() == null ? 0 : 1;
    }
    boundaries = count;
  }

  /** Where the innermost open body starts. */
  long bodyStart() {
    return top().bodyStart();
  }

  /** Closes everything, the letter last. */
  MimePart closeAll(long end, long lines) {
    while (open.size() > 1) {
      closeTop(end, lines);
    }
    return closeTop(end, lines);
  }
}
