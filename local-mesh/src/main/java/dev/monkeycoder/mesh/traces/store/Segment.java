package dev.monkeycoder.mesh.traces.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One file of lines, and where in it the lines of each key are.
final class Segment {
    private final Path path;
    private final RandomAccessFile file;
    private final Map<String, List<Place>> places = new HashMap<>();
    private long size;

    private record Place(long offset, int length) {}

    private Segment(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /// Opens a file, or makes it. A last line without its end was cut off by a crash: it goes.
    ///
    /// @param key of a line; empty for a line that is none
    static Segment open(Path path, Function<byte[], Optional<String>> key) throws IOException {
        Segment segment = new Segment(path, new RandomAccessFile(path.toFile(), "rw"));
        byte[] content = Files.readAllBytes(path);
        int begin = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                byte[] line = Arrays.copyOfRange(content, begin, at);
                Place place = new Place(begin, line.length);
                key.apply(line).ifPresent(it -> segment.remember(it, place));
                begin = at + 1;
            }
        }
        segment.size = begin;
        segment.file.setLength(begin);
        return segment;
    }

    String name() {
        return path.getFileName().toString();
    }

    long size() {
        return size;
    }

    void append(String key, byte[] line) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(line.length + 1);
        whole.write(line);
        whole.write('\n');
        file.seek(size);
        file.write(whole.toByteArray());
        remember(key, new Place(size, line.length));
        size += whole.size();
    }

    List<byte[]> lines(String key) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (Place place : places.getOrDefault(key, List.of())) {
            byte[] line = new byte[place.length()];
            file.seek(place.offset());
            file.readFully(line);
            lines.add(line);
        }
        return lines;
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": not closed", e);
        }
    }

    private void remember(String key, Place place) {
        places.computeIfAbsent(key, _ -> new ArrayList<>()).add(place);
    }
}
