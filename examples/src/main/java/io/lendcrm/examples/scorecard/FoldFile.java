package io.lendcrm.examples.scorecard;

import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.proof.validation.Folds;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Folds that somebody else has laid: a file with the columns {@code row}, from 1, and {@code fold}, from 1. */
public final class FoldFile {

    private static final String ROW = "row";
    private static final String FOLD = "fold";

    private FoldFile() {}

    /**
     * The folds of a table's rows; each must hold bads and goods.
     *
     * @param path the file of folds
     * @param input the file of the rows
     * @param table its content
     * @param bad the outcomes
     * @return the folds
     */
    public static Folds read(Path path, InputOptions input, Table table, boolean[] bad) {
        DelimitedFile file =
                DelimitedFile.of(path).withHeader(DelimitedFile.Header.YES).showing(ROW, FOLD);
        List<String> columns = file.columns();
        if (!columns.contains(ROW) || !columns.contains(FOLD)) {
            throw input.usage("--folds must be a file with the columns row and fold, found " + columns);
        }
        Map<Integer, Integer> folds = new HashMap<>();
        QualityReport report = file.forEach(row -> {
            long number = row.whole(ROW);
            long fold = row.whole(FOLD);
            if (number < 1 || number > Integer.MAX_VALUE || folds.containsKey((int) number)) {
                throw row.refuse(ROW, "the number of a row, from 1, each once");
            }
            if (fold < 1 || fold > Integer.MAX_VALUE) {
                throw row.refuse(FOLD, "the number of a fold, from 1");
            }
            folds.put((int) number, (int) fold);
        });
        input.judge(file.name(), report);
        return folds(file.name(), folds, table, bad);
    }

    private static Folds folds(String name, Map<Integer, Integer> folds, Table table, boolean[] bad) {
        int[] fold = new int[table.rows()];
        TreeSet<Integer> withBads = new TreeSet<>();
        TreeSet<Integer> withGoods = new TreeSet<>();
        for (int row = 0; row < fold.length; row++) {
            Integer found = folds.get(table.number(row));
            if (found == null) {
                throw InputRefusedException.because(name + " is refused: it must tell the fold of every row of "
                        + table.name() + ", there is none for row " + table.number(row));
            }
            fold[row] = found;
            (bad[row] ? withBads : withGoods).add(found);
        }
        int last = folds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int which = 1; which <= Math.max(2, last); which++) {
            if (!withBads.contains(which) || !withGoods.contains(which)) {
                throw InputRefusedException.because(name + " is refused: each fold from 1 to " + Math.max(2, last)
                        + " must hold bads and goods, fold " + which + " has no "
                        + (withBads.contains(which) ? "goods" : "bads"));
            }
        }
        return Folds.of(fold);
    }
}
