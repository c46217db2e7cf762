package dev.monkeycoder.mesh.process;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The administrator's door to a PostgreSQL server: databases, and a role with a schema per
/// service.
///
/// @param port on the loopback address
/// @param password of the user `postgres`
public record PostgresAccess(int port, String password) {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    /// Makes the database if it is not there, and in it one schema for each role, owned by the role
    /// of the same name, which is made too. A role may connect to the database and owns nothing but
    /// its schema, which is its search path. Doing it again changes nothing but the passwords.
    ///
    /// @param passwords by role
    public void prepare(String database, Map<String, String> passwords) {
        check(NAME, database, "database");
        run(
                "postgres",
                statement -> {
                    if (absent(statement, "select 1 from pg_database where datname = ", database)) {
                        statement.execute("create database " + database);
                    }
                    statement.execute("revoke all on database " + database + " from public");
                });
        run(
                database,
                statement -> {
                    for (var role : new TreeMap<>(passwords).entrySet()) {
                        role(statement, role.getKey(), role.getValue());
                        statement.execute(
                                "alter role "
                                        + role.getKey()
                                        + " set search_path = "
                                        + role.getKey());
                        statement.execute(
                                "grant connect on database " + database + " to " + role.getKey());
                        statement.execute(
                                "create schema if not exists "
                                        + role.getKey()
                                        + " authorization "
                                        + role.getKey());
                    }
                });
    }

    /// A database that one role owns whole.
    public void prepareOwned(String database, String role, String password) {
        check(NAME, database, "database");
        run(
                "postgres",
                statement -> {
                    role(statement, role, password);
                    if (absent(statement, "select 1 from pg_database where datname = ", database)) {
                        statement.execute("create database " + database + " owner " + role);
                    }
                    statement.execute("revoke all on database " + database + " from public");
                });
    }

    /// Drops a database that its owner never finished making: one that exists, but in which `query`
    /// finds nothing or its tables are not there.
    public void dropUnless(String database, String query) {
        check(NAME, database, "database");
        run(
                "postgres",
                statement -> {
                    if (!absent(statement, "select 1 from pg_database where datname = ", database)
                            && !finds(database, query)) {
                        statement.execute("drop database " + database + " with (force)");
                    }
                });
    }

    private boolean finds(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    boolean answers() throws IOException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void role(Statement statement, String role, String password)
            throws SQLException {
        check(NAME, role, "role");
        if (!PASSWORD.matcher(password).matches()) {
            throw new IllegalArgumentException(
                    "password of " + role + ": (expected: " + PASSWORD + ")");
        }
        if (absent(statement, "select 1 from pg_roles where rolname = ", role)) {
            statement.execute("create role " + role + " login");
        }
        statement.execute("alter role " + role + " password '" + password + "'");
    }

    private static boolean absent(Statement statement, String query, String name)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(query + "'" + name + "'")) {
            return !rows.next();
        }
    }

    private static void check(Pattern pattern, String name, String what) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException(what + ": " + name + " (expected: " + pattern + ")");
        }
    }

    @FunctionalInterface
    interface Work {
        void on(Statement statement) throws SQLException;
    }

    void run(String database, Work work) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("postgres: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        // not through DriverManager: under test it looks in another class loader
        for (Driver driver :
                ServiceLoader.load(Driver.class, PostgresAccess.class.getClassLoader())) {
            Connection connection = driver.connect(url, login);
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException(url + ": no driver takes it");
    }
}
