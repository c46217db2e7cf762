package dev.monkeycoder.context.workspace.store;

import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The contents of files, each once a tenant. They never change.
@ApplicationScoped
public class Contents {
    /// The bytes of each content that the tenant has.
    public Uni<Map<ContentHash, byte[]>> read(
            Tx tx, TenantId tenant, Collection<ContentHash> hashes) {
        return tx.query(
                        """
                        select hash, content from blob where tenant = ?1 and hash in
                          (select value from json_array_elements_text(cast(cast(?2 as text) as json)) as value)
                        """,
                        row -> Map.entry(new ContentHash(row.text(0)), row.bytes(1)),
                        tenant.value(),
                        EventJson.write(hashes.stream().map(ContentHash::hex).toList()))
                .map(rows -> {
                    var contents = new HashMap<ContentHash, byte[]>();
                    rows.forEach(row -> contents.put(row.getKey(), row.getValue()));
                    return contents;
                });
    }

    /// Stores contents that are not there yet. Given in the order of their hashes, so that two
    /// transactions which store the same wait for one another instead of locking each other out.
    public Uni<Void> keep(Tx tx, TenantId tenant, List<Map.Entry<ContentHash, byte[]>> contents) {
        if (contents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = new ArrayList<String>();
        var arguments = new ArrayList<Object>(List.of(tenant.value()));
        for (var content : contents) {
            values.add("(?1, ?" + (arguments.size() + 1) + ", ?" + (arguments.size() + 2) + ")");
            arguments.add(content.getKey().hex());
            arguments.add(content.getValue());
        }
        return tx.execute(
                        "insert into blob (tenant, hash, content) values "
                                + String.join(", ", values)
                                + " on conflict do nothing",
                        arguments.toArray())
                .replaceWithVoid();
    }
}
