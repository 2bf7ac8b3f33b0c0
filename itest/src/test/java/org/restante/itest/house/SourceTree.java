package org.restante.itest.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sources and poms below a root.
 *
 * @param files parsed sources
 * @param poms lines of each module's pom, the root's not among them
 */
record SourceTree(List<SourceFile> files, Map<String, Integer> poms) {

  SourceTree {
    files = List.copyOf(files);
    poms = Map.copyOf(poms);
  }

  static SourceTree read(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    Map<String, Integer> poms = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            return !folder.equals(root) && (name.equals("target") || name.startsWith("."))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = path(root, file);
            if (path.endsWith("/pom.xml")) {
              poms.put(path, Files.readAllLines(file).size());
            } else if (path.matches(".*src/(main|test)/java/.*\\.java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return new SourceTree(sources.isEmpty() ? List.of() : parse(root, sources), poms);
  }

  private static List<SourceFile> parse(Path root, List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<SourceFile> files = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        files.add(scan(root, unit, positions));
      }
    }
    return files;
  }

  private static SourceFile scan(Path root, CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    String path = path(root, Path.of(unit.getSourceFile().toUri()));
    int at = path.indexOf("src/");
    String module = at == 0 ? "." : path.substring(0, at - 1);
    String text = unit.getSourceFile().getCharContent(true).toString();
    boolean test = path.startsWith("src/test/", at);
    return new SourceScan(unit, positions, text, test || module.endsWith("testkit"))
        .result(module, test, path);
  }

  private static String path(Path root, Path file) {
    return root.toAbsolutePath()
        .normalize()
        .relativize(file.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }
}
