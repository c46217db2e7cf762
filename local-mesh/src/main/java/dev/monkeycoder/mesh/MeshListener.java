package dev.monkeycoder.mesh;

/// Hears of each step of each part, from several threads.
@FunctionalInterface
public interface MeshListener {
    void heard(PartProgress progress);
}
