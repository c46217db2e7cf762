package dev.monkeycoder.kit.store;

import dev.monkeycoder.events.Event;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Outgoing;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// One open transaction. Its work is one chain of [Uni]s: never combine them.
public final class Tx {
    private final Mutiny.StatelessSession session;
    private final Outbox outbox;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Mutiny.StatelessSession session, Outbox outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    /// Runs native SQL with arguments `?1`, `?2`, … and gives the number of rows changed.
    public Uni<Integer> execute(String sql, @Nullable Object... arguments) {
        var query = session.createNativeQuery(sql);
        for (var i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.executeUpdate();
    }

    /// Runs a native query (also `insert … returning`) with arguments `?1`, `?2`, ….
    public <T> Uni<List<T>> query(String sql, Function<Row, T> map, @Nullable Object... arguments) {
        Mutiny.Query<@Nullable Object> query = session.createNativeQuery(sql);
        for (var i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList()
                .map(rows -> rows.stream().map(columns -> map.apply(row(columns))).toList());
    }

    /// Hibernate gives a row of one column as that column.
    private static Row row(@Nullable Object columns) {
        return columns instanceof @Nullable Object[] several
                ? new Row(several)
                : new Row(new @Nullable Object[] {columns});
    }

    /// The session, for entities.
    public Mutiny.StatelessSession session() {
        return session;
    }

    /// Sends `event` when this transaction commits, and only then: it goes into the outbox.
    public void send(Event event, Origin origin) {
        outgoing.add(outbox.outgoing(event, origin));
    }

    /// The inbox: whether the event `id` is handled for the first time. The answer holds when this
    /// transaction commits.
    public Uni<Boolean> first(UUID id) {
        return execute("insert into inbox (id) values (?1) on conflict do nothing", id)
                .map(rows -> rows == 1);
    }

    /// Runs `action` once this transaction has committed.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Outgoing> outgoing() {
        return outgoing;
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
