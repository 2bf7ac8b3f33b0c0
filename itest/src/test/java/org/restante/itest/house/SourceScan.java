package org.restante.itest.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Walks one parsed file and notes what the rules ask for. */
final class SourceScan extends TreeScanner<Void, Void> {

  // In pieces, so that this file does not break its own rule.
  private static final Pattern PROMISE =
      Pattern.compile("(//|^\\s*/?\\*).*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern TYPE = Pattern.compile("[a-z][\\w.]*\\.([A-Z][\\w.]*|\\*)");
  private static final Pattern WAIT = Pattern.compile("(.*\\.)?(sleep|parkNanos|parkUntil)");

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String text;
  private final LineMap lines;
  private final boolean testing;
  private final List<Method> methods = new ArrayList<>();
  private final Set<String> references = new TreeSet<>();
  private final List<String> banned = new ArrayList<>();

  /** {@code testing}: code that tests, which must not wait for time to pass. */
  SourceScan(CompilationUnitTree unit, SourcePositions positions, String text, boolean testing) {
    this.unit = unit;
    this.positions = positions;
    this.text = text;
    this.lines = unit.getLineMap();
    this.testing = testing;
  }

  SourceFile result(String module, boolean test, String path) {
    scan(unit, null);
    noteComments();
    boolean publicType =
        unit.getTypeDecls().stream()
            .anyMatch(
                type ->
                    type instanceof ClassTree declared
                        && declared.getModifiers().getFlags().contains(Modifier.PUBLIC));
    return new SourceFile(
        module,
        test,
        path,
        String.valueOf(unit.getPackageName()),
        (int) text.lines().count(),
        publicType,
        methods,
        references,
        banned);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    if (method.getBody() != null) {
      int length = line(end(method) - 1) - line(signature(method)) + 1;
      methods.add(new Method(fileName() + "." + method.getName(), length));
    }
    return super.visitMethod(method, nothing);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
    String name = select.toString();
    if (TYPE.matcher(name).matches()) {
      references.add(name);
    }
    return super.visitMemberSelect(select, nothing);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    String name = call.getMethodSelect().toString();
    if (testing && WAIT.matcher(name).matches()) {
      note(call, name + "(): wait for an event");
    }
    return super.visitMethodInvocation(call, nothing);
  }

  @Override
  public Void visitNewClass(NewClassTree created, Void nothing) {
    if (created.getIdentifier().toString().equals("UnsupportedOperationException")) {
      note(created, "a stub");
    }
    return super.visitNewClass(created, nothing);
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
    String name = annotation.getAnnotationType().toString().replaceFirst(".*\\.", "");
    if (name.startsWith("Disabled") || name.equals("Ignore")) {
      note(annotation, "@" + name + ": a test that does not run");
    }
    return super.visitAnnotation(annotation, nothing);
  }

  private void noteComments() {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (PROMISE.matcher(line).find()) {
        banned.add(fileName() + ":" + number + " a promise in a comment");
      }
    }
  }

  private void note(Tree where, String what) {
    banned.add(fileName() + ":" + line(positions.getStartPosition(unit, where)) + " " + what);
  }

  /** Where the declaration itself begins: behind its annotations. */
  private long signature(MethodTree method) {
    List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
    if (annotations.isEmpty()) {
      return positions.getStartPosition(unit, method);
    }
    int at = (int) end(annotations.get(annotations.size() - 1));
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private long end(Tree tree) {
    return positions.getEndPosition(unit, tree);
  }

  private int line(long position) {
    return (int) lines.getLineNumber(position);
  }

  private String fileName() {
    return unit.getSourceFile().getName().replaceFirst(".*[/\\\\]", "").replace(".java", "");
  }
}
