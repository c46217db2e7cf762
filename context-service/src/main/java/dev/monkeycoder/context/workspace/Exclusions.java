package dev.monkeycoder.context.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What never gets into a workspace: a repository's own files, build output, other people's code
/// and secrets. Holds for uploads and for what a model wants to write.
public final class Exclusions {
    /// Left out wherever they are. Compared in lower case, since some file systems ignore case.
    private static final Map<String, String> FOLDERS =
            Map.ofEntries(
                    Map.entry(".git", "repository data"),
                    Map.entry(".hg", "repository data"),
                    Map.entry(".svn", "repository data"),
                    Map.entry("node_modules", "installed packages"),
                    Map.entry(".venv", "installed packages"),
                    Map.entry("__pycache__", "build output"),
                    Map.entry(".gradle", "build cache"),
                    Map.entry(".idea", "editor settings"),
                    Map.entry(".monkey", "state of monkey itself"),
                    Map.entry(".ssh", "secret"),
                    Map.entry(".gnupg", "secret"),
                    Map.entry(".aws", "secret"));

    /// Left out unless below a `src` folder, where it is a package like any other.
    private static final Set<String> BUILD_OUTPUT = Set.of("target", "build");

    private static final List<Pattern> SECRETS =
            List.of(
                    Pattern.compile("\\.env(?!\\.(example|sample|template|dist)$)(\\..+)?"),
                    Pattern.compile("id_(rsa|dsa|ecdsa|ed25519)"),
                    Pattern.compile(".+\\.(pem|key|p12|pfx|jks|keystore|kdbx)"),
                    Pattern.compile("\\.(netrc|pgpass|git-credentials|htpasswd)"));

    private Exclusions() {}

    /// @param path the folder (with `/` at its end) or the file that is left out
    /// @param reason in a few words
    public record Exclusion(String path, String reason) {
        /// For who wants to have it in a workspace.
        public String sentence() {
            return path + " is kept out of workspaces (" + reason + ").";
        }
    }

    /// Why a file of that path is left out; empty when it is not.
    public static Optional<Exclusion> of(WorkspacePath path) {
        var names = path.names();
        var folder = new StringBuilder();
        var inSources = false;
        for (var name : names.subList(0, names.size() - 1)) {
            folder.append(name).append('/');
            var reason = reasonOfFolder(name.toLowerCase(Locale.ROOT), inSources);
            if (reason.isPresent()) {
                return Optional.of(new Exclusion(folder.toString(), reason.get()));
            }
            inSources |= name.equals("src");
        }
        return reasonOfFile(path.name().toLowerCase(Locale.ROOT))
                .map(reason -> new Exclusion(path.value(), reason));
    }

    private static Optional<String> reasonOfFolder(String name, boolean inSources) {
        return BUILD_OUTPUT.contains(name) && !inSources
                ? Optional.of("build output")
                : Optional.ofNullable(FOLDERS.get(name));
    }

    private static Optional<String> reasonOfFile(String name) {
        if (name.equals(".git")) {
            return Optional.of("repository data"); // a worktree's pointer
        }
        return SECRETS.stream().anyMatch(secret -> secret.matcher(name).matches())
                ? Optional.of("secret")
                : Optional.empty();
    }
}
