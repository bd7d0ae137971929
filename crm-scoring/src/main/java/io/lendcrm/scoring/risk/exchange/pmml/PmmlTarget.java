package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.List;

/**
 * What the Targets and the Output of a model do to its number: {@code factor · x + constant}; whatever else they might do is
 * refused.
 *
 * @param factor what the number is multiplied by
 * @param constant what is added
 */
record PmmlTarget(double factor, double constant) {

    static PmmlTarget of(XmlElement model) {
        if (!model.flag("isScorable", true)) {
            throw model.fault("isScorable must be true, found false");
        }
        for (XmlElement output : model.all("Output")) {
            output.allowOnly("Extension", "OutputField");
            output.all("OutputField").forEach(field -> field.allowOnly("Extension"));
        }
        List<XmlElement> targets = model.all("Targets").stream()
                .flatMap(each -> {
                    each.allowOnly("Extension", "Target");
                    return each.all("Target").stream();
                })
                .toList();
        for (XmlElement target : targets) {
            target.refuse("castInteger", "min", "max");
            if (target.all("TargetValue").stream().anyMatch(value -> value.has("defaultValue"))) {
                throw target.fault("default values of targets are not supported");
            }
        }
        if (targets.size() > 1) {
            throw targets.get(1).fault("expected one Target, found " + targets.size());
        }
        return targets.isEmpty()
                ? new PmmlTarget(1, 0)
                : new PmmlTarget(
                        targets.get(0).number("rescaleFactor", 1),
                        targets.get(0).number("rescaleConstant", 0));
    }

    /** For models whose number can't be rescaled. */
    static void refuseRescaling(XmlElement model) {
        PmmlTarget target = of(model);
        if (target.factor != 1 || target.constant != 0) {
            throw model.the("Targets").fault("rescaled targets are not supported in " + model.name());
        }
    }
}
