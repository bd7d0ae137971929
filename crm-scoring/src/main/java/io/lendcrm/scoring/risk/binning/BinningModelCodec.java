package io.lendcrm.scoring.risk.binning;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores models as {@code binning}: for each of {@code variables} its {@code feature}, the {@code cuts} of numbers or the
 * {@code groups} of levels, {@code specials}, the ordinary bin of missing and unseen values ({@code missingWith}, {@code
 * unseenWith}; absent if they stand apart), {@code good} and {@code bad} of every bin, {@code zeroCell}, and what the {@code
 * optimum} cost. Weights follow from the counts and aren't stored. Stateless and thread-safe.
 */
public final class BinningModelCodec implements ModelCodec<BinningModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public BinningModelCodec() {}

    @Override
    public String type() {
        return BinningModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<BinningModel> model() {
        return BinningModel.class;
    }

    @Override
    public Document.Tree write(BinningModel model) {
        return Document.tree()
                .put(
                        "variables",
                        new Document.Items(model.variables().stream()
                                .map(BinningModelCodec::variable)
                                .toList()))
                .build();
    }

    private static Document variable(Binning binning) {
        DocumentBuilder tree = Document.tree().put("feature", binning.name());
        BinsDocument.write(binning.bins(), tree);
        tree.put("good", binning.good()).put("bad", binning.bad()).put("zeroCell", binning.zeroCell());
        binning.optimum().ifPresent(optimum -> tree.put("optimum", optimum(optimum)));
        return tree.build();
    }

    private static Document optimum(Optimum optimum) {
        DocumentBuilder prices = Document.tree();
        optimum.prices().forEach((constraint, price) -> prices.put(constraint.name(), price));
        DocumentBuilder trends = Document.tree();
        optimum.ivByTrend().forEach((trend, iv) -> trends.put(trend.name(), iv));
        List<Document> merged = new ArrayList<>();
        for (MergedEdge edge : optimum.merged()) {
            merged.add(Document.tree()
                    .put("edge", edge.edge())
                    .put("because", edge.because().stream().map(Enum::name).toList())
                    .put("ivLost", edge.ivLost())
                    .build());
        }
        return Document.tree()
                .put("asked", optimum.asked().name())
                .put("trend", optimum.trend().name())
                .put("iv", optimum.iv())
                .put("ivFree", optimum.ivFree())
                .put("prices", prices.build())
                .put("ivByTrend", trends.build())
                .put("merged", new Document.Items(merged))
                .build();
    }

    @Override
    public BinningModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        List<Binning> variables = reader.trees("variables", part -> variable(part, info.schema()));
        reader.end();
        return reader.build(() -> new BinningModel(variables, info));
    }

    private static Binning variable(DocumentReader part, FeatureSchema schema) {
        String name = part.text("feature");
        Feature feature = part.build(() -> schema.feature(schema.indexOf(name)));
        Bins bins = BinsDocument.read(part, feature);
        double[] good = part.decimals("good");
        double[] bad = part.decimals("bad");
        double zeroCell = part.decimal("zeroCell");
        Binning binning = part.build(() -> Binning.of(bins, good, bad).withZeroCell(zeroCell));
        return part.has("optimum") ? binning.on(bins, zeroCell, optimum(part.tree("optimum"))) : binning;
    }

    private static Optimum optimum(DocumentReader part) {
        Trend asked = trend(part, part.text("asked"));
        Trend trend = trend(part, part.text("trend"));
        double iv = part.decimal("iv");
        double ivFree = part.decimal("ivFree");
        DocumentReader pricePart = part.tree("prices");
        Map<BinConstraint, Double> prices = new EnumMap<>(BinConstraint.class);
        for (String name : pricePart.names()) {
            prices.put(constraint(pricePart, name), pricePart.decimal(name));
        }
        DocumentReader trendPart = part.tree("ivByTrend");
        Map<Trend, Double> ivByTrend = new EnumMap<>(Trend.class);
        for (String name : trendPart.names()) {
            ivByTrend.put(trend(trendPart, name), trendPart.decimal(name));
        }
        List<MergedEdge> merged = part.trees("merged", BinningModelCodec::edge);
        part.end();
        return part.build(() -> new Optimum(asked, trend, iv, ivFree, prices, ivByTrend, merged));
    }

    private static MergedEdge edge(DocumentReader part) {
        double edge = part.decimal("edge");
        Set<BinConstraint> because = new LinkedHashSet<>();
        part.texts("because").forEach(name -> because.add(constraint(part, name)));
        double lost = part.decimal("ivLost");
        return part.build(() -> new MergedEdge(edge, because, lost));
    }

    private static Trend trend(DocumentReader part, String name) {
        return part.build(() -> Trend.valueOf(name));
    }

    private static BinConstraint constraint(DocumentReader part, String name) {
        return part.build(() -> BinConstraint.valueOf(name));
    }
}
