package io.lendcrm.scoring.value.satisfaction;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Numbers computed by other tools, in a file beside the tests that names them. */
final class Reference {

    private Reference() {}

    static DocumentReader block(String name) {
        return root().tree(name);
    }

    private static DocumentReader root() {
        try (var in = Reference.class.getResourceAsStream("reference.json")) {
            return DocumentReader.of(DocumentJson.readTree(in.readAllBytes()), "$");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] list(String name) {
        return root().decimals(name);
    }

    /** The numbers of a flat list in rows of equal length. */
    static double[][] rows(double[] flat, int width) {
        double[][] rows = new double[flat.length / width][width];
        for (int i = 0; i < flat.length; i++) {
            rows[i / width][i % width] = flat[i];
        }
        return rows;
    }
}
