package io.lendcrm.scoring.risk.binning;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stores bins as members of a document: the {@code cuts} of numbers and their {@code specials} ({@code specialGroups}
 * where some share a bin), or the {@code groups} of levels; the ordinary bin of missing and unseen values ({@code missingWith}, {@code unseenWith}; absent if they stand apart).
 * Stateless and thread-safe.
 */
public final class BinsDocument {

    private BinsDocument() {}

    /**
     * Writes bins.
     *
     * @param bins the bins
     * @param tree where their members go
     */
    public static void write(Bins bins, DocumentBuilder tree) {
        if (bins.feature().type().hasLevels()) {
            List<Document> groups = new ArrayList<>();
            for (int bin = 0; bin < bins.ordinary(); bin++) {
                groups.add(Document.tree().put("levels", bins.levels(bin)).build());
            }
            tree.put("groups", new Document.Items(groups));
            if (bins.unseenBin() < bins.ordinary()) {
                tree.put("unseenWith", bins.unseenBin());
            }
        } else {
            tree.put("cuts", bins.cuts());
            List<List<Double>> specials = bins.specialGroups();
            if (specials.stream().allMatch(group -> group.size() == 1)) {
                tree.put("specials", bins.specials());
            } else {
                tree.put(
                        "specialGroups",
                        new Document.Items(
                                specials.stream().map(BinsDocument::document).toList()));
            }
        }
        if (bins.missingBin() < bins.ordinary()) {
            tree.put("missingWith", bins.missingBin());
        }
    }

    /**
     * Reads bins.
     *
     * @param part the document that holds their members
     * @param feature what is binned
     * @return the bins
     * @throws io.lendcrm.core.model.ModelFormatException if a member is missing or out of range
     */
    public static Bins read(DocumentReader part, Feature feature) {
        Bins bins;
        if (feature.type().hasLevels()) {
            List<List<String>> groups = part.trees("groups", group -> group.texts("levels"));
            bins = part.build(() -> Bins.levels(feature, groups));
            if (part.has("unseenWith")) {
                Bins apart = bins;
                long bin = part.whole("unseenWith");
                bins = part.build(() -> apart.withUnseenIn(Math.toIntExact(bin)));
            }
        } else {
            double[] cuts = part.decimals("cuts");
            List<List<Double>> specials = part.has("specialGroups")
                    ? part.trees("specialGroups", group -> boxed(group.decimals("values")))
                    : Arrays.stream(part.decimals("specials"))
                            .mapToObj(List::of)
                            .toList();
            bins = part.build(() -> Bins.numeric(feature, cuts).withSpecialGroups(specials));
        }
        if (!part.has("missingWith")) {
            return bins;
        }
        Bins apart = bins;
        long bin = part.whole("missingWith");
        return part.build(() -> apart.withMissingIn(Math.toIntExact(bin)));
    }

    private static Document document(List<Double> values) {
        return Document.tree()
                .put("values", values.stream().mapToDouble(Double::doubleValue).toArray())
                .build();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
