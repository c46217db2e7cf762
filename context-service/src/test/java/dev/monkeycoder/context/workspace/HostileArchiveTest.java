package dev.monkeycoder.context.workspace;

import static dev.monkeycoder.context.workspace.ArchiveFormat.GZIP_TAR;
import static dev.monkeycoder.context.workspace.ArchiveFormat.TAR;
import static dev.monkeycoder.context.workspace.ArchiveFormat.ZIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.Archives.Tar;
import dev.monkeycoder.context.workspace.Archives.Zip;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an upload must never do.
class HostileArchiveTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escape",
                "a/../../escape",
                "/etc/passwd",
                "C:/boot.ini",
                "a\\..\\..\\escape",
                "a\nb"
            })
    void namesThatLeaveTheWorkspaceAreRefused(String name) {
        var tar = new Tar().file("fine", "1").file(name, "2").bytes();
        var zip = new Zip().file("x/fine", "1").file(name, "2").bytes();

        assertThat(Unpacked.of(TAR, tar).refused().tooLarge()).isFalse();
        assertThat(Unpacked.of(ZIP, zip).refused().tooLarge()).isFalse();
    }

    @Test
    void aRefusalNamesTheEntryWithoutItsControlCharacters() {
        var refused = Unpacked.of(TAR, new Tar().file("a\u001b[31mb", "1").bytes()).refused();

        assertThat(refused.detail()).isEqualTo("a?[31mb has a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../up", "b/../../../up", "", "C:/x", "..\\up"})
    void linksThatPointOutAreRefused(String target) {
        assertThat(Unpacked.of(TAR, new Tar().link("a/link", target).bytes()).refused().detail())
                .isEqualTo("a/link is a link that points out of the workspace");
        assertThat(
                        Unpacked.of(ZIP, new Zip().file("a/link", target, 0120777).bytes())
                                .refused()
                                .detail())
                .isEqualTo("a/link is a link that points out of the workspace");
    }

    @Test
    void aFileBelowALinkIsAFileOfTheWorkspace() {
        var tar = new Tar().link("a/link", "b").file("a/link/file", "1").bytes();

        assertThat(Unpacked.of(TAR, tar).files()).containsOnlyKeys("a/link/file");
    }

    @Test
    void devicesAreRefused() {
        assertThat(Unpacked.of(TAR, new Tar().device("null").bytes()).refused().detail())
                .isEqualTo("null is a device, pipe or socket");
        assertThat(Unpacked.of(ZIP, new Zip().file("pipe", "", 0010644).bytes()).refused().detail())
                .isEqualTo("pipe is a device, pipe or socket");
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() {
        var tar = new Tar().file("a", "1").file("./a", "2").bytes();

        assertThat(Unpacked.of(TAR, tar).refused().detail()).isEqualTo("a is there twice");
    }

    @Test
    void aNameThatIsFileAndFolderIsRefused() {
        assertThat(Unpacked.of(TAR, new Tar().file("a", "1").file("a/b", "2").bytes()).refused())
                .isNotNull();
        assertThat(Unpacked.of(TAR, new Tar().file("a/b", "1").file("a", "2").bytes()).refused())
                .isNotNull();
    }

    @Test
    void tooManyFilesAreRefused() {
        var tar = new Tar();
        for (var i = 0; i < 101; i++) {
            tar.file("f" + i, "x");
        }

        assertThat(Unpacked.of(TAR, tar.bytes()).refused().tooLarge()).isTrue();
    }

    @Test
    void tooManyEntriesAreRefusedAlsoWhenAllAreLeftOut() {
        var tar = new Tar();
        var zip = new Zip();
        for (var i = 0; i < 1_001; i++) {
            tar.file("target/" + i, "");
            zip.file("target/" + i, "");
        }

        assertThat(Unpacked.of(TAR, tar.bytes()).refused().tooLarge()).isTrue();
        assertThat(Unpacked.of(ZIP, zip.bytes()).refused().detail())
                .isEqualTo("the archive has more than 1000 entries");
    }

    @Test
    void tooManyBytesAreRefused() {
        var tar = new Tar();
        for (var i = 0; i < 21; i++) {
            tar.file("f" + i, "x".repeat(1_000));
        }

        assertThat(Unpacked.of(TAR, tar.bytes()).refused().detail())
                .isEqualTo("its files are larger than 20000 bytes together");
    }

    @Test
    void aBombIsRefusedWhileItUnpacks() {
        var limits = new ArchiveLimits(100, 30_000_000, 90_000_000, 50);
        var zeros = new byte[20_000_000];

        var tar = Unpacked.of(GZIP_TAR, new Tar().file("zeros", zeros, 0100644).gzip(), limits);
        var zip =
                Unpacked.of(ZIP, new Zip().file("zeros", new String(zeros, UTF_8)).bytes(), limits);

        assertThat(tar.refused().detail())
                .isEqualTo("the archive unpacks to more than 10000000 bytes");
        assertThat(zip.refused().detail())
                .isEqualTo("the archive unpacks to more than 10000000 bytes");
    }

    @Test
    void aBombThatWouldBeLeftOutIsRefusedToo() {
        var limits = new ArchiveLimits(100, 1_000, 90_000_000, 50);
        var archive = new Tar().file("target/zeros", new byte[20_000_000], 0100644).gzip();

        assertThat(Unpacked.of(GZIP_TAR, archive, limits).refused().tooLarge()).isTrue();
    }

    @Test
    void aNameOfMegabytesIsRefused() {
        var limits = new ArchiveLimits(100, 1_000, 90_000_000, 50);
        var archive = new Tar().longName(new byte[2_000_000]).file("a", "1").bytes();

        assertThat(Unpacked.of(TAR, archive, limits).refused().detail())
                .isEqualTo("an entry's header is too long");
    }

    @ParameterizedTest
    @EnumSource(ArchiveFormat.class)
    void whatIsNoArchiveIsRefused(ArchiveFormat format) {
        var garbage = "this is not an archive at all ".repeat(100).getBytes(UTF_8);

        assertThat(Unpacked.of(format, garbage).refused().tooLarge()).isFalse();
    }

    @Test
    void anArchiveThatWasCutOffIsRefused() {
        var tar = new Tar().file("a", "x".repeat(900)).bytes();
        var gzip = new Tar().file("a", "x".repeat(900)).gzip();
        var zip = new Zip().file("a", "x".repeat(900)).bytes();

        assertThat(Unpacked.of(TAR, Arrays.copyOf(tar, 1_000)).refused()).isNotNull();
        assertThat(Unpacked.of(GZIP_TAR, Arrays.copyOf(gzip, 60)).refused()).isNotNull();
        assertThat(Unpacked.of(ZIP, Arrays.copyOf(zip, 60)).refused()).isNotNull();
    }
}
