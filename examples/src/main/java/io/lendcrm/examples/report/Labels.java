package io.lendcrm.examples.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The page's own words in both languages. */
record Labels(Map<Language, Map<String, String>> words) {

    static Labels load() {
        return load("labels");
    }

    /** The words of a page of its own: those of the review, and more or other ones. */
    static Labels withThoseOf(String name) {
        Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
        Labels own = load(name);
        for (Language language : Language.values()) {
            Map<String, String> all = new TreeMap<>(load().in(language));
            all.putAll(own.in(language));
            words.put(language, Collections.unmodifiableMap(all));
        }
        return new Labels(Collections.unmodifiableMap(words));
    }

    static Labels load(String name) {
        Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Properties bundle = new Properties();
            try {
                bundle.load(new StringReader(PageParts.resource(name + "_" + language.code() + ".properties")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String> sorted = new TreeMap<>();
            bundle.stringPropertyNames().forEach(key -> sorted.put(key, bundle.getProperty(key)));
            words.put(language, Collections.unmodifiableMap(sorted));
        }
        return new Labels(Collections.unmodifiableMap(words));
    }

    Map<String, String> in(Language language) {
        Map<String, String> found = words.get(language);
        if (found == null) {
            throw new IllegalStateException("no labels in " + language);
        }
        return found;
    }
}
