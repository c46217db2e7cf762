package dev.monkeycoder.context.workspace;

/// Where the links of an archive point to.
final class Links {
    private Links() {}

    /// Whether a link at `path` leads out of the workspace.
    ///
    /// @param fromRoot whether `target` is counted from the root (a hard link), else from the
    ///   link's folder
    static boolean leaves(WorkspacePath path, String target, boolean fromRoot) {
        if (target.isEmpty()
                || target.startsWith("/")
                || target.indexOf('\\') >= 0
                || target.indexOf('\0') >= 0
                || target.matches("(?s)[A-Za-z]:.*")) {
            return true;
        }
        var depth = fromRoot ? 0 : path.names().size() - 1;
        for (var name : target.split("/", -1)) {
            depth += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
