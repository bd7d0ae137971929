package io.lendcrm.examples.lifecycle;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.tier.LifecycleStage;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.segmentation.lifecycle.LifecycleCard;
import io.lendcrm.segmentation.lifecycle.StageChange;
import io.lendcrm.segmentation.lifecycle.StageFlow;
import io.lendcrm.segmentation.lifecycle.StageHistory;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Stages as JSON. Stateless and thread-safe. */
final class StagesDocument {

    static final List<LifecycleStage> STAGES = List.of(LifecycleStage.values());

    private static final ReasonCatalogue TEXTS = ReasonCatalogue.standard();

    private StagesDocument() {}

    static Document of(LifecycleCard card, List<StageHistory> histories, StageFlow flow) {
        int last = flow.days().size() - 1;
        DocumentBuilder limits = Document.tree();
        card.rules()
                .limits()
                .forEach((name, value) -> limits.put(
                        name,
                        value == Math.rint(value)
                                ? new Document.Whole(value.longValue())
                                : new Document.Decimal(value)));
        return Document.tree()
                .put("asOf", flow.days().get(last).toString())
                .put("rules", limits.build())
                .put("stages", STAGES.stream().map(Choice::word).toList())
                .put("counts", row(stage -> flow.count(last, stage)))
                .put(
                        "steps",
                        new Document.Items(IntStream.rangeClosed(0, last)
                                .mapToObj(day -> step(flow, day))
                                .toList()))
                .put("matrix", items(from -> row(to -> flow.moved(from, to))))
                .put("shares", items(from -> shares(flow, from)))
                .put(
                        "clients",
                        new Document.Items(
                                histories.stream().map(StagesDocument::client).toList()))
                .build();
    }

    private static Document step(StageFlow flow, int day) {
        DocumentBuilder step = Document.tree()
                .put("day", flow.days().get(day).toString())
                .put("counts", row(stage -> flow.count(day, stage)));
        if (day > 0) {
            step.put("entered", row(stage -> flow.entered(day, stage)));
            step.put("moves", items(from -> row(to -> flow.moved(day, from, to))));
        }
        return step.build();
    }

    private static Document client(StageHistory history) {
        StageChange now = history.changes().get(history.changes().size() - 1);
        return Document.tree()
                .put("id", history.client().value())
                .put("stage", Choice.word(now.stage()))
                .put("since", now.day().toString())
                .put("reason", now.reason().code().value())
                .put("text", text(now))
                .build();
    }

    static String text(StageChange change) {
        return TEXTS.text(change.reason(), Locale.ENGLISH);
    }

    private static Document shares(StageFlow flow, LifecycleStage from) {
        return new Document.Items(STAGES.stream()
                .flatMap(to -> flow.share(from, to).stream().boxed())
                .map(share -> (Document) new Document.Decimal(share))
                .toList());
    }

    private static Document row(ToLongFunction<LifecycleStage> value) {
        return items(stage -> new Document.Whole(value.applyAsLong(stage)));
    }

    private static Document items(Function<LifecycleStage, Document> value) {
        return new Document.Items(STAGES.stream().map(value).toList());
    }
}
