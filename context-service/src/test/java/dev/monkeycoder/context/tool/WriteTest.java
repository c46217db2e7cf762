package dev.monkeycoder.context.tool;

import static dev.monkeycoder.context.tool.Files.file;
import static dev.monkeycoder.context.tool.Files.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.tool.Write.Decision;
import dev.monkeycoder.context.tool.Write.Place;
import dev.monkeycoder.context.tool.Write.Room;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteTest {
    private static final Room ROOM = new Room(3, 10, 25);
    private static final Manifest EMPTY = Manifest.EMPTY;

    private static Decision write(Manifest base, Manifest newest, String path, String content) {
        var place = place(new WorkspacePath(path), base, newest);
        return Write.decide(new Tool.WriteFile(new WorkspacePath(path), content), place, ROOM);
    }

    private static Place place(WorkspacePath path, Manifest base, Manifest newest) {
        return new Place(
                base.at(path),
                newest.at(path),
                newest.hasFolder(path),
                path.foldersAbove().stream()
                        .filter(folder -> newest.at(folder).isPresent())
                        .findFirst(),
                newest.entries().size(),
                newest.bytes());
    }

    private static String refusal(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refuse.class);
        var output = ((Decision.Refuse) decision).output();
        assertThat(output.error()).isTrue();
        return output.text();
    }

    @Test
    void aFileIsMade() {
        assertThat(write(EMPTY, EMPTY, "src/a", "x"))
                .isEqualTo(
                        new Decision.Store(file("src/a", "x"), Output.ok("Made src/a (1 bytes).")));
    }

    @Test
    void aFileIsReplacedAndStaysAProgram() {
        var program = FileEntry.of(new WorkspacePath("run"), true, new byte[] {'1'});
        var files = Manifest.of(List.of(program));

        assertThat(write(files, files, "run", "2"))
                .isInstanceOfSatisfying(
                        Decision.Store.class,
                        store -> {
                            assertThat(store.file().executable()).isTrue();
                            assertThat(store.output())
                                    .isEqualTo(Output.ok("Replaced run (1 bytes)."));
                        });
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() {
        var base = named("a");
        var changed = Manifest.of(List.of(file("a", "other")));

        assertThat(refusal(write(base, changed, "a", "mine"))).contains("somebody else");
        assertThat(refusal(write(EMPTY, changed, "a", "mine"))).contains("somebody else");
        assertThat(refusal(write(changed, EMPTY, "a", "mine"))).contains("somebody else");
    }

    @Test
    void changesOfOtherFilesAreNoHindrance() {
        assertThat(write(named("a"), named("a", "b"), "a", "mine"))
                .isInstanceOf(Decision.Store.class);
    }

    @Test
    void theSameContentIsNoChange() {
        assertThat(write(EMPTY, named("a"), "a", "a")).isInstanceOf(Decision.Keep.class);
    }

    @Test
    void aFolderIsNotOverwrittenAndAFileIsNoFolder() {
        var files = named("dir/a");

        assertThat(refusal(write(files, files, "dir", "x"))).contains("is a folder");
        assertThat(refusal(write(files, files, "dir/a/b", "x")))
                .isEqualTo("dir/a is a file, not a folder. Choose another path.");
    }

    @Test
    void aWorkspaceDoesNotGrowOverItsLimits() {
        assertThat(refusal(write(EMPTY, EMPTY, "a", "x".repeat(11))))
                .contains("larger than 10 bytes");
        var three = named("a", "b", "c");
        assertThat(refusal(write(three, three, "d", "x"))).contains("3 files");
        assertThat(write(three, three, "c", "x")).isInstanceOf(Decision.Store.class);
        var heavy = Manifest.of(List.of(file("a", "x".repeat(10)), file("b", "x".repeat(10))));
        assertThat(refusal(write(heavy, heavy, "c", "x".repeat(6))))
                .contains("larger than 25 bytes");
        assertThat(write(heavy, heavy, "b", "y".repeat(10))).isInstanceOf(Decision.Store.class);
    }
}
