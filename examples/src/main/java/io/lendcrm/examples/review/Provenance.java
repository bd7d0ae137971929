package io.lendcrm.examples.review;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.examples.report.Text;
import io.lendcrm.examples.report.Title;
import io.lendcrm.scoring.value.kpi.KpiCard;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.rfm.RfmModel;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the report is about, and where its models come from. */
final class Provenance {

    private static final int SCHEMA_VERSION = 1;

    private Provenance() {}

    static Title title(
            BookScan scan,
            Words words,
            @Nullable RfmModel rfm,
            @Nullable Valuation valuation,
            @Nullable KpiCard card,
            @Nullable SegmentsPart segments) {
        List<Title.ModelLine> models = new ArrayList<>();
        if (rfm != null) {
            models.add(line(rfm.info(), Map.of(), words, null));
        }
        if (valuation != null) {
            for (ValueModels fitted : valuation.models()) {
                models.add(line(fitted.purchases().info(), parameters(fitted.purchases()), words, fitted.population()));
                models.add(line(fitted.spend().info(), parameters(fitted.spend()), words, fitted.population()));
            }
        }
        if (card != null) {
            models.add(line(card.info(), Map.of(), words, null));
        }
        if (segments != null) {
            models.add(line(segments.model().info(), Map.of(), words, null));
        }
        Book book = scan.book();
        return new Title(
                book.lender(),
                book.source(),
                book.asOf().date(),
                scan.firstDay(),
                scan.lastDay(),
                book.currency().getCurrencyCode(),
                scan.clients(),
                scan.interactions(),
                models,
                book.parameters());
    }

    private static Map<String, Double> parameters(BgNbdModel model) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("r", model.r());
        named.put("alpha", model.alpha());
        named.put("a", model.a());
        named.put("b", model.b());
        return named;
    }

    private static Map<String, Double> parameters(GammaGammaModel model) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("p", model.p());
        named.put("q", model.q());
        named.put("v", model.v());
        return named;
    }

    private static Title.ModelLine line(
            ModelInfo info, Map<String, Double> parameters, Words words, ValueModels.@Nullable Population population) {
        Text name = words.name("model", info.type());
        if (population != null) {
            Text of = words.text("population." + population.name().toLowerCase(Locale.ROOT));
            name = Text.of(name.en() + ", " + of.en(), name.zh() + "(" + of.zh() + ")");
        }
        Map<String, String> details = new LinkedHashMap<>();
        parameters.forEach((parameter, value) -> details.put(parameter, shortened(value)));
        details.putAll(info.options());
        info.diagnostics().forEach((parameter, value) -> details.put(parameter, shortened(value)));
        return new Title.ModelLine(
                name,
                info.type(),
                SCHEMA_VERSION,
                info.rows(),
                info.windowStart().orElse(null),
                info.windowEnd().orElse(null),
                info.fingerprint(),
                details);
    }

    private static String shortened(double value) {
        return new BigDecimal(value)
                .round(new MathContext(7))
                .stripTrailingZeros()
                .toPlainString();
    }
}
