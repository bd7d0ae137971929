package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that a model of a PMML file may use: what its DataDictionary and its MiningSchema say of each. */
final class PmmlFields {

    private static final Set<String> USAGES = Set.of(
            "active", "supplementary", "predicted", "target", "frequencyWeight", "analysisWeight", "group", "order");

    private final Map<String, PmmlInput> inputs;
    private final Map<String, String> names = new HashMap<>();
    private final FieldNames features = FieldNames.ofFeatures();

    private PmmlFields(Map<String, PmmlInput> inputs) {
        this.inputs = inputs;
    }

    static PmmlFields of(XmlElement root, XmlElement model) {
        Map<String, XmlElement> dictionary = dictionary(root.the("DataDictionary"));
        Map<String, PmmlInput> inputs = new LinkedHashMap<>();
        Set<String> seen = new java.util.HashSet<>();
        XmlElement schema = model.the("MiningSchema");
        schema.allowOnly("Extension", "MiningField");
        for (XmlElement mining : schema.all("MiningField")) {
            String name = mining.text("name");
            XmlElement data = dictionary.get(name);
            if (!seen.add(name)) {
                throw mining.fault("expected each field once");
            }
            if (data == null) {
                throw mining.fault("expected a field of the DataDictionary");
            }
            if (mining.choice("usageType", "active", USAGES).equals("active")) {
                PmmlField field = new PmmlField(data, mining);
                inputs.put(name, new PmmlInput(field, field.type() == PmmlField.Type.FLOAT));
            }
        }
        PmmlFields fields = new PmmlFields(inputs);
        root.one("TransformationDictionary").ifPresent(fields::derive);
        model.one("LocalTransformations").ifPresent(fields::derive);
        return fields;
    }

    private static Map<String, XmlElement> dictionary(XmlElement dictionary) {
        dictionary.allowOnly("Extension", "DataField", "Taxonomy");
        Map<String, XmlElement> fields = new HashMap<>();
        for (XmlElement field : dictionary.all("DataField")) {
            if (fields.put(field.text("name"), field) != null) {
                throw field.fault("expected each field once");
            }
        }
        if (dictionary.has("numberOfFields") && dictionary.number("numberOfFields") != fields.size()) {
            throw dictionary.fault("expected numberOfFields = " + dictionary.text("numberOfFields") + " fields, found "
                    + fields.size());
        }
        return fields;
    }

    /** Adds derived fields that only give a field another name or cast it; no other transformation is read. */
    void derive(XmlElement transformations) {
        transformations.allowOnly("Extension", "DerivedField");
        for (XmlElement derived : transformations.all("DerivedField")) {
            derived.allowOnly("Extension", "FieldRef");
            XmlElement reference = derived.the("FieldRef");
            reference.allowOnly("Extension");
            reference.refuse("mapMissingTo");
            PmmlInput from = input(reference);
            String type = derived.text("dataType");
            boolean fits = from.isText() ? type.matches("string|boolean") : type.matches("double|float");
            if (!fits) {
                throw derived.fault("a derived field must be a cast to double or float, found dataType "
                        + XmlElement.clipped(type));
            }
            PmmlInput cast = new PmmlInput(from.field(), from.single() || type.equals("float"));
            PmmlInput before = inputs.putIfAbsent(derived.text("name"), cast);
            if (before != null && !before.equals(cast)) {
                throw derived.fault("expected a name that no other field has");
            }
        }
    }

    /** The field that an element asks of. */
    PmmlInput input(XmlElement place) {
        return input(place, place.text("field"));
    }

    PmmlInput input(XmlElement place, String name) {
        @Nullable PmmlInput input = inputs.get(name);
        if (input == null) {
            throw place.fault("expected an active field of the MiningSchema, one of "
                    + XmlElement.clipped(inputs.keySet().toString()) + ", found \"" + XmlElement.clipped(name) + "\"");
        }
        return input;
    }

    /** The active fields in the order of the MiningSchema. */
    List<PmmlField> active() {
        return inputs.values().stream().map(PmmlInput::field).distinct().toList();
    }

    /** The name of the feature that carries a field. */
    String featureName(PmmlField field) {
        return names.computeIfAbsent(field.origin(), features::name);
    }

    /** The names of the fields that are told rather than asked: usage predicted or target. */
    static Set<String> targets(XmlElement model) {
        return model.the("MiningSchema").all("MiningField").stream()
                .filter(field -> field.text("usageType", "active").matches("predicted|target"))
                .map(field -> field.text("name"))
                .collect(Collectors.toSet());
    }
}
