package io.lendcrm.examples.scorecard;

import java.util.Locale;

/** Made-up loans: income and grade tell of default, noise doesn't; some incomes are missing. */
final class Loans {

    private static final String[] GRADES = {"a", "b", "c", "d"};

    private Loans() {}

    static String csv(int rows) {
        StringBuilder text = new StringBuilder("id,income,grade,noise,same,empty,outcome\n");
        for (int i = 0; i < rows; i++) {
            int income = 10 + i * 37 % 90;
            int grade = i * 53 % 97 % 4;
            double risk = 0.1 + 0.5 * (100 - income) / 100 * (grade + 1) / 3;
            boolean bad = i * 7919 % 1000 / 1000.0 < risk;
            text.append(String.format(
                    Locale.ROOT,
                    "k%d,%s,%s,%d,7,,%s%n",
                    i,
                    i % 11 == 0 ? "" : income,
                    GRADES[grade],
                    i * 61 % 83,
                    bad ? "default" : "paid"));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** The same rows in Weka's format. */
    static String arff(int rows) {
        String head = """
            @relation loans
            @attribute id string
            @attribute income numeric
            @attribute grade {a,b,c,d}
            @attribute noise numeric
            @attribute same numeric
            @attribute empty numeric
            @attribute outcome {default,paid}
            @data
            """;
        String body = csv(rows);
        return head
                + body.substring(body.indexOf('\n') + 1).replace(",,", ",?,").replace(",,", ",?,");
    }

    /** Folds by the row's number. */
    static String folds(int rows, int count) {
        StringBuilder text = new StringBuilder("row,fold\n");
        for (int row = 1; row <= rows; row++) {
            text.append(row).append(',').append(1 + row * 31 % 101 % count).append('\n');
        }
        return text.toString();
    }
}
