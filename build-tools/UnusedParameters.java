import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * Fails where a method or constructor does not use a parameter of its own. Error Prone looks at private methods only.
 *
 * <p>Left alone: what a supertype asks for ({@code @Override}), default methods, {@code main}, and whatever is marked
 * {@code @SuppressWarnings("unused")}. Run from the root folder; reads the sources of every module.
 */
final class UnusedParameters {

    private UnusedParameters() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(Path.of(arguments.length == 0 ? "." : arguments[0]))) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("src"))) {
                    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .sorted()
                                .forEach(sources::add);
                    }
                }
            }
        }
        List<String> found = sources.isEmpty() ? List.of() : unusedIn(sources);
        if (!found.isEmpty()) {
            found.forEach(System.err::println);
            System.err.println(found.size() + " unused parameters: remove each, or say why it has to stay.");
            System.exit(1);
        }
    }

    private static List<String> unusedIn(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            // What does not parse is the compiler's to report.
            var task = (JavacTask) compiler.getTask(null, files, diagnostic -> {}, List.of("-proc:none"), null, units);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<String> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        for (VariableTree parameter : unusedParametersOf(method)) {
                            long start = positions.getStartPosition(unit, parameter);
                            if (start < positions.getStartPosition(unit, method)) {
                                continue; // a record's compact constructor: its parameters stand in the header
                            }
                            long line = unit.getLineMap().getLineNumber(start);
                            found.add(Path.of(unit.getSourceFile().getName()).normalize() + ":" + line + ": "
                                    + method.getName() + " does not use its parameter " + parameter.getName());
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
            return found;
        }
    }

    private static List<? extends VariableTree> unusedParametersOf(MethodTree method) {
        if (method.getBody() == null || mustKeepItsParameters(method)) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                names.add(identifier.getName().toString());
                return null;
            }
        }.scan(method.getBody(), null);
        return method.getParameters().stream()
                .filter(parameter -> !names.contains(parameter.getName().toString()))
                .filter(parameter -> !isMarked(parameter.getModifiers(), "SuppressWarnings"))
                .toList();
    }

    private static boolean mustKeepItsParameters(MethodTree method) {
        boolean isMain = method.getName().contentEquals("main")
                && method.getModifiers().getFlags().contains(Modifier.STATIC);
        return isMain
                || method.getModifiers().getFlags().contains(Modifier.DEFAULT)
                || isMarked(method.getModifiers(), "Override")
                || isMarked(method.getModifiers(), "SuppressWarnings");
    }

    private static boolean isMarked(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(present -> present.getAnnotationType().toString().equals(annotation))
                .anyMatch(present -> annotation.equals("Override") || saysUnused(present));
    }

    private static boolean saysUnused(AnnotationTree suppression) {
        return suppression.getArguments().toString().contains("\"unused\"");
    }
}
