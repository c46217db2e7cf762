package dev.monkeycoder.context.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.QuotedString;
import org.eclipse.jgit.util.io.BinaryHunkOutputStream;

/// A file's change in git's extended unified format, as `git apply` takes it. Files that are not
/// text are given whole, in git's binary form, so a patch never loses anything.
///
/// The format is that of `git diff --binary --full-index`, described in `git help diff-format`.
public final class Patch {
    private static final byte[] NOTHING = {};

    private Patch() {}

    /// @param before the content of `change.before()`; anything when that is absent
    /// @param after the content of `change.after()`; anything when that is absent
    public static byte[] of(FileChange change, byte[] before, byte[] after) {
        var old = change.before().isPresent() ? before : NOTHING;
        var fresh = change.after().isPresent() ? after : NOTHING;
        var out = new ByteArrayOutputStream();
        try {
            writeHeader(change, old, fresh, out);
            var isText =
                    change.before().map(FileEntry::text).orElse(true)
                            && change.after().map(FileEntry::text).orElse(true);
            if (isText && !RawText.isBinary(old) && !RawText.isBinary(fresh)) {
                writeText(change, old, fresh, out);
            } else {
                writeBinary(old, fresh, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void writeHeader(
            FileChange change, byte[] before, byte[] after, OutputStream out) throws IOException {
        line(out, "diff --git " + name("a/", change) + " " + name("b/", change));
        var oldMode = change.before().map(Patch::mode);
        var newMode = change.after().map(Patch::mode);
        if (oldMode.isEmpty()) {
            line(out, "new file mode " + newMode.orElseThrow());
        } else if (newMode.isEmpty()) {
            line(out, "deleted file mode " + oldMode.get());
        } else if (!oldMode.equals(newMode)) {
            line(out, "old mode " + oldMode.get());
            line(out, "new mode " + newMode.get());
        }
        var oldId = blob(change.before(), before);
        var newId = blob(change.after(), after);
        if (!oldId.equals(newId)) {
            line(
                    out,
                    "index "
                            + oldId.name()
                            + ".."
                            + newId.name()
                            + (oldMode.equals(newMode) ? " " + newMode.orElseThrow() : ""));
        }
    }

    private static void writeText(FileChange change, byte[] before, byte[] after, OutputStream out)
            throws IOException {
        var old = new RawText(before);
        var fresh = new RawText(after);
        var edits =
                DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
                        .diff(RawTextComparator.DEFAULT, old, fresh);
        if (edits.isEmpty()) {
            return;
        }
        line(out, "--- " + (change.before().isPresent() ? named("a/", change) : "/dev/null"));
        line(out, "+++ " + (change.after().isPresent() ? named("b/", change) : "/dev/null"));
        try (var formatter = new DiffFormatter(out)) {
            formatter.format(edits, old, fresh);
        }
    }

    private static void writeBinary(byte[] before, byte[] after, OutputStream out)
            throws IOException {
        if (Arrays.equals(before, after)) {
            return;
        }
        line(out, "GIT binary patch");
        writeLiteral(after, out);
        writeLiteral(before, out);
    }

    private static void writeLiteral(byte[] content, OutputStream out) throws IOException {
        line(out, "literal " + content.length);
        var hunk = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(new BinaryHunkOutputStream(hunk))) {
            packed.write(content);
        }
        hunk.writeTo(out);
        line(out, "");
    }

    private static String name(String prefix, FileChange change) {
        return QuotedString.GIT_PATH.quote(prefix + change.path());
    }

    /// A name at the end of a line: git marks the end of one that has spaces with a tab.
    private static String named(String prefix, FileChange change) {
        var name = name(prefix, change);
        return name.indexOf(' ') >= 0 && !name.startsWith("\"") ? name + "\t" : name;
    }

    private static String mode(FileEntry file) {
        return file.executable() ? "100755" : "100644";
    }

    private static ObjectId blob(Optional<FileEntry> file, byte[] content) {
        if (file.isEmpty()) {
            return ObjectId.zeroId();
        }
        try (var ids = new ObjectInserter.Formatter()) {
            return ids.idFor(Constants.OBJ_BLOB, content);
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
