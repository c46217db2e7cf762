package dev.monkeycoder.context.workspace.store;

import dev.monkeycoder.context.workspace.Change;
import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Workspaces, their versions and their files. A version is stored as what it changes: making one
/// costs one row, however many files there are (docs/adr/0021).
@ApplicationScoped
public class Workspaces {
    private static final String FILE_COLUMNS = "f.path, f.hash, f.size, f.executable, f.is_text";
    private static final String STATE =
            """
            select v.version, v.files, v.bytes, w.created_at from workspace w
            join version v on v.workspace = w.id and v.version = w.version
            where w.id = ?1 and w.tenant = ?2
            """;
    private static final int ROWS = 2_000;

    /// The newest state; empty when the tenant has no such workspace.
    public Uni<Optional<WorkspaceState>> state(Tx tx, TenantId tenant, WorkspaceId id) {
        return first(tx.query(STATE, Workspaces::state, id.value(), tenant.value()));
    }

    /// The same, and nobody else writes until `tx` ends.
    public Uni<Optional<WorkspaceState>> lock(Tx tx, TenantId tenant, WorkspaceId id) {
        // the row is locked before its version is read: a join would read the version first
        return tx.query(
                        "select 1 from workspace where id = ?1 and tenant = ?2 for update",
                        row -> row.integer(0),
                        id.value(),
                        tenant.value())
                .chain(() -> state(tx, tenant, id));
    }

    /// Whether that version is there, for this tenant, and when it was made.
    public Uni<Optional<Instant>> madeAt(Tx tx, TenantId tenant, WorkspaceId id, int version) {
        return first(
                tx.query(
                        """
                        select v.at from version v join workspace w on w.id = v.workspace
                        where w.id = ?1 and w.tenant = ?2 and v.version = ?3
                        """,
                        row -> row.instant(0),
                        id.value(),
                        tenant.value(),
                        version));
    }

    public Uni<Manifest> manifest(Tx tx, TenantId tenant, WorkspaceId id, int version) {
        // both backwards, as the primary key can be read without a sort
        return tx.query(
                        "select distinct on (f.path) "
                                + FILE_COLUMNS
                                + """
                                 from file f join workspace w on w.id = f.workspace
                                where w.id = ?1 and w.tenant = ?2 and f.version <= ?3
                                order by f.path desc, f.version desc
                                """,
                        Workspaces::file,
                        id.value(),
                        tenant.value(),
                        version)
                .map(Manifest::of);
    }

    public Uni<Optional<FileEntry>> file(
            Tx tx, TenantId tenant, WorkspaceId id, int version, WorkspacePath path) {
        return first(
                tx.query(
                        "select "
                                + FILE_COLUMNS
                                + """
                                 from file f join workspace w on w.id = f.workspace
                                where w.id = ?1 and w.tenant = ?2 and f.path = ?3 and f.version <= ?4
                                order by f.version desc limit 1
                                """,
                        Workspaces::file,
                        id.value(),
                        tenant.value(),
                        path.value(),
                        version));
    }

    /// Whether any file lies below `path`.
    public Uni<Boolean> hasFolder(Tx tx, TenantId tenant, WorkspaceId id, WorkspacePath path) {
        // '0' is the character after '/'
        return tx.query(
                        """
                        select 1 from file f join workspace w on w.id = f.workspace
                        where w.id = ?1 and w.tenant = ?2 and f.path >= ?3 and f.path < ?4 limit 1
                        """,
                        row -> row.integer(0),
                        id.value(),
                        tenant.value(),
                        path + "/",
                        path + "0")
                .map(rows -> !rows.isEmpty());
    }

    /// The first of `paths` that is a file.
    public Uni<Optional<WorkspacePath>> fileAmong(
            Tx tx, TenantId tenant, WorkspaceId id, Collection<WorkspacePath> paths) {
        return first(
                tx.query(
                        """
                        select f.path from file f join workspace w on w.id = f.workspace
                        where w.id = ?1 and w.tenant = ?2 and f.path in
                          (select value from json_array_elements_text(cast(cast(?3 as text) as json)) as value)
                        order by f.path limit 1
                        """,
                        row -> new WorkspacePath(row.text(0)),
                        id.value(),
                        tenant.value(),
                        EventJson.write(paths.stream().map(WorkspacePath::value).toList())));
    }

    /// Makes a workspace at version 1. Its contents are [kept][Contents#keep] in the same
    /// transaction.
    public Uni<Void> create(
            Tx tx, TenantId tenant, WorkspaceId id, List<FileEntry> files, Instant at) {
        var bytes = files.stream().mapToLong(FileEntry::size).sum();
        var made =
                tx.execute(
                                "insert into workspace (id, tenant, version, created_at) values"
                                        + " (?1, ?2, 1, ?3)",
                                id.value(),
                                tenant.value(),
                                at)
                        .chain(() ->
                                tx.execute(
                                        """
                                        insert into version (workspace, version, files, bytes, at)
                                        values (?1, 1, ?2, ?3, ?4)
                                        """,
                                        id.value(),
                                        files.size(),
                                        bytes,
                                        at))
                        .replaceWithVoid();
        for (var from = 0; from < files.size(); from += ROWS) {
            var part = files.subList(from, Math.min(files.size(), from + ROWS));
            made = made.chain(() -> insertFiles(tx, id, 1, part));
        }
        return made;
    }

    /// Makes the version after `before`, which the caller has [locked][#lock].
    ///
    /// @param replaced the file of that path in `before`
    /// @return the new version's number
    public Uni<Integer> write(
            Tx tx,
            WorkspaceId id,
            WorkspaceState before,
            Optional<FileEntry> replaced,
            FileEntry file,
            CallId call,
            Instant at) {
        var version = before.version() + 1;
        return tx.execute(
                        """
                        insert into version (workspace, version, parent, call, path, files, bytes, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """,
                        id.value(),
                        version,
                        before.version(),
                        call.toString(),
                        file.path().value(),
                        before.files() + (replaced.isPresent() ? 0 : 1),
                        before.bytes() - replaced.map(FileEntry::size).orElse(0L) + file.size(),
                        at)
                .chain(() -> insertFiles(tx, id, version, List.of(file)))
                .chain(() ->
                        tx.execute(
                                "update workspace set version = ?2 where id = ?1",
                                id.value(),
                                version))
                .replaceWith(version);
    }

    /// What made each version after the first, in their order.
    public Uni<List<Change>> changes(Tx tx, TenantId tenant, WorkspaceId id) {
        return tx.query(
                """
                select v.version, v.path, v.call, v.at from version v
                join workspace w on w.id = v.workspace
                where w.id = ?1 and w.tenant = ?2 and v.call is not null order by v.version
                """,
                row ->
                        new Change(
                                row.integer(0),
                                new WorkspacePath(row.text(1)),
                                CallId.of(row.text(2)),
                                row.instant(3)),
                id.value(),
                tenant.value());
    }

    private static Uni<Void> insertFiles(
            Tx tx, WorkspaceId id, int version, List<FileEntry> files) {
        return tx.execute(
                        """
                        insert into file (workspace, version, path, hash, size, executable, is_text)
                        select ?1, ?2, f.path, f.hash, f.size, f.executable, f.text
                        from json_to_recordset(cast(cast(?3 as text) as json)) as f
                          (path text, hash text, size bigint, executable boolean, text boolean)
                        """,
                        id.value(),
                        version,
                        EventJson.write(files.stream().map(FileRow::of).toList()))
                .replaceWithVoid();
    }

    private record FileRow(String path, String hash, long size, boolean executable, boolean text) {
        static FileRow of(FileEntry file) {
            return new FileRow(
                    file.path().value(),
                    file.hash().hex(),
                    file.size(),
                    file.executable(),
                    file.text());
        }
    }

    private static WorkspaceState state(Row row) {
        return new WorkspaceState(row.integer(0), row.integer(1), row.number(2), row.instant(3));
    }

    private static FileEntry file(Row row) {
        return new FileEntry(
                new WorkspacePath(row.text(0)),
                new ContentHash(row.text(1)),
                row.number(2),
                row.flag(3),
                row.flag(4));
    }

    private static <T> Uni<Optional<T>> first(Uni<List<T>> rows) {
        return rows.map(found -> found.stream().findFirst());
    }
}
