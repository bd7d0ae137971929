package io.lendcrm.core.json;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes values of the domain as members of a tree. A missing value writes nothing. */
final class DomainTreeWriter {

    private final DocumentBuilder out = Document.tree();

    DomainTreeWriter put(String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
        return this;
    }

    DomainTreeWriter put(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : DomainTreeReader.word(value));
    }

    DomainTreeWriter put(String name, @Nullable Integer value) {
        if (value != null) {
            out.put(name, value.longValue());
        }
        return this;
    }

    DomainTreeWriter put(String name, @Nullable Boolean value) {
        if (value != null) {
            out.put(name, value.booleanValue());
        }
        return this;
    }

    /** Not an overload of {@code put}: an {@code int} would widen to it sooner than be boxed. */
    DomainTreeWriter decimal(String name, double value) {
        out.put(name, value);
        return this;
    }

    DomainTreeWriter put(String name, @Nullable BigDecimal value) {
        return put(name, value == null ? null : value.toPlainString());
    }

    DomainTreeWriter put(String name, @Nullable Money value) {
        if (value != null) {
            put(
                    name,
                    new DomainTreeWriter()
                            .put("amount", value.amount())
                            .put("currency", value.currency().getCurrencyCode())
                            .build());
        }
        return this;
    }

    /** Days, times and instants print as ISO 8601. */
    DomainTreeWriter print(String name, @Nullable Object value) {
        return put(name, value == null ? null : value.toString());
    }

    DomainTreeWriter put(String name, Document value) {
        out.put(name, value);
        return this;
    }

    <T> DomainTreeWriter texts(String name, List<T> values) {
        if (!values.isEmpty()) {
            out.put(name, values.stream().map(String::valueOf).toList());
        }
        return this;
    }

    /** Writes each part by a function; nothing if there is none. */
    <T> DomainTreeWriter parts(String name, List<T> parts, BiConsumer<T, DomainTreeWriter> write) {
        List<Document> items = new ArrayList<>();
        for (T part : parts) {
            DomainTreeWriter tree = new DomainTreeWriter();
            write.accept(part, tree);
            items.add(tree.build());
        }
        return items.isEmpty() ? this : put(name, new Document.Items(items));
    }

    Document.Tree build() {
        return out.build();
    }
}
