package dev.monkeycoder.context.session.store;

import dev.monkeycoder.context.session.Turn;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The turns of sessions. A turn of a run is stored once.
@ApplicationScoped
public class Turns {
    /// A turn that is there already stays as it is.
    public Uni<Void> add(Tx tx, TenantId tenant, SessionId session, Turn turn) {
        return tx.execute(
                        """
                        insert into turn (run, turn, tenant, session, agent, asked, answer, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict do nothing
                        """,
                        turn.run().value(),
                        turn.turn(),
                        tenant.value(),
                        session.value(),
                        turn.agent().value(),
                        storable(turn.asked()),
                        storable(turn.answer()),
                        turn.at())
                .replaceWithVoid();
    }

    /// PostgreSQL takes any character in a text but this one.
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /// The newest turns of a session of this tenant, the newest first.
    public Uni<List<Turn>> newest(Tx tx, TenantId tenant, SessionId session, int most) {
        return tx.query(
                """
                select run, turn, agent, asked, answer, at from turn
                where tenant = ?1 and session = ?2 order by at desc, run desc, turn desc limit ?3
                """,
                Turns::turn,
                tenant.value(),
                session.value(),
                most);
    }

    private static Turn turn(Row row) {
        return new Turn(
                new RunId(row.uuid(0)),
                row.integer(1),
                new AgentName(row.text(2)),
                row.text(3),
                row.text(4),
                row.instant(5));
    }
}
