package dev.sluice.guard.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the blocks of a <code>.tf</code> file begin and what their comments say, which the parser does not tell.
 *
 * <p>It knows of the language no more than what can hide a block's head: texts, heredocs and comments.
 */
final class BlockHeads {

    /** What is known of a block's head. */
    record Head(int line, List<String> comments) {
        Head {
            comments = List.copyOf(comments);
        }

        static final Head UNKNOWN = new Head(0, List.of());
    }

    private final String text;
    private final Map<String, List<Head>> heads = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private String open = "";
    private int openLine;
    private int depth;
    private int line = 1;
    private int at;
    private int lastLineWithCode;

    private BlockHeads(String text) {
        this.text = text;
    }

    /**
     * The heads of a file's outermost blocks, by their words with a space between: {@code resource aws_sqs_queue orders}.
     * Blocks of the same words, such as two of a provider, are in the order of the file.
     */
    static Map<String, List<Head>> of(String text) {
        var heads = new BlockHeads(text);
        heads.read();
        return heads.heads;
    }

    private void read() {
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '\n') {
                newLine();
            } else if (here == '#' || text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (here == '"') {
                quoted();
            } else if (text.startsWith("<<", at)) {
                heredoc();
            } else if (here == '{') {
                opened();
            } else if (here == '}') {
                closed();
            } else if (depth == 0 && (Character.isLetter(here) || here == '_')) {
                word();
            } else {
                at++;
            }
        }
    }

    private void newLine() {
        if (depth == 0 && lastLineWithCode < line && !commentOn(line)) {
            comments.clear();
        }
        line++;
        at++;
        if (depth == 0) {
            words.clear();
        }
    }

    private int lastCommentLine;

    private boolean commentOn(int which) {
        return lastCommentLine == which;
    }

    private void lineComment() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        comments.add(bare(text.substring(at, end), "#/", ""));
        lastCommentLine = line;
        at = end;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        end = end < 0 ? text.length() : end + 2;
        text.substring(at, end).lines().forEach(each -> comments.add(bare(each, "/* ", "/* ")));
        skip(end);
        lastCommentLine = line;
    }

    /** A comment's line without what makes it one. */
    private static String bare(String line, String before, String behind) {
        int from = 0;
        int to = line.length();
        while (from < to && before.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && behind.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to).strip();
    }

    private void quoted() {
        int end = endOfText(at + 1);
        if (depth == 0) {
            words.add(text.substring(at + 1, Math.max(at + 1, end - 1)));
            lastLineWithCode = line;
        }
        skip(end);
    }

    private int endOfText(int from) {
        // One mark for each thing that is open, innermost last: a text, or a brace in it.
        var open = new StringBuilder("\"");
        int end = from;
        while (end < text.length()) {
            char here = text.charAt(end);
            boolean inText = open.charAt(open.length() - 1) == '"';
            if (inText && here == '\\') {
                end++;
            } else if (inText && (here == '$' || here == '%') && text.startsWith(here + "{", end + 1)) {
                end += 2;
            } else if (inText && (here == '$' || here == '%') && text.startsWith("{", end + 1)) {
                open.append('{');
                end++;
            } else if ((here == '"' && inText) || (here == '}' && !inText)) {
                open.setLength(open.length() - 1);
                if (open.isEmpty()) {
                    return end + 1;
                }
            } else if (!inText && (here == '"' || here == '{')) {
                open.append(here);
            }
            end++;
        }
        return text.length();
    }

    private void heredoc() {
        int lineEnd = text.indexOf('\n', at);
        if (lineEnd < 0) {
            at = text.length();
            return;
        }
        var marker = text.substring(at + 2, lineEnd).replaceFirst("^-", "").strip();
        int from = lineEnd + 1;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (text.substring(from, end).strip().equals(marker)) {
                skip(end);
                return;
            }
            from = end + 1;
        }
        skip(text.length());
    }

    private void opened() {
        if (depth == 0) {
            open = String.join(" ", words);
            openLine = line;
            words.clear();
        }
        depth++;
        at++;
    }

    private void closed() {
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
            heads.computeIfAbsent(open, ignored -> new ArrayList<>()).add(new Head(openLine, comments));
            comments.clear();
            lastLineWithCode = line;
        }
        at++;
    }

    private void word() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        words.add(text.substring(from, at));
        lastLineWithCode = line;
    }

    private void skip(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
    }
}
