package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final FileEntry A = file("a.txt", "a");
    private static final FileEntry B = file("dir/b.txt", "bb");
    private static final FileEntry C = file("dir/sub/c.txt", "ccc");
    private static final FileEntry D = file("dirty.txt", "d");
    private static final Manifest MANIFEST = Manifest.of(List.of(D, C, B, A));

    static FileEntry file(String path, String content) {
        return FileEntry.of(new WorkspacePath(path), false, content.getBytes(UTF_8));
    }

    @Test
    void filesComeInTheOrderOfTheirPaths() {
        assertThat(MANIFEST.files()).containsExactly(A, B, C, D);
        assertThat(MANIFEST.bytes()).isEqualTo(7);
    }

    @Test
    void aFolderHoldsWhatIsBelowItAndNothingElse() {
        assertThat(MANIFEST.within(new WorkspacePath("dir"))).containsExactly(B, C);
        assertThat(MANIFEST.within(new WorkspacePath("a.txt"))).containsExactly(A);
        assertThat(MANIFEST.within(new WorkspacePath("di"))).isEmpty();
        assertThat(MANIFEST.hasFolder(new WorkspacePath("dir"))).isTrue();
        assertThat(MANIFEST.hasFolder(new WorkspacePath("dir/sub"))).isTrue();
        assertThat(MANIFEST.hasFolder(new WorkspacePath("di"))).isFalse();
        assertThat(MANIFEST.hasFolder(new WorkspacePath("a.txt"))).isFalse();
    }

    @Test
    void aFolderIsFoundAmongNamesThatStartLikeIt() {
        var manifest = Manifest.of(List.of(file("a!b", "1"), file("a/!", "2"), file("a0", "3")));

        assertThat(manifest.hasFolder(new WorkspacePath("a"))).isTrue();
        assertThat(manifest.within(new WorkspacePath("a")))
                .extracting(it -> it.path().value())
                .containsExactly("a/!");
    }

    @Test
    void changesAreWhatIsNewChangedAndGone() {
        var changed = file("dir/b.txt", "other");
        var fresh = file("e.txt", "e");
        var after = Manifest.of(List.of(A, changed, C, fresh));

        assertThat(MANIFEST.changesTo(after))
                .containsExactly(
                        new FileChange(Optional.of(B), Optional.of(changed)),
                        new FileChange(Optional.of(D), Optional.empty()),
                        new FileChange(Optional.empty(), Optional.of(fresh)));
        assertThat(MANIFEST.changesTo(MANIFEST)).isEmpty();
    }

    @Test
    void aChangeOfNothingCanNotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FileChange(Optional.empty(), Optional.empty()));
    }

    @Test
    void textIsUtf8WithoutNul() {
        assertThat(TextContent.decode("größe".getBytes(UTF_8))).contains("größe");
        assertThat(TextContent.decode(new byte[] {'a', 0})).isEmpty();
        assertThat(TextContent.decode(new byte[] {(byte) 0xff, (byte) 0xfe})).isEmpty();
        assertThat(FileEntry.of(new WorkspacePath("x"), false, new byte[] {(byte) 0xe4}).text())
                .isFalse();
    }

    @Test
    void aHashIsTheSha256OfTheBytes() {
        assertThat(ContentHash.of("abc".getBytes(UTF_8)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentHash("abc"));
    }
}
