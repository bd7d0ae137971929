package io.lendcrm.examples.review;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.examples.report.ReasonLine;
import io.lendcrm.examples.report.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The review's words in English and Chinese: names of features, segments, kinds; reasons as sentences. */
final class Words {

    private final ReasonCatalogue reasons = ReasonCatalogue.standard();
    private final ResourceBundle en = bundle(Locale.ENGLISH);
    private final ResourceBundle zh = bundle(Locale.CHINESE);

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "io.lendcrm.examples.review.words_" + language.getLanguage(),
                Locale.ROOT,
                Words.class.getClassLoader());
    }

    /** The text of a key with its arguments {@code {0}, {1}, …} filled in. */
    Text text(String key, Object... arguments) {
        return Text.of(filled(en.getString(key), arguments), filled(zh.getString(key), arguments));
    }

    /** The text of a key that may have none; the fallback then stands in both languages. */
    Text name(String group, String code) {
        try {
            return text(group + "." + code);
        } catch (MissingResourceException e) {
            return Text.same(code);
        }
    }

    List<ReasonLine> lines(List<Reason> all) {
        return all.stream()
                .map(r -> new ReasonLine(
                        r.code().value(),
                        Text.of(sentence(r, Locale.ENGLISH), sentence(r, Locale.CHINESE)),
                        r.contribution()))
                .toList();
    }

    /** A reason's sentence, with the feature it names in people's words. */
    private String sentence(Reason reason, Locale language) {
        Map<String, String> arguments = new TreeMap<>(reason.arguments());
        String feature = arguments.get("feature");
        if (feature != null) {
            Text name = name("feature", feature);
            arguments.put("feature", language.equals(Locale.ENGLISH) ? name.en() : name.zh());
        }
        return reasons.text(new Reason(reason.code(), reason.contribution(), arguments), language);
    }

    private static String filled(String pattern, Object... arguments) {
        String text = pattern;
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
