package bookshop;

/// A book's number: 13 digits, of which the last is a check digit. Hyphens are for reading and are dropped.
public record Isbn(String digits) {
    public Isbn {
        digits = digits.replace("-", "");
        if (!digits.matches("[0-9]{13}")) {
            throw new IllegalArgumentException("isbn: " + digits + " (expected: 13 digits)");
        }
        if (weightedSum(digits) % 10 != 0) {
            throw new IllegalArgumentException("isbn: " + digits + " (expected: another check digit)");
        }
    }

    private static int weightedSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum;
    }

    @Override
    public String toString() {
        return digits;
    }
}
