package dev.monkeycoder.mesh.process;

/// How one server comes up: a description, which can be started again and again.
public interface Launch {
    /// Starts the process, and whatever has to be done before.
    Child spawn();

    /// Returns when the process is of use.
    ///
    /// @throws StartFailure when it ends before, or takes too long
    void settle(Child child);

    /// Both; what does not become of use is ended.
    default Child start() {
        Child child = spawn();
        try {
            settle(child);
            return child;
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /// The same, of use only when some more work is done.
    default Launch then(Runnable work) {
        Launch first = this;
        return new Launch() {
            @Override
            public Child spawn() {
                return first.spawn();
            }

            @Override
            public void settle(Child child) {
                first.settle(child);
                work.run();
            }
        };
    }
}
