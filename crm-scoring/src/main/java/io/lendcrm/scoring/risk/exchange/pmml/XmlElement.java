package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.model.ModelFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element of a file that {@link XmlTree} has read; it knows its line, so that whatever is wrong can be found. */
final class XmlElement {

    private final String name;
    private final int line;
    private final @Nullable XmlElement parent;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private @Nullable StringBuilder text;

    XmlElement(String name, int line, @Nullable XmlElement parent, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.parent = parent;
        this.attributes = attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String more, int longest) {
        StringBuilder all = text == null ? new StringBuilder() : text;
        if (all.length() + more.length() > longest) {
            throw fault("text must be at most " + longest + " characters");
        }
        text = all.append(more);
    }

    String name() {
        return name;
    }

    List<XmlElement> children() {
        return children;
    }

    String text() {
        return text == null ? "" : text.toString();
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** An attribute that has to be there. */
    String text(String attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw fault("expected the attribute " + attribute + ", found " + attributes.keySet());
        }
        return value;
    }

    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    String text(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** A finite number that has to be there. */
    double number(String attribute) {
        return number(attribute, text(attribute));
    }

    double number(String attribute, double otherwise) {
        return has(attribute) ? number(attribute) : otherwise;
    }

    double number(String attribute, String value) {
        String plain = value.strip();
        // Java would take "1d" and "0x1p3" too, which are no numbers elsewhere.
        boolean numeral = !plain.isEmpty() && plain.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        try {
            double number = numeral ? Double.parseDouble(plain) : Double.NaN;
            if (Double.isFinite(number)) {
                return number + 0.0;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message.
        }
        throw fault(attribute + " must be a finite number, found \"" + clipped(value) + "\"");
    }

    /** An attribute that has to be one of a few, whatever its case; in lower case. */
    String choice(String attribute, String otherwise, Set<String> choices) {
        String value = text(attribute, otherwise);
        return choices.stream()
                .filter(choice -> choice.equalsIgnoreCase(value))
                .findFirst()
                .map(choice -> choice.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> fault(attribute + " must be one of "
                        + choices.stream().sorted().toList() + ", found \"" + clipped(value) + "\""));
    }

    boolean flag(String attribute, boolean otherwise) {
        return choice(attribute, Boolean.toString(otherwise), Set.of("true", "false", "1", "0"))
                .matches("true|1");
    }

    /** Its children of a name. */
    List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    /** Its child of a name, of which there may be one. */
    Optional<XmlElement> one(String child) {
        List<XmlElement> found = all(child);
        if (found.size() > 1) {
            throw found.get(1).fault("expected one " + child + " in " + name + ", found " + found.size());
        }
        return found.stream().findFirst();
    }

    XmlElement the(String child) {
        return one(child)
                .orElseThrow(() -> fault("expected a " + child + ", found "
                        + children.stream()
                                .map(XmlElement::name)
                                .distinct()
                                .limit(20)
                                .toList()));
    }

    /** Refuses children of other names: what isn't understood must not be passed over. */
    void allowOnly(String... names) {
        Set<String> known = Set.of(names);
        for (XmlElement child : children) {
            if (!known.contains(child.name)) {
                throw child.fault("not supported in " + name + "; expected one of "
                        + known.stream().sorted().toList());
            }
        }
    }

    /** Refuses attributes of these names. */
    void refuse(String... names) {
        for (String each : names) {
            if (has(each)) {
                throw fault("the attribute " + each + " is not supported, found \"" + clipped(text(each)) + "\"");
            }
        }
    }

    ModelFormatException fault(String problem) {
        return new ModelFormatException(where(), problem);
    }

    private String where() {
        StringBuilder path = new StringBuilder(step());
        int steps = 1;
        for (XmlElement up = parent; up != null && up.parent != null; up = up.parent) {
            if (++steps > 6) {
                path.insert(0, "…/");
                break;
            }
            path.insert(0, up.step() + "/");
        }
        return "line " + line + ", " + path;
    }

    private String step() {
        String named = attributes.getOrDefault("name", attributes.getOrDefault("field", ""));
        return named.isEmpty() ? name : name + " \"" + clipped(named) + "\"";
    }

    static String clipped(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
