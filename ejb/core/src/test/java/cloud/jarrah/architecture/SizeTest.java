package cloud.jarrah.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long files, methods and scripts may get, in every module. */
class SizeTest {
  private static final int FILE = 300;
  private static final int FILE_EVER = 400;
  private static final int METHOD = 40;
  private static final int METHOD_EVER = 60;
  private static final int SCRIPT = 150;
  private static final int LAUNCHER = 80;

  private static final Path ROOT = root();

  /** Longer than usual, each for a reason; the list only shrinks. */
  private static final Set<String> EXCEPTIONS = exceptions();

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("ejb/core/pom.xml"))) {
      at = Objects.requireNonNull(at.getParent(), "not inside the project");
    }
    return at;
  }

  private static Set<String> exceptions() {
    try (InputStream in = SizeTest.class.getResourceAsStream("/architecture/size-exceptions.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !relative(file).matches("(.*/)?(target|\\.git|node_modules)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String relative(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static int lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return Math.toIntExact(lines.count());
    } catch (IOException e) {
      throw new IllegalStateException(relative(file), e);
    }
  }

  private static boolean tooLong(String name, int size, int usual, int ever) {
    return size > ever || (size > usual && !EXCEPTIONS.contains(name));
  }

  @Test
  void filesAreShort() throws IOException {
    List<String> wrong =
        files(".java").stream()
            .filter(file -> tooLong(relative(file), lines(file), FILE, FILE_EVER))
            .map(file -> relative(file) + " has " + lines(file) + " lines")
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void methodsAreShort() throws IOException {
    Map<String, Integer> methods = methods(files(".java"));
    assertThat(methods).as("methods found").hasSizeGreaterThan(500);
    List<String> wrong =
        methods.entrySet().stream()
            .filter(entry -> tooLong(entry.getKey(), entry.getValue(), METHOD, METHOD_EVER))
            .map(entry -> entry.getKey() + " has " + entry.getValue() + " lines")
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void scriptsAreShort() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files("")) {
      if (isScript(file)) {
        int most = relative(file).equals("jarrah") ? LAUNCHER : SCRIPT;
        if (lines(file) > most) {
          wrong.add(relative(file) + " has " + lines(file) + " lines");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isScript(Path file) throws IOException {
    if (file.toString().endsWith(".sh")) {
      return true;
    }
    byte[] start = new byte[64];
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(start, 0, start.length);
      return new String(start, 0, length, StandardCharsets.ISO_8859_1)
          .matches("(?s)#![^\\n]*\\b(ba)?sh\\b.*");
    }
  }

  /** Lengths of all methods, from the line of their name to their last brace. */
  private static Map<String, Integer> methods(List<Path> sources) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    Map<String, Integer> lengths = new TreeMap<>();
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
        new Measure(unit, positions, lengths).scan(unit, null);
      }
    }
    return lengths;
  }

  private static final class Measure extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<String, Integer> lengths;

    Measure(CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> lengths) {
      this.unit = unit;
      this.positions = positions;
      this.lengths = lengths;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null) {
        LineMap map = unit.getLineMap();
        long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        String name = relative(Path.of(unit.getSourceFile().toUri())) + "#" + method.getName();
        lengths.merge(name, Math.toIntExact(last - first + 1), Math::max);
      }
      return super.visitMethod(method, null);
    }
  }
}
