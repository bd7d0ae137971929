package com.example;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.kpi.KpiCard;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Scores one client from a stored card, then tells what it cost: the jars on the class path and the cold start. */
public final class ScoreOneClient {

    private ScoreOneClient() {}

    public static void main(String[] args) throws IOException {
        KpiCard card;
        try (InputStream stored = ScoreOneClient.class.getResourceAsStream("/borrower.json")) {
            card = ModelJson.standard().read(stored.readAllBytes(), KpiCard.class);
        }
        FeatureRow client = card.schema()
                .row(ClientId.of("4711"))
                .set("revenue_growth", 0.12)
                .set("leverage", 0.71)
                .set("days_past_due_12m", 0)
                .build();
        Score score = card.score(client);
        long coldStart = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();

        System.out.println(score);
        if (score instanceof Score.Scored scored) {
            ReasonCatalogue texts = ReasonCatalogue.standard();
            scored.reasons().forEach(reason -> System.out.println("  " + texts.text(reason, Locale.ENGLISH)));
        } else {
            throw new IllegalStateException("a client with three known features can be scored");
        }
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File file = new File(jar);
            if (file.isFile()) {
                System.out.printf(Locale.ROOT, "%8d bytes  %s%n", file.length(), file.getName());
            }
        }
        System.out.println("cold start to the first score: " + coldStart + " ms");
    }
}
